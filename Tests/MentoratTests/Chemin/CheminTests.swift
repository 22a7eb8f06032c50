import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct CheminTests {
  @Test(arguments: Engine.allCases) func `le chemin se relit, se cherche et se marque`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let (question, answer) = try await lieu.exchange()
      let now = Instant.fevrier(1, 12)
      for visitor in [lieu.nour, lieu.marc] {
        let page = try await lieu.mentorat.showChemin(lieu.visit(by: visitor, at: now)).html()
        #expect(page.contains("Où trouver l’ÉLAN") && page.contains("Un élan vient"))
        #expect(page.contains("Après la séance du vendredi 29 janvier"))
        // Accents and capitals do not count; both people's words are looked through.
        for mots in ["élan", "ELAN", "elan", "  Élan "] {
          let found = try await lieu.search(mots, by: visitor, at: now)
          #expect(found.contains("2 passages trouvés."), "\(mots)")
        }
        #expect(try await lieu.search("vient", by: visitor, at: now).contains("1 passage trouvé."))
        #expect(try await lieu.search("introuvable", by: visitor, at: now).contains("0 passage"))
        #expect(try await lieu.search("%", by: visitor, at: now).contains("0 passage"), "no letter stands for another")
      }

      // A mark is its author's own.
      try await lieu.mark(question, "prise-de-conscience", by: lieu.nour, at: now)
      try await lieu.mark(answer, "posture", by: lieu.nour, at: now)
      let hers = try await lieu.mentorat.showChemin(lieu.visit(by: lieu.nour, at: now)).html()
      #expect(hers.contains("Ma marque : Prise de conscience") && hers.contains("Ma marque : Posture"))
      let his = try await lieu.mentorat.showChemin(lieu.visit(by: lieu.marc, at: now)).html()
      #expect(!his.contains("Ma marque : "))
      #expect(try await lieu.search("", marque: "posture", by: lieu.nour, at: now).contains("1 passage trouvé."))
      #expect(try await lieu.search("", marque: "posture", by: lieu.marc, at: now).contains("0 passage"))
      #expect(try await lieu.search("élan", marque: "posture", by: lieu.nour, at: now).contains("1 passage trouvé."))
      #expect(try await lieu.search("trouver", marque: "posture", by: lieu.nour, at: now).contains("0 passage"))

      // Changed, then taken away: one mark for each message, and nothing left of it.
      try await lieu.mark(question, "question", by: lieu.nour, at: now)
      #expect(try await scene.count("SELECT count(*) FROM marque") == 2)
      for message in [question, answer] { try await lieu.mark(message, "", by: lieu.nour, at: now) }
      #expect(try await scene.count("SELECT count(*) FROM marque") == 0)
      #expect(try await scene.traces().allSatisfy { !$0.geste.contains("marque") && !$0.geste.contains("chemin") })
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui n’est pas arrivé ne se cherche ni ne se marque`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let evening = Instant.fevrier(1, 20)
      _ = try await lieu.send("Canariattend, et encore une question.", at: evening)
      let message = try #require(try await lieu.messages(of: lieu.nour, at: evening).first)
      #expect(try await lieu.search("canariattend", by: lieu.nour, at: evening).contains("1 passage trouvé."))
      let early = Instant.fevrier(2, 8) - .milliseconds(1)
      for now in [evening, early] {
        #expect(!(try await lieu.search("canariattend", by: lieu.marc, at: now)).contains("Canariattend"))
        await #expect(throws: Absent.self) { try await lieu.mark(message, "posture", by: lieu.marc, at: now) }
      }
      #expect(try await lieu.search("canariattend", by: lieu.marc, at: .fevrier(2, 8)).contains("1 passage trouvé."))
      // Outside the hours agreed, the mentor's path is closed like the rest.
      let night = try await lieu.search("canariattend", by: lieu.marc, at: .fevrier(2, 20))
      #expect(night.contains("Vos heures de lecture sont fermées") && !night.contains("Canariattend"))
    }
  }

  @Test(arguments: Engine.allCases) func `les mots cherchés ne sont dans aucune adresse`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.exchange()
      let route = try #require(lieu.mentorat.routes.first { $0.path == "/binomes/{id}/chemin/recherche" })
      #expect(route.isPost && route.trace == .aucun)
      let page = try await lieu.search("Canaricherche", by: lieu.nour, at: .fevrier(1, 12))
      for link in page.matches(of: /(?:href|action)="([^"]*)"/) {
        #expect(!link.output.1.lowercased().contains("canari"), "\(link.output.1)")
      }
      #expect(page.contains("method=\"post\" action=\"\(lieu.path("/chemin/recherche"))\""))
      // What stands in the address is not looked for.
      let asked = try await lieu.mentorat.showChemin(
        lieu.visit(by: lieu.nour, query: [("mots", "introuvable")], at: .fevrier(1, 12))
      ).html()
      #expect(asked.contains("Où trouver l’ÉLAN"))
      #expect(!(try await scene.holds("Canaricherche")))
    }
  }
}

extension Accompagnement {
  /// A question and its answer, both arrived on Monday at noon.
  func exchange() async throws -> (question: Message, answer: Message) {
    _ = try await send("Où trouver l’ÉLAN de commencer ?")
    let question = try await messages(of: marc)[0]
    try await write("Un élan vient en marchant.", by: marc, answering: question, at: Scene.now + .minutes(1))
    return (question, try await messages(of: marc)[1])
  }

  func search(_ mots: String, marque: String = "", by visitor: Visitor, at now: Instant) async throws -> String {
    try await mentorat.searchChemin(visit(by: visitor, form: [("mots", mots), ("marque", marque)], at: now)).html()
  }

  func mark(_ message: Message, _ marque: String, by visitor: Visitor, at now: Instant) async throws {
    _ = try await mentorat.markMessage(
      visit(by: visitor, ["message": message.id.text], form: [("marque", marque)], at: now, geste: .make(at: now)))
  }
}
