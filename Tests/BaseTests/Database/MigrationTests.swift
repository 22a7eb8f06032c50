import Base
import Temps
import Testing
import Troupe

@Suite struct MigrationTests {
  private let instant = Instant(milliseconds: 1_795_248_000_000)
  private let premiere = Migration(
    "2026-11-21 essai: les mots", "CREATE TABLE mot (id TEXT PRIMARY KEY)", "INSERT INTO mot (id) VALUES ('un')")
  private let seconde = Migration("2026-11-22 essai: leur rang", "ALTER TABLE mot ADD COLUMN rang BIGINT")

  @Test(arguments: Engine.allCases) func `les migrations se font dans l’ordre, une seule fois`(engine: Engine)
    async throws
  {
    try await withDatabase(engine) { db in
      try db.migrate([premiere], at: instant)
      try db.migrate([premiere, seconde], at: instant + .days(1))
      try db.migrate([premiere, seconde], at: instant + .days(2))
      let faites = try await db.read { tx in
        try tx.all("SELECT nom, le FROM migration ORDER BY le") { row in
          (try row[0] as String, try row[1] as Instant)
        }
      }
      #expect(faites.map(\.0) == [premiere.name, seconde.name])
      #expect(faites.map(\.1) == [instant, instant + .days(1)])
      #expect(try await db.read { try $0.all("SELECT id, rang FROM mot") { try $0[0] as String } } == ["un"])
    }
  }

  @Test(arguments: Engine.allCases) func `une migration qui échoue ne laisse rien d’elle`(engine: Engine) async throws {
    try await withDatabase(engine) { db in
      let bancale = Migration(
        "2026-11-23 essai: bancale", "CREATE TABLE reste (id TEXT)", "INSERT INTO absente VALUES (1)")
      #expect(throws: DatabaseError.self) { try db.migrate([premiere, bancale], at: instant) }
      let faites = try await db.read { try $0.all("SELECT nom FROM migration") { try $0[0] as String } }
      #expect(faites == [premiere.name])
      // The table is not there: making it is possible.
      try await db.write { try $0.execute("CREATE TABLE reste (id TEXT)") }
    }
  }

  @Test(arguments: Engine.allCases) func `une migration modifiée après coup est refusée`(engine: Engine) async throws {
    try await withDatabase(engine) { db in
      try db.migrate([premiere], at: instant)
      let modifiee = Migration(premiere.name, "CREATE TABLE mot (id TEXT PRIMARY KEY NOT NULL)")
      #expect(throws: MigrationError.changed(premiere.name)) { try db.migrate([modifiee, seconde], at: instant) }
      let faites = try await db.read { try $0.all("SELECT nom FROM migration") { try $0[0] as String } }
      #expect(faites == [premiere.name])
    }
  }

  @Test(arguments: Engine.allCases) func `une base plus récente que le serveur est refusée`(engine: Engine) async throws
  {
    try await withDatabase(engine) { db in
      try db.migrate([premiere, seconde], at: instant)
      #expect(throws: MigrationError.unknown([seconde.name])) { try db.migrate([premiere], at: instant) }
    }
  }

  @Test(arguments: Engine.allCases) func `deux migrations du même nom sont refusées`(engine: Engine) async throws {
    try await withDatabase(engine) { db in
      #expect(throws: MigrationError.twice(premiere.name)) { try db.migrate([premiere, premiere], at: instant) }
    }
  }

  @Test(arguments: Engine.allCases) func `une migration peut avoir ses mots pour chaque moteur`(engine: Engine)
    async throws
  {
    func own(_ engine: Engine) -> [SQL] {
      engine == .sqlite
        ? ["INSERT INTO mien (nom) VALUES ('sqlite')"] : ["INSERT INTO mien (nom) VALUES ('postgres')"]
    }
    let propre = Migration("2026-11-24 essai: ses mots", "CREATE TABLE mien (nom TEXT)", puis: own)
    try await withDatabase(engine) { db in
      try db.migrate([propre], at: instant)
      #expect(try await db.read { try $0.all("SELECT nom FROM mien") { try $0[0] as String } } == [engine.rawValue])
      // Edited for the other engine only, it is another migration all the same.
      let modifiee = Migration(propre.name, "CREATE TABLE mien (nom TEXT)") { other in
        other == engine ? own(other) : ["SELECT 1"]
      }
      #expect(throws: MigrationError.changed(propre.name)) { try db.migrate([modifiee], at: instant) }
    }
  }

  @Test func `deux serveurs qui démarrent ensemble ne font pas deux fois une migration`() async throws {
    try await withPostgres { conninfo in
      let nodes = try (0..<4).map { _ in try Database.postgres(conninfo, connections: 2, patience: .seconds(60)) }
      defer { for node in nodes { node.close() } }
      let migrations = [premiere, seconde]
      let instant = instant
      try await withThrowingTaskGroup(of: Void.self) { group in
        for node in nodes { group.addTask { try node.migrate(migrations, at: instant) } }
        try await group.waitForAll()
      }
      let mots = try await nodes[0].read { try $0.all("SELECT id FROM mot") { try $0[0] as String } }
      #expect(mots == ["un"])
    }
  }
}
