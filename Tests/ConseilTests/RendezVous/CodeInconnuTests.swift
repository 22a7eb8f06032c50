import Base
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

/// The three doors that a code opens without an account.
@Suite struct CodeInconnuTests {
  @Test(arguments: Engine.allCases) func `un code qui n’ouvre rien laisse une trace, sans lui`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      // As a code is written, and as it is not.
      for code in ["2345-6789", "n’importe quoi"] {
        let visit = lieu.visit(by: nil, form: [("code", code)])
        #expect(try await lieu.conseil.findRendezVous(visit).code == 422)
        #expect(try await lieu.conseil.findInscription(visit).code == 422)
        #expect(try await lieu.conseil.openWithCode(visit).code == 422)
        #expect(try await !scene.holds(code))
      }
      // They bear one instant: their order says nothing.
      let gestes = ["refus:code-atelier", "refus:code-relais", "refus:code-rendez-vous"]
      let refus = try await scene.traces().filter { $0.geste.hasPrefix("refus:code") }
      #expect(refus.map(\.geste).sorted() == gestes.flatMap { [$0, $0] })
      #expect(refus.allSatisfy { $0.acteur == PersonneID.nobody.text && $0.objet == "code" })
    }
  }
}
