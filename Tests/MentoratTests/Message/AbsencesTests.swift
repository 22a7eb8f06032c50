import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct AbsencesTests {
  private static func absence(_ first: String, _ last: String, at now: Instant) throws -> AbsenceSaisie {
    try AbsenceSaisie(FormData(pairs: [("premier", first), ("dernier", last)]), today: Jour(now, in: .paris))
  }

  @Test(arguments: Engine.allCases)
  func `plusieurs messages qui attendent gardent leur ordre et leur borne après une absence`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      for rang in 1...5 { _ = try await lieu.send("Message \(rang).", at: .fevrier(1, 20, rang)) }
      func arrivals() async throws -> [Instant] {
        try await lieu.messages(of: lieu.nour, at: .fevrier(1, 21)).map(\.arrivee)
      }
      let two = [Instant.fevrier(2, 8), .fevrier(3, 8)]
      #expect(try await arrivals() == [two[0], two[0], two[0], two[1], two[1]])
      let days = try Self.absence("2027-02-02", "2027-02-04", at: .fevrier(1, 21))
      _ = try await lieu.mentorat.add(days, by: lieu.marc, geste: .make(at: Scene.now), at: .fevrier(1, 21))
      let later = [Instant.fevrier(5, 8), .fevrier(8, 8)]
      #expect(try await arrivals() == [later[0], later[0], later[0], later[1], later[1]])
    }
  }

  @Test(arguments: Engine.allCases) func `un pont de quatre jours se dit d’avance`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      // Away on the Friday and the Monday around a weekend.
      for day in ["2027-02-05", "2027-02-08"] {
        _ = try await lieu.mentorat.add(
          try Self.absence(day, "", at: Scene.now), by: lieu.marc, geste: .make(at: Scene.now), at: Scene.now)
      }
      #expect(
        try await lieu.fil(of: lieu.nour, at: .fevrier(4, 18)).contains("pourra vous lire dès mardi 9 février à 08:00"))
    }
  }

  @Test(arguments: [
    ("2027-02-02", "2027-02-01"), ("2027-01-01", "2027-01-02"), ("2027-02-30", ""), ("", ""),
    ("2027-02-02", "2027-12-02"),
  ])
  func `une absence impossible revient avec ce qui était écrit`(first: String, last: String) async throws {
    try await withScene(.sqlite) { scene in
      let lieu = try await scene.accompagnement()
      let answer = try await lieu.mentorat.addAbsence(
        lieu.visit(by: lieu.marc, form: [("premier", first), ("dernier", last)]))
      #expect(answer.code == 422 && answer.html().contains("Donnez un premier jour"))
    }
  }

  /// Somebody who leaves the page open in the evening is not called by it.
  @Test(arguments: Engine.allCases) func `une page ouverte le soir ne signale rien au mentor`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let stream = scene.live.listen(to: "personne:\(lieu.marc.personne)")
      _ = try await lieu.mentorat.suggestDate(
        lieu.visit(by: lieu.nour, form: [("jour", "2027-02-18"), ("heure", "17:00")], at: .fevrier(1, 22)))
      scene.live.send(ServerEvent("fin", ""), to: "personne:\(lieu.marc.personne)")
      for await event in stream {
        #expect(event.name == "fin")
        break
      }
      let mail = try #require(
        try await scene.plis(to: lieu.marc.personne).last { $0.words.contains("propose une date") })
      #expect(mail.apres == .fevrier(2, 8), "told at the opening, not at ten in the evening")
    }
  }
}
