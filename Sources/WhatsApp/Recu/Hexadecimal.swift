extension Sequence<UInt8> {
  /// Lower-case hexadecimal, two digits a byte.
  var hexadecimal: String { map { octet in (octet < 16 ? "0" : "") + String(octet, radix: 16) }.joined() }
}
