import Base
import Temps
import Testing
import Troupe

/// The account of deploy/postgresql-role.sql: the server works with it, and it cannot change a trace.
@Suite struct CompteDuServeurTests {
  private static let forbidden: [SQL] = [
    "UPDATE trace SET objet = 'autre'", "DELETE FROM trace WHERE rang = 1", "TRUNCATE trace",
    "UPDATE trace_tete SET rang = 1", "DELETE FROM trace_tete", "TRUNCATE trace_tete",
    "UPDATE trace_coupe SET rang = 1", "DELETE FROM trace_coupe", "TRUNCATE trace_coupe",
    "UPDATE trace_attente SET acteur = 'autre'", "TRUNCATE trace_attente",
    "ALTER TABLE trace DISABLE TRIGGER USER", "DROP TRIGGER trace_sans_retrait ON trace", "DROP TABLE trace",
    "ALTER TABLE trace RENAME TO ancienne", "CREATE TABLE autre (id TEXT)",
    "CREATE OR REPLACE FUNCTION trace_refus() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "SET session_replication_role = replica", "INSERT INTO migration (nom, empreinte, le) VALUES ('x', 'x', 0)",
  ]

  @Test func `le compte du serveur écrit, range, signe et purge, mais ne change aucune ligne`() async throws {
    try await withFondation(.postgres) { fondation in
      // Two lines that a year has passed over, chained by the owner before.
      try await fondation.chain(2, from: Fondation.autrefois)
      try await fondation.withCompteDuServeur { compte in
        // Nothing is left to migrate: the account needs no right to make tables.
        try compte.database.migrate(baseMigrations, at: Fondation.now)
        try await compte.database.write { tx in
          for rang in 0..<5 {
            try tx.record(Trace("lecture:bilan", on: "b\(rang)", by: .person(.someone()), at: Fondation.now))
          }
        }
        #expect(try await TraceChain.append(in: compte.database) == 5)
        _ = try #require(try await TraceChain.sign(at: Fondation.now, in: compte))
        #expect(try await TraceChain.purge(for: .house(.echeances), at: Fondation.now, in: compte) == 2)
        #expect(try await TraceChain.append(in: compte.database) == 1)
        _ = try #require(try await TraceChain.sign(at: Fondation.now, in: compte))
        let before = try await Chaine(in: compte.database)
        #expect(before.lignes.map(\.rang) == [3, 4, 5, 6, 7, 8])
        for statement in Self.forbidden {
          await #expect(throws: DatabaseError.other(code: "42501"), "\(statement)") {
            try await compte.database.write { tx in _ = try tx.execute(statement) }
          }
        }
        // A waiting line leaves for the chain only.
        try await compte.database.write { tx in
          try tx.record(Trace("lecture:bilan", on: "b9", by: .person(.someone()), at: Fondation.now))
        }
        await #expect(throws: DatabaseError.other(code: "23001")) {
          try await compte.database.write { tx in _ = try tx.execute("DELETE FROM trace_attente") }
        }
        // A cut of its own making takes away nothing that is less than a year old.
        let taken = try await compte.database.write { tx in
          try tx.execute(
            """
            INSERT INTO trace_coupe (numero, rang, empreinte, avant, le, raison, signature, cle)
            VALUES (2, 8, '', 8000000000000, 9000000000000, 'terme', \([UInt8](repeating: 1, count: 64)),
              \([UInt8](repeating: 1, count: 32)))
            """)
          return try tx.first("SELECT trace_oter(2)") { try $0[0] as Int }
        }
        #expect(taken == 0)
        #expect(try await Chaine(in: compte.database).lignes == before.lignes)
      }
    }
  }

  @Test func `sans droit de faire des tables, ce qui reste à migrer se dit`() async throws {
    try await withFondation(.postgres) { fondation in
      try await fondation.withCompteDuServeur { compte in
        let more = Migration("2026-12-01 essai: une table de plus", "CREATE TABLE plus (id TEXT)")
        #expect(throws: MigrationError.forbidden([more.name])) {
          try compte.database.migrate(baseMigrations + [more], at: Fondation.now)
        }
      }
    }
  }

  @Test func `le script refuse un compte qui possède les tables`() async throws {
    try await withPostgres { conninfo in
      let db = try Database.postgres(conninfo, connections: 2)
      defer { db.close() }
      try db.migrate(baseMigrations, at: Fondation.now)
      await #expect(throws: PsqlRefus.self) {
        try await psql(conninfo, ["-v", "role=vademecum", "-f", deploiement("postgresql-role.sql")])
      }
    }
  }
}

extension Fondation {
  /// The house, as the server's account opens it.
  fileprivate func withCompteDuServeur(_ body: (House) async throws -> Void) async throws {
    try await Troupe.withCompteDuServeur(try #require(conninfo)) { conninfo in
      let database = try Database.postgres(conninfo, connections: 3, patience: .seconds(60))
      defer { database.close() }
      try await body(House(database: database, vault: vault, faits: Faits(), keepsSentMail: false))
    }
  }
}
