import Temps

/// What to do of a mail after a try. Pure: the worker adds the delay to its clock.
package enum Reprise: Sendable, Hashable {
  case sent
  case later(Duration)
  /// Given up, with the last code.
  case failed(code: String)

  /// Twelve tries over about forty hours: a relay that is down for a night or a day costs nobody a mail.
  package static let attempts = 12

  /// The first delays stay short: a sign-in link is awaited by somebody at a screen.
  private static let delays: [Duration] = [.minutes(1), .minutes(5), .minutes(15), .hours(1), .hours(3), .hours(6)]

  /// How long to wait after the try number `attempt`, counted from 1; nil when it was the last.
  package static func delay(after attempt: Int) -> Duration? {
    guard attempt < attempts else { return nil }
    return delays[min(max(attempt, 1), delays.count) - 1]
  }

  /// - Parameter attempt: the number of the try that gave `remise`, counted from 1.
  package init(after remise: Remise, attempt: Int) {
    switch remise {
    case .accepted: self = .sent
    case .permanent: self = .failed(code: remise.code ?? "")
    case .temporary, .unreachable:
      self = Self.delay(after: attempt).map(Self.later) ?? .failed(code: remise.code ?? "")
    }
  }
}
