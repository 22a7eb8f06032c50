import Base
import Chartes
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Personnes
@testable import Web

@Suite struct RappelsTests {
  private let p = Parametres()
  private var pas: Int { p[PasserLeRelais.relance] }
  private var most: Int { p[PasserLeRelais.relances] }

  private func remind(_ ici: Orientations, at now: Instant) async throws -> Int {
    try await ici.conseil.remindRelais(for: .house(.echeances), at: now)
  }

  @Test(arguments: Engine.allCases) func `un relais se rappelle au rythme signé, jusqu’à une issue`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      #expect(try await remind(ici, at: Scene.now + .days(pas) - .milliseconds(1)) == 0)
      for rang in 1...most {
        try await scene.emptyOutbox()
        let due = Scene.now + .days(pas * rang)
        #expect(try await remind(ici, at: due) == 1)
        #expect(try await remind(ici, at: due) == 0, "une fois")
        let pli = try #require(try await scene.plis().first)
        #expect(pli.courriel.destinataire == Orientations.adresse && pli.words.contains(relais.contenu.jeton))
        #expect(!pli.words.contains("Aline"))
      }
      try await scene.emptyOutbox()
      #expect(try await remind(ici, at: Scene.now + .days(pas * (most + 1))) == 1)
      let call = try #require(try await scene.plis().first)
      #expect(call.courriel.sujet.contains("appelez") && call.courriel.destinataire != Orientations.adresse)
      #expect(try await remind(ici, at: Scene.now + .days(pas * (most + 2))) == 0)
      // Nobody is forgotten: it stays in sight until somebody says what came of it.
      let list = try await ici.conseil.showRelais(ici.visit(by: ici.lila, at: Scene.now + .days(100))).lue()
      #expect(list.contains("Pas de nouvelle : appelez."))
    }
  }

  @Test(arguments: Engine.allCases) func `plus rien ne se rappelle après une réponse ou un retrait`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let (answered, noted, taken) = (try await ici.relais(), try await ici.relais(), try await ici.relais())
      _ = try await ici.answer(answered, Orientations.recue)
      _ = try await ici.conseil.noteReponse(
        ici.visit(by: ici.lila, ["relais": noted.id.text], form: [("genre", "sansNouvelle"), ("revision", "0")]))
      _ = try await ici.conseil.withdrawRelais(ici.visit(by: ici.lila, ["relais": taken.id.text]))
      #expect(try await remind(ici, at: Scene.now + .days(300)) == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `une promesse se rappelle une fois son jour passé`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      let jour = Jour(Scene.now, in: .paris).advanced(by: 25)
      _ = try await ici.answer(relais, [("genre", "recevra"), ("jour", jour.iso)])
      let promised = try await ici.relais(relais.id)
      #expect(promised.issue == .attendue && promised.etat == .promis)
      let due = jour.start(in: .paris) + .days(pas)
      #expect(try await remind(ici, at: due - .milliseconds(1)) == 0)
      #expect(try await remind(ici, at: due) == 1)
      // A promise is no outcome: the same link says how it went.
      #expect(try await ici.answer(relais, Orientations.recue, revision: 1, at: due).statut == 200)
      #expect(try await ici.relais(relais.id).issue == .recue)
    }
  }

  @Test(arguments: Engine.allCases) func `une lettre sur papier ne fait écrire qu’au conseiller`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      _ = try await ici.relais([("voie", "lettre")])
      _ = try await ici.relais([("voie", "lettre")])
      for rang in 1...most {
        try await scene.emptyOutbox()
        #expect(try await remind(ici, at: Scene.now + .days(pas * rang)) == 1, "un seul e-mail pour les deux")
        #expect(try await scene.plis().allSatisfy { $0.courriel.destinataire != Orientations.adresse })
      }
      #expect(try await remind(ici, at: Scene.now + .days(pas * (most + 1))) == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `quand le conseiller est parti, on prévient qui suit la personne`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      try await scene.house.database.write { [store = ici.conseil.store] tx in
        try store.share(ici.aline, with: ici.hugo.personne, at: Scene.now, in: tx)
        try tx.execute("UPDATE appartenance SET suspendue = \(Scene.now) WHERE personne = \(ici.lila.personne)")
      }
      let concerned = try await scene.house.database.read { [store = ici.conseil.store] tx in
        try store.concerned(by: relais, in: tx)
      }
      #expect(concerned == [ici.hugo.personne])
      #expect(try await ici.answer(relais, Orientations.recue).statut == 200)
    }
  }

  /// The words of a person whose key is gone are gone: nothing opens, nobody is written to about them by a link.
  @Test(arguments: Engine.allCases) func `une personne effacée ferme ses lettres`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      try await scene.house.database.write { [vault = scene.house.vault] _ in try vault.erase(.usager(ici.aline)) }
      #expect(try await ici.conseil.showLien(ici.visit(by: nil, ["jeton": relais.contenu.jeton])).statut == 410)
      try await scene.emptyOutbox()
      _ = try await remind(ici, at: Scene.now + .days(pas))
      #expect(try await scene.plis().allSatisfy { $0.courriel.destinataire != Orientations.adresse })
    }
  }
}
