import Base
import CFido2
import Crypto
import Foundation

/// Checks of WebAuthn level 2 (§ 7.1, § 7.2) that libfido2 leaves to the server: what was signed, for whom, by whose hand.
/// Signatures and keys are libfido2's.
struct Webauthn: Sendable {
  /// "https://accompagner.example": where the browser says it was.
  let origin: String
  /// The host of the origin: a key made here answers nowhere else.
  let domaine: String

  init(origin: String) {
    self.origin = origin
    domaine = URL(string: origin)?.host() ?? "localhost"
  }

  /// Why an answer was not accepted. Nobody is told which.
  enum Failure: Error, Equatable {
    case malformed, ceremony, challenge, origin, relyingParty, presence, algorithm, signature
  }

  /// COSE numbers of the signatures we accept: ES256, EdDSA, RS256.
  static let algorithms: [Int32] = [COSE_ES256, COSE_EDDSA, COSE_RS256]

  enum Ceremony: String { case create = "webauthn.create", get = "webauthn.get" }

  /// A key that a device has just made.
  struct Registered: Sendable, Equatable {
    let identifiant: [UInt8]
    let algorithme: Int32
    let clePublique: [UInt8]
    let compteur: UInt32
    /// Whether the device keeps a copy elsewhere: losing it does not lose the key.
    let synchronisee: Bool
  }

  // MARK: Registration

  func register(attestation: [UInt8], client: [UInt8], defi: Token) throws -> Registered {
    try check(client, .create, defi)
    let donnees = try Self.authenticatorData(of: attestation)
    let flags = try check(donnees)
    guard flags.contains(.attested) else { throw Failure.malformed }
    for algorithm in Self.algorithms {
      if let registered = try Self.decode(donnees, as: algorithm, synchronisee: flags.contains(.backedUp)) {
        return registered
      }
    }
    throw Failure.algorithm
  }

  private static func decode(_ donnees: [UInt8], as algorithm: Int32, synchronisee: Bool) throws -> Registered? {
    var credential = fido_cred_new()
    guard let cred = credential else { throw Failure.malformed }
    defer { fido_cred_free(&credential) }
    guard fido_cred_set_type(cred, algorithm) == FIDO_OK,
      fido_cred_set_authdata_raw(cred, donnees, donnees.count) == FIDO_OK,
      let identifiant = bytes(fido_cred_id_ptr(cred), fido_cred_id_len(cred)), identifiant.count <= 1023,
      let cle = bytes(fido_cred_pubkey_ptr(cred), fido_cred_pubkey_len(cred))
    else { return nil }
    return Registered(
      identifiant: identifiant, algorithme: algorithm, clePublique: cle, compteur: fido_cred_sigcount(cred),
      synchronisee: synchronisee)
  }

  private static func bytes(_ pointer: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8]? {
    guard let pointer, count > 0 else { return nil }
    return Array(UnsafeBufferPointer(start: pointer, count: count))
  }

  /// The `authData` of an attestation object. Its statement is not read: we ask for none, and trust no maker.
  static func authenticatorData(of attestation: [UInt8]) throws -> [UInt8] {
    var cbor = Cbor(attestation[...])
    guard let found = try? cbor.bytes(named: "authData"), cbor.isAtEnd else { throw Failure.malformed }
    return Array(found)
  }

  // MARK: Assertion

  /// The counter the device says, once its signature is found good.
  func verify(_ reponse: Assertion, by cle: Registered, defi: Token) throws -> UInt32 {
    try check(reponse.client, .get, defi)
    // No new key comes with an answer: libfido2 would read its bytes as something else, unwalked.
    guard try !check(reponse.donnees).contains(.attested) else { throw Failure.malformed }
    var assertion = fido_assert_new()
    guard let assert = assertion else { throw Failure.malformed }
    defer { fido_assert_free(&assertion) }
    let hash = Array(SHA256.hash(data: Data(reponse.client)))
    guard fido_assert_set_count(assert, 1) == FIDO_OK, fido_assert_set_rp(assert, domaine) == FIDO_OK,
      fido_assert_set_clientdata_hash(assert, hash, hash.count) == FIDO_OK,
      fido_assert_set_authdata_raw(assert, 0, reponse.donnees, reponse.donnees.count) == FIDO_OK,
      fido_assert_set_sig(assert, 0, reponse.signature, reponse.signature.count) == FIDO_OK,
      fido_assert_set_up(assert, FIDO_OPT_TRUE) == FIDO_OK, fido_assert_set_uv(assert, FIDO_OPT_TRUE) == FIDO_OK
    else { throw Failure.malformed }
    guard try Self.verify(assert, cle) == FIDO_OK else { throw Failure.signature }
    return fido_assert_sigcount(assert, 0)
  }

  /// How libfido2 makes, reads and frees a public key of one algorithm.
  private struct PublicKey: Sendable {
    let make: @Sendable () -> OpaquePointer?
    let read: @Sendable (OpaquePointer?, UnsafeRawPointer?, Int) -> Int32
    let free: @Sendable (UnsafeMutablePointer<OpaquePointer?>?) -> Void
  }

