import Crypto
import Foundation
import WebPush

/// A browser that subscribes, with the keys it keeps for itself.
package struct NavigateurAbonne: Sendable {
  package let cle = P256.KeyAgreement.PrivateKey()
  package let secret = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
  package var adresse: String

  package init(_ adresse: String = "https://updates.push.services.mozilla.com/wpush/v2/\(UUID())") {
    self.adresse = adresse
  }

  package var privee: String { Array(cle.rawRepresentation).base64Url }
  package var p256dh: String { Array(cle.publicKey.x963Representation).base64Url }
  package var auth: String { secret.base64Url }

  /// As its form sends it.
  package var champs: [(String, String)] { [("adresse", adresse), ("p256dh", p256dh), ("auth", auth)] }

  package func subscribe(chez passeurs: [String] = Passeurs.usuels) throws -> Abonnement {
    try Abonnement(adresse: adresse, p256dh: p256dh, auth: auth, chez: Passeurs(passeurs))
  }

  /// What its worker is given; throws when it was sealed for another.
  package func open(_ corps: [UInt8]) throws -> String {
    let publique = Array(corps[21..<86])
    let autre = try P256.KeyAgreement.PublicKey(x963Representation: publique)
    let ikm = try cle.sharedSecretFromKeyAgreement(with: autre).hkdfDerivedSymmetricKey(
      using: SHA256.self, salt: secret,
      sharedInfo: Data("WebPush: info\0".utf8) + cle.publicKey.x963Representation + publique, outputByteCount: 32)
    func derive(_ info: String, _ count: Int) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: ikm, salt: Array(corps[..<16]), info: Data(info.utf8), outputByteCount: count)
    }
    let nonce = derive("Content-Encoding: nonce\0", 12).withUnsafeBytes { Data($0) }
    let clair = try AES.GCM.open(
      AES.GCM.SealedBox(combined: nonce + Data(corps[86...])), using: derive("Content-Encoding: aes128gcm\0", 16))
    return String(decoding: clair.prefix { $0 != 2 }, as: UTF8.self)
  }
}
