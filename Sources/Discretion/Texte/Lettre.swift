import Foundation

/// What a scalar is once folded: lower case, no accent, one sign for each family of signs.
enum Lettre {
  static let apostrophe = UInt16(ascii: "'")
  static let tiret = UInt16(ascii: "-")
  static let espace = UInt16(ascii: " ")
  static let ligne = UInt16(ascii: "\n")

  /// Folded ASCII: capitals become small, controls become spaces.
  static let ascii: [UInt16] = (0..<128).map { value in
    switch value {
    case 0x41...0x5A: UInt16(value + 32)
    case 0x0A, 0x0D: ligne
    case 0..<0x20, 0x7F: espace
    case 0x60: apostrophe
    default: UInt16(value)
    }
  }

  /// Empty for marks nobody sees, which must hide nothing.
  static func fold(_ scalar: Unicode.Scalar) -> [UInt16] {
    let value = scalar.value
    return value < table.count ? table[Int(value)] : fold(beyondTable: scalar)
  }

  static func isLetter(_ unit: UInt16) -> Bool {
    unit < 0x80 ? unit >= 0x61 && unit <= 0x7A : unit != Pli.symbole && unit >= 0xC0
  }

  static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  static func isAlphanumeric(_ unit: UInt16) -> Bool { isLetter(unit) || isDigit(unit) }

  static func isSpace(_ unit: UInt16) -> Bool { unit == espace || unit == ligne }

  /// Latin, Greek, Cyrillic and general punctuation, folded once.
  private static let table: [[UInt16]] = (0..<0x2100).map { value in
    Unicode.Scalar(UInt32(value)).map(fold(beyondTable:)) ?? []
  }

  private static func fold(beyondTable scalar: Unicode.Scalar) -> [UInt16] {
    if scalar.isASCII { return [ascii[Int(scalar.value)]] }
    if let sign = sign(scalar) { return sign }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .surrogate, .unassigned, .privateUse: return []
    case .spaceSeparator: return [espace]
    case .lineSeparator, .paragraphSeparator: return [ligne]
    case .dashPunctuation: return [tiret]
    default: break
    }
    // NFKD: an accent leaves its letter, a full-width or mathematical letter becomes the plain one.
    let plain = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
    let units = plain.unicodeScalars.compactMap { part -> UInt16? in
      if part.properties.generalCategory == .nonspacingMark { return nil }
      if part.isASCII { return ascii[Int(part.value)] }
      return part.properties.isAlphabetic && part.value <= 0xFFFF ? UInt16(part.value) : Pli.symbole
    }
    return units.isEmpty ? [Pli.symbole] : units
  }

  private static func sign(_ scalar: Unicode.Scalar) -> [UInt16]? {
    switch scalar {
    case "’", "‘", "‛", "ʼ", "´", "′", "＇": [apostrophe]
    case "«", "»", "“", "”", "„", "‟", "″": [UInt16(ascii: "\"")]
    case "…", "․", "。": [UInt16(ascii: ".")]
    case "−": [tiret]
    case "œ", "Œ": [UInt16(ascii: "o"), UInt16(ascii: "e")]
    case "æ", "Æ": [UInt16(ascii: "a"), UInt16(ascii: "e")]
    case "ø", "Ø": [UInt16(ascii: "o")]
    case "ł", "Ł": [UInt16(ascii: "l")]
    case "đ", "Đ", "ð", "Ð": [UInt16(ascii: "d")]
    case "ı": [UInt16(ascii: "i")]
    case "\u{85}": [ligne]
    default: nil
    }
  }
}

extension UInt16 {
  init(ascii scalar: Unicode.Scalar) { self = UInt16(scalar.value) }
}
