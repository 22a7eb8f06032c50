/// Bytes being written: small numbers take few.
struct Ecriture {
  private(set) var octets: [UInt8] = []

  mutating func put(_ octet: UInt8) { octets.append(octet) }

  /// Seven bits a byte, the lowest first.
  mutating func put(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      octets.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    octets.append(UInt8(rest))
  }

  mutating func put(count: Int) { put(number: UInt64(count)) }

  /// Small below zero as well as above.
  mutating func put(signed: Int) { put(number: UInt64(bitPattern: Int64(signed << 1 ^ signed >> 63))) }

  mutating func put(text: String) {
    put(count: text.utf8.count)
    octets.append(contentsOf: text.utf8)
  }

  /// Each of them whole, little end first, after how many they are.
  mutating func put<T: FixedWidthInteger>(all values: [T]) {
    put(count: values.count)
    values.map(\.littleEndian).withUnsafeBytes { octets.append(contentsOf: $0) }
  }

  /// The fingerprint of all that was written, at its end.
  mutating func seal<T: FixedWidthInteger & UnsignedInteger>(as type: T.Type) {
    let empreinte = T(truncatingIfNeeded: Empreinte.of(octets))
    withUnsafeBytes(of: empreinte.littleEndian) { octets.append(contentsOf: $0) }
  }
}
