/// What a calendar has to know of a zone to place one event: its VTIMEZONE, right for the year of the event and the
/// years on either side.
struct ZoneRules {
  private let fuseau: Fuseau
  private let before: Int
  private let changes: [ClockChange]
  /// One for each change of the first year; empty when the years differ.
  private let rules: [YearlyRule]

  init(of fuseau: Fuseau, around instant: Instant) {
    let year = LocalTime(instant, in: fuseau).jour.year
    let first = Self.newYear(year - 1)
    self.fuseau = fuseau
    before = fuseau.offset(at: first)
    changes = fuseau.changes(from: first, to: Self.newYear(year + 2))
    rules = Self.rules(of: Dictionary(grouping: changes, by: \.shown.jour.year), first: year - 1)
  }

  private static func newYear(_ year: Int) -> Instant {
    Instant(milliseconds: Int64(Jour.number(year: year, month: 1, day: 1)) * LocalTime.dayMilliseconds)
  }

  private static func rules(of years: [Int: [ClockChange]], first: Int) -> [YearlyRule] {
    let model = years[first] ?? []
    let others = [first + 1, first + 2].map { years[$0] ?? [] }
    guard others.allSatisfy({ $0.count == model.count }) else { return [] }
    let rules = model.compactMap { change in
      change.yearlyRules.first { rule in others.allSatisfy { $0.contains { $0.yearlyRules.contains(rule) } } }
    }
    return rules.count == model.count ? rules : []
  }

  func write(into lines: inout ContentLines) {
    lines.component("VTIMEZONE") { lines in
      lines.add("TZID", .text(fuseau.identifier))
      if rules.isEmpty {
        writeBefore(into: &lines)
        for change in changes { write(change, nil, into: &lines) }
      } else {
        for (change, rule) in zip(changes, rules) { write(change, rule, into: &lines) }
      }
    }
  }

  private func write(_ change: ClockChange, _ rule: YearlyRule?, into lines: inout ContentLines) {
    lines.component(change.isSummerTime ? "DAYLIGHT" : "STANDARD") { lines in
      lines.add("DTSTART", .local(change.shown))
      if let rule { lines.add("RRULE", .token(rule.recurrence)) }
      lines.add("TZOFFSETFROM", .offset(change.from))
      lines.add("TZOFFSETTO", .offset(change.to))
    }
  }

  /// The offset in force until the first change; the only one where clocks are never moved.
  private func writeBefore(into lines: inout ContentLines) {
    lines.component("STANDARD") { lines in
      lines.add("DTSTART", .token("19700101T000000"))
      lines.add("TZOFFSETFROM", .offset(before))
      lines.add("TZOFFSETTO", .offset(before))
    }
  }
}
