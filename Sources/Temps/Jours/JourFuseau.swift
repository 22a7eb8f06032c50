extension Jour {
  /// The day people of this place live at that moment.
  package init(_ instant: Instant, in fuseau: Fuseau) { self = LocalTime(instant, in: fuseau).jour }

  /// The moment when the clocks of a place show that time on this day; `minute` counts from 00:00, and 1440 is
  /// midnight at the day's end.
  ///
  /// - Where clocks jump forward, the times they jump over do not exist: nil.
  /// - Where clocks are set back, a time comes twice: the first is given.
  /// - A minute outside 0…1440: nil.
  package func instant(atMinute minute: Int, in fuseau: Fuseau) -> Instant? {
    instants(atMinute: minute, in: fuseau).first
  }

  /// When this day begins there: midnight, or the first moment after it where clocks jump over midnight.
  ///
  /// A day that a place skipped altogether begins when the following one does.
  package func start(in fuseau: Fuseau) -> Instant {
    if let midnight = instant(atMinute: 0, in: fuseau) { return midnight }
    let dayBefore = Instant(milliseconds: Int64(number - 1) * LocalTime.dayMilliseconds)
    return fuseau.nextChange(after: dayBefore) ?? dayBefore + .days(1)
  }

  /// Every moment when clocks show that time on this day, in order: none, one or two.
  func instants(atMinute minute: Int, in fuseau: Fuseau) -> [Instant] {
    guard (0...1440).contains(minute) else { return [] }
    let shown = Instant(milliseconds: Int64(number) * LocalTime.dayMilliseconds) + .minutes(minute)
    // No place is a full day away from universal time, and none moves its clocks twice within two days: the offset is
    // the one of the day before, or the one of the day after. Both hold only where clocks are set back, and then the
    // first is the earlier moment.
    let before = fuseau.offset(at: shown - .days(1))
    let after = fuseau.offset(at: shown + .days(1))
    if before == after { return [shown - .seconds(before)] }
    return [before, after].filter { fuseau.offset(at: shown - .seconds($0)) == $0 }
      .map { shown - .seconds($0) }
  }
}

/// What a clock on the wall shows: a day, and milliseconds since that day's 00:00 as if no clock were ever moved.
struct LocalTime {
  static let dayMilliseconds: Int64 = 86_400_000

  let jour: Jour
  let milliseconds: Int64

  init(_ instant: Instant, in fuseau: Fuseau) { self.init(instant, offset: fuseau.offset(at: instant)) }

  /// `offset` in seconds; 0 reads universal time.
  init(_ instant: Instant, offset: Int) {
    let shown = instant.milliseconds + Int64(offset) * 1000
    jour = Jour(number: Int(shown.floored(by: Self.dayMilliseconds)))
    milliseconds = shown.modulo(Self.dayMilliseconds)
  }

  /// Whole minutes since 00:00.
  var minute: Int { Int(milliseconds / 60_000) }
  /// 0…59.
  var second: Int { Int(milliseconds / 1000 % 60) }
}

extension Instant {
  /// "2026-12-03T17:00:00Z": for `datetime` attributes and exports, in universal time, seconds rounded down.
  package var iso: String {
    let universal = LocalTime(self, offset: 0)
    let hour = (universal.minute / 60).padded(2)
    return "\(universal.jour.iso)T\(hour):\((universal.minute % 60).padded(2)):\(universal.second.padded(2))Z"
  }

  /// "2026-12", universal time: names the key of a month.
  package var moisUniversel: String { String(iso.prefix(7)) }
}
