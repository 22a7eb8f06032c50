import Base
import Html
import Personnes
import Temps
import Web

/// An account that nobody opens any more ends by itself, after a word to its owner.
extension ViePriveeRoom {
  /// Tells those whose account is about to end, then ends it. Whoever something still depends on is left alone.
  /// Answers how many were erased.
  /// - Parameter viewer: the house; a schedule calls this.
  package func endSleepingAccounts(for viewer: Viewer, at now: Instant) async throws -> Int {
    guard viewer.personne == nil else { return 0 }
    let sleeping = try await house.database.read { [self] tx in try asleep(at: now, in: tx) }
    var ended = 0
    var failure: (any Error)?
    for personne in sleeping {
      do { if try await follow(personne, for: viewer, at: now) { ended += 1 } } catch { failure = error }
    }
    if let failure { throw failure }
    return ended
  }

  /// True when it was erased.
  private func follow(_ personne: PersonneID, for viewer: Viewer, at now: Instant) async throws -> Bool {
    let erased = try await house.database.write { [self] tx in
      guard let (vue, prevenue) = try lifeSigns(of: personne, in: tx),
        vue + Personnes.Garde.sommeil - Personnes.Garde.preavis <= now,
        try empechements(of: personne, at: now, in: tx).isEmpty
      else { return false }
      // The server slept through the notice: it comes first, whole.
      guard let prevenue, prevenue >= vue else {
        try tell(personne, of: max(vue + Personnes.Garde.sommeil, now + Personnes.Garde.preavis), at: now, in: tx)
        return false
      }
      guard vue + Personnes.Garde.sommeil <= now, prevenue + Personnes.Garde.preavis <= now else { return false }
      try depart(of: personne, by: viewer, at: now, in: tx) { $0.sommeilFini() }
      return true
    }
    if erased { try await forget(personne) }
    return erased
  }

  /// Them, or whoever accompanies them when they have no mailbox.
  private func tell(_ personne: PersonneID, of fin: Instant, at now: Instant, in tx: Transaction) throws {
    try tx.execute("UPDATE personne SET prevenue = \(now) WHERE id = \(personne)")
    let store = personnes.store
    let someone = try store.personne(personne, for: .person(personne), in: tx)
    guard someone.adresse.isEmpty else {
      return try store.write(to: personne, about: "sommeil:\(personne)", from: now, in: tx) {
        Lettres(destinataire: $0, origin: origin, now: now).sommeil(jusqua: fin)
      }
    }
    for conseiller in try accompanying(personne, in: tx) {
      try store.write(to: conseiller, about: "sommeil:\(personne)", from: now, in: tx) {
        Lettres(destinataire: $0, origin: origin, now: now).sommeil(of: someone.court, jusqua: fin)
      }
    }
  }
}

extension ViePriveeRoom {
  /// Those to be told, and those who were and whose time is over: who waits between the two is left alone.
  private func asleep(at now: Instant, in tx: Transaction) throws -> [PersonneID] {
    let (fin, avis) = (now - Personnes.Garde.sommeil, Personnes.Garde.preavis)
    return try tx.all(
      """
      SELECT id FROM personne WHERE partie IS NULL AND vue <= \(fin + avis)
        AND (prevenue IS NULL OR prevenue < vue OR (vue <= \(fin) AND prevenue <= \(now - avis)))
      ORDER BY vue, id LIMIT 1000
      """
    ) { row in try row[0] }
  }

  private func lifeSigns(of personne: PersonneID, in tx: Transaction) throws -> (vue: Instant, prevenue: Instant?)? {
    try tx.first("SELECT vue, prevenue FROM personne WHERE id = \(personne) AND partie IS NULL") { row in
      (vue: try row[0], prevenue: try row[1])
    }
  }

  private func accompanying(_ personne: PersonneID, in tx: Transaction) throws -> [PersonneID] {
    try tx.all(
      "SELECT DISTINCT suivie_par FROM appartenance WHERE personne = \(personne) AND suivie_par IS NOT NULL"
    ) { row in try row[0] }
  }
}
