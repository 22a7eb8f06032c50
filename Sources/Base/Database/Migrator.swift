import Temps

extension Database {
  /// Brings the tables up to date, each migration in its own transaction, in the order given. Blocks: at start-up only.
  ///
  /// Several nodes may start at once: one works, the others wait and then find it done. Where nothing is left to do,
  /// nothing is written: a server may run with fewer rights than whoever migrates.
  /// - Parameter now: written beside what is run.
  /// - Throws: `MigrationError` before anything is changed; `DatabaseError` when a statement fails, which undoes its migration.
  package func migrate(_ migrations: [Migration], at now: Instant) throws {
    try requireDistinct(migrations)
    let missing = try readNow { tx in try tx.missing(of: migrations) }
    guard !missing.isEmpty else { return }
    do {
      try createMigrationTable()
      try writeNow { tx in try tx.requireKnown(migrations) }
      for migration in migrations {
        try writeNow { tx in try tx.run(migration, at: now) }
      }
    } catch let error as DatabaseError where error.isForbidden { throw MigrationError.forbidden(missing) }
  }

  /// Two nodes may create it at the same moment: the second is told that it is there.
  private func createMigrationTable() throws {
    func create() throws {
      try writeNow { tx in
        try tx.execute(
          """
          CREATE TABLE IF NOT EXISTS migration (
            nom TEXT PRIMARY KEY NOT NULL, empreinte TEXT NOT NULL, le BIGINT NOT NULL)
          """)
      }
    }
    do { try create() } catch DatabaseError.unique { try create() }
  }

  private func requireDistinct(_ migrations: [Migration]) throws {
    var names: Set<String> = []
    for migration in migrations where !names.insert(migration.name).inserted {
      throw MigrationError.twice(migration.name)
    }
  }
}

extension Transaction {
  fileprivate func requireKnown(_ migrations: [Migration]) throws {
    let done = try all("SELECT nom, empreinte FROM migration ORDER BY nom") { row in
      (name: try row[0] as String, fingerprint: try row[1] as String)
    }
    let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.name, $0.fingerprint) })
    let unknown = done.map(\.name).filter { known[$0] == nil }
    guard unknown.isEmpty else { throw MigrationError.unknown(unknown) }
    for (name, fingerprint) in done where known[name] != fingerprint { throw MigrationError.changed(name) }
  }

  /// Names of those that were not run yet.
  fileprivate func missing(of migrations: [Migration]) throws -> [String] {
    guard try has(table: "migration") else { return migrations.map(\.name) }
    try requireKnown(migrations)
    let done = Set(try all("SELECT nom FROM migration") { try $0[0] as String })
    return migrations.map(\.name).filter { !done.contains($0) }
  }

  fileprivate func run(_ migration: Migration, at now: Instant) throws {
    try takeTime(engine.migrationLock)
    let done = try first("SELECT empreinte FROM migration WHERE nom = \(migration.name)") { try $0[0] as String }
    if let done {
      guard done == migration.fingerprint else { throw MigrationError.changed(migration.name) }
      return
    }
    for statement in migration.statements(for: engine) { try execute(statement) }
    try execute(
      "INSERT INTO migration (nom, empreinte, le) VALUES (\(migration.name), \(migration.fingerprint), \(now))")
  }
}
