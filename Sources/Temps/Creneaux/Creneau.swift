/// A stretch of time one can book: it starts on a quarter hour of universal time and lasts whole quarter hours.
package struct Creneau: Sendable, Hashable {
  package let start: Instant
  package let minutes: Int

  /// nil when the start is not on a quarter hour, or the length is not a positive number of quarter hours.
  package init?(start: Instant, minutes: Int) {
    guard start.milliseconds.isMultiple(of: Self.quarter), minutes > 0, minutes.isMultiple(of: 15) else { return nil }
    self.start = start
    self.minutes = minutes
  }

  /// The first moment after the slot.
  package var end: Instant { start + .minutes(minutes) }

  /// The quarter hours it takes, counted from 1970-01-01T00:00Z, the last one not included: two slots of one person
  /// may not share any.
  package var quartsHeure: Range<Int64> {
    start.milliseconds.floored(by: Self.quarter)..<end.milliseconds.floored(by: Self.quarter)
  }

  /// Slots that only touch do not overlap.
  package func overlaps(_ other: Creneau) -> Bool { quartsHeure.overlaps(other.quartsHeure) }

  private static let quarter: Int64 = 900_000
}

extension Creneau: Comparable {
  package static func < (left: Creneau, right: Creneau) -> Bool {
    (left.start, left.minutes) < (right.start, right.minutes)
  }
}

extension Creneau {
  /// The slot between two times on the wall of a place; `minute` counts from 00:00 and the slot ends that day.
  ///
  /// nil unless the clocks show each of its times exactly once and it lasts as long as they say: nobody is invited to
  /// a time that does not exist, comes twice, or is cut by a change of clocks.
  package init?(on jour: Jour, atMinute minute: Int, minutes: Int, in fuseau: Fuseau) {
    guard minutes > 0, let start = jour.onlyInstant(atMinute: minute, in: fuseau),
      jour.onlyInstant(atMinute: minute + minutes - 1, in: fuseau) != nil,
      jour.instant(atMinute: minute + minutes, in: fuseau) == start + .minutes(minutes)
    else { return nil }
    self.init(start: start, minutes: minutes)
  }
}

extension Jour {
  fileprivate func onlyInstant(atMinute minute: Int, in fuseau: Fuseau) -> Instant? {
    let instants = instants(atMinute: minute, in: fuseau)
    return instants.count == 1 ? instants[0] : nil
  }
}
