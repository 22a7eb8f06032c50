import Foundation
import Temps
import Testing

/// Places that differ in every way that has ever shifted a meeting: summer time or not, half hours, quarters, the
/// southern hemisphere, a pause for Ramadan, midnights that do not exist.
enum Monde {
  static let fuseaux = [
    "Europe/Paris", "Indian/Reunion", "America/Miquelon", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham",
    "Africa/Casablanca", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Pacific/Marquesas",
    "Asia/Beirut",
  ].compactMap { Fuseau($0) }

  /// Three changes of clocks in Paris: 25 October 2026, 28 March 2027, 31 October 2027.
  static let from = at("2026-10-01T00:00:00Z")
  static let to = at("2027-11-15T00:00:00Z")

  static func at(_ iso: String) -> Instant {
    guard let date = try? Date(iso, strategy: .iso8601) else { preconditionFailure("not a moment: \(iso)") }
    return Instant(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
  }
}

/// What Foundation's own calendar reads on the wall of a place.
struct Mur {
  struct Reading: Equatable {
    let iso: String
    let weekday: Int
    let minute: Int
  }

  private let calendar: Calendar

  init(_ fuseau: Fuseau) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: fuseau.identifier) ?? .gmt
    self.calendar = calendar
  }

  func read(_ instant: Instant) -> Reading {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let parts = calendar.dateComponents([.year, .month, .day, .weekday, .hour, .minute], from: date)
    let day = ((parts.year ?? 0) * 100 + (parts.month ?? 0)) * 100 + (parts.day ?? 0)
    return Reading(
      iso: isoDay(day), weekday: ((parts.weekday ?? 0) + 5) % 7 + 1,
      minute: (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
  }
}

/// "2026-11-21" from 20261121.
func isoDay(_ digits: Int) -> String {
  let text = String(digits + 100_000_000).dropFirst()
  return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
}

@Suite struct MondeTests {
  @Test func `les douze fuseaux sont tous connus`() { #expect(Monde.fuseaux.count == 12) }
}
