import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct ConseilDePostureTests {
  private static let conseil = "Vous l’avez fait pour la personne au moins 3 fois de suite."

  @Test(arguments: Engine.allCases) func `trois fois de suite à sa place, un conseil vient avec le dépôt`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let aline = try await lieu.usager([("prenom", "Aline")])
      let bilal = try await lieu.usager([("prenom", "Bilal")])
      func advised(_ facon: Facon?, _ usager: UsagerID, _ heures: Int, by visitor: Visitor? = nil) async throws -> Bool
      {
        let now = scene.now + .hours(heures)
        let next = try await lieu.report(facon, of: usager, by: visitor, at: now)
        #expect(next.contains("depose="), "advice never holds back")
        return try await lieu.comptesRendus(next, of: visitor, at: now).contains(Self.conseil)
      }
      #expect(try await !advised(.pour, aline, 1))
      #expect(try await !advised(.pour, bilal, 2), "somebody else’s")
      #expect(try await !advised(.pour, aline, 3))
      #expect(try await advised(.pour, aline, 4), "the third in a row")
      #expect(try await advised(.pour, aline, 28))
      #expect(try await !advised(.avec, aline, 29), "this time it was done together")
      #expect(try await !advised(.pour, aline, 30))
      #expect(try await !advised(.pour, aline, 31))
      #expect(try await !advised(nil, aline, 32))
      #expect(try await !advised(.pour, aline, 33), "what is not said is no posture")
      #expect(try await !lieu.comptesRendus(at: scene.now + .hours(34)).contains(Self.conseil), "only after a filing")
    }
  }
}
