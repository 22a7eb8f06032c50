import Base
import Personnes
import Temps

/// Workshops and their reports: which one is told, which one waits.
extension ConseilStore {
  /// The report of a workshop; nil when there is none.
  func compteRendu(of atelier: AtelierID, in tx: Transaction) throws -> CompteRenduID? {
    try tx.first("SELECT compte_rendu FROM atelier_compte_rendu WHERE atelier = \(atelier)") { row in try row[0] }
  }

  /// The workshop that a report tells of; nil for any other report.
  func atelier(of rendu: CompteRenduID, in tx: Transaction) throws -> AtelierID? {
    try tx.first("SELECT atelier FROM atelier_compte_rendu WHERE compte_rendu = \(rendu)") { row in try row[0] }
  }

  /// A workshop has one report. From now on it is told.
  func link(_ atelier: AtelierID, to rendu: CompteRenduID, in tx: Transaction) throws {
    try tx.execute("INSERT INTO atelier_compte_rendu (atelier, compte_rendu) VALUES (\(atelier), \(rendu))")
    try tx.execute("UPDATE atelier SET etat = 'tenu' WHERE id = \(atelier)")
  }

  /// Its report was taken back: it waits for one again, and its sheet may be ticked again.
  func unlink(_ atelier: AtelierID, in tx: Transaction) throws {
    try tx.execute("DELETE FROM atelier_compte_rendu WHERE atelier = \(atelier)")
    try tx.execute("UPDATE atelier SET etat = 'publie' WHERE id = \(atelier) AND etat = 'tenu'")
  }

  /// One's own that are over and that no report tells of, oldest first.
  func unreportedAteliers(
    of viewer: Viewer, at now: Instant, in tx: Transaction
  ) throws -> [(id: AtelierID, debut: Instant, titre: String)] {
    guard let conseiller = viewer.personne else { return [] }
    return try tx.all(
      """
      SELECT ate.id, ate.debut, ate.titre FROM atelier ate WHERE ate.conseiller = \(conseiller)
        AND ate.etat = 'publie' AND ate.fin <= \(now)
      ORDER BY ate.debut, ate.id LIMIT 200
      """
    ) { row in (id: try row[0], debut: try row[1], titre: try row[2]) }
  }

  /// How many of one's own acts no report tells of.
  func missingReports(of viewer: Viewer, at now: Instant, in tx: Transaction) throws -> Int {
    try unreported(of: viewer, in: tx).count + unreportedAteliers(of: viewer, at: now, in: tx).count
  }

  /// One's own since a moment, with whether each is told: workshops are acts held like interviews.
  func heldAteliers(
    by conseiller: PersonneID, of dispositif: DispositifID, since first: Instant, at now: Instant, in tx: Transaction
  ) throws -> [(debut: Instant, rendu: Bool)] {
    try tx.all(
      """
      SELECT ate.debut, ate.etat = 'tenu' FROM atelier ate WHERE ate.conseiller = \(conseiller)
        AND ate.dispositif = \(dispositif) AND ate.etat IN ('publie', 'tenu') AND ate.fin <= \(now)
        AND ate.debut >= \(first)
      """
    ) { row in (debut: try row[0], rendu: try row[1]) }
  }

  /// Those that have waited for a report since before a moment, and whose adviser was not reminded.
  func ateliersToRemind(
    before instant: Instant, of dispositif: DispositifID, in tx: Transaction
  ) throws -> [PersonneID: [AtelierID]] {
    let rows = try tx.all(
      """
      SELECT ate.conseiller, ate.id FROM atelier ate WHERE ate.dispositif = \(dispositif)
        AND ate.etat = 'publie' AND ate.fin <= \(instant) AND ate.rappele IS NULL
      ORDER BY ate.fin LIMIT 1000
      """
    ) { row in (try row[0] as PersonneID, try row[1] as AtelierID) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  func noteReminded(_ ateliers: [AtelierID], at now: Instant, in tx: Transaction) throws {
    if ateliers.isEmpty { return }
    try tx.execute("UPDATE atelier SET rappele = \(now) WHERE id IN \(list: ateliers)")
  }
}
