import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

/// Every route that names somebody or something, asked by everybody it is not for.
@Suite struct EtrangersTests {
  @Test(arguments: Engine.allCases) func `une rencontre n’existe pas pour qui n’y a pas part`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let (_, elsewhere) = try await scene.openElsewhere()
      let strangers = [scene.yanis, scene.ines, scene.karim, scene.nadia] + elsewhere
      let routes = scene.routes(with: "{id}")
      try #require(routes.count > 15)
      for (id, now) in try await scene.momentsOfAMeeting() {
        let before = try await scene.state()
        for stranger in strangers {
          for route in routes {
            await #expect(throws: Absent(), "\(route.method) \(route.path)") {
              _ = try await route.answer(scene.attempt(by: stranger, ["id": id.text, "rang": "1"], at: now))
            }
          }
        }
        #expect(try await scene.state() == before, "rien n’a bougé")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `qui accompagne lit, et ne fait rien à la place`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let reading = ["/rencontres/{id}", "/rencontres/{id}/bilan", "/rencontres/{id}/bilan/lecture"]
      let routes = scene.routes(with: "{id}").filter { !reading.contains($0.path) || "\($0.method)" == "POST" }
        .filter { $0.path != "/rencontres/{id}/bilan/lecture" }
      for (id, now) in try await scene.momentsOfAMeeting() {
        let before = try await scene.state()
        for route in routes {
          await #expect(throws: Absent(), "\(route.method) \(route.path)") {
            _ = try await route.answer(scene.attempt(by: scene.claire, ["id": id.text, "rang": "1"], at: now))
          }
        }
        #expect(try await scene.state() == before)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un expert et une personne suivie n’existent pas d’ailleurs`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let (_, elsewhere) = try await scene.openElsewhere()
      let slot = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      let routes = scene.routes(with: "{expert}") + scene.routes(with: "{personne}")
      try #require(routes.count == 5)
      for stranger in elsewhere {
        for route in routes {
          for target in [scene.bruno, scene.amina, scene.claire] {
            await #expect(throws: Absent(), "\(route.method) \(route.path)") {
              _ = try await route.answer(
                scene.visit(
                  by: stranger, ["expert": target.personne.text, "personne": target.personne.text],
                  form: scene.typed(for: slot)))
            }
          }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un identifiant inconnu ou mal écrit est absent`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let unknown = [
        RencontreID.make(at: scene.now).text, "", "1", "null", "../..", scene.amina.personne.text.uppercased(),
        String(repeating: "a", count: 36), "' OR 1=1 --",
      ]
      for text in unknown {
        for route in scene.routes(with: "{") {
          await #expect(throws: Absent(), "\(route.path) \(text)") {
            _ = try await route.answer(
              scene.attempt(
                by: scene.amina, ["id": text, "expert": text, "personne": text, "rang": "1"], at: scene.now))
          }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `chacun ne voit que ses rencontres dans sa liste`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let mine = try await scene.agree()
      let theirs = try await scene.ask(scene.bruno, by: scene.yanis)
      func list(_ visitor: Visitor) async throws -> Set<RencontreID> {
        Set(try await scene.read { store, tx in try store.rencontres(of: visitor.viewer, in: tx).map(\.id) })
      }
      #expect(try await list(scene.amina) == [mine])
      #expect(try await list(scene.yanis) == [theirs])
      #expect(try await list(scene.bruno) == [mine, theirs])
      for other in [scene.ines, scene.claire, scene.karim, scene.nadia] { #expect(try await list(other) == []) }
    }
  }
}

extension Scene {
  fileprivate func routes(with parameter: String) -> [Route] {
    rencontres.routes.filter { $0.path.contains(parameter) }
  }

  /// A request that would be right if its author were.
  fileprivate func attempt(by visitor: Visitor, _ parameters: [String: String], at now: Instant) -> Visit {
    visit(
      by: visitor, parameters,
      form: [
        ("accord", "oui"), ("mot", "Bonjour."), ("tenue", "oui"), ("projet", "confirme"), ("appris", "Tout."),
        ("remerciement", "Merci."), ("reponse", "Lu."), ("posee", "oui"), ("motivation", Distribution.motivation),
        ("creneau", "0"),
      ], body: "{\"type\":\"offre\"}", at: now)
  }

  /// A meeting asked for, one under way, one over, one reviewed: each with a moment at which it is so.
  fileprivate func momentsOfAMeeting() async throws -> [(RencontreID, Instant)] {
    let reviewed = try await agree()
    let end = try await rencontre(reviewed).fin
    try await rencontres.review(reviewed, appris: "Le fournil.", merci: "Merci.", by: amina, at: end)
    let agreed = try await agree(after: end)
    let asked = try await ask(bruno, by: amina, after: end)
    let (debut, fin) = (try await rencontre(agreed).debut, try await rencontre(agreed).fin)
    return [(asked, now), (agreed, debut), (agreed, fin), (reviewed, end)]
  }

  /// What an act of somebody would change.
  fileprivate func state() async throws -> [Int] {
    [
      try await count("SELECT count(*) FROM rencontre WHERE etat = 'acceptee'"),
      try await count("SELECT count(*) FROM rencontre WHERE etat = 'demandee'"),
      try await count("SELECT count(*) FROM annulation"), try await count("SELECT count(*) FROM bilan"),
      try await count("SELECT count(*) FROM bilan WHERE lu IS NOT NULL"),
      try await count("SELECT count(*) FROM question WHERE posee"), try await count("SELECT count(*) FROM presence"),
      try await count("SELECT count(*) FROM brouillon"), try await count("SELECT count(*) FROM courrier"),
      try await count("SELECT count(*) FROM fait"),
    ]
  }
}
