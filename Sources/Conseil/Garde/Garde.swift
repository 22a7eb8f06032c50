import Base
import Chartes
import Personnes
import Temps
import Web

/// What a signed mandate becomes after its end: kept under lock as proof for the signed time, then destroyed.
extension ConseilRoom {
  /// Ends the mandates whose keeping is over, and those that nobody signed. Answers how many.
  /// - Parameter viewer: the house.
  func endGardes(for viewer: Viewer, at now: Instant) async throws -> Int {
    let near = try await house.database.read { [store] tx in try store.mandatsNearTheirEnd(at: now, in: tx) }
    var ended = 0
    for id in near {
      ended += try await house.database.write { [self] tx in
        let mandat: Mandat
        do { mandat = try store.mandat(id, for: viewer, in: tx) } catch is Absent { return 0 }
        guard try isOver(mandat, for: viewer, at: now, in: tx) else { return 0 }
        try store.delete(mandat: id, in: tx)
        try store.dropEmptyThreads(in: tx)
        try tx.record(Trace("mandat:fin-de-garde", on: id, by: viewer, at: now))
        return 1
      }
    }
    return ended
  }

  private func isOver(_ mandat: Mandat, for viewer: Viewer, at now: Instant, in tx: Transaction) throws -> Bool {
    let fuseau = try personnes.dispositif(mandat.dispositif, for: viewer, in: tx).fuseau
    let p = try personnes.version(mandat.version, of: mandat.dispositif, in: tx).parametres
    return now >= (mandat.gardeJusque(p, in: fuseau) ?? mandat.fin + Mandat.oubli)
  }

  /// A mandate kept after its thread, with all that proves it; nil when none bears this fingerprint.
  func kept(bearing empreinte: String, by visitor: Visitor, at now: Instant) async throws -> MandatGarde? {
    try await house.database.write { [self] tx in
      guard let mandat = try store.mandat(bearing: empreinte, for: visitor.viewer, in: tx),
        let acte = try store.acte(of: mandat, in: tx)
      else { return nil }
      let dispositif = try personnes.dispositif(mandat.dispositif, for: visitor.viewer, in: tx)
      let p = try personnes.version(mandat.version, of: mandat.dispositif, in: tx).parametres
      try tx.record(Trace("lecture:mandat-garde", on: mandat.id, by: visitor.viewer, at: now))
      return MandatGarde(
        mandat: mandat, acte: acte, usages: try store.usages(of: mandat, in: tx),
        jusque: mandat.gardeJusque(p, in: dispositif.fuseau) ?? mandat.fin, fuseau: dispositif.fuseau)
    }
  }
}

/// A mandate opened again as proof.
struct MandatGarde: Sendable {
  let mandat: Mandat
  let acte: ActeDeMandat
  let usages: [UsageDeMandat]
  let jusque: Instant
  let fuseau: Fuseau
}

extension Mandat {
  /// How long a text that nobody signed is kept after its last day.
  static let oubli = Duration.days(30)
}

extension ConseilStore {
  /// Bounds that leave out whatever is far from its end; the exact day is computed afterwards.
  fileprivate func mandatsNearTheirEnd(at now: Instant, in tx: Transaction) throws -> [MandatID] {
    let least = Duration.days(AgirSousMandat.conservation.bornes.lowerBound - 2)
    return try tx.all(
      """
      SELECT m.id FROM mandat m LEFT JOIN mandat_signature s ON s.mandat = m.id
      WHERE m.fin <= \(now - Mandat.oubli) AND (s.mandat IS NULL OR m.fin <= \(now - least)) ORDER BY m.fin, m.id
      """
    ) { row in try row[0] }
  }

  /// What is left of a thread goes with the last mandate that named it.
  func dropEmptyThreads(in tx: Transaction) throws {
    try tx.execute(
      """
      DELETE FROM usager WHERE efface IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mandat m WHERE m.usager = usager.id)
      """)
  }
}
