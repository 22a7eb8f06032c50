import Base
import Chartes
import Html
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct BudgetTests {
  @Test(arguments: Engine.allCases) func `le budget de demandes ouvertes est tenu`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let experts = try await scene.seat(experts: 6)
      var asked: [RencontreID] = []
      for (rang, expert) in experts.prefix(3).enumerated() {
        asked.append(try await scene.ask(expert, by: scene.amina, after: scene.now + .days(2 + rang)))
      }
      let refus = await #expect(throws: Refus.self) {
        _ = try await scene.ask(experts[3], by: scene.amina, after: scene.now + .days(8))
      }
      #expect(refus?.motif.cle == DemanderParInteret.cle)
      #expect(try await scene.openRequests == 3)

      // An answer, a withdrawal, an end: each gives a place back.
      try await scene.answer(asked[0], true, by: experts[0])
      asked.append(try await scene.ask(experts[3], by: scene.amina, after: scene.now + .days(8)))
      await #expect(throws: Refus.self) { _ = try await scene.ask(experts[4], by: scene.amina) }
      try await scene.cancel(asked[1], by: scene.amina)
      asked.append(try await scene.ask(experts[4], by: scene.amina, after: scene.now + .days(9)))
      await #expect(throws: Refus.self) { _ = try await scene.ask(experts[5], by: scene.amina) }
      try await scene.answer(asked[2], false, by: experts[2])
      _ = try await scene.ask(experts[5], by: scene.amina, after: scene.now + .days(10))
      #expect(try await scene.openRequests == 3)
    }
  }

  @Test(arguments: Engine.allCases) func `une seule demande ouverte par personne sollicitée`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      _ = try await scene.ask(scene.bruno, by: scene.amina)
      let refus = await #expect(throws: Refus.self) {
        _ = try await scene.ask(scene.bruno, by: scene.amina, after: scene.now + .days(8))
      }
      #expect(refus?.motif.pourquoi.fr.contains("attend déjà la réponse") == true)
    }
  }

  @Test(arguments: Engine.allCases) func `le budget tient sous des demandes simultanées`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let experts = try await scene.seat(experts: 12)
      let slots = try await scene.slots(of: experts[0], for: scene.amina)
      try await scene.withNodes(4) { nodes in
        try await together(12) { rang in
          _ = await patiently {
            try await scene.ask(for: slots[rang], with: experts[rang], by: scene.amina, in: nodes[rang % 4])
          }
        }
      }
      #expect(try await scene.openRequests == 3)
    }
  }
}

extension Scene {
  /// So many bakers more.
  fileprivate func seat(experts count: Int) async throws -> [Visitor] {
    var experts: [Visitor] = []
    for number in 0..<count {
      let expert = try await seat(Distribution.figurant(.expert, number))
      try await rencontres.publish(Distribution.boulanger, by: expert, at: now)
      experts.append(expert)
    }
    return experts
  }

  fileprivate var openRequests: Int {
    get async throws {
      try await count(
        "SELECT count(*) FROM rencontre WHERE explorateur = \(amina.personne) AND etat = 'demandee'")
    }
  }
}
