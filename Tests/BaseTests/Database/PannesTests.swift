import NIOConcurrencyHelpers
import Testing
import Troupe

@testable import Base

/// The server that goes away, or says nothing more: PostgreSQL only, a file does not hang up. And the disk, when full.
@Suite struct PannesTests {
  @Test func `une connexion coupée par le serveur se rouvre toute seule`() async throws {
    try await withDatabase(.postgres) { db in
      let pid = try await db.write { tx in try tx.first("SELECT pg_backend_pid()") { try $0[0] as Int } }
      let cut = try await db.read { tx in
        try tx.first("SELECT pg_terminate_backend(CAST(\(pid) AS INTEGER), 5000)") { try $0[0] as Bool }
      }
      #expect(cut == true)
      let after = try await db.write { tx in try tx.first("SELECT pg_backend_pid()") { try $0[0] as Int } }
      #expect(after != pid)
      #expect(db.statistics.reconnections == 1)
    }
  }

  @Test func `coupée en pleine transaction, elle est refaite une fois`() async throws {
    try await withDatabase(.postgres) { db in
      try await db.write { try $0.execute("CREATE TABLE pas (n BIGINT)") }
      let runs = NIOLockedValueBox(0)
      try await db.write { tx in
        try tx.execute("INSERT INTO pas (n) VALUES (1)")
        let run = runs.withLockedValue { runs in
          runs += 1
          return runs
        }
        if run == 1 { try tx.hangUp() }
      }
      #expect(runs.withLockedValue { $0 } == 2)
      #expect(try await db.read { tx in try tx.first("SELECT count(*) FROM pas") { try $0[0] as Int } } == 1)
    }
  }

  @Test func `coupée deux fois de suite, elle est indisponible, puis revient`() async throws {
    try await withDatabase(.postgres) { db in
      await #expect(throws: DatabaseError.unavailable) { try await db.write { try $0.hangUp() } }
      #expect(await db.check())
      try await db.write { _ in }
    }
  }

  @Test func `coupée pendant la validation, elle n’est pas refaite`() async throws {
    try await withDatabase(.postgres) { db in
      try await db.write { tx in
        try tx.execute("CREATE TABLE pas (n BIGINT)")
        try tx.execute(
          """
          CREATE FUNCTION raccrocher() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
          """)
        try tx.execute(
          """
          CREATE CONSTRAINT TRIGGER apres AFTER INSERT ON pas DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION raccrocher()
          """)
      }
      let runs = NIOLockedValueBox(0)
      await #expect(throws: DatabaseError.unavailable) {
        try await db.write { tx in
          runs.withLockedValue { $0 += 1 }
          try tx.execute("INSERT INTO pas (n) VALUES (1)")
        }
      }
      #expect(runs.withLockedValue { $0 } == 1)
    }
  }

  @Test func `un serveur absent donne indisponible, sans attendre`() async throws {
    let db = try Database.postgres("host=/nulle-part dbname=vademecum")
    defer { db.close() }
    await #expect(throws: DatabaseError.unavailable) { try await db.write { _ in } }
    await #expect(throws: DatabaseError.unavailable) { try await db.read { _ in } }
    #expect(await db.check() == false)
  }

  @Test func `une adresse mal écrite se dit à l’ouverture`() {
    #expect(throws: OpeningError.self) { try Database.postgres("hote=ici") }
  }

  @Test func `un serveur qui se tait n’est pas attendu plus que de raison`() async throws {
    try await withPostgres { conninfo in
      let connection = try PostgresConnection(conninfo, setup: PostgresAccess.setup)
      try connection.begin(PostgresAccess.read.begin)
      connection.patience = .milliseconds(200)
      #expect(throws: DatabaseError.unavailable) { _ = try connection.run("SELECT 1 FROM pg_sleep(5)") }
      #expect(connection.isLost && connection.setback == .lost)
      // What it would say later answers another question.
      #expect(throws: DatabaseError.unavailable) { _ = try connection.run("SELECT 1") }
    }
  }

  @Test func `une validation restée sans réponse n’est pas refaite`() async throws {
    try await withPostgres { conninfo in
      let connection = try PostgresConnection(conninfo, setup: PostgresAccess.setup)
      try connection.begin(PostgresAccess.write.begin)
      connection.patience = .zero
      #expect(throws: DatabaseError.unavailable) { try connection.commit() }
      #expect(connection.setback == .lostAtCommit)
    }
  }

  @Test func `ce qui prend son temps est attendu, et la transaction d’après ne l’est plus`() async throws {
    try await withPostgres { conninfo in
      let connection = try PostgresConnection(conninfo, setup: PostgresAccess.setup)
      try connection.begin(PostgresAccess.read.begin)
      try Transaction(PostgresSession(connection)).takeTime(Engine.postgres.longRead)
      #expect(connection.patience == nil)
      connection.rollBack()
      try connection.begin(PostgresAccess.read.begin)
      #expect(connection.patience == PostgresConnection.usualPatience)
    }
  }

  @Test func `un disque plein refuse d’écrire, se lit, et sert à nouveau quand il y a de la place`() async throws {
    try await withDatabase(.sqlite) { db in
      try await db.write { try $0.execute("CREATE TABLE pas (n BIGINT, mot TEXT)") }
      let pages = try await db.write { tx in try tx.first("PRAGMA max_page_count = 1") { try $0[0] as Int } }
      let long = String(repeating: "mot ", count: 100_000)
      await #expect(throws: DatabaseError.full) {
        try await db.write { tx in
          try tx.execute("INSERT INTO pas (n, mot) VALUES (1, 'court')")
          try tx.execute("INSERT INTO pas (n, mot) VALUES (2, \(long))")
        }
      }
      #expect(try await count(db) == 0)
      #expect(!db.hasLost)
      _ = try await db.write { tx in
        try tx.first("PRAGMA max_page_count = 100000") { try $0[0] as Int }
      }
      try await db.write { tx in try tx.execute("INSERT INTO pas (n, mot) VALUES (2, \(long))") }
      #expect(try await count(db) == 1 && pages != nil)
    }
  }

  @Test func `un serveur sans place le dit comme un fichier`() {
    #expect(DatabaseError(sqlstate: "53100", table: "") == .full)
  }

  private func count(_ db: Database) async throws -> Int? {
    try await db.read { tx in try tx.first("SELECT count(*) FROM pas") { try $0[0] as Int } }
  }

  @Test func `une table changée par une migration se relit tout de suite`() async throws {
    try await withDatabase(.postgres) { db in
      try await db.write { try $0.execute("CREATE TABLE pas (n BIGINT)") }
      let insert: SQL = "INSERT INTO pas (n) VALUES (1) RETURNING *"
      _ = try await db.write { tx in try tx.first(insert) { try $0[0] as Int } }
      try await db.write { try $0.execute("ALTER TABLE pas ADD COLUMN mot TEXT") }
      #expect(try await db.write { tx in try tx.first(insert) { try $0[0] as Int } } == 1)
    }
  }
}

extension Transaction {
  /// The server closes this very connection.
  fileprivate func hangUp() throws {
    _ = try first("SELECT pg_terminate_backend(pg_backend_pid())") { try $0[0] as Bool }
  }
}
