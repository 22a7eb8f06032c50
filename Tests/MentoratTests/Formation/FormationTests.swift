import Base
import Chartes
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct FormationTests {
  @Test(arguments: Engine.allCases) func `la charge du mentor est bornée`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      // Marc has one pair; the programme says five.
      for number in 0..<4 {
        let more = try await scene.personnes.seat(
          Distribution.figurant(.accompagne, number), in: lieu.dispositif, suivieBy: nil, at: Scene.now)
        _ = try await lieu.mentorat.pair(lieu.marc, more, in: lieu.dispositif, by: lieu.odile, at: Scene.now)
      }
      let full = try await lieu.mentorat.formBinome(
        lieu.visit(
          by: lieu.odile, form: [("mentor", lieu.marc.personne.text), ("accompagne", lieu.elsa.personne.text)]))
      #expect(full.code == 422)
      #expect(full.html().contains("déjà le plus grand nombre de binômes prévu : 5"))
      #expect(try await lieu.fil(of: lieu.marc).contains("Votre charge : 5 binômes sur 5 au plus"))

      // Three messages for each opening: the fourth waits for the next, and its author knows.
      for rang in 1...3 { _ = try await lieu.send("Message \(rang).", at: .fevrier(1, 19, rang)) }
      let fourth = try await lieu.send("Message 4.", at: .fevrier(1, 20))
      #expect(fourth.html().contains("Marc pourra le lire dès mercredi 3 février à 08:00"))
      #expect(try await lieu.messages(of: lieu.marc, at: .fevrier(2, 18)).count == 3)
      #expect(try await lieu.fil(of: lieu.marc, at: .fevrier(2, 9)).contains("ici, 3 messages sur 3 à cette ouverture"))
      // One taken back leaves its room to the next one written, never to somebody else's load.
      let first = try #require(try await lieu.messages(of: lieu.nour, at: .fevrier(1, 21)).first)
      _ = try await lieu.mentorat.withdrawMessage(
        lieu.visit(by: lieu.nour, ["message": first.id.text], at: .fevrier(1, 21)))
      #expect(try await lieu.send("Message 5.", at: .fevrier(1, 22)).html().contains("mardi 2 février à 08:00"))
    }
  }

  @Test(arguments: Engine.allCases) func `la coordination voit qu’un binôme existe, et rien de ce qu’il s’écrit`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.mentorat.pair(lieu.marc, lieu.elsa, in: lieu.dispositif, by: lieu.odile, at: Scene.now)
      let seal = Geste.make(at: Scene.now)
      let before = try await lieu.mentorat.showBinomes(lieu.visit(by: lieu.odile, geste: seal)).html()
      #expect(before.contains("Marc A.") && before.contains("Nour H.") && before.contains("Signée"))
      #expect(before.contains("Pas encore signée"))
      #expect(before.contains("vendredi 26 février à 17:00 (heure de Paris)"))
      #expect(!before.contains(lieu.binome.text), "not even an address to knock at")
      _ = try await lieu.send("Canarifil, comment dire non ?")
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      _ = try await lieu.answer(question, "Canarireponse, qu’est-ce qui vous retient ?")
      #expect(
        try await lieu.mentorat.showBinomes(lieu.visit(by: lieu.odile, geste: seal)).html() == before,
        "what they write changes nothing of what is shown")
      for visitor in [lieu.odile, lieu.elsa] {
        await #expect(throws: Absent.self) { _ = try await lieu.mentorat.showFil(lieu.visit(by: visitor)) }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un binôme se forme une fois, entre deux personnes du dispositif`(
    engine: Engine
  )
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      func form(_ mentor: Visitor, _ accompagne: Visitor, by visitor: Visitor) async throws -> Answer {
        try await lieu.mentorat.formBinome(
          lieu.visit(
            by: visitor, form: [("mentor", mentor.personne.text), ("accompagne", accompagne.personne.text)],
            geste: .make(at: Scene.now)))
      }
      #expect(try await form(lieu.marc, lieu.nour, by: lieu.odile).html().contains("existe déjà"))
      for (mentor, accompagne) in [(lieu.nour, lieu.marc), (lieu.marc, scene.amina), (scene.bruno, lieu.elsa)] {
        await #expect(throws: Absent.self) { _ = try await form(mentor, accompagne, by: lieu.odile) }
      }
      await #expect(throws: Absent.self) { _ = try await form(lieu.marc, lieu.elsa, by: scene.nadia) }
    }
  }
}
