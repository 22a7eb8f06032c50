import Crypto
import Foundation

/// A secret that opens something: 192 random bits, given once to its bearer; only its fingerprint is stored.
package struct Token: Sendable, Equatable {
  /// URL-safe text, 32 characters.
  package let text: String

  package static func random() -> Token {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<24).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return Token(text: Data(bytes).base64URL)
  }

  /// What someone presents. nil when it cannot be one of ours, so that nothing long or odd reaches the store.
  package init?(presented text: String) {
    guard text.utf8.count == 32, text.utf8.allSatisfy(\.isURLSafe) else { return nil }
    self.text = text
  }

  private init(text: String) { self.text = text }

  /// SHA-256, hexadecimal: a stolen table opens nothing.
  package var fingerprint: String { Array(SHA256.hash(data: Data(text.utf8))).hexadecimal }
}

/// Six digits, easy to read aloud and to type on another device.
package struct ShortCode: Sendable, Equatable {
  package let text: String

  package static func random() -> ShortCode {
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<6).map { _ in String(Int.random(in: 0...9, using: &generator)) }
    return ShortCode(text: digits.joined())
  }

  /// Spaces are forgiven; anything but six digits is not a code.
  package init?(typed text: String) {
    let digits = text.filter { !$0.isWhitespace }
    guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.text = digits
  }

  private init(text: String) { self.text = text }

  /// "123 456", as it is shown.
  package var spaced: String { text.prefix(3) + "\u{a0}" + text.suffix(3) }
}

extension Data {
  package var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Without padding, as browsers write it; nil when it is not base64.
  package init?(base64URL text: String) {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    self.init(base64Encoded: standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4))
  }
}

extension UInt8 {
  fileprivate var isURLSafe: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
