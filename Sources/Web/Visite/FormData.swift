import Foundation

/// What was typed: names and values of a form or of a query, in order, cleaned of what no text holds.
package struct FormData: Sendable, Equatable {
  package static let empty = FormData(pairs: [])
  private let pairs: [(name: String, value: String)]

  package init(pairs: [(name: String, value: String)]) { self.pairs = pairs }

  /// Reads `application/x-www-form-urlencoded`. Bytes that are not UTF-8 become U+FFFD, never a failure.
  package init(urlEncoded bytes: some Collection<UInt8>, limit: Int = 400) {
    pairs = bytes.split(separator: UInt8(ascii: "&"), maxSplits: limit).prefix(limit).map { pair in
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decode(parts[0]), parts.count == 2 ? Self.decode(parts[1]) : "")
    }
  }

  /// The first value of that name, trimmed; "" when there is none.
  package func text(_ name: String) -> String { raw(name).trimmingCharacters(in: .whitespacesAndNewlines) }

  /// As it was typed, for showing the form again.
  package func raw(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

  package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  package func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

  package func integer(_ name: String) -> Int? { Int(text(name)) }

  /// Names and values worth keeping in a draft: all but the form's own seal.
  package var kept: [[String]] { typed.map { [$0.nom, $0.valeur] } }

  /// What was typed, without the form's own seal.
  package var typed: [(nom: String, valeur: String)] {
    pairs.filter { !$0.name.hasPrefix("_") }.map { (nom: $0.name, valeur: $0.value) }
  }

  /// "mots=pain&page=2": the body of a form, or what follows the "?" of an address.
  package var urlEncoded: String {
    let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
    return pairs.map { pair in
      [pair.name, pair.value].map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        .joined(separator: "=")
    }.joined(separator: "&")
  }

  package static func == (left: FormData, right: FormData) -> Bool {
    left.pairs.elementsEqual(right.pairs) { $0.name == $1.name && $0.value == $1.value }
  }

  private static func decode(_ bytes: some Collection<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var pending = bytes[...]
    while let byte = pending.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(0x20)
      case UInt8(ascii: "%"):
        let digits = pending.prefix(2)
        if digits.count == 2, digits.allSatisfy(\.isHexadecimal),
          let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        {
          decoded.append(value)
          pending = pending.dropFirst(2)
        } else {
          decoded.append(byte)
        }
      default: decoded.append(byte)
      }
    }
    return clean(String(decoding: decoded, as: UTF8.self))
  }

  /// Line breaks become LF; other control characters, which no person types, disappear; letters are composed (NFC).
  static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": kept.append("\n")
      case "\n": if !afterReturn { kept.append("\n") }
      case "\t": kept.append(scalar)
      default: if scalar.value >= 0x20, !(0x7f...0x9f).contains(scalar.value) { kept.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    return String(kept).precomposedStringWithCanonicalMapping
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
