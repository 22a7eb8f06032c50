import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct FinTests {
  @Test(arguments: Engine.allCases, [true, false])
  func `chacun met fin au binôme et ce qui attendait n’est pas remis`(engine: Engine, byMentor: Bool) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let evening = Instant.fevrier(1, 20)
      _ = try await lieu.send("Canariremis, comment dire non ?")
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      try await lieu.write(
        "Canarireponse, qu’en pensez-vous ?", by: lieu.marc, answering: question, at: .fevrier(1, 17))
      _ = try await lieu.send("Canariattend, et encore une question.", at: evening)

      let (ends, other) = byMentor ? (lieu.marc, lieu.nour) : (lieu.nour, lieu.marc)
      #expect(
        try await lieu.mentorat.showFin(lieu.visit(by: lieu.nour, at: evening)).html().contains("ne sera pas remis"))
      #expect(try await lieu.end(by: ends, at: evening) == lieu.path("?fait=fin"))
      let told = try await scene.plis(to: other.personne).filter { $0.courriel.sujet.contains("prend fin") }
      #expect(told.count == 1 && told[0].words.contains(ends.prenom) && !told[0].words.contains("Canari"))

      // Long after the opening at which it would have been read.
      let later = evening + .days(20)
      #expect(try await lieu.read(by: lieu.nour, at: later) == ["Canariremis", "Canariattend", "Canarireponse"])
      #expect(try await lieu.read(by: lieu.marc, at: later) == ["Canariremis", "Canarireponse"])
      #expect(try await lieu.fil(of: lieu.nour, at: later).contains("N’a pas été remis : il reste à vous."))
      try await lieu.expectsClosed(at: later)
      let export = try await lieu.mentorat.giveMarkdown(lieu.visit(by: lieu.nour, at: later))
      let text = String(decoding: export.file, as: UTF8.self)
      #expect(text.contains("Canariattend") && text.contains("Canariremis") && text.contains("Canarireponse"))
      #expect(try await lieu.mentorat.announceArrivals(for: .house(.echeances), at: later) == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `une réponse qui attend reste au mentor seul`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Canariremis, comment dire non ?")
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      try await lieu.write("Canarireponse, qu’en pensez-vous ?", by: lieu.marc, answering: question)
      _ = try await lieu.end(by: lieu.nour, at: Scene.now + .minutes(1))
      let later = Scene.now + .days(20)
      #expect(try await lieu.read(by: lieu.nour, at: later) == ["Canariremis"])
      #expect(try await lieu.read(by: lieu.marc, at: later) == ["Canariremis", "Canarireponse"])
    }
  }

  @Test(arguments: Engine.allCases) func `tous les deux à la fois, il prend fin une fois`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let mails = try await scene.plis().count
      try await together(6) { rang in
        _ = try await lieu.end(by: rang.isMultiple(of: 2) ? lieu.marc : lieu.nour, at: Scene.now + .milliseconds(rang))
      }
      #expect(try await scene.count("SELECT count(*) FROM fait WHERE nom = 'fin'") == 2)
      #expect(try await scene.traces().count { $0.geste == "fin" } == 1)
      #expect(try await scene.plis().count == mails + 1, "whoever was quicker writes to the other")
    }
  }

  @Test(arguments: Engine.allCases) func `retirer après la fin ne dit pas que c’est remis`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let evening = Instant.fevrier(1, 20)
      _ = try await lieu.send("Canariattend, et encore une question.", at: evening)
      let message = try #require(try await lieu.messages(of: lieu.nour, at: evening).first)
      _ = try await lieu.end(by: lieu.marc, at: evening + .minutes(1))
      // The page was still open.
      let answer = try await lieu.mentorat.withdrawMessage(
        lieu.visit(by: lieu.nour, ["message": message.id.text], at: evening + .minutes(2)))
      #expect(answer.location != lieu.path("?fait=arrive"), "it was not delivered, and never will be")
      #expect(try await lieu.read(by: lieu.marc, at: evening + .days(1)) == [])
    }
  }

  @Test(arguments: Engine.allCases) func `un binôme se termine avant d’être signé, et peut se reformer`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement(signed: false)
      #expect(try await lieu.end(by: lieu.nour, at: Scene.now) == lieu.path("?fait=fin"))
      await #expect(throws: Absent.self) { _ = try await lieu.sign(by: lieu.marc) }
      let again = try await lieu.mentorat.pair(
        lieu.marc, lieu.nour, in: lieu.dispositif, by: lieu.odile, at: Scene.now + .days(1))
      #expect(again != lieu.binome)
    }
  }
}

extension Accompagnement {
  fileprivate func end(by visitor: Visitor, at now: Instant) async throws -> String? {
    try await mentorat.endBinome(visit(by: visitor, at: now, geste: .make(at: now))).location
  }

  /// The first word of each message that somebody may read, as their path shows them.
  fileprivate func read(by visitor: Visitor, at now: Instant) async throws -> [String] {
    let page = try await mentorat.showChemin(visit(by: visitor, at: now)).html()
    let found = try await messages(of: visitor, at: now).compactMap { $0.texte?[.libre].split(separator: ",").first }
    for word in ["Canariremis", "Canariattend", "Canarireponse"] {
      #expect(page.contains(word) == found.contains { $0 == word }, "\(word)")
    }
    return found.map(String.init).sorted { Self.rang($0) < Self.rang($1) }
  }

  private static func rang(_ word: String) -> Int {
    ["Canariremis", "Canariattend", "Canarireponse"].firstIndex(of: word) ?? 9
  }

  /// Nobody writes, answers, points elsewhere, dates or agrees any more.
  fileprivate func expectsClosed(at now: Instant) async throws {
    let before = try await state()
    for visitor in [nour, marc] {
      await #expect(throws: Refus.self) { try await self.write("Encore un mot.", by: visitor, at: now) }
      let answer = try await mentorat.sendMessage(
        visit(by: visitor, form: [("libre", "Encore un mot.")], at: now, geste: .make(at: now)))
      #expect(answer.code == 422 && answer.html().contains("Encore un mot.") && answer.html().contains("a pris fin"))
      for (route, result) in await answers(to: visitor, at: now) where route.isPost {
        #expect(result.failure == nil || result.failure is Absent, "\(route.path)")
      }
      #expect(try await fil(of: visitor, at: now).contains("On n’écrit plus ici."))
    }
    #expect(try await state() == before)
  }
}
