/// A moment of universal time, in milliseconds since 1970-01-01T00:00:00Z, as it is stored.
package struct Instant: Sendable, Hashable, Comparable, Codable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  package static func + (instant: Instant, duration: Duration) -> Instant {
    Instant(milliseconds: instant.milliseconds.addingClamped(duration.milliseconds))
  }

  package static func - (instant: Instant, duration: Duration) -> Instant {
    Instant(milliseconds: instant.milliseconds.addingClamped(-duration.milliseconds))
  }

  /// How long from `other` to this one; negative when `other` is later.
  package static func - (instant: Instant, other: Instant) -> Duration {
    .milliseconds(instant.milliseconds.addingClamped(other.milliseconds == .min ? .max : -other.milliseconds))
  }
}

extension Int64 {
  /// The sum, or the bound it would pass: a number that comes from outside must never stop the server.
  fileprivate func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}

extension Duration {
  package static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
  package static func hours(_ count: Int) -> Duration { .seconds(count * 3600) }

  /// Elapsed time only: a local day may last 23 or 25 hours, see `Jour`.
  package static func days(_ count: Int) -> Duration { .hours(count * 24) }

  /// Whole milliseconds, rounded toward zero.
  package var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

/// Where the present moment comes from. Made once in `vademecum`, fixed in tests; nothing else reads a clock.
package struct Horloge: Sendable {
  private let read: @Sendable () -> Instant

  package init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

  package var now: Instant { read() }
}
