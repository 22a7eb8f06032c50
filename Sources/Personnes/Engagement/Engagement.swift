import Base
import Chartes
import Html
import Temps
import Web

package enum EngagementTag {}
package typealias EngagementID = ID<EngagementTag>

/// Somebody signed one version of the charter, for one role: the exact text, when, in which language, how they had entered.
package struct Engagement: Sendable, Equatable {
  package let id: EngagementID
  package let dispositif: DispositifID
  package let role: Role
  package let numero: Int
  package let langue: Langue
  /// SHA-256 of the signed text, hexadecimal.
  package let empreinte: String
  /// How the person had entered: "lien", "cle"… (`NewConnexion.Moyen`).
  package let acces: String
  package let le: Instant
}

/// A version that waits for somebody's signature, and the one they had signed before.
struct ToSign: Sendable, Equatable {
  let appartenance: Appartenance
  let version: Version
  let signed: Version?
}

extension PersonnesStore {
  private static let columns: SQL = "id, dispositif, role, numero, langue, empreinte, acces, le"

  /// One's own engagements, newest first.
  func engagements(for viewer: Viewer, in tx: Transaction) throws -> [Engagement] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM engagement WHERE personne = \(viewer.personne) ORDER BY le DESC, id
      """, Self.decodeEngagement)
  }

  func engagement(_ id: EngagementID, for viewer: Viewer, in tx: Transaction) throws -> Engagement {
    let found = try tx.first(
      "SELECT \(sql: Self.columns) FROM engagement WHERE id = \(id) AND personne = \(viewer.personne)",
      Self.decodeEngagement)
    guard let found else { throw Absent() }
    return found
  }

  private static func decodeEngagement(_ row: Row) throws -> Engagement {
    try Engagement(
      id: row[0], dispositif: row[1], role: Role(row, 2), numero: row[3], langue: Langue(rawValue: row[4]) ?? .fr,
      empreinte: row[5], acces: row[6], le: row[7])
  }

  /// The newest version that this person signed in this role.
  func signed(
    by personne: PersonneID, _ appartenance: Appartenance, in tx: Transaction
  ) throws -> Int? {
    let found = try tx.first(
      """
      SELECT max(numero) FROM engagement WHERE personne = \(personne)
        AND dispositif = \(appartenance.dispositif) AND role = \(appartenance.role.rawValue)
      """
    ) { row in try row[0] as Int? }
    return found.flatMap { $0 }
  }

  /// What is left to sign, role by role. Those who sign together do it with their pair.
  func toSign(by personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [ToSign] {
    try appartenances(of: personne, in: tx).filter { !$0.role.signeADeux }.compactMap { appartenance in
      let current = try version(of: appartenance.dispositif, at: now, in: tx)
      let last = try signed(by: personne, appartenance, in: tx)
      if last == current.numero { return nil as ToSign? }
      let before = try last.map { try version($0, of: appartenance.dispositif, in: tx) }
      return ToSign(appartenance: appartenance, version: current, signed: before)
    }
  }

  /// The version under which a new act of this person is judged. Throws `Refus` when they have not signed it.
  package func engaged(
    _ personne: PersonneID, as role: Role, in dispositif: DispositifID, at now: Instant, tx: Transaction
  ) throws -> Version {
    let current = try version(of: dispositif, at: now, in: tx)
    let last = try signed(by: personne, Appartenance(dispositif: dispositif, role: role), in: tx)
    let situation = SEngager.Situation(signedVersion: last, currentVersion: current.numero)
    try SEngager.judge(situation, current.parametres).enforced()
    return current
  }
}

extension PersonnesRoom {
  /// Signs the version that was read: if another one came meanwhile, nothing is signed and the new one is shown.
  func sign(
    _ appartenance: Appartenance, numero: Int, empreinte: String, by visitor: Visitor, _ langue: Langue, geste: Geste,
    at now: Instant
  ) async throws -> String {
    let id = EngagementID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [store, house] tx in
      guard visitor.appartenances.contains(appartenance) else { throw Absent() }
      let current = try store.version(of: appartenance.dispositif, at: now, in: tx)
      let texte = try store.texte(
        current.numero, of: appartenance.dispositif, for: appartenance.role, langue, in: tx)
      guard current.numero == numero, let texte, texte.empreinte == empreinte else { return "/engagement?fait=change" }
      let signed = try tx.execute(
        """
        INSERT INTO engagement (id, personne, dispositif, role, numero, langue, empreinte, acces, le)
        VALUES (\(id), \(visitor.personne), \(appartenance.dispositif), \(appartenance.role.rawValue), \(numero),
          \(langue.rawValue), \(empreinte), \(visitor.preuve.moyen), \(now)) ON CONFLICT DO NOTHING
        """)
      guard signed == 1 else { return "/accueil" }
      try house.faits.record(
        Fait(.engagement, of: visitor.personne, about: appartenance.dispositif, by: visitor.viewer, at: now), in: tx)
      try tx.record(Trace("engagement", on: id, by: visitor.viewer, at: now))
      return "/accueil"
    }
  }
}

extension PersonnesStore {
  /// Whether somebody may act under the version in force; for offering only those who can be asked.
  package func isEngaged(
    _ personne: PersonneID, as role: Role, in dispositif: DispositifID, at now: Instant, tx: Transaction
  ) throws -> Bool {
    do {
      _ = try engaged(personne, as: role, in: dispositif, at: now, tx: tx)
      return true
    } catch is Refus { return false }
  }
}
