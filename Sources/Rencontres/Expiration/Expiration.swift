import Base
import Chartes
import Personnes
import Temps
import Web

extension RencontresRoom {
  /// Ends the requests whose time is over: frees the slot, tells the explorer kindly. Answers how many.
  /// - Parameter viewer: the house; a schedule calls this.
  package func expire(for viewer: Viewer, at now: Instant) async throws -> Int {
    let due = try await house.database.read { [store] tx in try store.overdueRequests(for: viewer, at: now, in: tx) }
    var ended = 0
    var failure: (any Error)?
    // One request that cannot be ended must not hold back those behind it.
    for rencontre in due {
      do {
        guard try await expire(rencontre, for: viewer, at: now) else { continue }
        ended += 1
        try await tell(rencontre)
      } catch { failure = error }
    }
    if let failure { throw failure }
    return ended
  }

  private func expire(_ rencontre: Rencontre, for viewer: Viewer, at now: Instant) async throws -> Bool {
    try await house.database.write { [self] tx in
      guard try store.move(rencontre, to: .expiree, in: tx) else { return false }
      try store.free(rencontre.id, in: tx)
      try house.faits.record(
        Fait(.expiration, of: rencontre.explorateur, about: rencontre.id, by: viewer, at: now), in: tx)
      try tx.record(Trace("expiration", on: rencontre.id, by: viewer, at: now))
      // Somebody erased meanwhile gets no letter, and their request ends all the same.
      do { try announceExpiration(of: rencontre, at: now, in: tx) } catch is Absent {}
      return true
    }
  }
}

extension RencontresRoom {
  private func announceExpiration(of rencontre: Rencontre, at now: Instant, in tx: Transaction) throws {
    let prenom = try personnes.prenom(of: rencontre.expert, for: .person(rencontre.explorateur), in: tx)
    try personnes.write(to: rencontre.explorateur, about: rencontre.id, from: now, in: tx) {
      Lettres(rencontre, origin, $0, now).expiration(of: prenom.prenom)
    }
  }
}

extension RencontresStore {
  fileprivate func overdueRequests(for viewer: Viewer, at now: Instant, in tx: Transaction) throws -> [Rencontre] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM rencontre r
      WHERE r.etat = 'demandee' AND r.echeance <= \(now) AND \(sql: Self.seen(by: viewer)) ORDER BY r.echeance LIMIT 200
      """, Self.decode)
  }
}
