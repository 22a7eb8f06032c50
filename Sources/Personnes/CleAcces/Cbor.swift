/// Walks CBOR (RFC 8949) as a device writes it, without believing what it says of its own size. libfido2 reads the rest
/// with libcbor, which reserves memory for any length that a few bytes claim: nothing reaches it that was not walked here.
struct Cbor: Sendable {
  private let bytes: ArraySlice<UInt8>
  private(set) var place: Int

  /// Deep enough for what a security key writes.
  private static let depth = 4

  struct Malformed: Error, Equatable {}

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == bytes.endIndex }

  private enum Kind: UInt8 { case unsigned, negative, bytes, text, array, map, tag, simple }

  /// Passes over one item, whatever it is.
  mutating func skip(depth: Int = depth) throws {
    guard depth > 0 else { throw Malformed() }
    let (kind, value) = try head()
    switch kind {
    case .unsigned, .negative, .simple: return
    case .bytes, .text: place += try count(value, each: 1)
    case .array: for _ in 0..<(try count(value, each: 1)) { try skip(depth: depth - 1) }
    case .map:
      for _ in 0..<(try count(value, each: 2)) {
        try skip(depth: depth - 1)
        try skip(depth: depth - 1)
      }
    case .tag: throw Malformed()
    }
  }

  /// What a key of the map that begins here names, when it is a string of bytes; passes over the whole map.
  mutating func bytes(named name: String) throws -> ArraySlice<UInt8>? {
    let (kind, value) = try head()
    guard kind == .map else { throw Malformed() }
    var found: ArraySlice<UInt8>?
    for _ in 0..<(try count(value, each: 2)) {
      if try text() == name {
        let start = place
        let (kind, value) = try head()
        guard kind == .bytes, found == nil else { throw Malformed() }
        let length = try count(value, each: 1)
        found = bytes[place..<place + length]
        place = start
      }
      try skip()
    }
    return found
  }

  private mutating func text() throws -> String {
    let (kind, value) = try head()
    guard kind == .text else { throw Malformed() }
    let length = try count(value, each: 1)
    defer { place += length }
    return String(decoding: bytes[place..<place + length], as: UTF8.self)
  }

  /// A length that the bytes left can hold, and no other.
  private func count(_ value: UInt64, each size: Int) throws -> Int {
    guard value <= UInt64((bytes.endIndex - place) / size) else { throw Malformed() }
    return Int(value)
  }

  /// The kind of an item, and its number: a value, or how many follow. Lengths left open are refused.
  private mutating func head() throws -> (Kind, UInt64) {
    let first = try byte()
    guard let kind = Kind(rawValue: first >> 5) else { throw Malformed() }
    let short = first & 0x1f
    guard short >= 24 else { return (kind, UInt64(short)) }
    guard short <= 27 else { throw Malformed() }
    var value: UInt64 = 0
    for _ in 0..<(1 << (short - 24)) { value = value << 8 | UInt64(try byte()) }
    return (kind, value)
  }

  private mutating func byte() throws -> UInt8 {
    guard place < bytes.endIndex else { throw Malformed() }
    defer { place += 1 }
    return bytes[place]
  }
}
