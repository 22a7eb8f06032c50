import Base
import Foundation
import NIOConcurrencyHelpers
import Testing
import Troupe

@Suite struct ConcurrenceTests {
  @Test(arguments: Engine.allCases) func `trente-deux personnes qui comptent ensemble ne perdent rien`(
    engine: Engine
  ) async throws {
    try await withDatabase(engine, patience: .seconds(60)) { db in
      try await createCounter(db)
      try await together(32) { _ in
        for _ in 0..<50 { try await increment(db) }
      }
      #expect(try await total(db) == 1600)
    }
  }

  @Test(arguments: Engine.allCases) func `une même clé demandée trente-deux fois n’est donnée qu’une`(
    engine: Engine
  ) async throws {
    try await withDatabase(engine, patience: .seconds(60)) { db in
      try await db.write { try $0.execute("CREATE TABLE creneau (id TEXT PRIMARY KEY, qui BIGINT NOT NULL)") }
      let prises = NIOLockedValueBox(0)
      try await together(32) { qui in
        do {
          try await db.write { try $0.execute("INSERT INTO creneau (id, qui) VALUES ('lundi 9 h', \(qui))") }
          prises.withLockedValue { $0 += 1 }
        } catch DatabaseError.unique(table: "creneau") {}
      }
      #expect(prises.withLockedValue { $0 } == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `des écritures sans rapport ne se gênent presque pas`(engine: Engine)
    async throws
  {
    try await withDatabase(engine, patience: .seconds(60)) { db in
      let tables: [SQL] = ["rencontre", "bilan", "suite"]
      try await createPaths(tables, in: db)
      let before = db.statistics
      try await together(32) { qui in
        for rang in 0..<20 { try await walk(tables, "p\(qui)", rang, in: db) }
      }
      let transactions = db.statistics.transactions - before.transactions
      let retries = db.statistics.retries - before.retries
      #expect(transactions == 640)
      #expect(retries * 20 <= transactions, "\(retries) sur \(transactions)")
    }
  }

  @Test(arguments: Engine.allCases) func `attendre trop longtemps son tour donne occupé, puis tout reprend`(
    engine: Engine
  ) async throws {
    try await withDatabase(engine, patience: .milliseconds(200)) { db in
      try await createCounter(db)
      let started = NIOLockedValueBox(false)
      let refused = NIOLockedValueBox(false)
      async let slow: Void = db.write { _ in
        started.withLockedValue { $0 = true }
        // It holds its turn until the other was refused; thirty seconds at most, then the refusal never came.
        for _ in 0..<3000 where !refused.withLockedValue({ $0 }) { Thread.sleep(forTimeInterval: 0.01) }
      }
      while !started.withLockedValue({ $0 }) { try await Task.sleep(for: .milliseconds(5)) }
      await #expect(throws: DatabaseError.busy) { try await increment(db) }
      refused.withLockedValue { $0 = true }
      #expect(db.statistics.busyRefusals == 1)
      try await slow
      try await increment(db)
      #expect(try await total(db) == 1)
    }
  }

  @Test func `deux serveurs sur une même base comptent ensemble sans rien perdre`() async throws {
    try await withPostgres { conninfo in
      let nodes = [try Database.postgres(conninfo), try Database.postgres(conninfo)]
      defer { for node in nodes { node.close() } }
      try await createCounter(nodes[0])
      let counted = NIOLockedValueBox(0)
      try await together(16) { qui in
        for _ in 0..<25 {
          do {
            try await increment(nodes[qui % 2])
            counted.withLockedValue { $0 += 1 }
          } catch DatabaseError.busy {}
        }
      }
      #expect(try await total(nodes[0]) == counted.withLockedValue { $0 })
      #expect(counted.withLockedValue { $0 } > 350)
      #expect(nodes[0].statistics.retries + nodes[1].statistics.retries > 0)
    }
  }
}

private func together(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for rang in 0..<count { group.addTask { try await body(rang) } }
    try await group.waitForAll()
  }
}

private func createCounter(_ db: Database) async throws {
  try await db.write { tx in
    try tx.execute("CREATE TABLE compteur (id TEXT PRIMARY KEY, n BIGINT NOT NULL)")
    try tx.execute("INSERT INTO compteur (id, n) VALUES ('un', 0)")
  }
}

/// Reads, then writes what was read plus one: a lost update would show.
private func increment(_ db: Database) async throws {
  try await db.write { tx in
    let n = try tx.first("SELECT n FROM compteur WHERE id = 'un'") { try $0[0] as Int } ?? 0
    try tx.execute("UPDATE compteur SET n = \(n + 1) WHERE id = 'un'")
  }
}

private func total(_ db: Database) async throws -> Int? {
  try await db.read { tx in try tx.first("SELECT n FROM compteur") { try $0[0] as Int } }
}

private func createPaths(_ tables: [SQL], in db: Database) async throws {
  try await db.write { tx in
    for table in tables {
      try tx.execute("CREATE TABLE \(sql: table) (id TEXT PRIMARY KEY NOT NULL, n BIGINT NOT NULL)")
      for rang in 0..<40 { try tx.execute("INSERT INTO \(sql: table) (id, n) VALUES (\("p\(rang)"), 0)") }
    }
  }
}

/// Each person reads, changes, deletes or adds their own rows, found by key.
private func walk(_ tables: [SQL], _ id: String, _ rang: Int, in db: Database) async throws {
  try await db.write { tx in
    for table in tables {
      let n = try tx.first("SELECT n FROM \(sql: table) WHERE id = \(id)") { try $0[0] as Int }
      if n == nil {
        try tx.execute("INSERT INTO \(sql: table) (id, n) VALUES (\(id), \(rang))")
      } else if rang % 3 == 0 {
        try tx.execute("DELETE FROM \(sql: table) WHERE id = \(id)")
      } else {
        try tx.execute("UPDATE \(sql: table) SET n = \(rang) WHERE id = \(id)")
      }
    }
  }
}
