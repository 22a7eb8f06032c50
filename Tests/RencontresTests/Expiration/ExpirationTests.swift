import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct ExpirationTests {
  @Test(arguments: Engine.allCases) func `une demande sans réponse expire avec un mot et libère le créneau`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina, after: scene.now + .days(10))
      let rencontre = try await scene.rencontre(id)
      #expect(rencontre.echeance == scene.now + .days(5))
      #expect(!(try await scene.slots(of: scene.bruno, for: scene.yanis).contains(rencontre.creneau)))
      try await scene.emptyOutbox()

      #expect(try await scene.expire(at: rencontre.echeance - .milliseconds(1)) == 0)
      #expect(try await scene.rencontre(id).etat == .demandee)
      #expect(try await scene.expire(at: rencontre.echeance) == 1)

      #expect(try await scene.rencontre(id).etat == .expiree)
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == 0)
      #expect(try await scene.slots(of: scene.bruno, for: scene.yanis).contains(rencontre.creneau))
      let plis = try await scene.plis()
      #expect(plis.map(\.proprietaire) == ["personne:\(scene.amina.personne)"])
      #expect(plis[0].courriel.sujet == "Votre demande à Bruno est restée sans réponse")
      #expect(plis[0].apres == rencontre.echeance)
      #expect(try await scene.expire(at: rencontre.echeance + .days(1)) == 0)
      #expect(try await scene.plis().count == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `une rencontre proche expire douze heures avant`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let rencontre = try await scene.rencontre(try await scene.ask(scene.bruno, by: scene.amina))
      #expect(rencontre.debut - rencontre.envoyee < .days(5))
      #expect(rencontre.echeance == rencontre.debut - .hours(12))
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui a reçu une réponse n’expire pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let agreed = try await scene.agree()
      let declined = try await scene.ask(scene.bruno, by: scene.yanis)
      try await scene.answer(declined, false, by: scene.bruno)
      #expect(try await scene.expire(at: scene.now + .days(30)) == 0)
      #expect(try await scene.rencontre(agreed).etat == .acceptee)
      #expect(try await scene.rencontre(declined).etat == .declinee)
    }
  }

  @Test(arguments: Engine.allCases) func `plusieurs serveurs à la même échéance n’écrivent qu’un mot`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      for explorer in try await scene.seat(explorers: 5) { _ = try await scene.ask(scene.bruno, by: explorer) }
      try await scene.emptyOutbox()
      try await scene.withNodes(4) { nodes in
        try await together(8) { rang in
          _ = try await nodes[rang % 4].expire(for: .house(.echeances), at: scene.now + .days(30))
        }
      }
      #expect(try await scene.plis().count == 5)
      #expect(try await scene.count("SELECT count(*) FROM fait WHERE nom = 'expiration'") == 5)
    }
  }

  @Test(arguments: Engine.allCases) func `une personne effacée n’empêche pas les demandes de finir`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let toErased = try await scene.ask(scene.ines, by: scene.amina)
      let other = try await scene.ask(scene.bruno, by: scene.yanis)
      try await scene.erase(scene.ines)
      _ = try? await scene.expire(at: scene.now + .days(30))
      #expect(try await scene.rencontre(other).etat == .expiree)
      #expect(try await scene.rencontre(toErased).etat == .expiree, "l’exploratrice retrouve sa demande et son temps")
    }
  }
}

extension Scene {
  fileprivate func expire(at now: Instant) async throws -> Int {
    try await rencontres.expire(for: .house(.echeances), at: now)
  }
}
