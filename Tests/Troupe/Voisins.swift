import Base
import Crypto
import NIOConcurrencyHelpers
import Temps

/// Two nodes on one PostgreSQL, which speak when the test says so.
package struct Voisins: Sendable {
  package static let key = SymmetricKey(size: .bits256)

  package let ici: Noeuds
  package let ailleurs: Noeuds
  package let base: Database
  private let clock = NIOLockedValueBox(Scene.now)

  fileprivate init(_ left: Database, _ right: Database) {
    base = left
    ici = Noeuds(left, key: Self.key, at: Scene.now)
    ailleurs = Noeuds(right, key: Self.key, at: Scene.now)
  }

  /// Time passes, then each says what it has to say and hears what the other said before.
  package func pass(_ duration: Duration = .seconds(1)) async throws {
    let now = clock.withLockedValue { now in
      now = now + duration
      return now
    }
    for noeud in [ici, ailleurs, ici] { try await noeud.turn(at: now) }
  }
}

/// Runs a test on two nodes that know each other.
package func withVoisins(_ body: (Voisins) async throws -> Void) async throws {
  try await withPostgres { conninfo in
    let left = try Database.postgres(conninfo, connections: 3)
    let right = try Database.postgres(conninfo, connections: 3)
    defer {
      left.close()
      right.close()
    }
    try left.migrate(baseMigrations + vaultMigrations, at: Scene.now)
    let voisins = Voisins(left, right)
    try await voisins.pass()
    // A node learns at its next beat that it is no longer alone.
    try await voisins.pass(.seconds(5))
    try await body(voisins)
  }
}
