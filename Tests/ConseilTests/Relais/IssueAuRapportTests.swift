import Base
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Personnes
@testable import Web

@Suite struct IssueAuRapportTests {
  /// An interview of Lila with Aline, closed.
  private func hold(_ ici: Orientations) async throws -> EntretienID {
    let suite = try await ici.conseil.receive(
      .usager(ici.aline), by: ici.lila, geste: .make(at: Scene.now), at: Scene.now)
    let id = try #require(EntretienID(String(suite.dropFirst("/entretiens/".count))))
    try await ici.scene.house.database.write { [store = ici.conseil.store] tx in
      let entretien = try store.entretien(id, for: ici.lila.viewer, in: tx)
      _ = try store.close(entretien, at: Scene.now + .minutes(30), in: tx)
    }
    return id
  }

  private func file(
    _ entretien: EntretienID, _ ici: Orientations, redirection: String
  ) async throws {
    let form = [
      ("jour", Jour(Scene.now, in: .paris).iso), ("minutes", "30"), ("theme", Thematique.demarches.rawValue),
      ("canal", "lieu_activite"), ("type", "individuel"), ("redirection", redirection),
    ]
    let answer = try await ici.conseil.fileCompteRendu(
      ici.visit(by: ici.lila, query: [("entretien", entretien.text)], form: form))
    #expect(answer.statut == 303, "\(answer.lue())")
  }

  private func teneur(_ entretien: EntretienID, _ ici: Orientations) async throws -> CompteRendu.Teneur {
    try await ici.read { store, tx in
      let id = try #require(try store.compteRendu(of: entretien, in: tx))
      return try store.compteRendu(id, for: ici.lila.viewer, in: tx).teneur
    }
  }

  /// How many reports the figures count with this outcome.
  private func counted(_ issue: IssueDeRelais, _ scene: Scene) async throws -> Int {
    try await scene.count("SELECT count(*) FROM compte_rendu WHERE issue = \(issue.rang + 1)")
  }

  @Test(arguments: Engine.allCases) func `l’issue d’un relais passe au compte rendu, et les chiffres suivent`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let entretien = try await hold(ici)
      try await file(entretien, ici, redirection: "")
      let lines = try await scene.count("SELECT count(*) FROM chiffre_ligne")
      let relais = try await ici.relais([("entretien", entretien.text)])
      var teneur = try await teneur(entretien, ici)
      #expect(teneur.issue == .attendue && teneur.redirection == .social)
      // Taken back, then counted anew: the figures are never touched otherwise.
      #expect(try await scene.count("SELECT count(*) FROM chiffre_ligne") == lines + 2)
      _ = try await ici.answer(relais, Orientations.recue)
      teneur = try await self.teneur(entretien, ici)
      #expect(teneur.issue == .recue)
      #expect(try await counted(.recue, scene) == 1)
      #expect(try await counted(.attendue, scene) == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `un compte rendu déposé après le relais en porte l’issue`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let entretien = try await hold(ici)
      let relais = try await ici.relais([("entretien", entretien.text)])
      _ = try await ici.answer(relais, [("genre", "refusee"), ("mots", "Complet jusqu’à l’été")])
      let prefilled = try await ici.read { [conseil = ici.conseil, lila = ici.lila] _, tx in
        try conseil.prefilled(.entretien(entretien), by: lila, at: Scene.now, in: tx)
      }
      #expect(prefilled.text("redirection") == Redirection.social.rawValue)
      try await file(entretien, ici, redirection: Redirection.social.rawValue)
      #expect(try await teneur(entretien, ici).issue == .refusee)
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui a été rapporté d’autre ne change pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let entretien = try await hold(ici)
      try await file(entretien, ici, redirection: Redirection.insertion.rawValue)
      let relais = try await ici.relais([("entretien", entretien.text)])
      _ = try await ici.answer(relais, Orientations.recue)
      let teneur = try await teneur(entretien, ici)
      #expect(teneur.redirection == .insertion && teneur.issue == nil)
      // The interview of somebody else leads nowhere.
      #expect(try await ici.relais([("entretien", EntretienID.make(at: Scene.now).text)]).entretien == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `un relais repris ne laisse rien attendre au compte rendu`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let entretien = try await hold(ici)
      try await file(entretien, ici, redirection: "")
      let relais = try await ici.relais([("entretien", entretien.text)])
      _ = try await ici.conseil.withdrawRelais(ici.visit(by: ici.lila, ["relais": relais.id.text]))
      #expect(try await teneur(entretien, ici).issue == nil)
      #expect(try await counted(.attendue, scene) == 0)
    }
  }
}
