import Crypto
import Foundation

/// Seals one notice for one browser (RFC 8291: `aes128gcm` in one record). The service that carries it cannot read it.
package struct Chiffrement: Sendable {
  private let ephemere: P256.KeyAgreement.PrivateKey
  private let sel: [UInt8]

  /// More words than a push service is bound to take.
  package struct TropLong: Error, Equatable {}

  /// Every notice fills a whole number of these, so that its length tells nothing.
  package static let pas = 512
  private static let plusLong = 3584
  private static let enregistrement: [UInt8] = [0, 0, 0x10, 0]

  /// - Parameters:
  ///   - ephemere: drawn for this notice, and used for no other.
  ///   - sel: 16 bytes, drawn for this notice.
  package init(ephemere: P256.KeyAgreement.PrivateKey, sel: [UInt8]) {
    precondition(sel.count == 16, "a salt is 16 bytes")
    self.ephemere = ephemere
    self.sel = sel
  }

  /// What is posted: header, then the sealed words.
  /// - Throws: `TropLong`.
  package func seal(_ clair: [UInt8], for abonnement: Abonnement) throws -> [UInt8] {
    let taille = (clair.count + Self.pas) / Self.pas * Self.pas
    guard taille <= Self.plusLong else { throw TropLong() }
    return try seal(clair, for: abonnement, remplissage: taille - clair.count - 1)
  }

  /// - Parameter remplissage: how many zeros follow the words.
  func seal(_ clair: [UInt8], for abonnement: Abonnement, remplissage: Int) throws -> [UInt8] {
    let (cle, nonce) = try keys(for: abonnement)
    // 2 ends the words of a last record; there is one only.
    let rempli = clair + [2] + [UInt8](repeating: 0, count: remplissage)
    let box = try AES.GCM.seal(rempli, using: cle, nonce: nonce)
    let publique = Array(ephemere.publicKey.x963Representation)
    return sel + Self.enregistrement + [UInt8(publique.count)] + publique + Array(box.ciphertext) + Array(box.tag)
  }

  private func keys(for abonnement: Abonnement) throws -> (SymmetricKey, AES.GCM.Nonce) {
    let autre = try P256.KeyAgreement.PublicKey(x963Representation: abonnement.cle)
    let partage = try ephemere.sharedSecretFromKeyAgreement(with: autre)
    let ikm = partage.hkdfDerivedSymmetricKey(
      using: SHA256.self, salt: abonnement.secret,
      sharedInfo: Data("WebPush: info\0".utf8) + abonnement.cle + ephemere.publicKey.x963Representation,
      outputByteCount: 32)
    func derive(_ info: String, _ count: Int) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(inputKeyMaterial: ikm, salt: sel, info: Data(info.utf8), outputByteCount: count)
    }
    let nonce = derive("Content-Encoding: nonce\0", 12).withUnsafeBytes { Array($0) }
    return (derive("Content-Encoding: aes128gcm\0", 16), try AES.GCM.Nonce(data: nonce))
  }
}
