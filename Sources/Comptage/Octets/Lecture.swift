/// Bytes being read. What does not read as it was written throws `ComptageError.damaged`.
struct Lecture {
  private let octets: [UInt8]
  private var place = 0
  private let end: Int

  /// Refuses bytes that do not end with their own fingerprint.
  init<T: FixedWidthInteger & UnsignedInteger>(_ octets: [UInt8], sealedAs type: T.Type) throws {
    end = octets.count - T.bitWidth / 8
    guard end >= 0 else { throw ComptageError.damaged }
    let written = octets[end...].reversed().reduce(T(0)) { $0 << 8 | T($1) }
    guard written == T(truncatingIfNeeded: Empreinte.of(octets[..<end])) else { throw ComptageError.damaged }
    self.octets = octets
  }

  mutating func octet() throws -> UInt8 {
    guard place < end else { throw ComptageError.damaged }
    defer { place += 1 }
    return octets[place]
  }

  mutating func number() throws -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try octet()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
    }
    throw ComptageError.damaged
  }

  /// A number of things that each take at least so many bytes: never more than what is left.
  mutating func count(ofBytes width: Int = 1) throws -> Int {
    let value = try number()
    guard value <= UInt64((end - place) / width) else { throw ComptageError.damaged }
    return Int(value)
  }

  mutating func signed() throws -> Int {
    let value = try number()
    return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }

  mutating func text() throws -> String {
    let count = try count()
    defer { place += count }
    guard let text = String(validating: octets[place..<place + count], as: UTF8.self) else {
      throw ComptageError.damaged
    }
    return text
  }

  mutating func all<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) throws -> [T] {
    let width = T.bitWidth / 8
    let count = try count(ofBytes: width)
    defer { place += count * width }
    return octets.withUnsafeBytes { bytes in
      (0..<count).map { T(littleEndian: bytes.loadUnaligned(fromByteOffset: place + $0 * width, as: T.self)) }
    }
  }

  /// Refuses bytes left over.
  func finish() throws {
    guard place == end else { throw ComptageError.damaged }
  }
}
