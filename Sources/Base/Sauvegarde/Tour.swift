import Temps

/// When backups were begun, and how they ended: among several nodes, one takes its turn.
package enum Tour {
  package enum Issue: String, Sendable {
    case restauree, relue, manquee
  }

  /// A run that says nothing for so long was cut.
  private static let patience = Duration.hours(6)
  /// After a failure, one tries again after so long.
  private static let reprise = Duration.minutes(15)

  /// Takes the turn, if none was taken since `every`, and none is under way.
  package static func take(_ id: SauvegardeID, every: Duration, at now: Instant, in tx: Transaction) throws -> Bool {
    let waits: [(SQL, Instant)] = [
      ("etat IN ('restauree', 'relue')", now - every), ("etat = 'en cours'", now - patience),
      ("etat = 'manquee'", now - min(reprise, every)),
    ]
    for (state, since) in waits {
      let recent: SQL = "SELECT 1 FROM sauvegarde WHERE \(sql: state) AND commencee > \(since) AND commencee <= \(now)"
      if try tx.first(recent, { _ in true }) != nil { return false }
    }
    try tx.execute("INSERT INTO sauvegarde (id, commencee, etat) VALUES (\(id), \(now), 'en cours')")
    return true
  }

  /// Says how it ended; what is older than a month is forgotten.
  package static func end(_ id: SauvegardeID, _ issue: Issue, at now: Instant, in tx: Transaction) throws {
    try tx.execute("UPDATE sauvegarde SET etat = \(issue.rawValue), finie = \(now) WHERE id = \(id)")
    try tx.execute("DELETE FROM sauvegarde WHERE commencee < \(now - .days(31))")
  }

  /// A restored base holds the turn that was under way when it was copied.
  package static func forgetUnderWay(in tx: Transaction) throws {
    try tx.execute("DELETE FROM sauvegarde WHERE etat = 'en cours'")
  }
}
