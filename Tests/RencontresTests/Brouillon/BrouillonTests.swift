import Base
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct BrouillonTests {
  private let words = "Canarimotivation, inachevée"

  @Test(arguments: Engine.allCases) func `le brouillon de la demande se retrouve, à son auteur seul`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let parameters = ["expert": scene.bruno.personne.text]
      let form = [("motivation", words), ("question", "Une ?"), ("question", "Deux ?"), ("suite", "garder")]
      let kept = try await scene.rencontres.sendDemande(scene.visit(by: scene.amina, parameters, form: form))
      #expect(kept.location == "/experts/\(scene.bruno.personne)/demande?fait=garde")
      let page = try await scene.rencontres.showDemande(scene.visit(by: scene.amina, parameters)).html()
      #expect(page.contains(words) && page.contains("Une ?") && page.contains("Deux ?"))
      for (reader, expert) in [(scene.yanis, scene.bruno), (scene.amina, scene.ines)] {
        let other = try await scene.rencontres.showDemande(
          scene.visit(by: reader, ["expert": expert.personne.text])
        ).html()
        #expect(!other.contains(words))
      }
      #expect(!(try await scene.holds("Canarimotivation")))
    }
  }

  @Test(arguments: Engine.allCases) func `le brouillon du bilan se retrouve tel qu’on l’a laissé`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let after = try await scene.rencontre(id).fin
      let form = [("tenue", "oui"), ("humeur", "calme"), ("appris", words), ("remerciement", "")]
      _ = try await scene.rencontres.keepBilan(scene.visit(by: scene.amina, ["id": id.text], form: form, at: after))
      let page = try await scene.rencontres.showBilan(scene.visit(by: scene.amina, ["id": id.text], at: after)).html()
      #expect(page.contains(words))
      #expect(!page.contains("merci pour le temps"), "un merci effacé reste effacé")
      let draft = try await scene.draft(.bilan(of: id), of: scene.amina)
      #expect(draft.raw("humeur") == "calme" && !draft.has("_geste"))
      #expect(!(try await scene.holds("Canarimotivation")))
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui part efface son brouillon`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let parameters = ["expert": scene.bruno.personne.text]
      _ = try await scene.rencontres.keepDemande(
        scene.visit(by: scene.amina, parameters, form: [("motivation", words)]))
      let id = try await scene.agree()
      #expect(try await scene.draft(.demande(to: scene.bruno.personne), of: scene.amina) == .empty)
      let after = try await scene.rencontre(id).fin
      _ = try await scene.rencontres.keepBilan(
        scene.visit(by: scene.amina, ["id": id.text], form: [("appris", words)], at: after))
      try await scene.rencontres.review(id, appris: "Fini.", merci: "Merci.", by: scene.amina, at: after)
      #expect(try await scene.count("SELECT count(*) FROM brouillon") == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `le dernier brouillon remplace le premier`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      for text in ["premier", "deuxième", "troisième"] {
        _ = try await scene.rencontres.keepDemande(
          scene.visit(by: scene.amina, ["expert": scene.bruno.personne.text], form: [("motivation", text)]))
      }
      #expect(
        try await scene.draft(.demande(to: scene.bruno.personne), of: scene.amina).text("motivation") == "troisième")
      #expect(try await scene.count("SELECT count(*) FROM brouillon") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `on ne dit pas gardé ce qui ne l’est pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let long = String(repeating: "a", count: 70_000)
      let answer = try? await scene.rencontres.keepDemande(
        scene.visit(by: scene.amina, ["expert": scene.bruno.personne.text], form: [("motivation", long)]))
      let kept = try await scene.draft(.demande(to: scene.bruno.personne), of: scene.amina).text("motivation") == long
      let saysKept = answer?.location?.contains("fait=garde") ?? false
      #expect(kept == saysKept)
    }
  }
}

extension Scene {
  fileprivate func draft(_ brouillon: Brouillon, of author: Visitor) async throws -> FormData {
    try await read { store, tx in try store.form(brouillon, of: author.personne, in: tx) }
  }
}
