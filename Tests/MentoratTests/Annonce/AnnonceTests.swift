import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct AnnonceTests {
  @Test(arguments: Engine.allCases) func `une seule annonce part à l’ouverture, aucune en dehors`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      func announce(_ now: Instant) async throws -> Int {
        try await lieu.mentorat.announceArrivals(for: .house(.echeances), at: now)
      }
      for rang in 1...3 { _ = try await lieu.send("Message \(rang).", at: .fevrier(1, 19 + rang)) }
      for now in [Instant.fevrier(1, 22), .fevrier(2, 3), .fevrier(2, 8) - .milliseconds(1)] {
        #expect(try await announce(now) == 0)
      }
      #expect(try await announce(.fevrier(2, 8)) == 1)
      for now in [Instant.fevrier(2, 8), .fevrier(2, 8, 1), .fevrier(2, 12)] { #expect(try await announce(now) == 0) }
      let plis = try await scene.plis(to: lieu.marc.personne).filter { $0.words.contains("On vous a écrit") }
      #expect(plis.count == 1)
      #expect(!plis.contains { $0.words.contains("Message 1") || $0.words.contains("Nour") }, "it says nothing of them")

      // Seen while it was open: nothing is announced the next day.
      _ = try await lieu.send("Vu.", at: .fevrier(2, 10))
      _ = try await lieu.fil(of: lieu.marc, at: .fevrier(2, 11))
      _ = try await lieu.fil(of: lieu.marc, at: .fevrier(3, 8))
      #expect(try await announce(.fevrier(3, 8, 1)) == 0)
      // A server that was down at the opening announces when it comes back, inside the hours only.
      _ = try await lieu.send("Encore.", at: .fevrier(3, 20))
      #expect(try await announce(.fevrier(4, 19)) == 0)
      #expect(try await announce(.fevrier(5, 9)) == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `une réponse s’annonce quand elle arrive, pas avant`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Comment dire non ?", at: .fevrier(1, 17))
      let question = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 17)).first)
      _ = try await lieu.answer(question, "Qu’est-ce qui vous retient ?", at: .fevrier(1, 17, 30))
      func announce(_ now: Instant) async throws -> Int {
        try await lieu.mentorat.announceArrivals(for: .house(.echeances), at: now)
      }
      // Tuesday at nine, two opening hours later. At eight the mentor is told of nothing: they had come by.
      #expect(try await announce(.fevrier(2, 9) - .milliseconds(1)) == 0)
      #expect(try await announce(.fevrier(2, 9)) == 1)
      #expect(try await scene.plis(to: lieu.nour.personne).filter { $0.words.contains("vous a écrit") }.count == 1)
      // Withdrawn before it arrives: never announced.
      _ = try await lieu.answer(question, "Autre chose.", at: .fevrier(2, 17, 50))
      _ = try await lieu.send("Une autre.", at: .fevrier(2, 17, 55))
      _ = try await lieu.mentorat.end(
        lieu.binome, by: lieu.nour, geste: .make(at: .fevrier(2, 18)), at: .fevrier(2, 18))
      #expect(try await announce(.fevrier(3, 9)) == 0)
    }
  }
}
