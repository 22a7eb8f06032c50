extension Json {
  /// These bytes are no JSON (RFC 8259): not UTF-8, cut short, followed by something, or nested beyond reason.
  package struct Illisible: Error, Equatable {}

  /// - Throws: `Illisible`. Nothing else can go wrong, whatever the bytes.
  package init(_ octets: [UInt8]) throws {
    guard String(validating: octets, as: UTF8.self) != nil else { throw Illisible() }
    var lecture = LectureJson(octets)
    self = try lecture.whole()
  }
}

/// Reads bytes known to be UTF-8.
private struct LectureJson {
  /// Real bodies nest some ten deep: no stack is spent on more.
  private static let profondeur = 64

  private let octets: [UInt8]
  private var place = 0

  init(_ octets: [UInt8]) { self.octets = octets }

  mutating func whole() throws -> Json {
    let value = try value(0)
    skipSpace()
    guard place == octets.count else { throw Json.Illisible() }
    return value
  }

  private var next: UInt8? { place < octets.count ? octets[place] : nil }

  private mutating func skipSpace() {
    while let octet = next, [0x20, 0x09, 0x0a, 0x0d].contains(octet) { place += 1 }
  }

  /// Whether this byte comes next; if so it is passed.
  private mutating func passes(_ octet: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: octet) else { return false }
    place += 1
    return true
  }

  private mutating func value(_ depth: Int) throws -> Json {
    guard depth < Self.profondeur else { throw Json.Illisible() }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .objet(try object(depth))
    case UInt8(ascii: "["): return .liste(try list(depth))
    case UInt8(ascii: "\""): return .texte(try string())
    case UInt8(ascii: "t"): return try word("true", .vrai(true))
    case UInt8(ascii: "f"): return try word("false", .vrai(false))
    case UInt8(ascii: "n"): return try word("null", .rien)
    default: return .nombre(try number())
    }
  }

  private mutating func word(_ word: StaticString, _ value: Json) throws -> Json {
    for octet in word.description.utf8 {
      guard next == octet else { throw Json.Illisible() }
      place += 1
    }
    return value
  }

  private mutating func object(_ depth: Int) throws -> [String: Json] {
    var champs: [String: Json] = [:]
    place += 1
    skipSpace()
    if passes("}") { return champs }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw Json.Illisible() }
      let nom = try string()
      skipSpace()
      guard passes(":") else { throw Json.Illisible() }
      champs[nom] = try value(depth + 1)
      skipSpace()
    } while passes(",")
    guard passes("}") else { throw Json.Illisible() }
    return champs
  }

  private mutating func list(_ depth: Int) throws -> [Json] {
    var elements: [Json] = []
    place += 1
    skipSpace()
    if passes("]") { return elements }
    repeat {
      elements.append(try value(depth + 1))
      skipSpace()
    } while passes(",")
    guard passes("]") else { throw Json.Illisible() }
    return elements
  }

  private mutating func number() throws -> String {
    let start = place
    _ = passes("-")
    guard let first = next, (0x30...0x39).contains(first) else { throw Json.Illisible() }
    place += 1
    if first != 0x30 { skipDigits() }
    if passes(".") { try someDigits() }
    if passes("e") || passes("E") {
      if !passes("+") { _ = passes("-") }
      try someDigits()
    }
    return String(decoding: octets[start..<place], as: UTF8.self)
  }

  private mutating func skipDigits() {
    while let octet = next, (0x30...0x39).contains(octet) { place += 1 }
  }

  private mutating func someDigits() throws {
    let start = place
    skipDigits()
    guard place > start else { throw Json.Illisible() }
  }

  private mutating func string() throws -> String {
    place += 1
    var start = place
    var texte = ""
    while let octet = next {
      switch octet {
      case UInt8(ascii: "\""):
        texte += String(decoding: octets[start..<place], as: UTF8.self)
        place += 1
        return texte
      case UInt8(ascii: "\\"):
        texte += String(decoding: octets[start..<place], as: UTF8.self)
        texte.unicodeScalars.append(try escaped())
        start = place
      case 0..<0x20: throw Json.Illisible()
      default: place += 1
      }
    }
    throw Json.Illisible()
  }

  private mutating func escaped() throws -> Unicode.Scalar {
    place += 1
    guard let octet = next else { throw Json.Illisible() }
    place += 1
    switch octet {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(octet)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode()
    default: throw Json.Illisible()
    }
  }

  /// What follows `\u`. Half of a pair, which is nobody's letter, becomes U+FFFD rather than the loss of a message.
  private mutating func unicode() throws -> Unicode.Scalar {
    let first = try fourDigits()
    guard (0xd800...0xdbff).contains(first) else { return Unicode.Scalar(first) ?? "\u{fffd}" }
    let after = place
    guard passes("\\"), passes("u"), case let second = try fourDigits(), (0xdc00...0xdfff).contains(second) else {
      place = after
      return "\u{fffd}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00)) ?? "\u{fffd}"
  }

  private mutating func fourDigits() throws -> UInt32 {
    guard place + 4 <= octets.count else { throw Json.Illisible() }
    let digits = octets[place..<place + 4]
    guard digits.allSatisfy(\.isHexadecimalDigit),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Json.Illisible() }
    place += 4
    return value
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }
}
