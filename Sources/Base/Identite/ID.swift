import NIOConcurrencyHelpers
import Temps

/// The identity of a row: a UUIDv7 in lower case, sortable by the time it was made. `Tag` keeps two kinds from mixing.
package struct ID<Tag>: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  /// nil for anything but a canonical UUID: what comes from a URL is checked here, once.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 36 else { return nil }
    for (index, unit) in text.utf8.enumerated() {
      let dash = index == 8 || index == 13 || index == 18 || index == 23
      guard dash ? unit == UInt8(ascii: "-") : unit.isLowercaseHexadecimal else { return nil }
    }
    self.text = String(text)
  }

  /// A new identity. Made before a transaction begins, never inside one: closures may run again.
  package static func make(at instant: Instant) -> ID {
    var bytes = [UInt8](repeating: 0, count: 16)
    var generator = SystemRandomNumberGenerator()
    for index in 10..<16 { bytes[index] = UInt8.random(in: .min ... .max, using: &generator) }
    let milliseconds = UInt64(max(0, instant.milliseconds))
    for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> UInt64(8 * (5 - index))) }
    let order = rank.next()
    bytes[6] = 0x70 | UInt8(order >> 22)
    bytes[7] = UInt8(truncatingIfNeeded: order >> 14)
    bytes[8] = 0x80 | UInt8(order >> 8 & 0x3f)
    bytes[9] = UInt8(truncatingIfNeeded: order)
    return ID(unchecked: uuid(bytes))
  }

  package var description: String { text }
  package static func < (left: ID, right: ID) -> Bool { left.text < right.text }

  fileprivate init(unchecked text: String) { self.text = text }

  private static func uuid(_ bytes: [UInt8]) -> String {
    var text = ""
    text.reserveCapacity(36)
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append("-") }
      text.append(byte.hexadecimal)
    }
    return text
  }
}

extension ID: Bindable, Column {
  package var bound: Value { .text(text) }

  package init(_ cell: Cell) throws {
    let text = try String(cell)
    guard let id = ID(text) else { throw DatabaseError.decoding("id") }
    self = id
  }
}

extension ID: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let id = ID(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not an id"))
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Two ids of one millisecond keep the order in which they were made here (RFC 9562, 6.2: a counter of 26 bits, in
/// `rand_a` and the head of `rand_b`). It never begins again with the millisecond: acts that run side by side have
/// instants of their own, and each must keep its order.
private let rank = Rank()

private final class Rank: Sendable {
  private let last = NIOLockedValueBox(UInt32.random(in: 0..<(1 << 26)))

  func next() -> UInt32 {
    last.withLockedValue { last in
      last = (last + 1) & 0x3ff_ffff
      return last
    }
  }
}

/// Kinds that every room names. A room declares its own beside its records.
package enum PersonneTag {}
package enum StructureTag {}
package enum DispositifTag {}
package typealias PersonneID = ID<PersonneTag>

extension PersonneID {
  /// For a trace of something asked by nobody known.
  package static let nobody = PersonneID(unchecked: "00000000-0000-7000-8000-000000000000")
}

package typealias StructureID = ID<StructureTag>
package typealias DispositifID = ID<DispositifTag>
