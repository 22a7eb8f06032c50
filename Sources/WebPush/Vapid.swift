import Crypto
import Foundation

/// Who this server is, for push services (RFC 8292): a key that a subscription is made for, and that signs each send.
package struct Vapid: Sendable {
  private let cle: P256.Signing.PrivateKey

  /// A signature is good so long: half of what the standard allows.
  package static let vaut: Int64 = 12 * 3600

  /// The same key for the same seed.
  /// - Parameter graine: 32 secret bytes.
  package init(graine: SymmetricKey) {
    // A seed may fall outside the order of the curve (once in 2³²): one takes the next, as in RFC 9180, 7.1.3.
    var rang: UInt8 = 0
    while true {
      let candidate = HKDF<SHA256>.deriveKey(
        inputKeyMaterial: graine, info: Data("vapid".utf8) + [rang], outputByteCount: 32)
      if let cle = candidate.withUnsafeBytes({ try? P256.Signing.PrivateKey(rawRepresentation: $0) }) {
        self.cle = cle
        return
      }
      rang += 1
    }
  }

  /// What a browser subscribes for (`applicationServerKey`), in base64url.
  package var publique: String { Array(cle.publicKey.x963Representation).base64Url }

  private struct Declaration: Encodable {
    let aud: String
    let exp: Int64
    let sub: String
  }

  /// The `Authorization` of one send.
  /// - Parameters:
  ///   - origine: of the push service: the signature is good nowhere else.
  ///   - contact: where the service finds who we are: our own address.
  ///   - now: seconds since 1970.
  package func authorization(to origine: String, from contact: String, at now: Int64) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let declaration = try encoder.encode(Declaration(aud: origine, exp: now + Self.vaut, sub: contact))
    let head = Array(#"{"typ":"JWT","alg":"ES256"}"#.utf8).base64Url
    let signed = "\(head).\(Array(declaration).base64Url)"
    let signature = try cle.signature(for: Data(signed.utf8))
    return "vapid t=\(signed).\(Array(signature.rawRepresentation).base64Url), k=\(publique)"
  }
}
