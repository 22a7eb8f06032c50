import Foundation
import Temps
import Testing

@Suite struct JourTests {
  /// Counts on its fingers, one day after the other.
  private struct WallCalendar {
    var year = 1970
    var month = 1
    var day = 1
    var weekday = 4
    var weekYear = 1970
    var week = 1

    var iso: String { isoDay((year * 100 + month) * 100 + day) }

    var lastOfMonth: Int {
      if month == 2 { return year % 4 == 0 && year != 2100 ? 29 : 28 }
      return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    mutating func turn() {
      day += 1
      if day > lastOfMonth { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
      weekday = weekday % 7 + 1
      if weekday == 1 { turnWeek() }
    }

    /// Week 1 is the one that holds 4 January.
    private mutating func turnWeek() {
      if month == 12 && day >= 29 { return (weekYear, week) = (year + 1, 1) }
      if month == 1 && day <= 4 { return (weekYear, week) = (year, 1) }
      week += 1
    }
  }

  private func agrees(_ jour: Jour, _ wall: WallCalendar) -> Bool {
    let week = "\(wall.weekYear)-W" + (wall.week < 10 ? "0\(wall.week)" : "\(wall.week)")
    return jour.year == wall.year && jour.month == wall.month && jour.day == wall.day
      && jour.weekday == wall.weekday && jour.weekId == week
      && jour.iso == wall.iso && Jour(wall.iso) == jour && jour.monthId == wall.iso.prefix(7)
  }

  @Test func `de 1970 à 2100, chaque jour est celui du calendrier mural`() {
    var wall = WallCalendar()
    var jour = Jour(number: 0)
    var wrong: [String] = []
    while wall.year <= 2100 {
      if !agrees(jour, wall) { wrong.append(wall.iso) }
      wall.turn()
      jour = jour.advanced(by: 1)
    }
    #expect(wrong == [])
    #expect(jour.iso == "2101-01-01")
  }

  @Test func `un mois de plus garde le numéro du jour, ou prend le dernier`() throws {
    for (from, months, to) in [
      ("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2028-02-29", 24, "2030-02-28"),
      ("2028-02-29", 48, "2032-02-29"), ("2026-11-30", 3, "2027-02-28"), ("2027-12-15", 1, "2028-01-15"),
      ("2027-03-31", -1, "2027-02-28"), ("2027-01-10", -13, "2025-12-10"), ("2027-08-31", 0, "2027-08-31"),
    ] {
      #expect(try #require(Jour(from)).advanced(byMonths: months).iso == to, "\(from) \(months)")
    }
  }

  @Test func `le dernier jour de chaque mois existe, le suivant non`() {
    for year in [1, 1900, 2000, 2024, 2026, 9999] {
      for month in 1...12 {
        let days = (1...32).filter { Jour(year: year, month: month, day: $0) != nil }
        let next = Jour(year: year, month: month, day: days.count)?.advanced(by: 1)
        #expect(days == Array(1...days.count))
        #expect(next?.day == 1)
      }
    }
  }

  @Test func `ajouter des jours puis compter l’écart rend le même nombre`() throws {
    let jour = try #require(Jour("2026-11-21"))
    for days in stride(from: -200_000, through: 200_000, by: 997) {
      let other = jour.advanced(by: days)
      #expect(jour.distance(to: other) == days)
      #expect(Jour(year: other.year, month: other.month, day: other.day) == other)
      #expect((jour < other) == (days > 0))
    }
    #expect(jour.advanced(by: 10).iso == "2026-12-01")
    #expect(jour.weekId == "2026-W47")
  }

  @Test(arguments: [
    "", "2026-11-2", "2026-11-021", "26-11-21", "2026/11/21", "2026-11-31", "2026-02-29", "2026-13-01", "2026-00-10",
    "2026-01-00", "0000-01-01", "+026-01-01", "-026-01-01", "2026-11-21 ", "2026-11-2١", "2026-11-21T",
  ])
  func `un jour mal écrit, ou qui n’existe pas, est refusé`(iso: String) {
    #expect(Jour(iso) == nil)
  }

  @Test func `un jour s’écrit et se relit`() throws {
    let jours = [try #require(Jour("0001-01-01")), try #require(Jour("2024-02-29")), try #require(Jour("9999-12-31"))]
    let written = try JSONEncoder().encode(jours)
    #expect(String(decoding: written, as: UTF8.self) == #"["0001-01-01","2024-02-29","9999-12-31"]"#)
    #expect(try JSONDecoder().decode([Jour].self, from: written) == jours)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Jour].self, from: Data(#"["2026-02-30"]"#.utf8)) }
  }
}
