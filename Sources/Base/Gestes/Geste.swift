import Temps

package enum GesteTag {}

/// The key that each form carries: the same key twice is one act with one answer.
package typealias Geste = ID<GesteTag>

extension Database {
  /// Runs an act once. Pressed twice, sent again after a lost answer, replayed from the history: the first answer comes back.
  /// - Parameter body: decides, changes, and returns where the person goes next. It may run again; what it throws undoes all.
  package func act(
    _ geste: Geste, by viewer: Viewer, at now: Instant, _ body: @escaping @Sendable (Transaction) throws -> String
  ) async throws -> String {
    do { return try await once(geste, by: viewer, at: now, body) } catch DatabaseError.unique(table: "geste") {
      // Another node did it at the same moment: its answer is there now.
      return try await once(geste, by: viewer, at: now, body)
    }
  }

  private func once(
    _ geste: Geste, by viewer: Viewer, at now: Instant, _ body: @escaping @Sendable (Transaction) throws -> String
  ) async throws -> String {
    try await write { tx in
      if let answer = try tx.answer(to: geste, by: viewer) { return answer }
      let answer = try body(tx)
      try tx.execute(
        "INSERT INTO geste (cle, acteur, reponse, le) VALUES (\(geste), \(viewer.label), \(answer), \(now))")
      return answer
    }
  }
}

extension Transaction {
  /// A key seen with another person is no replay: it is refused as absent, so that nobody learns of it.
  fileprivate func answer(to geste: Geste, by viewer: Viewer) throws -> String? {
    let known = try first("SELECT acteur, reponse FROM geste WHERE cle = \(geste)") { row in
      (acteur: try row[0] as String, reponse: try row[1] as String)
    }
    guard let known else { return nil }
    guard known.acteur == viewer.label else { throw Absent() }
    return known.reponse
  }
}

/// What was asked for is not there, or not for this viewer: the same answer for both.
package struct Absent: Error, Equatable {
  package init() {}
}
