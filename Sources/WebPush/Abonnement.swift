import Crypto

/// Where the notices of one browser go, and what seals them for it alone: a `PushSubscription`, as the browser gives it.
package struct Abonnement: Sendable, Hashable, Codable {
  /// The address at its push service. Whoever knows it may write there: it is kept as a secret.
  package let adresse: String
  /// The browser's public key: an uncompressed point of P-256, 65 bytes.
  package let cle: [UInt8]
  /// Shared with the browser: 16 bytes.
  package let secret: [UInt8]

  /// Why a subscription is not kept.
  package enum Refus: Error, Equatable {
    /// Not what a browser gives.
    case illisible
    /// Well made, and at a service that is not on the list.
    case passeurInconnu
  }

  /// Longest address taken, in bytes. Those in use are under 600.
  package static let plusLongueAdresse = 2048

  /// - Parameters:
  ///   - p256dh: base64url, without padding.
  ///   - auth: the same.
  /// - Throws: `Refus`.
  package init(adresse: String, p256dh: String, auth: String, chez passeurs: Passeurs) throws(Refus) {
    guard adresse.utf8.count <= Self.plusLongueAdresse, p256dh.utf8.count <= 100, auth.utf8.count <= 40,
      let origine = Self.origine(of: adresse), let cle = [UInt8](base64Url: p256dh), cle.count == 65, cle[0] == 4,
      // Reads the point, and refuses one that is not on the curve.
      (try? P256.KeyAgreement.PublicKey(x963Representation: cle)) != nil,
      let secret = [UInt8](base64Url: auth), secret.count == 16
    else { throw .illisible }
    guard passeurs.accept(origine) else { throw .passeurInconnu }
    self.adresse = adresse
    self.cle = cle
    self.secret = secret
  }

  /// "https://fcm.googleapis.com": for whom a signature is good, and what the list knows.
  package var origine: String { Self.origine(of: adresse) ?? "" }

  /// nil for anything but a scheme, a place, and a path written in plain signs.
  private static func origine(of adresse: String) -> String? {
    guard adresse.utf8.allSatisfy(isPlain) else { return nil }
    for schema in ["https://", "http://"] where adresse.hasPrefix(schema) {
      let rest = adresse.dropFirst(schema.count)
      guard let slash = rest.firstIndex(of: "/"), slash > rest.startIndex, rest[slash...].count > 1 else { return nil }
      return schema + rest[..<slash]
    }
    return nil
  }

  private static func isPlain(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?=&%;,+!$'()*@".utf8.contains(octet)
    }
  }
}
