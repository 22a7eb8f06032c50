import Base
import Temps

/// A line of the log of who read or did what.
package struct TraceLine: Sendable, Equatable {
  package let acteur: String
  package let geste: String
  package let objet: String

  package init(_ geste: String, on objet: some CustomStringConvertible, by acteur: PersonneID) {
    self.acteur = acteur.text
    self.geste = geste
    self.objet = objet.description
  }

  fileprivate init(_ row: Row) throws {
    (acteur, geste, objet) = (try row[0], try row[1], try row[2])
  }
}

extension Scene {
  /// What was traced since the scene began and is not chained yet, in order.
  package func traces() async throws -> [TraceLine] {
    try await house.database.read { tx in
      try tx.all("SELECT acteur, geste, objet FROM trace_attente ORDER BY le, id") { try TraceLine($0) }
    }
  }

  /// How many lines the tables of this query hold: `count("SELECT count(*) FROM rencontre")`.
  package func count(_ sql: SQL) async throws -> Int {
    try await house.database.read { tx in try tx.first(sql) { try $0[0] } ?? 0 }
  }
}

/// So many at the same moment; the first failure fails them all.
package func together(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for rang in 0..<count { group.addTask { try await body(rang) } }
    try await group.waitForAll()
  }
}
