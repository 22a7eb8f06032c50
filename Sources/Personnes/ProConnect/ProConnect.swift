import Base
import Crypto
import Foundation
import Temps
import Web

/// One trip to the provider and back: tied to the browser that left, good once, for ten minutes.
struct AllerProConnect: Sendable, Equatable {
  static let lasts = Duration.minutes(10)

  /// Comes back in the address (`state`): what the browser left with.
  let etat: Token
  /// Comes back inside the signed answer: no other answer fits.
  let nonce: String
  /// Proves to the provider that whoever exchanges the code is whoever asked (PKCE).
  let verifieur: String

  /// The last two are made from the first: nothing of them is stored.
  init(_ etat: Token, vault: Vault) {
    self.etat = etat
    nonce = vault.fingerprint(etat.text, for: "proconnect-nonce")
    verifieur = vault.fingerprint(etat.text, for: "proconnect-verifieur")
  }

  var empreinteDuVerifieur: String { Data(SHA256.hash(data: Data(verifieur.utf8))).base64URL }
}

extension PersonnesStore {
  func insert(
    _ aller: AllerProConnect, linking personne: PersonneID?, in browser: Token, at now: Instant, in tx: Transaction
  ) throws {
    try tx.execute("DELETE FROM proconnect_aller WHERE expire <= \(now)")
    try tx.execute(
      """
      INSERT INTO proconnect_aller (etat, marque, personne, expire)
      VALUES (\(aller.etat.fingerprint), \(browser.fingerprint), \(personne), \(now + AllerProConnect.lasts))
      """)
  }

  /// What a trip was for.
  enum But: Sendable, Equatable {
    case entrer
    case relier(PersonneID)
  }

  /// Uses a trip up; nil when it is unknown, over, used, or another browser's.
  func consume(_ etat: Token, in browser: Token, at now: Instant, in tx: Transaction) throws -> But? {
    let found = try tx.first(
      """
      SELECT personne FROM proconnect_aller
      WHERE etat = \(etat.fingerprint) AND marque = \(browser.fingerprint) AND expire > \(now)
      """
    ) { row in (try row[0] as PersonneID?).map(But.relier) ?? .entrer }
    guard let found, try tx.execute("DELETE FROM proconnect_aller WHERE etat = \(etat.fingerprint)") == 1 else {
      return nil
    }
    return found
  }

  func linked(_ personne: PersonneID, in tx: Transaction) throws -> Instant? {
    try tx.first("SELECT depuis FROM proconnect WHERE personne = \(personne)") { try $0[0] }
  }

  func personne(known identite: Fournisseur.Identite, in tx: Transaction) throws -> PersonneID? {
    try tx.first("SELECT personne FROM proconnect WHERE sujet = \(sujet(identite))") { try $0[0] }
  }

  /// True when this identity now opens this account, and no other.
  func link(_ identite: Fournisseur.Identite, to personne: PersonneID, at now: Instant, in tx: Transaction) throws
    -> Bool
  {
    if let owner = try self.personne(known: identite, in: tx) { return owner == personne }
    try tx.execute("DELETE FROM proconnect WHERE personne = \(personne)")
    return try tx.execute(
      """
      INSERT INTO proconnect (personne, sujet, depuis) VALUES (\(personne), \(sujet(identite)), \(now))
      ON CONFLICT (sujet) DO NOTHING
      """) == 1
  }

  func unlink(_ visitor: Visitor, at now: Instant, in tx: Transaction) throws {
    guard try tx.execute("DELETE FROM proconnect WHERE personne = \(visitor.personne)") == 1 else { throw Absent() }
    try tx.record(Trace("proconnect:retrait", on: visitor.personne, by: visitor.viewer, at: now))
    try tellSecurityChange(.proConnectRetire, to: visitor.personne, at: now, in: tx)
  }

  /// The provider's word for somebody is kept as a keyed fingerprint: the base alone names nobody there.
  private func sujet(_ identite: Fournisseur.Identite) -> String {
    house.vault.fingerprint("\(identite.emetteur)|\(identite.sujet)", for: "proconnect-sujet")
  }
}
