import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct EngagementTests {
  @Test(arguments: Engine.allCases) func `on ne demande rien avant d’avoir signé`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lou = try await scene.enterUnsigned(.explorateur, "Lou")
      let slot = try #require(try await scene.slots(of: scene.bruno, for: lou).first)
      let visit = scene.visit(by: lou, ["expert": scene.bruno.personne.text], form: scene.typed(for: slot))
      let refused = try await scene.rencontres.sendDemande(visit)
      #expect(refused.code == 422)
      #expect(refused.html().contains("Vous n’avez pas encore signé la charte"))
      #expect(refused.html().contains(Distribution.questions[1]), "ce qui est écrit reste")
      #expect(try await scene.count("SELECT count(*) FROM rencontre") == 0)
      #expect(try await scene.plis().isEmpty)

      try await scene.sign(lou)
      let sent = try await scene.rencontres.sendDemande(visit)
      #expect(sent.code == 303)
      #expect(try await scene.count("SELECT count(*) FROM rencontre") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `on ne reçoit rien avant d’avoir signé`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let gaspard = try await scene.enterUnsigned(.expert, "Gaspard")
      await #expect(throws: Refus.self) {
        try await scene.rencontres.publish(Distribution.boulanger, by: gaspard, at: scene.now)
      }
      try await scene.sign(gaspard)
      try await scene.rencontres.publish(Distribution.boulanger, by: gaspard, at: scene.now)
      let slot = try #require(try await scene.slots(of: gaspard, for: scene.amina).first)

      try await scene.publish(TenirSesRendezVous.preavis, 48, signedBy: [scene.amina])
      #expect(try await scene.slots(of: gaspard, for: scene.amina).isEmpty)
      await #expect(throws: CreneauPris()) { try await scene.ask(for: slot, with: gaspard, by: scene.amina) }
      try await scene.sign(gaspard)
      try await scene.ask(for: slot, with: gaspard, by: scene.amina)
    }
  }

  @Test(arguments: Engine.allCases) func `une rencontre convenue se tient sous la version d’alors`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let before = try await scene.rencontre(id)
      try await scene.publish(TenirSesRendezVous.avance, 60)
      let salle = try await scene.read { store, tx in try store.salle(id, for: scene.amina.personne, in: tx) }
      #expect(try await scene.rencontre(id) == before && before.version == 1)
      #expect(salle.ouverture == before.debut - .minutes(15))
    }
  }
}
