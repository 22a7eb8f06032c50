import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Personnes
@testable import Rencontres

/// Words that appear nowhere else: each is written by somebody in one place.
private enum Canari {
  static let motivation = "Canarimotivation, parce que le pain me parle et que la nuit ne me fait pas peur."
  static let questions = ["Canariquestion une ?", "Canariquestion deux ?", "Canariquestion trois ?"]
  static let accueil = "Canariaccueil, avec plaisir."
  static let empechement = "Canariempechement, une fièvre."
  static let appris = "Canariappris, le fournil me plaît."
  static let merci = "Canarimerci, Bruno."
  static let reponse = "Canarireponse, parlons-en."
  static let brouillon = "Canaribrouillon, à finir."
  static let all = [
    "Canarimotivation", "Canariquestion", "Canariaccueil", "Canariempechement", "Canariappris", "Canarimerci",
    "Canarireponse", "Canaribrouillon",
  ]
}

@Suite struct CoffreTests {
  @Test(arguments: Engine.allCases) func `ce qu’on écrit ici ne se lit pas dans la base`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      _ = try await scene.writeEverywhere()
      #expect(try await scene.holds("boutique sent bon"), "la fouille voit la fiche, qui est publique")
      for words in Canari.all { #expect(!(try await scene.holds(words)), "\(words)") }
      for visitor in scene.people {
        let personne = try await scene.personne(visitor)
        for secret in [personne.nom, personne.adresse] { #expect(!(try await scene.holds(secret)), "\(secret)") }
      }
      #expect(try await scene.plis().contains { $0.words.contains("Canarimerci") }, "le courrier porte ces mots")
    }
  }

  @Test(arguments: Engine.allCases) func `effacer la clé d’une personne efface ses mots, et les siens seuls`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let (held, cancelled) = try await scene.writeEverywhere()
      let written = try await scene.words(of: held)
      #expect(written.motivation == Canari.motivation && written.questions == Canari.questions)
      #expect(written.mot == Canari.accueil && written.bilan?.appris == Canari.appris)
      #expect(written.bilan?.reponse == Canari.reponse)

      try await scene.erase(scene.amina)
      let left = try await scene.words(of: held)
      #expect(left.motivation == "" && left.questions == ["", "", ""])
      #expect(left.bilan?.appris == "" && left.bilan?.remerciement == "" && left.bilan?.reponse == "")
      #expect(left.mot == Canari.accueil, "les mots de l’expert sont à lui")
      let annulation = try await scene.rencontre(cancelled)
      #expect(try await scene.read { store, tx in try store.annulation(of: annulation, in: tx)?.mot } == "")
      let draft = try await scene.read { store, tx in
        try store.form(.demande(to: scene.ines.personne), of: scene.amina.personne, in: tx)
      }
      #expect(draft == .empty)
      #expect(try await scene.plis(to: scene.amina.personne).isEmpty)
      await #expect(throws: VaultError.erased) {
        try await scene.house.database.write { [vault = scene.house.vault] _ in
          _ = try vault.seal("encore", of: .personne(scene.amina.personne), at: Place("essai.mot", "1"))
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `des mots scellés déplacés ne s’ouvrent pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let (held, _) = try await scene.writeEverywhere()
      let other = try await scene.ask(
        scene.bruno, by: scene.amina, after: scene.now + .days(15), at: scene.now + .days(5))
      try await scene.house.database.write { tx in
        _ = try tx.execute(
          """
          UPDATE demande SET motivation = (SELECT motivation FROM demande WHERE rencontre = \(held))
          WHERE rencontre = \(other)
          """)
      }
      await #expect(throws: VaultError.damaged) { _ = try await scene.words(of: other) }
    }
  }
}

extension Scene {
  /// A meeting held and a meeting cancelled, with words in every place that takes some.
  fileprivate func writeEverywhere() async throws -> (held: RencontreID, cancelled: RencontreID) {
    func agreed(after instant: Instant) async throws -> RencontreID {
      let id = try await rencontres.ask(
        bruno, by: amina, motivation: Canari.motivation, questions: Canari.questions, after: instant, at: now)
      let rencontre = try #require(id)
      try await answer(rencontre, true, mot: Canari.accueil, by: bruno)
      return rencontre
    }
    let held = try await agreed(after: now)
    let cancelled = try await agreed(after: now + .days(10))
    try await cancel(cancelled, by: amina, mot: Canari.empechement)
    let fin = try await rencontre(held).fin
    try await rencontres.review(held, appris: Canari.appris, merci: Canari.merci, by: amina, at: fin)
    _ = try await rencontres.read(held, answering: Canari.reponse, by: claire, geste: .make(at: now), at: fin)
    _ = try await rencontres.keepDemande(
      visit(by: amina, ["expert": ines.personne.text], form: [("motivation", Canari.brouillon)]))
    return (held, cancelled)
  }

  fileprivate func words(
    of id: RencontreID
  ) async throws -> (motivation: String, questions: [String], mot: String, bilan: Bilan?) {
    let rencontre = try await rencontre(id)
    return try await read { store, tx in
      let demande = try store.demande(of: rencontre, in: tx)
      return (
        demande.motivation, demande.questions.map(\.texte), try store.mot(of: rencontre, in: tx),
        try store.bilan(of: rencontre, for: .person(rencontre.explorateur), in: tx)
      )
    }
  }
}
