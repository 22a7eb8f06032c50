/// A piece of XML as it is being written. Markup is a literal; what comes from data is escaped, or is a number.
struct Xml: ~Copyable {
  private(set) var octets = Octets()

  /// With the line that opens every XML file.
  static var opened: Xml {
    var xml = Xml()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    return xml
  }

  mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { octets.append($0) } }

  /// Made here, of ASCII letters: the name of a column.
  mutating func letters(_ letters: [UInt8]) { letters.withUnsafeBufferPointer { octets.append($0) } }

  mutating func number(_ number: Int) { octets.append(String(number)) }

  /// Finite.
  mutating func number(_ number: Double) { octets.append(number.written) }

  /// For an element or an attribute in double quotes; line breaks and tabs are kept in both.
  mutating func text(_ cleaned: String) {
    guard cleaned.hasByte(where: Self.isSpecial) else { return octets.append(cleaned) }
    for byte in cleaned.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "\n"): raw("&#10;")
      case UInt8(ascii: "\t"): raw("&#9;")
      default: octets.append(byte)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }
}
