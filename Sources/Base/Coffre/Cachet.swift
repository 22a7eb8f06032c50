import Crypto
import Foundation

/// The server's own signature of a record (Ed25519, RFC 8032): whoever has the public key can check it without us.
package struct Cachet: Sendable, Equatable {
  /// 64 bytes.
  package let signature: [UInt8]
  /// 32 bytes: kept with the record, so that it verifies after the master key has changed.
  package let clePublique: [UInt8]

  package init(signature: [UInt8], clePublique: [UInt8]) {
    self.signature = signature
    self.clePublique = clePublique
  }

  /// SHA-256 of the public key, hexadecimal: what people compare.
  package var empreinteDeLaCle: String { Array(SHA256.hash(data: Data(clePublique))).hexadecimal }

  package func holds(for bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: clePublique) else { return false }
    return key.isValidSignature(Data(signature), for: Data(bytes))
  }
}

extension Vault {
  /// Signs with a key derived from the master key.
  package func sign(_ bytes: [UInt8]) throws -> Cachet {
    let key = try derivedKey("cachet").signing
    return Cachet(
      signature: Array(try key.signature(for: Data(bytes))), clePublique: Array(key.publicKey.rawRepresentation))
  }
}

extension MasterKey {
  /// The public half of the key that `Vault.sign` signs with: for whoever checks, and needs nothing else of the vault.
  package var clePublique: [UInt8] {
    get throws { Array(try derivedKey("cachet").signing.publicKey.rawRepresentation) }
  }
}

extension SymmetricKey {
  fileprivate var signing: Curve25519.Signing.PrivateKey {
    get throws { try .init(rawRepresentation: withUnsafeBytes { Data($0) }) }
  }
}
