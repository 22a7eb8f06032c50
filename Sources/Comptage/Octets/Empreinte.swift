/// A fingerprint of bytes, against damage, not against malice.
enum Empreinte {
  /// Each step can be undone, so a change inside any one word of eight bytes always shows.
  static func of(_ octets: some Collection<UInt8>) -> UInt64 {
    octets.withContiguousStorageIfAvailable { of(UnsafeRawBufferPointer($0)) } ?? of(Array(octets))
  }

  private static func of(_ octets: UnsafeRawBufferPointer) -> UInt64 {
    var state = step(0x9E37_79B9_7F4A_7C15, UInt64(octets.count))
    let whole = octets.count & ~7
    for at in stride(from: 0, to: whole, by: 8) {
      state = step(state, UInt64(littleEndian: octets.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
    }
    var last: UInt64 = 0
    for at in whole..<octets.count { last = last << 8 | UInt64(octets[at]) }
    return step(step(state, last), 0)
  }

  private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }
}
