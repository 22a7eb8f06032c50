import Base
import Temps
import Testing
import Troupe

/// What is written comes back the same, on both engines.
@Suite struct AllerRetourTests {
  private static let textes = [
    "", "l'été", "\"guillemets\"", "100 % \\ _", "a\\'b", "🧑🏽‍🤝‍🧑🏻 e\u{301}", "مرحبا \u{202E}inversé", "ligne\r\nligne\t",
    "$1 ? ?1",
    String(repeating: "à", count: 100_000),
  ]

  private static let reels: [Double] = [
    0, -0.5, 1, 0.1, 1e-300, Double.leastNonzeroMagnitude, 1.7976931348623157e308, .infinity,
  ]

  @Test(arguments: Engine.allCases) func `les textes, même hostiles, reviennent intacts`(engine: Engine) async throws {
    try await withTable(engine) { db in
      for texte in Self.textes { try await expectReturn(of: texte, "t", in: db) }
    }
  }

  @Test(arguments: Engine.allCases) func `les nombres reviennent intacts`(engine: Engine) async throws {
    try await withTable(engine) { db in
      for entier in [0, 1, -1, Int.max, Int.min] { try await expectReturn(of: entier, "i", in: db) }
      for reel in Self.reels { try await expectReturn(of: reel, "r", in: db) }
      try await expectReturn(of: Int64.min, "i", in: db)
    }
  }

  @Test(arguments: Engine.allCases) func `oui, non, octets et instants reviennent intacts`(engine: Engine) async throws
  {
    try await withTable(engine) { db in
      for oui in [true, false] { try await expectReturn(of: oui, "b", in: db) }
      for octets in [[], Array(0...255), [0, 0, 0]] as [[UInt8]] {
        try await expectReturn(of: octets, "o", in: db)
      }
      let instant = Instant(milliseconds: 1_795_248_000_123)
      try await expectReturn(of: instant, "i", in: db)
    }
  }

  @Test(arguments: Engine.allCases) func `NULL revient en nil pour chaque type`(engine: Engine) async throws {
    try await withTable(engine) { db in
      try await expectReturn(of: nil as String?, "t", in: db)
      try await expectReturn(of: nil as Int?, "i", in: db)
      try await expectReturn(of: nil as Double?, "r", in: db)
      try await expectReturn(of: nil as Bool?, "b", in: db)
      try await expectReturn(of: nil as [UInt8]?, "o", in: db)
      try await expectReturn(of: Optional("x"), "t", in: db)
    }
  }

  @Test(arguments: Engine.allCases) func `un vrai booléen se lit tel quel dans une condition`(engine: Engine)
    async throws
  {
    try await withTable(engine) { db in
      try await db.write { tx in
        try tx.execute("INSERT INTO valeur (t, b) VALUES ('oui', \(true)), ('non', \(false))")
      }
      let trouve = try await db.read { tx in
        try tx.all("SELECT t FROM valeur WHERE b AND b = \(true)") { try $0[0] as String }
      }
      #expect(trouve == ["oui"])
    }
  }

  @Test(arguments: Engine.allCases) func `un NULL ou un autre type nomme sa colonne`(engine: Engine) async throws {
    try await withTable(engine) { db in
      try await db.write { try $0.execute("INSERT INTO valeur (t) VALUES ('douze')") }
      await #expect(throws: DatabaseError.decoding("i")) {
        try await db.read { tx in try tx.first("SELECT i FROM valeur") { try $0[0] as Int } }
      }
      await #expect(throws: DatabaseError.decoding("mot")) {
        try await db.read { tx in try tx.first("SELECT t AS mot FROM valeur") { try $0[0] as Int } }
      }
      await #expect(throws: DatabaseError.decoding("column 1")) {
        try await db.read { tx in try tx.first("SELECT t FROM valeur") { try $0[1] as String } }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un texte avec NUL est refusé, pas coupé`(engine: Engine) async throws {
    try await withTable(engine) { db in
      for valeur in [Value.text("a\0b"), .real(.nan)] {
        let refus = await #expect(throws: DatabaseError.self) {
          try await db.write { tx in try tx.execute("INSERT INTO valeur (t) VALUES (\(valeur))") }
        }
        #expect(refus == .other(code: valeur == .text("a\0b") ? "NUL in text" : "NaN"))
      }
      let compte = try await db.read { tx in try tx.first("SELECT count(*) FROM valeur") { try $0[0] as Int } }
      #expect(compte == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `les listes vides, courtes et longues trouvent les leurs`(engine: Engine)
    async throws
  {
    try await withTable(engine) { db in
      try await db.write { tx in
        for i in 0..<50 { try tx.execute("INSERT INTO valeur (i) VALUES (\(i))") }
      }
      for liste in [[], [7], [1, 2, 3], Array(0..<49), Array(20..<3_000)] {
        let trouve = try await db.read { tx in
          try tx.all("SELECT i FROM valeur WHERE i IN \(list: liste) ORDER BY i") { try $0[0] as Int }
        }
        #expect(trouve == liste.filter { $0 < 50 })
      }
    }
  }

  @Test(arguments: Engine.allCases) func `le calcul sur une valeur liée se fait en 64 bits`(engine: Engine) async throws
  {
    try await withTable(engine) { db in
      let total = try await db.read { tx in
        try tx.first("SELECT \(1_795_248_000_000) - 86400000 * 2") { try $0[0] as Int }
      }
      #expect(total == 1_795_075_200_000)
    }
  }

  @Test(arguments: Engine.allCases) func `sommes et moyennes se lisent en nombres`(engine: Engine) async throws {
    try await withTable(engine) { db in
      try await db.write { try $0.execute("INSERT INTO valeur (i) VALUES (1), (2)") }
      let bilan = try await db.read { tx in
        try tx.first("SELECT sum(i), avg(i), count(*) FROM valeur") { row in
          [Double(try row[0] as Int), try row[1], Double(try row[2] as Int)]
        }
      }
      #expect(bilan == [3, 1.5, 2])
    }
  }
}

private func withTable(_ engine: Engine, _ body: (Database) async throws -> Void) async throws {
  try await withDatabase(engine) { db in
    try await db.write { tx in
      try tx.execute("CREATE TABLE valeur (t TEXT, i BIGINT, r DOUBLE PRECISION, b BOOLEAN, o BYTEA)")
    }
    try await body(db)
  }
}

/// The column is found by its value, and holds it.
private func expectReturn<V: Bindable & Column & Equatable & Sendable>(
  of valeur: V, _ colonne: SQL, in db: Database
) async throws {
  try await db.write { tx in
    try tx.execute("DELETE FROM valeur")
    try tx.execute("INSERT INTO valeur (\(sql: colonne)) VALUES (\(valeur))")
  }
  let retour = try await db.read { tx in
    try tx.all("SELECT \(sql: colonne) FROM valeur WHERE \(sql: colonne) IS NOT DISTINCT FROM \(valeur)") {
      try $0[0] as V
    }
  }
  #expect(retour == [valeur])
}
