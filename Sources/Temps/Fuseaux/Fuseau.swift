import Foundation

/// A place whose clocks people share, named as in the IANA database: "Europe/Paris", "Indian/Reunion".
///
/// The rules of each place come with Foundation: updating the toolchain updates them.
package struct Fuseau: Sendable {
  package let identifier: String
  private let zone: TimeZone

  /// nil when no such place is known. Names that only say an offset ("EST", "GMT+3", "Etc/GMT-4") are refused:
  /// they never change to summer time, and their sign is easily misread.
  package init?(_ identifier: String) {
    guard Self.namesAPlace(identifier), let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  /// Most people's zone, and the one assumed until they choose.
  package static let paris = Fuseau("Europe/Paris")!

  /// "Etc/UTC" is the one offset with a name of its own.
  private static func namesAPlace(_ identifier: String) -> Bool {
    guard identifier.utf8.allSatisfy(isNameUnit), identifier.contains("/") else { return false }
    return identifier == "Etc/UTC" || !(identifier.hasPrefix("Etc/") || identifier.hasPrefix("SystemV/"))
  }

  /// Foundation lets a final NUL through, so the characters are checked here.
  private static func isNameUnit(_ unit: UInt8) -> Bool {
    switch unit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}

extension Fuseau {
  /// Seconds to add to universal time to read the clocks of this place at that moment; positive in the east.
  package func offset(at instant: Instant) -> Int { zone.secondsFromGMT(for: instant.date) }

  /// The next moment when the clocks of this place are moved, strictly after `instant`; nil when none is foreseen.
  func nextChange(after instant: Instant) -> Instant? {
    zone.nextDaylightSavingTimeTransition(after: instant.date).map(Instant.init)
  }

  func isSummerTime(at instant: Instant) -> Bool { zone.isDaylightSavingTime(for: instant.date) }
}

extension Fuseau: Hashable {
  package static func == (left: Fuseau, right: Fuseau) -> Bool { left.identifier == right.identifier }

  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

/// Written as its identifier; an unknown one is a `DecodingError`.
extension Fuseau: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let identifier = try container.decode(String.self)
    guard let fuseau = Fuseau(identifier) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no such time zone")
    }
    self = fuseau
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(identifier)
  }
}

extension Instant {
  fileprivate var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  fileprivate init(_ date: Date) {
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }
}
