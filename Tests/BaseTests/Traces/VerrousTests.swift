import Base
import Temps
import Testing
import Troupe

/// What the base itself refuses, whoever asks with ordinary words.
@Suite struct VerrousTests {
  /// As each engine says that a trigger refused.
  private static func refus(_ engine: Engine) -> DatabaseError {
    .other(code: engine == .sqlite ? "1811" : "23001")
  }

  private static let ordinary: [SQL] = [
    "UPDATE trace SET objet = 'autre'",
    "UPDATE trace SET empreinte = 'autre' WHERE rang = (SELECT max(rang) FROM trace)",
    "DELETE FROM trace", "DELETE FROM trace WHERE rang = (SELECT max(rang) FROM trace)",
    "UPDATE trace_attente SET acteur = 'autre'", "DELETE FROM trace_attente",
    "UPDATE trace_tete SET rang = 1", "DELETE FROM trace_tete",
    "UPDATE trace_coupe SET rang = 1", "DELETE FROM trace_coupe",
    """
    INSERT INTO trace (rang, id, acteur, geste, objet, le, empreinte)
    SELECT rang, id, 'autre', geste, objet, le, empreinte FROM trace WHERE rang = (SELECT max(rang) FROM trace)
    ON CONFLICT (rang) DO UPDATE SET acteur = 'autre'
    """,
  ]

  private static let own: [(Engine, SQL)] = [
    (
      .sqlite,
      """
      INSERT OR REPLACE INTO trace (rang, id, acteur, geste, objet, le, empreinte)
      SELECT rang, id, 'autre', geste, objet, le, empreinte FROM trace
      """
    ),
    (
      .sqlite,
      """
      INSERT OR REPLACE INTO trace (rang, id, acteur, geste, objet, le, empreinte)
      SELECT rang + 100, id, acteur, geste, objet, le, empreinte FROM trace
      """
    ),
    (.sqlite, "INSERT OR REPLACE INTO trace_attente SELECT id, 'autre', geste, objet, le FROM trace_attente"),
    (.sqlite, "REPLACE INTO trace_tete SELECT numero, rang + 1, empreinte, le, signature, cle FROM trace_tete"),
    (.sqlite, "UPDATE OR REPLACE trace SET rang = 1"),
    (.postgres, "TRUNCATE trace"), (.postgres, "TRUNCATE trace_attente"), (.postgres, "TRUNCATE trace_tete"),
    (.postgres, "TRUNCATE trace_coupe"), (.postgres, "TRUNCATE trace, trace_coupe CASCADE"),
  ]

  @Test(arguments: Engine.allCases) func `rien ne se change ni ne s’ôte par une phrase ordinaire`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      _ = try await fondation.chainOfYears(lines: 4)
      // A line that waits, so that there is something to lose everywhere.
      try await fondation.trace(1)
      let before = try await Chaine(in: fondation.database)
      for statement in Self.ordinary + Self.own.filter({ $0.0 == engine }).map(\.1) {
        await #expect(throws: Self.refus(engine), "\(statement)") {
          try await fondation.database.write { tx in _ = try tx.execute(statement) }
        }
      }
      #expect(try await Chaine(in: fondation.database) == before)
      #expect(try await fondation.number("SELECT count(*) FROM trace_attente") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `une coupe inventée n’ôte que ce qui a plus de douze mois, et se voit`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      try await fondation.chain(3, from: Fondation.autrefois)
      try await fondation.chain(3, from: Fondation.autrefois + .days(400))
      let cut: SQL = """
        INSERT INTO trace_coupe (numero, rang, empreinte, avant, le, raison, signature, cle)
        SELECT 1, 6, empreinte, \(Fondation.autrefois + .days(300)), \(Fondation.autrefois + .days(700)), 'terme',
          \([UInt8](repeating: 1, count: 64)), \([UInt8](repeating: 1, count: 32)) FROM trace WHERE rang = 6
        """
      await #expect(throws: Self.refus(engine)) {
        try await fondation.database.write { tx in
          try tx.execute(cut)
          try tx.execute("DELETE FROM trace WHERE rang = 4")
        }
      }
      try await fondation.database.write { tx in
        try tx.execute(cut)
        #expect(try tx.execute("DELETE FROM trace WHERE rang <= 3") == 3)
      }
      let constat = try await TraceChain.check(cle: fondation.clePublique, in: fondation.database)
      #expect(constat.ruptures.first == .coupe(numero: 1, .sansCachet))
      // A cut cannot say that a line leaves before its term.
      await #expect(throws: DatabaseError.check) {
        try await fondation.database.write { tx in
          try tx.execute(
            """
            INSERT INTO trace_coupe (numero, rang, empreinte, avant, le, raison, signature, cle)
            SELECT 2, 99, '', le - 1, le, 'terme', signature, cle FROM trace_coupe
            """)
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un verrou ôté se dit`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      try await fondation.chain(3, from: Fondation.autrefois)
      try await fondation.database.write { tx in
        try tx.execute(
          engine == .sqlite
            ? "DROP TRIGGER trace_sans_retrait" : "ALTER TABLE trace DISABLE TRIGGER trace_sans_retrait")
      }
      #expect(
        try await TraceChain.check(in: fondation.database).ruptures == [.verrou("trace_sans_retrait")])
    }
  }
}
