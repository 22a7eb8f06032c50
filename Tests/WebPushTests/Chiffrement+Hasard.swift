import Crypto
import WebPush

extension Chiffrement {
  static func random() -> Chiffrement {
    Chiffrement(ephemere: P256.KeyAgreement.PrivateKey(), sel: (0..<16).map { _ in UInt8.random(in: .min ... .max) })
  }
}
