import Temps
import Troupe

@testable import Base

/// Everything that is kept of the chain, held in memory: what somebody with access to the tables could write back
/// otherwise.
struct Chaine: Equatable {
  var lignes: [LigneDeTrace]
  var tetes: [Tete] = []
  var coupes: [Coupe] = []

  init(in database: Database) async throws {
    self = try await database.read { tx in
      try Chaine(
        lignes: tx.lignes(after: .min, limit: 100_000),
        tetes: tx.all(
          "SELECT numero, rang, empreinte, le, signature, cle FROM trace_tete ORDER BY numero", Tete.init),
        coupes: tx.all(
          """
          SELECT numero, rang, empreinte, avant, le, raison, rompue, signature, cle FROM trace_coupe ORDER BY numero
          """, Coupe.init))
    }
  }

  init(lignes: [LigneDeTrace], tetes: [Tete], coupes: [Coupe]) {
    (self.lignes, self.tetes, self.coupes) = (lignes, tetes, coupes)
  }

  var depart: Maillon { coupes.last?.maillon ?? .origine }

  /// What `vademecum verify` would say of it.
  func check(temoins: [Tete] = [], cle: [UInt8]? = nil) throws -> Constat {
    try Controle.run(
      lignes: Self.suite(lignes.sorted { $0.rang < $1.rang }), coupes: Self.suite(coupes), tetes: Self.suite(tetes),
      temoins: temoins, cle: cle)
  }

  private static func suite<Valeur: Sendable>(_ values: [Valeur]) -> Controle.Suite<Valeur> {
    var iterator = values.makeIterator()
    return { iterator.next().map { .lue($0) } }
  }

  /// Puts all this in place of what the tables hold, as somebody who owns the base would: locks taken off, and put
  /// back afterwards.
  func write(in database: Database) async throws {
    try await database.write { [self] tx in
      try tx.withoutLocks {
        for table in ["DELETE FROM trace", "DELETE FROM trace_tete", "DELETE FROM trace_coupe"] as [SQL] {
          try tx.execute(table)
        }
        for ligne in lignes { try tx.put(ligne) }
        for tete in tetes { try tx.put(tete) }
        for coupe in coupes { try tx.put(coupe) }
      }
    }
  }
}

extension [LigneDeTrace] {
  /// Ranks without a hole again, as somebody careful would leave them.
  mutating func renumber(from first: Int = 1) {
    for index in indices { self[index].rang = first + index }
  }

  /// Hashes that follow again from this line on: nothing in the lines alone shows it.
  mutating func rechain(from index: Int, after depart: Maillon) {
    var maillon = index == 0 ? depart : self[index - 1].maillon
    for index in index..<count {
      maillon = maillon.followed(by: self[index])
      self[index].maillon = maillon
    }
  }
}

extension Transaction {
  /// What the owner of a base may always do.
  func withoutLocks(_ body: () throws -> Void) throws {
    for statement in engine == .sqlite ? Self.sqliteUnlocking : Self.postgresUnlocking { try execute(statement) }
    try body()
    for statement in engine == .sqlite ? engine.verrousDesTraces : Self.postgresLocking { try execute(statement) }
  }

  private static let sqliteUnlocking: [SQL] = [
    "DROP TRIGGER trace_sans_retouche", "DROP TRIGGER trace_sans_retrait", "DROP TRIGGER trace_sans_remplacement",
    "DROP TRIGGER trace_attente_sans_retouche", "DROP TRIGGER trace_attente_sans_retrait",
    "DROP TRIGGER trace_attente_sans_remplacement", "DROP TRIGGER trace_tete_sans_retouche",
    "DROP TRIGGER trace_tete_sans_retrait", "DROP TRIGGER trace_tete_sans_remplacement",
    "DROP TRIGGER trace_coupe_sans_retouche", "DROP TRIGGER trace_coupe_sans_retrait",
    "DROP TRIGGER trace_coupe_sans_remplacement",
  ]

  private static let postgresUnlocking: [SQL] = [
    "ALTER TABLE trace DISABLE TRIGGER USER", "ALTER TABLE trace_attente DISABLE TRIGGER USER",
    "ALTER TABLE trace_tete DISABLE TRIGGER USER", "ALTER TABLE trace_coupe DISABLE TRIGGER USER",
  ]

  private static let postgresLocking: [SQL] = [
    "ALTER TABLE trace ENABLE TRIGGER USER", "ALTER TABLE trace_attente ENABLE TRIGGER USER",
    "ALTER TABLE trace_tete ENABLE TRIGGER USER", "ALTER TABLE trace_coupe ENABLE TRIGGER USER",
  ]

  fileprivate func put(_ ligne: LigneDeTrace) throws {
    try execute(
      """
      INSERT INTO trace (rang, id, acteur, geste, objet, le, empreinte)
      VALUES (\(ligne.rang), \(ligne.id), \(ligne.acteur), \(ligne.geste), \(ligne.objet), \(ligne.le),
        \(ligne.empreinte))
      """)
  }

  fileprivate func put(_ tete: Tete) throws {
    try execute(
      """
      INSERT INTO trace_tete (numero, rang, empreinte, le, signature, cle)
      VALUES (\(tete.numero), \(tete.maillon.rang), \(tete.maillon.empreinte), \(tete.le),
        \(tete.cachet.signature), \(tete.cachet.clePublique))
      """)
  }

  fileprivate func put(_ coupe: Coupe) throws {
    try execute(
      """
      INSERT INTO trace_coupe (numero, rang, empreinte, avant, le, raison, rompue, signature, cle)
      VALUES (\(coupe.numero), \(coupe.maillon.rang), \(coupe.maillon.empreinte), \(coupe.avant), \(coupe.le),
        \(coupe.raison.rawValue), \(coupe.rompue), \(coupe.cachet.signature), \(coupe.cachet.clePublique))
      """)
  }
}

// MARK: The house at work

extension Fondation {
  /// Long enough ago for any clock to agree that a year has passed.
  static let autrefois = Instant(milliseconds: 1_672_531_200_000)

  var house: House { House(database: database, vault: vault, faits: Faits(), keepsSentMail: false) }
  var clePublique: [UInt8] { get throws { try master.clePublique } }

  /// So many acts traced and chained, one a minute from that moment on.
  func chain(_ count: Int, from start: Instant) async throws {
    try await database.write { tx in
      for rang in 0..<count {
        let le = start + .minutes(rang)
        try tx.record(Trace("lecture:bilan", on: "objet \(rang)", by: .person(.make(at: le)), at: le))
      }
    }
    while try await TraceChain.append(in: database) > 0 {}
  }

  /// Two years and a half: heads now and then, two cuts, and a head at the very end, which is answered.
  func chainOfYears(lines: Int = 30) async throws -> Tete {
    for month in stride(from: 0, through: 27, by: 3) {
      try await chain(lines, from: Self.autrefois + .days(30 * month))
      _ = try await TraceChain.sign(at: Self.autrefois + .days(30 * month + 1), in: house)
    }
    for month in [15, 20] {
      let count = try await TraceChain.purge(
        for: .house(.echeances), at: Self.autrefois + .days(30 * month), in: house)
      precondition(count > 0)
    }
    while try await TraceChain.append(in: database) > 0 {}
    guard let tete = try await TraceChain.sign(at: Self.autrefois + .days(900), in: house) else {
      throw DatabaseError.unavailable
    }
    return tete
  }
}
