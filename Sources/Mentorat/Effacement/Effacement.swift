import Base
import Chartes
import Personnes
import Temps
import Web

extension MentoratRoom {
  /// Erases what pairs wrote once the time they signed is over, and gives notice before. Answers how many were erased.
  /// - Parameter viewer: the house; a schedule calls this.
  package func erase(for viewer: Viewer, at now: Instant) async throws -> Int {
    let pairs = try await house.database.read { [store] tx in
      try store.kept(for: viewer, in: tx).filter { id in
        let situation = try store.conservation(of: store.binome(id, for: viewer, in: tx), at: now, in: tx)
        return situation.map { RelireSonChemin.judge($0.situation, $0.parametres) != .allow } ?? false
      }
    }
    var erased = 0
    var failure: (any Error)?
    // Again for a while: a key that outlived its rows, because the server stopped between the two, ends here.
    for id in try await house.database.read({ [store] tx in
      try store.erased(since: now - .days(30), for: viewer, in: tx)
    }) {
      try house.vault.erase(.binome(id))
    }
    for id in pairs {
      do { if try await follow(id, for: viewer, at: now) { erased += 1 } } catch { failure = error }
    }
    if let failure { throw failure }
    return erased
  }

  /// Between a late notice and the erasure.
  private static let dernierDelai = Duration.days(7)

  /// Once for each term.
  private func notify(_ binome: Binome, of effacement: Instant, at now: Instant, in tx: Transaction) throws {
    let first = try tx.execute(
      "UPDATE binome SET prevenu = \(now) WHERE id = \(binome.id) AND prevenu IS NULL AND efface IS NULL")
    guard first == 1 else { return }
    try announce(to: binome.accompagne, of: binome, at: now, in: tx) { lettres, _ in
      lettres.effacementProche(le: effacement)
    }
  }

  /// True when it was erased.
  private func follow(_ id: BinomeID, for viewer: Viewer, at now: Instant) async throws -> Bool {
    let ended = try await house.database.write { [self] tx -> Binome? in
      let binome = try store.binome(id, for: viewer, in: tx)
      guard binome.efface == nil, let situation = try store.conservation(of: binome, at: now, in: tx) else {
        return nil
      }
      switch RelireSonChemin.judge(situation.situation, situation.parametres) {
      case .refuse where try !store.wasTold(of: binome, before: now - Self.dernierDelai, in: tx):
        // The server slept through the notice: it comes first.
        try notify(
          binome, of: max(RelireSonChemin.effacement(situation.situation), now + Self.dernierDelai), at: now, in: tx)
      case .refuse:
        try store.wipe(binome, at: now, in: tx)
        try tx.record(Trace("effacement", on: id, by: viewer, at: now))
        return binome
      case .advise:
        try notify(binome, of: RelireSonChemin.effacement(situation.situation), at: now, in: tx)
      case .allow, .defer: break
      }
      return nil
    }
    // Once the rows are gone for good: a key erased before would outlive a write that failed.
    guard let ended else { return false }
    try house.vault.erase(ended.owner)
    return true
  }
}

extension MentoratStore {
  fileprivate func kept(for viewer: Viewer, in tx: Transaction) throws -> [BinomeID] {
    try tx.all(
      "SELECT b.id FROM binome b WHERE b.efface IS NULL AND \(sql: Self.lived(by: viewer)) ORDER BY b.contact"
    ) { row in try row[0] }
  }

  fileprivate func erased(since instant: Instant, for viewer: Viewer, in tx: Transaction) throws -> [BinomeID] {
    try tx.all("SELECT b.id FROM binome b WHERE b.efface >= \(instant) AND \(sql: Self.lived(by: viewer))") { row in
      try row[0]
    }
  }

  fileprivate func wasTold(of binome: Binome, before instant: Instant, in tx: Transaction) throws -> Bool {
    try tx.first("SELECT 1 FROM binome WHERE id = \(binome.id) AND prevenu <= \(instant)") { _ in true } ?? false
  }

  /// How long this pair is still kept; nil while nothing is signed.
  func conservation(
    of binome: Binome, at now: Instant, in tx: Transaction
  ) throws -> (situation: RelireSonChemin.Situation, parametres: Parametres)? {
    guard let convention = try enVigueur(binome, in: tx) else { return nil }
    let p = try personnes.version(convention.version, of: binome.dispositif, in: tx).parametres
    return (
      .init(dernierContact: binome.contact, conservation: convention.termes.conservation, now: now), p
    )
  }

  /// All that the two wrote, and what was sealed of them. That the pair existed, and what it signed, stays.
  fileprivate func wipe(_ binome: Binome, at now: Instant, in tx: Transaction) throws {
    let messages: SQL = "(SELECT id FROM message WHERE binome = \(binome.id))"
    try tx.execute("DELETE FROM marque WHERE message IN \(sql: messages)")
    try tx.execute("DELETE FROM formulation WHERE message IN \(sql: messages)")
    try tx.execute("UPDATE message SET reponse_a = NULL WHERE binome = \(binome.id)")
    try tx.execute("DELETE FROM message WHERE binome = \(binome.id)")
    try tx.execute("DELETE FROM synthese WHERE seance IN (SELECT id FROM seance WHERE binome = \(binome.id))")
    try tx.execute("DELETE FROM orientation WHERE binome = \(binome.id)")
    try tx.execute("DELETE FROM message_en_cours WHERE binome = \(binome.id)")
    try tx.execute("DELETE FROM carnet WHERE binome = \(binome.id)")
    try tx.execute("DELETE FROM passage_mentor WHERE binome = \(binome.id)")
    try tx.execute("DELETE FROM liaison WHERE binome = \(binome.id)")
    try tx.execute(
      """
      UPDATE binome SET efface = \(now), clos = CASE WHEN clos IS NULL THEN \(now) ELSE clos END WHERE id = \(binome.id)
      """)
  }
}
