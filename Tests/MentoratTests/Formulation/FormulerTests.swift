import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct FormulerTests {
  @Test(arguments: Engine.allCases) func `la question s’écrit en quatre temps, ou librement`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let page = try await lieu.fil(of: lieu.nour)
      for label in ["La situation", "Ce que j’ai essayé", "Ce que j’en pense", "Ma question", "Écrire librement"] {
        #expect(page.contains(label), "\(label)")
      }
      let framed = [
        ("situation", "On me confie un dossier de plus."), ("essai", "J’ai dit oui."), ("pensee", "C’était trop vite."),
        ("question", "Comment prendre le temps de répondre ?"),
      ]
      #expect(try await lieu.mentorat.sendMessage(lieu.visit(by: lieu.nour, form: framed)).code == 200)
      #expect(try await lieu.send("Sans cadre, je me demande comment dire non.", at: .fevrier(1, 9, 1)).code == 200)
      let read = try await lieu.messages(of: lieu.marc, at: .fevrier(1, 9, 1))
      #expect(read.first?.texte?.parties == [.situation, .essai, .pensee, .question])
      #expect(read.last?.texte?.parties == [.libre])
      let thread = try await lieu.fil(of: lieu.marc, at: .fevrier(1, 9, 1))
      for words in framed.map(\.1) { #expect(thread.contains(words)) }
      #expect(!thread.contains("Ce que j’ai essayé"), "a mentor is not asked in the frame")
      for blank in ["", "   ", "\n\n"] {
        let empty = try await lieu.send(blank)
        #expect(empty.code == 422 && empty.html().contains("encore vide"))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `demander de décider, ou ordonner, vaut un conseil et part quand même`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let asked = try await lieu.send("Dites-moi quoi faire.")
      #expect(asked.code == 422)
      #expect(
        asked.html().contains("semble laisser la décision au mentor") && asked.html().contains("Dites-moi quoi faire."))
      #expect(try await lieu.messages(of: lieu.nour).isEmpty)
      #expect(try await lieu.send("Dites-moi quoi faire.", averti: true).code == 200)
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      let ordered = try await lieu.answer(question, "Vous devez refuser.")
      #expect(ordered.code == 422 && ordered.html().contains("dit quoi faire"))
      let sent = try await lieu.mentorat.sendReponse(
        lieu.visit(
          by: lieu.marc, ["message": question.id.text], form: [("libre", "Vous devez refuser."), ("averti", "oui")]))
      #expect(sent.code == 200)
      // Whoever calls for help is not told how to ask.
      let cry = try await lieu.send("Je n’en peux plus, je veux mourir. Dites-moi quoi faire.")
      #expect(cry.code == 200 && cry.html().contains("3114"))
    }
  }

  @Test(arguments: Engine.allCases)
  func `les formulations d’une question se relisent côte à côte, par leur auteur seul`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let night = Instant.fevrier(1, 20)
      _ = try await lieu.send("Canaripremiere, que faire de tout cela ?", at: night, averti: true)
      let message = try #require(try await lieu.messages(of: lieu.nour, at: night).first)
      _ = try await lieu.mentorat.changeMessage(
        lieu.visit(
          by: lieu.nour, ["message": message.id.text], form: [("libre", "Canariseconde, qu’est-ce qui me retient ?")],
          at: night + .hours(1)))
      func wordings(_ visitor: Visitor) async throws -> String {
        try await lieu.mentorat.showFormulations(
          lieu.visit(by: visitor, ["message": message.id.text], at: .fevrier(2, 9))
        ).html()
      }
      let page = try await wordings(lieu.nour)
      #expect(page.contains("Canaripremiere") && page.contains("Canariseconde"))
      await #expect(throws: Absent.self) { _ = try await wordings(lieu.marc) }
      let read = try await lieu.fil(of: lieu.marc, at: .fevrier(2, 9))
      #expect(read.contains("Canariseconde") && !read.contains("Canaripremiere"))
    }
  }
}
