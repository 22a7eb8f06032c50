import Crypto
import WebPush

/// A browser that subscribes, with the keys it keeps for itself.
struct Navigateur {
  let cle = P256.KeyAgreement.PrivateKey()
  let secret = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
  var adresse = "https://updates.push.services.mozilla.com/wpush/v2/gAAAA-essai_1"

  var privee: String { Array(cle.rawRepresentation).base64Url }
  var p256dh: String { Array(cle.publicKey.x963Representation).base64Url }
  var auth: String { secret.base64Url }

  func subscribe(chez passeurs: [String] = Passeurs.usuels) throws -> Abonnement {
    try Abonnement(adresse: adresse, p256dh: p256dh, auth: auth, chez: Passeurs(passeurs))
  }
}

extension Chiffrement {
  static func random() -> Chiffrement {
    Chiffrement(
      ephemere: P256.KeyAgreement.PrivateKey(), sel: (0..<16).map { _ in UInt8.random(in: .min ... .max) })
  }
}
