import Temps

/// What a fact owes elsewhere, done once: claimed and marked in one transaction with its effect.
package struct Reaction: Sendable {
  package let nom: String
  /// Runs inside the transaction that marks it done; may run again if that transaction does.
  let react: @Sendable (Fait, Transaction) throws -> Void

  package init(_ nom: String, _ react: @escaping @Sendable (Fait, Transaction) throws -> Void) {
    self.nom = nom
    self.react = react
  }
}

extension Faits {
  /// Does one reaction that is due; false when none is. One that fails is tried ten times,
  /// five minutes apart, then stays visible as failed.
  package func reactOnce(_ reactions: [Reaction], in database: Database, at now: Instant) async throws -> Bool {
    guard !reactions.isEmpty else { return false }
    let byName = Dictionary(uniqueKeysWithValues: reactions.map { ($0.nom, $0) })
    let due = try await database.read { tx in
      try tx.first(
        """
        SELECT \(sql: Fait.columns), reaction.nom FROM reaction JOIN fait ON fait.id = reaction.fait
        WHERE reaction.etat = 'due' AND reaction.apres <= \(now) AND reaction.nom IN \(list: byName.keys) ORDER BY reaction.apres, reaction.fait LIMIT 1
        """
      ) { row in (fait: try Fait.decode(row), nom: try row[6] as String) }
    }
    guard let due else { return false }
    do {
      try await database.write { tx in
        let claimed = try tx.execute(
          "UPDATE reaction SET etat = 'faite' WHERE fait = \(due.fait.id) AND nom = \(due.nom) AND etat = 'due'")
        guard claimed == 1 else { return }
        try byName[due.nom]?.react(due.fait, tx)
      }
    } catch {
      try await postpone(due.fait.id, due.nom, in: database, at: now)
    }
    return true
  }

  private func postpone(_ fait: FaitID, _ nom: String, in database: Database, at now: Instant) async throws {
    try await database.write { tx in
      try tx.execute(
        """
        UPDATE reaction SET tentatives = tentatives + 1, apres = \(now + .minutes(5)),
          etat = CASE WHEN tentatives >= 9 THEN 'manquee' ELSE 'due' END
        WHERE fait = \(fait) AND nom = \(nom) AND etat = 'due'
        """)
    }
  }
}
