import Base
import NIOConcurrencyHelpers
import Testing
import Troupe

@Suite struct TransactionTests {
  private struct Empechement: Error {}

  @Test(arguments: Engine.allCases) func `les refus de la base gardent leur nom`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      let refus: [(SQL, DatabaseError)] = [
        ("INSERT INTO personne (id, nom, age) VALUES ('a', 'Ana', 30)", .unique(table: "personne")),
        ("INSERT INTO personne (id, nom, age) VALUES ('z', 'Anne', 30)", .unique(table: "personne")),
        ("INSERT INTO lien (personne) VALUES ('personne')", .foreignKey),
        ("DELETE FROM personne WHERE id = 'a'", .foreignKey),
        ("INSERT INTO personne (id, nom, age) VALUES ('c', NULL, 30)", .notNull),
        ("INSERT INTO personne (id, nom, age) VALUES ('d', 'Dan', -1)", .check),
      ]
      for (sql, attendu) in refus {
        await #expect(throws: attendu) { try await db.write { try $0.execute(sql) } }
      }
      try await expect(["Anne"], in: db)
    }
  }

  @Test(arguments: Engine.allCases) func `une requête illisible donne le code du moteur`(engine: Engine) async throws {
    try await withDatabase(engine) { db in
      await #expect(throws: DatabaseError.other(code: engine == .sqlite ? "1" : "42P01")) {
        try await db.read { try $0.all("SELECT nom FROM nulle_part") { try $0[0] as String } }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une lecture sans fin est coupée, et la suivante répond`(engine: Engine)
    async throws
  {
    try await withDatabase(engine) { db in
      let endless: SQL = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
      let start = ContinuousClock.now
      await #expect(throws: DatabaseError.busy) { try await db.read { try $0.all(endless) { try $0[0] as Int } } }
      #expect(ContinuousClock.now - start >= .seconds(9))
      let next = try await db.read { try $0.first("SELECT 41 + 1") { try $0[0] as Int } }
      #expect(next == 42)
    }
  }

  @Test(arguments: Engine.allCases) func `lire ne permet pas d’écrire`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      await #expect(throws: DatabaseError.readOnly) {
        try await db.read { try $0.execute("DELETE FROM lien") }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui est lancé défait tout`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      await #expect(throws: Empechement.self) {
        try await db.write { tx in
          try tx.execute("INSERT INTO personne (id, nom, age) VALUES ('b', 'Bilal', 40)")
          throw Empechement()
        }
      }
      try await expect(["Anne"], in: db)
    }
  }

  @Test(arguments: Engine.allCases) func `un refus ignoré par la suite défait tout aussi`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      await #expect(throws: DatabaseError.unique(table: "personne")) {
        try await db.write { tx in
          try tx.execute("INSERT INTO personne (id, nom, age) VALUES ('b', 'Bilal', 40)")
          _ = try? tx.execute("INSERT INTO personne (id, nom, age) VALUES ('a', 'Ana', 30)")
        }
      }
      try await expect(["Anne"], in: db)
    }
  }

  @Test(arguments: Engine.allCases) func `un lien vérifié à la fin refuse la validation`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      try await db.write { tx in
        try tx.execute(
          "CREATE TABLE suite (personne TEXT NOT NULL REFERENCES personne (id) DEFERRABLE INITIALLY DEFERRED)")
      }
      await #expect(throws: DatabaseError.foreignKey) {
        try await db.write { try $0.execute("INSERT INTO suite (personne) VALUES ('personne')") }
      }
      let suites = try await db.read { tx in try tx.first("SELECT count(*) FROM suite") { try $0[0] as Int } }
      #expect(suites == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `une colonne mal lue n’empêche pas la suite`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      try await db.write { tx in
        #expect(throws: DatabaseError.decoding("nom")) {
          try tx.first("SELECT nom FROM personne") { try $0[0] as Int }
        }
        try tx.execute("INSERT INTO personne (id, nom, age) VALUES ('b', 'Bilal', 40)")
      }
      try await expect(["Anne", "Bilal"], in: db)
    }
  }

  @Test(arguments: Engine.allCases) func `rien ne se voit avant la fin`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      let pendant = try await db.write { tx in
        try tx.execute("INSERT INTO personne (id, nom, age) VALUES ('b', 'Bilal', 40)")
        return try db.readNow { try $0.all("SELECT nom FROM personne ORDER BY nom") { try $0[0] as String } }
      }
      #expect(pendant == ["Anne"])
      try await expect(["Anne", "Bilal"], in: db)
    }
  }

  @Test(arguments: Engine.allCases) func `une lecture garde la même image jusqu’au bout`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      let comptes = try await db.read { tx in
        let avant = try tx.first("SELECT count(*) FROM personne") { try $0[0] as Int }
        try db.writeNow { try $0.execute("INSERT INTO personne (id, nom, age) VALUES ('b', 'Bilal', 40)") }
        return [avant, try tx.first("SELECT count(*) FROM personne") { try $0[0] as Int }]
      }
      #expect(comptes == [1, 1])
    }
  }

  @Test(arguments: Engine.allCases) func `le nombre de lignes changées est juste`(engine: Engine) async throws {
    try await withRelations(engine) { db in
      let comptes = try await db.write { tx in
        [
          try tx.execute("INSERT INTO personne (id, nom, age) VALUES ('b', 'Bilal', 40), ('c', 'Chloé', 50)"),
          try tx.execute("UPDATE personne SET age = age + 1 WHERE id <> 'a'"),
          try tx.execute("UPDATE personne SET age = 0 WHERE id = 'nul'"),
          try tx.execute("INSERT INTO personne (id, nom, age) VALUES ('a', 'x', 1) ON CONFLICT DO NOTHING"),
          try tx.execute("CREATE TABLE autre (id TEXT PRIMARY KEY)"),
          try tx.execute("DELETE FROM personne WHERE id IN \(list: ["b", "c"]) RETURNING id"),
        ]
      }
      #expect(comptes == [2, 2, 0, 0, 0, 2])
    }
  }

  @Test(arguments: Engine.allCases) func `la même question se pose pendant qu’on lit sa réponse`(engine: Engine)
    async throws
  {
    try await withRelations(engine) { db in
      try await db.write { try $0.execute("INSERT INTO personne (id, nom, age) VALUES ('b', 'Bilal', 40)") }
      let question: SQL = "SELECT nom FROM personne ORDER BY nom"
      let noms = try await db.read { tx in
        try tx.all(question) { row in
          [try row[0] as String] + (try tx.all(question) { try $0[0] as String })
        }
      }
      #expect(noms == [["Anne", "Anne", "Bilal"], ["Bilal", "Anne", "Bilal"]])
    }
  }

  @Test(arguments: Engine.allCases) func `une transaction gardée après sa fin ne répond plus`(engine: Engine)
    async throws
  {
    try await withRelations(engine) { db in
      let boite = Boite()
      try await db.read { boite.transaction = $0 }
      #expect(throws: DatabaseError.other(code: "transaction ended")) {
        try boite.transaction?.execute("SELECT 1")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une base fermée se dit indisponible`(engine: Engine) async throws {
    try await withDatabase(engine) { db in
      // On a busy machine one round trip may pass its two seconds: it is well when one of ten is.
      var isWell = false
      for _ in 0..<10 where !isWell { isWell = await db.check() }
      #expect(isWell)
      db.close()
      await #expect(throws: DatabaseError.unavailable) { try await db.read { _ in } }
      #expect(await db.check() == false)
    }
  }
}

/// Keeps what should not be kept.
private final class Boite: @unchecked Sendable {
  var transaction: Transaction?
}

private func withRelations(_ engine: Engine, _ body: (Database) async throws -> Void) async throws {
  try await withDatabase(engine) { db in
    try await db.write { tx in
      try tx.execute(
        """
        CREATE TABLE personne (
          id TEXT PRIMARY KEY NOT NULL, nom TEXT NOT NULL UNIQUE, age BIGINT NOT NULL CHECK (age >= 0))
        """)
      try tx.execute("CREATE TABLE lien (personne TEXT NOT NULL REFERENCES personne (id))")
      try tx.execute("INSERT INTO personne (id, nom, age) VALUES ('a', 'Anne', 30)")
      try tx.execute("INSERT INTO lien (personne) VALUES ('a')")
    }
    try await body(db)
  }
}

private func expect(_ noms: [String], in db: Database) async throws {
  let presents = try await db.read { tx in
    try tx.all("SELECT nom FROM personne ORDER BY nom") { try $0[0] as String }
  }
  #expect(presents == noms)
}
