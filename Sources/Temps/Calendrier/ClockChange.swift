/// The moment when the clocks of a place are moved.
struct ClockChange {
  let instant: Instant
  /// Offsets from universal time, in seconds.
  let from: Int
  let to: Int
  let isSummerTime: Bool

  /// What the clocks showed, had they not been moved.
  var shown: LocalTime { LocalTime(instant, offset: from) }

  /// The yearly rules this change may follow: the last such weekday of the month first, then the nth.
  var yearlyRules: [YearlyRule] {
    let jour = shown.jour
    let isLast = jour.day + 7 > Jour.length(ofMonth: jour.month, year: jour.year)
    let rank = (jour.day - 1) / 7 + 1
    return ((isLast ? [-1] : []) + (rank < 5 ? [rank] : [])).map { week in
      YearlyRule(
        month: jour.month, weekday: jour.weekday, week: week, time: shown.milliseconds, from: from, to: to)
    }
  }
}

/// "The last Sunday of October at three, from +2 to +1".
struct YearlyRule: Hashable {
  let month: Int
  let weekday: Int
  /// 1…4, or -1 for the last of the month.
  let week: Int
  let time: Int64
  let from: Int
  let to: Int

  var recurrence: String {
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(week)\(days[weekday - 1])"
  }
}

extension Fuseau {
  /// The changes of clocks after `from`, up to `to`.
  func changes(from: Instant, to: Instant) -> [ClockChange] {
    var changes: [ClockChange] = []
    var last = from
    while let instant = nextChange(after: last), instant > last, instant <= to {
      let before = offset(at: instant - .seconds(1))
      let change = ClockChange(
        instant: instant, from: before, to: offset(at: instant), isSummerTime: isSummerTime(at: instant))
      // A zone may change its name, or what it calls summer, and move no clock.
      if change.from != change.to { changes.append(change) }
      last = instant
    }
    return changes
  }
}