  private static let publicKeys: [Int32: PublicKey] = [
    COSE_ES256: PublicKey(make: es256_pk_new, read: es256_pk_from_ptr, free: es256_pk_free),
    COSE_EDDSA: PublicKey(make: eddsa_pk_new, read: eddsa_pk_from_ptr, free: eddsa_pk_free),
    COSE_RS256: PublicKey(make: rs256_pk_new, read: rs256_pk_from_ptr, free: rs256_pk_free),
  ]

  private static func verify(_ assert: OpaquePointer, _ cle: Registered) throws -> Int32 {
    guard let kind = publicKeys[cle.algorithme] else { throw Failure.algorithm }
    var key = kind.make()
    defer { kind.free(&key) }
    guard kind.read(key, cle.clePublique, cle.clePublique.count) == FIDO_OK else { throw Failure.malformed }
    return fido_assert_verify(assert, 0, cle.algorithme, key.map(UnsafeRawPointer.init))
  }

  // MARK: What both have

  private struct ClientData: Decodable {
    let type: String
    let challenge: String
    let origin: String
    let crossOrigin: Bool?
  }

  /// The challenge that these client data say they answer: one of ours, or none.
  static func defi(of client: [UInt8]) -> Token? {
    guard let said = try? JSONDecoder().decode(ClientData.self, from: Data(client)),
      let bytes = Data(base64URL: said.challenge)
    else { return nil }
    return Token(presented: String(decoding: bytes, as: UTF8.self))
  }

  private func check(_ client: [UInt8], _ ceremony: Ceremony, _ defi: Token) throws {
    guard let said = try? JSONDecoder().decode(ClientData.self, from: Data(client)) else { throw Failure.malformed }
    guard said.type == ceremony.rawValue else { throw Failure.ceremony }
    guard said.challenge == defi.challenge else { throw Failure.challenge }
    guard said.origin == origin, said.crossOrigin != true else { throw Failure.origin }
  }

  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let present = Flags(rawValue: 0x01)
    static let verified = Flags(rawValue: 0x04)
    static let backupEligible = Flags(rawValue: 0x08)
    static let backedUp = Flags(rawValue: 0x10)
    static let attested = Flags(rawValue: 0x40)
    static let extended = Flags(rawValue: 0x80)
  }

  /// Authenticator data are for this site, and somebody was there whom the device knows.
  private func check(_ donnees: [UInt8]) throws -> Flags {
    guard donnees.count >= 37 else { throw Failure.malformed }
    guard Array(donnees.prefix(32)) == Array(SHA256.hash(data: Data(domaine.utf8))) else { throw Failure.relyingParty }
    let flags = Flags(rawValue: donnees[32])
    guard flags.contains([.present, .verified]) else { throw Failure.presence }
    if flags.contains(.backedUp), !flags.contains(.backupEligible) { throw Failure.malformed }
    do { try Self.walk(donnees, flags) } catch is Cbor.Malformed { throw Failure.malformed }
    return flags
  }

  /// What follows the counter is whole and ends where it must: the new key, if one is said to be there, then extensions.
  private static func walk(_ donnees: [UInt8], _ flags: Flags) throws {
    var place = 37
    if flags.contains(.attested) {
      // Model (16), length of the identifier (2), identifier.
      guard donnees.count >= place + 18 else { throw Cbor.Malformed() }
      place += 18 + Int(donnees[place + 16]) << 8 + Int(donnees[place + 17])
      guard place < donnees.count else { throw Cbor.Malformed() }
    }
    var cbor = Cbor(donnees[place...])
    if flags.contains(.attested) { try cbor.skip() }
    if flags.contains(.extended) { try cbor.skip() }
    guard cbor.isAtEnd else { throw Cbor.Malformed() }
  }
}

/// What a browser answers to "show that you hold the key", decoded from the hidden field of a form.
struct Assertion: Sendable, Equatable {
  let identifiant: String
  let client: [UInt8]
  let donnees: [UInt8]
  let signature: [UInt8]
}

/// What a browser answers to "make a key".
struct Attestation: Sendable, Equatable {
  let client: [UInt8]
  let objet: [UInt8]
}

extension Assertion {
  init?(_ json: String) {
    struct Fields: Decodable { let id, client, donnees, signature: String }
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(json.utf8)), fields.id.utf8.count <= 1400,
      let client = Data(base64URL: fields.client), let donnees = Data(base64URL: fields.donnees),
      let signature = Data(base64URL: fields.signature)
    else { return nil }
    self.init(identifiant: fields.id, client: Array(client), donnees: Array(donnees), signature: Array(signature))
  }
}

extension Attestation {
  init?(_ json: String) {
    struct Fields: Decodable { let client, objet: String }
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(json.utf8)),
      let client = Data(base64URL: fields.client), let objet = Data(base64URL: fields.objet)
    else { return nil }
    self.init(client: Array(client), objet: Array(objet))
  }
}
