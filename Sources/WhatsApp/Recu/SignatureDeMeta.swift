import Crypto
import Foundation

/// The word that Meta puts on what it posts: HMAC-SHA256 of the very bytes, with the app's secret.
package enum SignatureDeMeta: Sendable, Equatable {
  case juste
  /// There is none.
  case absente
  /// Another body's, another app's, or no signature at all.
  case fausse

  /// - Parameters:
  ///   - header: `X-Hub-Signature-256`.
  ///   - corps: as it came: written again, it would sign otherwise.
  package static func judge(_ header: String?, of corps: [UInt8], secret: String) -> SignatureDeMeta {
    guard let header else { return .absente }
    guard header.hasPrefix("sha256="), let code = bytes(header.dropFirst("sha256=".count)) else { return .fausse }
    // Compared in constant time.
    let holds = HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: corps, using: SymmetricKey(data: Data(secret.utf8)))
    return holds ? .juste : .fausse
  }

  /// As Meta would sign it.
  package static func make(of corps: [UInt8], secret: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: corps, using: SymmetricKey(data: Data(secret.utf8)))
    return "sha256=" + Array(code).hexadecimal
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for rang in stride(from: 0, to: 64, by: 2) {
      guard let high = digit(digits[rang]), let low = digit(digits[rang + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ octet: UInt8) -> UInt8? {
    switch octet {
    case 0x30...0x39: octet - 0x30
    case 0x61...0x66: octet - 0x61 + 10
    case 0x41...0x46: octet - 0x41 + 10
    default: nil
    }
  }
}
