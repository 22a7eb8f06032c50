import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct PresenceTests {
  @Test(arguments: Engine.allCases) func `rien ne dit à l’un si l’autre est là ou s’il a lu`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Comment dire non ?")
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      let (toNour, toMarc) = (
        scene.live.listen(to: "personne:\(lieu.nour.personne)"), scene.live.listen(to: "personne:\(lieu.marc.personne)")
      )
      let before = try await lieu.fil(of: lieu.nour)
      // Marc reads, begins an answer, has it read while he writes, leaves.
      _ = try await lieu.fil(of: lieu.marc)
      _ = try await lieu.mentorat.showReponse(lieu.visit(by: lieu.marc, ["message": question.id.text]))
      _ = try await lieu.mentorat.readAgain(lieu.visit(by: lieu.marc, form: [("libre", "Qu’est-ce qui…")]))
      _ = try await lieu.mentorat.showChemin(lieu.visit(by: lieu.marc))
      #expect(try await lieu.fil(of: lieu.nour) == before)
      let page = try await lieu.fil(of: lieu.marc)
      _ = try await lieu.fil(of: lieu.nour)
      _ = try await lieu.mentorat.readAgain(lieu.visit(by: lieu.nour, form: [("libre", "Et si…")]))
      #expect(try await lieu.fil(of: lieu.marc) == page)
      // What waits in Marc's hands says nothing to Nour's pages either.
      _ = try await lieu.answer(question, "Qu’est-ce qui vous retient ?")
      #expect(try await lieu.fil(of: lieu.nour) == before)
      scene.live.send(ServerEvent("fin", ""), to: "personne:\(lieu.nour.personne)")
      scene.live.send(ServerEvent("fin", ""), to: "personne:\(lieu.marc.personne)")
      for stream in [toNour, toMarc] {
        var events: [String] = []
        for await event in stream {
          events.append(event.name)
          if event.name == "fin" { break }
        }
        #expect(events == ["fin"])
      }
    }
  }

  @Test(arguments: Engine.allCases) func `à reprendre en séance est une réponse à part entière`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Comment dire non ?", at: Scene.now - .minutes(30))
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      let sent = try await lieu.answer(question, "", seance: true)
      #expect(sent.code == 200)
      #expect(
        sent.html().contains("Il partira lundi 1er février à 10:30"), "it takes its time like any answer")
      #expect(!(try await lieu.fil(of: lieu.nour)).contains("À reprendre en séance"))
      let page = try await lieu.fil(of: lieu.nour, at: .fevrier(1, 11))
      #expect(page.contains("À reprendre en séance") && page.contains("Parlons-en à notre prochaine séance."))
      #expect(try await lieu.messages(of: lieu.nour, at: .fevrier(1, 11)).last?.genre == .seance)
    }
  }
}
