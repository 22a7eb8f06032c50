import Temps
import Testing

@Suite struct ZoneRulesTests {
  private func lines(_ start: String, _ identifier: String) throws -> [String] {
    CalendrierTests.lines(CalendrierTests.event(at: start, in: try #require(Fuseau(identifier))))
  }

  private func zone(_ lines: [String]) -> [String] {
    Array(lines.drop { $0 != "BEGIN:VTIMEZONE" }.prefix { $0 != "END:VTIMEZONE" }.dropFirst())
  }

  @Test(arguments: [
    ("Indian/Reunion", "+0400", "20261203T210000"), ("Asia/Kathmandu", "+0545", "20261203T224500"),
    ("Pacific/Marquesas", "-0930", "20261203T073000"),
  ])
  func `un lieu sans heure d’été n’a qu’un décalage`(identifier: String, offset: String, local: String) throws {
    let lines = try lines("2026-12-03T17:00:00Z", identifier)
    #expect(
      zone(lines) == [
        "TZID:\(identifier)", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:\(offset)",
        "TZOFFSETTO:\(offset)", "END:STANDARD",
      ])
    #expect(lines.contains("DTSTART;TZID=\(identifier):\(local)"))
  }

  @Test(arguments: [
    ("America/Miquelon", "BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"),
    ("America/New_York", "BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"),
    ("Pacific/Chatham", "BYMONTH=4;BYDAY=1SU", "BYMONTH=9;BYDAY=-1SU"),
  ])
  func `un lieu régulier a une règle par changement`(identifier: String, first: String, second: String) throws {
    let rules = zone(try lines("2026-12-03T17:00:00Z", identifier)).filter { $0.hasPrefix("RRULE") }
    #expect(rules == [first, second].map { "RRULE:FREQ=YEARLY;\($0)" })
  }

  @Test func `un lieu dont les changements suivent la lune a une ligne par changement`() throws {
    let zone = zone(try lines("2027-02-10T17:00:00Z", "Africa/Casablanca"))
    #expect(!zone.contains { $0.hasPrefix("RRULE") })
    #expect(zone.contains("DTSTART:20270207T030000"))
    #expect(zone.contains("DTSTART:20270314T020000"))
    #expect(zone.contains("DTSTART:19700101T000000"))
  }

  @Test func `une seule règle qui manque, et chaque changement est écrit`() throws {
    // In Cairo summer ends after the last Thursday of October: in 2024, that midnight was already in November.
    let zone = zone(try lines("2025-07-10T17:00:00Z", "Africa/Cairo"))
    #expect(!zone.contains { $0.hasPrefix("RRULE") })
    for day in ["20240426", "20241101", "20250425", "20251031", "20260424", "20261030"] {
      #expect(zone.contains("DTSTART:\(day)T000000"))
    }
  }

  @Test func `aux deux dimanches de changement, les heures restent celles du mur`() throws {
    #expect(try lines("2027-03-28T01:00:00Z", "Europe/Paris").contains("DTSTART;TZID=Europe/Paris:20270328T030000"))
    #expect(try lines("2026-10-25T16:00:00Z", "Europe/Paris").contains("DTSTART;TZID=Europe/Paris:20261025T170000"))
  }

  @Test func `dans l’heure doublée, le fichier passe au temps universel`() throws {
    for start in ["2026-10-25T00:15:00Z", "2026-10-25T01:00:00Z", "2026-10-24T23:30:00Z"] {
      let lines = try lines(start, "Europe/Paris")
      #expect(lines.contains("DTSTART:" + start.filter { $0 != "-" && $0 != ":" }))
      #expect(!lines.contains("BEGIN:VTIMEZONE"))
    }
  }
}
