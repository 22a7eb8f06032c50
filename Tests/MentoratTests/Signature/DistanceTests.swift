import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct DistanceTests {
  @Test(arguments: Engine.allCases) func `un mentor qui part à La Réunion déplace ce qui attend, à deux`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let reunion = try #require(Fuseau("Indian/Reunion"))
      let evening = Instant.fevrier(1, 20)
      _ = try await lieu.send("Comment dire non sans me fâcher ?", at: evening)
      #expect(try await lieu.messages(of: lieu.nour, at: evening).map(\.arrivee) == [.fevrier(2, 8)])

      _ = try await lieu.propose(
        ["fuseau": ["Indian/Reunion"], "territoire": ["reunion"], "seance_heure": ["20:00", "20:00"]], by: lieu.marc,
        at: evening)
      _ = try await lieu.sign(by: lieu.marc, at: evening)
      #expect(try await lieu.messages(of: lieu.nour, at: evening).map(\.arrivee) == [.fevrier(2, 8)], "one has signed")
      #expect(try await lieu.sign(by: lieu.nour, at: evening).location == lieu.path("?fait=signee"))
      // 8:00 in Réunion is 5:00 in Paris.
      #expect(try await lieu.messages(of: lieu.nour, at: evening).map(\.arrivee) == [.fevrier(2, 5)])

      let hers = try await lieu.fil(of: lieu.nour, at: evening)
      #expect(hers.contains("mardi 2 février à 05:00 (heure de Paris), soit 08:00 (heure de La Réunion)"))
      let his = try await lieu.fil(of: lieu.marc, at: evening, fuseau: reunion)
      #expect(his.contains("mardi 2 février à 08:00 (heure de La Réunion)") && !his.contains("heure de Paris"))
      let open = try await lieu.fil(of: lieu.marc, at: .fevrier(2, 5), fuseau: reunion)
      #expect(open.contains("Comment dire non sans me fâcher ?"))
      let convention = try await lieu.convention(of: lieu.nour, at: evening)
      #expect(convention.contains("08:00 à 18:00 (heure de La Réunion)"))
    }
  }

  @Test(arguments: Engine.allCases) func `plusieurs messages qui attendent suivent les nouvelles heures, dans l’ordre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let evening = Instant.fevrier(1, 20)
      for rang in 1...4 { _ = try await lieu.send("Une question de plus, la \(rang)e.", at: evening + .minutes(rang)) }
      // Three for each opening: the fourth waits for Wednesday.
      let before = try await lieu.messages(of: lieu.nour, at: evening + .hours(1)).map(\.arrivee)
      #expect(before == [.fevrier(2, 8), .fevrier(2, 8), .fevrier(2, 8), .fevrier(3, 8)])
      let later = evening + .hours(1)
      let afternoons = ["debut": (1...5).map { _ in "14:00" }]
      _ = try await lieu.propose(afternoons, by: lieu.marc, at: later)
      for visitor in [lieu.marc, lieu.nour] { _ = try await lieu.sign(by: visitor, at: later) }
      let after = try await lieu.messages(of: lieu.nour, at: later)
      #expect(after.map(\.arrivee) == [.fevrier(2, 14), .fevrier(2, 14), .fevrier(2, 14), .fevrier(3, 14)])
      #expect(after.map { $0.texte?[.libre].suffix(3) } == ["1e.", "2e.", "3e.", "4e."])
    }
  }

  @Test(arguments: Engine.allCases) func `une absence déplace tout ce qui attend`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let evening = Instant.fevrier(1, 20)
      for rang in 1...2 { _ = try await lieu.send("Une question de plus, la \(rang)e.", at: evening + .minutes(rang)) }
      let away = try await lieu.mentorat.addAbsence(
        lieu.visit(
          by: lieu.marc, form: [("premier", "2027-02-02"), ("dernier", "2027-02-03")], at: evening + .hours(1)))
      #expect(away.location == "/absences?fait=gardee")
      let moved = try await lieu.messages(of: lieu.nour, at: evening + .hours(1)).map(\.arrivee)
      #expect(moved == [.fevrier(4, 8), .fevrier(4, 8)])
    }
  }
}
