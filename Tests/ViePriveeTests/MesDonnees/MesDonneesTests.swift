import Base
import Html
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import ViePrivee
@testable import Web

@Suite struct MesDonneesTests {
  @Test(arguments: Engine.allCases) func `chacun lit ce qui est gardé sur soi, pourquoi, et qui l’a ouvert`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let before = try await scene.viePrivee.showMesDonnees(scene.visit(by: scene.amina)).html()
      #expect(before.contains("Personne d’autre que vous"))
      #expect(before.contains("Votre compte") && before.contains("2 ans") && before.contains("Ce que vous avez signé"))
      // Claire looks at how Amina comes in; the line waits to be chained, then is chained: it is read both times.
      _ = try await scene.personnes.showAcces(
        scene.visit(by: scene.claire, ["personne": scene.amina.personne.text]))
      for _ in 0..<2 {
        let page = try await scene.viePrivee.showMesDonnees(scene.visit(by: scene.amina)).html()
        #expect(page.contains("Claire D. a regardé comment vous entrez"))
        let others = try await scene.viePrivee.showMesDonnees(scene.visit(by: scene.bruno)).html()
        #expect(others.contains("Personne d’autre que vous"))
        _ = try await TraceChain.append(in: scene.house.database)
      }
      // Whoever opened them may leave: that it was opened stays.
      try await scene.erased(scene.claire, at: scene.now)
      let after = try await scene.viePrivee.showMesDonnees(scene.visit(by: scene.amina)).html()
      #expect(after.contains("une personne partie a regardé comment vous entrez"))
      let english = try await scene.viePrivee.showMesDonnees(scene.visit(by: scene.amina, in: .en)).html(.en)
      #expect(english.contains("looked at how you come in"))
    }
  }

  @Test func `une salle qui ne garde rien de vous n’est pas racontée`() async throws {
    try await withScene(.sqlite) { scene in
      let page = try await scene.viePrivee.showMesDonnees(scene.visit(by: scene.amina)).html()
      #expect(!page.contains("La copie de vos données</summary>"))
      _ = try await scene.viePrivee.askCopie(scene.visit(by: scene.amina))
      let again = try await scene.viePrivee.showMesDonnees(scene.visit(by: scene.amina)).html()
      #expect(again.contains("La copie de vos données</summary>"))
    }
  }
}
