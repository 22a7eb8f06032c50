import Base
import Crypto
import Foundation
import Temps
import Web
import WebPush

package enum AbonnementTag {}
package typealias AbonnementID = ID<AbonnementTag>

/// A device that asked to be told, as its owner sees it.
struct Appareil: Sendable, Equatable {
  /// How many one person may have.
  static let maximum = 10

  let id: AbonnementID
  /// "Firefox, Android"; empty when the browser did not say.
  let navigateur: String
  let depuis: Instant
  /// Whether it is the browser that asks.
  let ici: Bool
  /// SHA-256 of its address, hexadecimal: the page sees whether its browser still has the same.
  let adresse: String
}

extension PersonnesStore {
  func appareils(of personne: PersonneID, in browser: Token, for viewer: Viewer, tx: Transaction) throws -> [Appareil] {
    guard viewer.personne == personne else { throw Absent() }
    return try tx.all(
      """
      SELECT id, navigateur, depuis, marque, contenu FROM abonnement WHERE personne = \(personne) ORDER BY depuis, id
      """
    ) { row in
      let id: AbonnementID = try row[0]
      let adresse = try abonnement(id, row[4], of: personne)?.adresse ?? ""
      return try Appareil(
        id: id, navigateur: row[1], depuis: row[2], ici: row[3] as String == browser.fingerprint,
        adresse: Array(SHA256.hash(data: Data(adresse.utf8))).hexadecimal)
    }
  }

  /// nil when it does not open, or not any more: its owner still sees the device, and may stop it.
  func abonnement(_ id: AbonnementID, _ contenu: Sealed, of personne: PersonneID) throws -> Abonnement? {
    do {
      return try house.vault.open(contenu, of: .personne(personne), at: Place("abonnement.contenu", id)).map {
        try JSONDecoder().decode(Abonnement.self, from: Data($0.utf8))
      }
    } catch  where error is VaultError || error is DecodingError { return nil }
  }

  /// Keeps it in the place of what this browser had, and of what had this address; false when there are too many.
  fileprivate func keep(
    _ abonnement: Abonnement, as id: AbonnementID, of personne: PersonneID, in browser: Token, _ navigateur: String,
    at now: Instant, tx: Transaction
  ) throws -> Bool {
    let empreinte = house.vault.fingerprint(abonnement.adresse, for: "abonnement")
    let others = try tx.first(
      """
      SELECT count(*) FROM abonnement WHERE personne = \(personne) AND marque <> \(browser.fingerprint)
        AND empreinte <> \(empreinte)
      """
    ) { row in try row[0] as Int }
    guard (others ?? 0) < Appareil.maximum else { return false }
    try tx.execute("DELETE FROM abonnement WHERE marque = \(browser.fingerprint) OR empreinte = \(empreinte)")
    let json = String(decoding: try JSONEncoder().encode(abonnement), as: UTF8.self)
    try tx.execute(
      """
      INSERT INTO abonnement (id, personne, marque, empreinte, contenu, navigateur, depuis, vu)
      VALUES (\(id), \(personne), \(browser.fingerprint), \(empreinte),
        \(house.vault.seal(json, of: .personne(personne), at: Place("abonnement.contenu", id))), \(navigateur),
        \(now), \(now))
      """)
    return true
  }

  /// Tells no device of somebody any more, signed in or not.
  /// - Parameter connexion: the one whose browser is still told.
  func endDevices(of personne: PersonneID, but connexion: ConnexionID? = nil, in tx: Transaction) throws {
    try tx.execute(
      """
      DELETE FROM abonnement WHERE personne = \(personne)
        AND marque NOT IN (SELECT marque FROM connexion WHERE id = \(connexion?.text ?? ""))
      """)
  }

  /// Somebody has just entered: others are no longer told in this browser, they still are.
  func greetDevice(_ marque: String, of personne: PersonneID, at now: Instant, in tx: Transaction) throws {
    try tx.execute("DELETE FROM abonnement WHERE marque = \(marque) AND personne <> \(personne)")
    try tx.execute("UPDATE abonnement SET vu = \(now) WHERE marque = \(marque)")
  }
}

extension PersonnesRoom {
  /// Tells this browser from now on; false when this person has as many devices as one may have.
  func subscribe(
    _ abonnement: Abonnement, by visitor: Visitor, in browser: Token, navigateur: String, at now: Instant
  ) async throws -> Bool {
    let id = AbonnementID.make(at: now)
    return try await house.database.write { [store] tx in
      guard try store.keep(abonnement, as: id, of: visitor.personne, in: browser, navigateur, at: now, tx: tx) else {
        return false
      }
      try tx.record(Trace("notifications:ajout", on: id, by: visitor.viewer, at: now))
      return true
    }
  }

  func unsubscribe(_ id: AbonnementID, of visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { tx in
      guard try tx.execute("DELETE FROM abonnement WHERE id = \(id) AND personne = \(visitor.personne)") == 1 else {
        throw Absent()
      }
      try tx.record(Trace("notifications:retrait", on: id, by: visitor.viewer, at: now))
    }
  }
}
