import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct TermesTests {
  private static let days = (1...5).map(String.init)

  /// What cannot be agreed, and what of it must still be on the page.
  private static let refused: [(changes: [String: [String]], kept: String)] = [
    (["jour": [], "debut": [], "fin": []], "Du lundi au vendredi"),
    (["debut": days.map { _ in "" }, "fin": days.map { _ in "" }], "Du lundi au vendredi"),
    (["jour": ["6"], "debut": ["09:15"], "fin": ["12:45"]], "value=\"09:15\""),
    (["jour": ["7"], "debut": ["09:15"], "fin": ["12:45"]], "value=\"12:45\""),
    (["debut": ["07:45"] + days.dropFirst().map { _ in "08:00" }], "value=\"07:45\""),
    (["fin": ["18:15"] + days.dropFirst().map { _ in "18:00" }], "value=\"18:15\""),
    (
      [
        "debut": ["17:00"] + days.dropFirst().map { _ in "08:00" },
        "fin": ["09:00"] + days.dropFirst().map { _ in "18:00" },
      ],
      "value=\"17:00\""
    ),
    (["jour": ["1", "1"], "debut": ["08:00", "09:00"], "fin": ["10:00", "11:00"]], "value=\"11:00\""),
    (["jour": ["1", "1"], "debut": ["08:00"], "fin": ["10:00"]], "value=\"08:00\""),
    (["delai": ["0"]], "value=\"0\""), (["delai": ["1"]], "value=\"1\""), (["delai": ["-2"]], "value=\"-2\""),
    (["delai": ["41"]], "value=\"41\""), (["delai": ["deux"]], "value=\"deux\""),
    (["delai": ["99999999999999999999"]], "value=\"99999999999999999999\""), (["delai": [""]], "value=\"730\""),
    (["conservation": ["29"]], "value=\"29\""), (["conservation": ["731"]], "value=\"731\""),
    (["fuseau": ["Mars/Olympus"], "delai": ["7"]], "value=\"7\""), (["fuseau": [""], "delai": ["7"]], "value=\"7\""),
    (["fuseau": ["Etc/GMT-4"], "delai": ["7"]], "value=\"7\""),
    (["territoire": ["atlantide"], "delai": ["7"]], "value=\"7\""),
    (["seance_jour": [], "seance_heure": []], "value=\"730\""),
    (["seance_jour": ["2027-02-26"], "seance_heure": ["17:00"]], "value=\"2027-02-26\""),
    (["seance_jour": ["2027-01-29", "2027-03-13"]], "value=\"2027-03-13\""),
    (["seance_jour": ["2027-01-29", "2027-02-30"]], "value=\"2027-02-30\""),
    (["seance_jour": ["2027-01-29", "29/02/2027"]], "value=\"29/02/2027\""),
    // The clocks of Paris jump over that half hour.
    (["seance_jour": ["2027-03-01", "2027-03-28"], "seance_heure": ["17:00", "02:30"]], "value=\"02:30\""),
    (["seance_jour": ["2027-02-26", "2027-02-26"]], "value=\"2027-02-26\""),
    (["seance_jour": ["2027-01-04", "2027-01-29"]], "value=\"2027-01-04\""),
    (["seance_jour": ["2026-12-01", "2027-01-05"]], "value=\"2026-12-01\""),
    (["seance_jour": ["2030-01-29", "2030-02-26"]], "value=\"2030-02-26\""),
    (["seance_heure": ["17:00", "25:00"]], "value=\"25:00\""),
    (["seance_heure": ["17:00", "17:60"]], "value=\"17:60\""),
  ]

  @Test(arguments: Engine.allCases) func `ce qui ne peut être convenu revient avec ce qui était tapé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      for visitor in [lieu.marc, lieu.nour] {
        for (changes, kept) in Self.refused {
          let answer = try await lieu.propose(changes, by: visitor)
          #expect(answer.code == 422, "\(changes)")
          #expect(answer.html().contains(kept), "\(changes)")
        }
      }
      #expect(try await scene.count("SELECT count(*) FROM convention") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `ce que la charte admet se propose, jusqu’à ses bornes`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let admitted: [[String: [String]]] = [
        ["delai": ["40"]], ["conservation": ["30"]], ["seance_jour": ["2027-01-29", "2027-03-12"]],
        ["jour": ["3"], "debut": ["17:45"], "fin": ["18:00"]],
        ["fuseau": ["Indian/Reunion"], "territoire": ["reunion"]],
        ["territoire": ["alsaceMoselle"], "vendredi_saint": ["oui"]],
      ]
      for changes in admitted {
        #expect(
          try await lieu.propose(changes, by: lieu.nour).location == lieu.path("/convention?fait=proposee"),
          "\(changes)")
      }
      #expect(try await scene.count("SELECT count(*) FROM convention") == 1 + admitted.count)
    }
  }
}
