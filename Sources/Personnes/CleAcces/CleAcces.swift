import Base
import Foundation
import Html
import Temps
import Web

package enum CleAccesTag {}
package typealias CleAccesID = ID<CleAccesTag>

/// A passkey, as its owner sees it.
struct CleAcces: Sendable, Equatable {
  /// How many one person may have.
  static let maximum = 10

  let id: CleAccesID
  /// "Téléphone", "Firefox, Linux": the owner's own word.
  let nom: String
  let synchronisee: Bool
  let creee: Instant
  let servie: Instant?
}

extension PersonnesStore {
  func cles(of personne: PersonneID, for viewer: Viewer, in tx: Transaction) throws -> [CleAcces] {
    guard viewer.personne == personne else { throw Absent() }
    return try tx.all(
      "SELECT id, nom, synchronisee, creee, servie FROM cle_acces WHERE personne = \(personne) ORDER BY creee, id"
    ) { row in
      let id: CleAccesID = try row[0]
      let nom = try house.vault.open(try row[1] as Sealed, of: .personne(personne), at: Place("cle_acces.nom", id))
      return try CleAcces(id: id, nom: nom ?? "", synchronisee: row[2], creee: row[3], servie: row[4])
    }
  }

  /// The identifiers that a device already holds, so that it makes no second key.
  func cleIdentifiers(of personne: PersonneID, in tx: Transaction) throws -> [String] {
    try tx.all("SELECT identifiant FROM cle_acces WHERE personne = \(personne) ORDER BY creee, id") { try $0[0] }
  }

  /// Whose key this is, and how to check what it signs.
  fileprivate func cle(
    _ identifiant: String, in tx: Transaction
  ) throws -> (id: CleAccesID, personne: PersonneID, cle: Webauthn.Registered)? {
    try tx.first(
      """
      SELECT id, personne, algorithme, cle_publique, compteur, synchronisee FROM cle_acces
      WHERE identifiant = \(identifiant)
      """
    ) { row in
      (
        try row[0], try row[1],
        Webauthn.Registered(
          identifiant: [], algorithme: Int32(try row[2] as Int), clePublique: try row[3] as [UInt8],
          compteur: UInt32(clamping: try row[4] as Int), synchronisee: try row[5])
      )
    }
  }

  /// Whose key has signed this challenge; nil when it is nobody's, or not well signed. The challenge is used up either way.
  func owner(
    of reponse: Assertion, to usage: Defi.Usage, asked personne: PersonneID?, webauthn: Webauthn, in browser: Token,
    at now: Instant, tx: Transaction
  ) throws -> PersonneID? {
    guard let defi = Webauthn.defi(of: reponse.client),
      try consume(defi, for: usage, of: personne, in: browser, at: now, in: tx),
      let found = try cle(reponse.identifiant, in: tx), personne == nil || personne == found.personne
    else {
      try tx.record(Trace("refus:cle", on: usage.rawValue, by: .person(personne ?? .nobody), at: now))
      return nil
    }
    do {
      let compteur = try webauthn.verify(reponse, by: found.cle, defi: defi)
      // A counter that does not grow: the key was copied. Most devices do not count, and say 0 for ever.
      if compteur != 0 || found.cle.compteur != 0, compteur <= found.cle.compteur {
        try tx.record(Trace("refus:cle-copiee", on: found.id, by: .person(found.personne), at: now))
        return nil
      }
      try tx.execute("UPDATE cle_acces SET compteur = \(Int(compteur)), servie = \(now) WHERE id = \(found.id)")
      return found.personne
    } catch is Webauthn.Failure {
      try tx.record(Trace("refus:cle", on: found.id, by: .person(found.personne), at: now))
      return nil
    }
  }
}

extension PersonnesRoom {
  /// What became of a new key.
  enum Inscription: Sendable, Equatable { case gardee, refusee, connue, tropDeCles }

  /// Keeps a key that a device of this person has just made.
  /// - Parameter jeton: the connexion's token from now on: a copy of the earlier one does not become strong with it.
  func register(
    _ reponse: Attestation, nom: String, by visitor: Visitor, jeton: Token, in browser: Token, at now: Instant
  ) async throws -> Inscription {
    let id = CleAccesID.make(at: now)
    return try await house.database.write { [store, house, webauthn] tx in
      guard let defi = Webauthn.defi(of: reponse.client),
        try store.consume(defi, for: .inscription, of: visitor.personne, in: browser, at: now, in: tx),
        let made = try? webauthn.register(attestation: reponse.objet, client: reponse.client, defi: defi)
      else { return .refusee }
      guard try store.cleIdentifiers(of: visitor.personne, in: tx).count < CleAcces.maximum else { return .tropDeCles }
      let owner = Owner.personne(visitor.personne)
      let kept = try tx.execute(
        """
        INSERT INTO cle_acces (id, personne, identifiant, algorithme, cle_publique, compteur, synchronisee, nom, creee)
        VALUES (\(id), \(visitor.personne), \(Data(made.identifiant).base64URL), \(Int(made.algorithme)),
          \(made.clePublique), \(Int(made.compteur)), \(made.synchronisee),
          \(try house.vault.seal(nom, of: owner, at: Place("cle_acces.nom", id))), \(now))
        ON CONFLICT (identifiant) DO NOTHING
        """)
      guard kept == 1 else { return .connue }
      // Making a key shows one's finger or one's code: it is a proof too.
      try store.prove(visitor, forte: true, by: jeton, at: now, in: tx)
      try tx.record(Trace("cle:ajout", on: id, by: visitor.viewer, at: now))
      try store.tellSecurityChange(.cleAjoutee, to: visitor.personne, at: now, in: tx)
      return .gardee
    }
  }

  func remove(_ cle: CleAccesID, of visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { [store] tx in
      guard try tx.execute("DELETE FROM cle_acces WHERE id = \(cle) AND personne = \(visitor.personne)") == 1 else {
        throw Absent()
      }
      try tx.record(Trace("cle:retrait", on: cle, by: visitor.viewer, at: now))
      try store.tellSecurityChange(.cleRetiree, to: visitor.personne, at: now, in: tx)
    }
  }

  func rename(_ cle: CleAccesID, _ nom: String, by visitor: Visitor) async throws {
    try await house.database.write { [house] tx in
      let sealed = try house.vault.seal(nom, of: .personne(visitor.personne), at: Place("cle_acces.nom", cle))
      let renamed = try tx.execute(
        "UPDATE cle_acces SET nom = \(sealed) WHERE id = \(cle) AND personne = \(visitor.personne)")
      guard renamed == 1 else { throw Absent() }
    }
  }

  /// Offers no passkey any more.
  func declineCle(by visitor: Visitor) async throws {
    try await house.database.write { tx in
      _ = try tx.execute("INSERT INTO cle_declinee (personne) VALUES (\(visitor.personne)) ON CONFLICT DO NOTHING")
    }
  }

  /// Enters by a passkey; nil when it opens nothing.
  func enter(
    with reponse: Assertion, in browser: Token, navigateur: String, at now: Instant
  ) async throws -> Token? {
    let connexion = NewConnexion(by: .cle, in: browser, navigateur, at: now)
    return try await house.database.write { [store, webauthn] tx in
      let personne = try store.owner(
        of: reponse, to: .connexion, asked: nil, webauthn: webauthn, in: browser, at: now, tx: tx)
      guard let personne else { return nil }
      try store.insert(connexion, of: personne, in: tx)
      return connexion.jeton
    }
  }
}
