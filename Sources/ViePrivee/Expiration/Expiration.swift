import Base
import Temps

extension ViePriveeRoom {
  /// Ends what is due, table by table, each in a small transaction of its own: what the register says is what runs.
  /// Answers how many rows went or changed.
  /// - Parameter viewer: the house; a schedule calls this.
  package func expireTerms(for viewer: Viewer, at now: Instant) async throws -> Int {
    guard viewer.personne == nil else { return 0 }
    var ended = 0
    var failure: (any Error)?
    // A table that cannot be seen to must not hold back the others.
    for table in tables {
      guard case .apres(let duree, let statements) = table.terme else { continue }
      do {
        ended += try await house.database.write { tx in
          try statements(now - duree).reduce(0) { try $0 + tx.execute($1) }
        }
      } catch { failure = error }
    }
    if ended > 0 { await house.database.emptyJournal() }
    if let failure { throw failure }
    return ended
  }
}
