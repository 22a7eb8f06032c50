/// A moment of universal time, in milliseconds since 1970-01-01T00:00:00Z, as it is stored.
package struct Instant: Sendable, Hashable, Comparable, Codable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  package static func + (instant: Instant, duration: Duration) -> Instant {
    Instant(milliseconds: instant.milliseconds + duration.milliseconds)
  }

  package static func - (instant: Instant, duration: Duration) -> Instant {
    Instant(milliseconds: instant.milliseconds - duration.milliseconds)
  }

  /// How long from `other` to this one; negative when `other` is later.
  package static func - (instant: Instant, other: Instant) -> Duration {
    .milliseconds(instant.milliseconds - other.milliseconds)
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
