import Base
import Crypto
import CryptoExtras
import Foundation

@testable import Personnes

/// A security key in software: makes keys and signs, honestly or as a test tells it to.
struct Authentificateur: Sendable {
  enum Algorithme: Sendable, CaseIterable { case es256, eddsa, rs256 }

  private enum Cle: Sendable {
    case es256(P256.Signing.PrivateKey)
    case eddsa(Curve25519.Signing.PrivateKey)
    case rs256(_RSA.Signing.PrivateKey)
  }

  /// What an answer says besides its signature; each test changes one thing.
  struct Dires: Sendable {
    var origin = "https://accompagner.example"
    var domaine = "accompagner.example"
    var type: String?
    var drapeaux: UInt8?
    var compteur: UInt32 = 0
    var crossOrigin = false
  }

  let identifiant: [UInt8]
  private let cle: Cle

  init(_ algorithme: Algorithme = .es256) throws {
    var generator = SystemRandomNumberGenerator()
    identifiant = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    cle =
      switch algorithme {
      case .es256: .es256(.init())
      case .eddsa: .eddsa(.init())
      case .rs256: .rs256(try .init(keySize: .bits2048))
      }
  }

  var id: String { Data(identifiant).base64URL }

  func make(_ defi: Token, _ dires: Dires = Dires()) throws -> Attestation {
    let cose = try cose
    let attested =
      [UInt8](repeating: 0, count: 16) + [UInt8(identifiant.count >> 8), UInt8(identifiant.count & 255)] + identifiant
      + cose
    let donnees = header(dires, 0x45) + attested
    let objet = Cbor.map([
      (Cbor.text("fmt"), Cbor.text("none")), (Cbor.text("attStmt"), Cbor.map([])),
      (Cbor.text("authData"), Cbor.bytes(donnees)),
    ])
    return Attestation(client: client(defi, dires.type ?? "webauthn.create", dires), objet: objet)
  }

  func sign(_ defi: Token, _ dires: Dires = Dires()) throws -> Assertion {
    let donnees = header(dires, 0x05)
    let client = client(defi, dires.type ?? "webauthn.get", dires)
    let message = Data(donnees) + Data(SHA256.hash(data: Data(client)))
    let signature: [UInt8] =
      switch cle {
      case .es256(let key): Array(try key.signature(for: message).derRepresentation)
      case .eddsa(let key): Array(try key.signature(for: message))
      case .rs256(let key):
        Array(try key.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5).rawRepresentation)
      }
    return Assertion(identifiant: id, client: client, donnees: donnees, signature: signature)
  }

  private func header(_ dires: Dires, _ drapeaux: UInt8) -> [UInt8] {
    let compteur = withUnsafeBytes(of: dires.compteur.bigEndian) { Array($0) }
    return Array(SHA256.hash(data: Data(dires.domaine.utf8))) + [dires.drapeaux ?? drapeaux] + compteur
  }

  private func client(_ defi: Token, _ type: String, _ dires: Dires) -> [UInt8] {
    let challenge = Data(defi.text.utf8).base64URL
    return Array(
      """
      {"type":"\(type)","challenge":"\(challenge)","origin":"\(dires.origin)","crossOrigin":\(dires.crossOrigin)}
      """.utf8)
  }

  private var cose: [UInt8] {
    get throws {
      switch cle {
      case .es256(let key):
        let point = Array(key.publicKey.rawRepresentation)
        return Cbor.map([
          (Cbor.int(1), Cbor.int(2)), (Cbor.int(3), Cbor.int(-7)), (Cbor.int(-1), Cbor.int(1)),
          (Cbor.int(-2), Cbor.bytes(Array(point.prefix(32)))), (Cbor.int(-3), Cbor.bytes(Array(point.suffix(32)))),
        ])
      case .eddsa(let key):
        return Cbor.map([
          (Cbor.int(1), Cbor.int(1)), (Cbor.int(3), Cbor.int(-8)), (Cbor.int(-1), Cbor.int(6)),
          (Cbor.int(-2), Cbor.bytes(Array(key.publicKey.rawRepresentation))),
        ])
      case .rs256(let key):
        let primitives = try key.publicKey.getKeyPrimitives()
        return Cbor.map([
          (Cbor.int(1), Cbor.int(3)), (Cbor.int(3), Cbor.int(-257)),
          (Cbor.int(-1), Cbor.bytes(Array(primitives.modulus))),
          (Cbor.int(-2), Cbor.bytes(Array(primitives.publicExponent))),
        ])
      }
    }
  }
}

/// Enough of RFC 8949 to write what a security key writes.
private enum Cbor {
  static func int(_ value: Int) -> [UInt8] { value >= 0 ? head(0, value) : head(1, -1 - value) }
  static func bytes(_ value: [UInt8]) -> [UInt8] { head(2, value.count) + value }
  static func text(_ value: String) -> [UInt8] { head(3, value.utf8.count) + Array(value.utf8) }
  static func map(_ pairs: [([UInt8], [UInt8])]) -> [UInt8] { head(5, pairs.count) + pairs.flatMap { $0.0 + $0.1 } }

  private static func head(_ major: UInt8, _ value: Int) -> [UInt8] {
    switch value {
    case 0..<24: [major << 5 | UInt8(value)]
    case 24..<256: [major << 5 | 24, UInt8(value)]
    default: [major << 5 | 25, UInt8(value >> 8), UInt8(value & 255)]
    }
  }
}
