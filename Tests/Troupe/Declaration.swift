import Base
import Html
import Personnes
import Temps
import Web

/// What a room says it keeps, set against the tables that really stand in a base.
package struct Declaration: Sendable {
  package let donnees: DonneesPersonnelles

  package init(_ donnees: DonneesPersonnelles) { self.donnees = donnees }

  /// What differs, in words; none when both say the same.
  package func differences(from migrations: [Migration], _ engine: Engine) async throws -> [String] {
    try await withDatabase(engine) { database in
      let below = baseMigrations + PersonnesRoom.migrations
      try database.migrate(below, at: Scene.now)
      let others = try await database.tables()
      try database.migrate(below + migrations, at: Scene.now)
      let own = Set(try await database.tables()).subtracting(others)
      let declared = donnees.tables.map(\.nom)
      var wrong = own.subtracting(declared).map { "\($0) n’est pas déclarée" }
      wrong += Set(declared).subtracting(own).map { "\($0) n’existe pas" }
      wrong += Dictionary(grouping: declared) { $0 }.filter { $0.value.count > 1 }.map { "\($0.key) deux fois" }
      for table in donnees.tables where own.contains(table.nom) {
        for (named, other) in [(table.personnes, "personne"), (table.usagers, "usager")] {
          let real = try await database.columns(of: table.nom, referringTo: other)
          if Set(real) != Set(named) { wrong.append("\(table.nom) nomme \(real), et dit \(named)") }
        }
      }
      return (wrong + unknownEntries).sorted()
    }
  }

  /// Tables that serve no entry of the register, and entries that no table serves.
  private var unknownEntries: [String] {
    let (said, used) = (Set(donnees.traitements.map(\.cle)), Set(donnees.tables.compactMap(\.traitement)))
    return said.symmetricDifference(used).map { "traitement \($0)" }
      + (said.count == donnees.traitements.count ? [] : ["un traitement deux fois"])
  }
}

extension Scene {
  /// What the erasure of an account does in these rooms: statements in one transaction, then the key.
  package func leave(_ visitor: Visitor, _ rooms: DonneesPersonnelles..., at now: Instant = Self.now) async throws {
    try await forget(visitor, rooms, at: now)
    try await erase(visitor)
  }

  /// The statements alone, as after an older copy was put back.
  package func forget(
    _ visitor: Visitor, _ rooms: [DonneesPersonnelles], at now: Instant = Self.now
  ) async throws {
    try await house.database.write { tx in
      for table in rooms.flatMap(\.tables) {
        guard case .change(let statements) = table.effacement else { continue }
        for statement in statements(visitor.personne, now) { try tx.execute(statement) }
      }
    }
  }

  /// What ends by its age in a room, at a moment.
  package func expire(_ room: DonneesPersonnelles, at now: Instant) async throws {
    try await house.database.write { tx in
      for table in room.tables {
        guard case .apres(let duree, let statements) = table.terme else { continue }
        for statement in statements(now - duree) { try tx.execute(statement) }
      }
    }
  }

  package func rendre(_ visitor: Visitor, _ room: DonneesPersonnelles, at now: Instant = Self.now) async throws
    -> [Rubrique]
  {
    try await house.database.read { tx in try room.rendre(visitor.personne, now, tx) }
  }

  /// In French; nil when nothing stands in the way.
  package func obstacle(to visitor: Visitor, _ room: DonneesPersonnelles, at now: Instant = Self.now) async throws
    -> String?
  {
    try await house.database.read { tx in try room.empeche(visitor.personne, now, tx)?.fr.replacing("\u{a0}", with: " ")
    }
  }
}

extension [Rubrique] {
  /// Everything in it that somebody could read, in both languages.
  package var words: String {
    flatMap(\.fiches).flatMap(\.self).map { champ in
      switch champ.valeur {
      case .texte(let texte): texte
      case .mot(let phrase, let code): "\(phrase.fr) \(phrase.en) \(code)"
      case .instant(let instant): instant.iso
      case .jour(let jour): jour
      case .nombre(let nombre): String(nombre)
      case .ouiNon(let vrai): String(vrai)
      case .rien: ""
      }
    }.joined(separator: "\n")
  }

  /// Whether its keys can be those of an archive: one of each.
  package var isWellFormed: Bool {
    Set(map(\.cle)).count == count
      && flatMap(\.fiches).allSatisfy { fiche in Set(fiche.map(\.cle)).count == fiche.count }
  }
}

extension Database {
  /// The tables that stand in the base.
  fileprivate func tables() async throws -> [String] {
    let engine = engine
    return try await read { tx in
      switch engine {
      case .sqlite:
        try tx.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'") { try $0[0] }
      case .postgres:
        try tx.all("SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()") { try $0[0] }
      }
    }
  }

  fileprivate func columns(of table: String, referringTo other: String) async throws -> [String] {
    let engine = engine
    return try await read { tx in
      switch engine {
      case .sqlite:
        try tx.all(
          "SELECT \"from\" FROM pragma_foreign_key_list(\(table)) WHERE \"table\" = \(other) ORDER BY 1"
        ) { try $0[0] }
      case .postgres:
        try tx.all(
          """
          SELECT CAST(a.attname AS TEXT) FROM pg_constraint c
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
          WHERE c.contype = 'f' AND c.conrelid = to_regclass(\(table))
            AND c.confrelid = to_regclass(\(other)) ORDER BY 1
          """
        ) { try $0[0] }
      }
    }
  }
}
