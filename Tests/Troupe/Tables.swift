import Base

/// A column of the bases, as the engine describes it.
package struct Colonne: Sendable, Hashable {
  package let table: String
  package let nom: String
  /// The table it refers to, if it says so.
  package let vers: String?
}

extension Scene {
  /// Every column of every table, in the main base and in that of the keys.
  package func colonnes() async throws -> [Colonne] { try await stage.colonnes() }
}

extension Stage {
  func colonnes() async throws -> [Colonne] {
    let main = try await database.read { tx in try tx.colonnes() }
    let apart = try await keys.read { tx in try tx.colonnes() }
    // On a server both stand in one schema.
    return Array(Set(main + apart)).sorted { ($0.table, $0.nom) < ($1.table, $1.nom) }
  }
}

extension Transaction {
  fileprivate func colonnes() throws -> [Colonne] {
    let links = try Dictionary(
      all(links) { row in ("\(try row[0] as String).\(try row[1] as String)", try row[2] as String) },
      uniquingKeysWith: { first, _ in first })
    return try all(columns) { row in
      let (table, nom): (String, String) = (try row[0], try row[1])
      return Colonne(table: table, nom: nom, vers: links["\(table).\(nom)"])
    }
  }

  private var columns: SQL {
    switch engine {
    case .sqlite:
      """
      SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
      """
    case .postgres:
      """
      SELECT table_name::text, column_name::text FROM information_schema.columns
      WHERE table_schema = current_schema()
      """
    }
  }

  private var links: SQL {
    switch engine {
    case .sqlite:
      """
      SELECT m.name, f."from", f."table" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table'
      """
    case .postgres:
      """
      SELECT t.relname::text, a.attname::text, v.relname::text FROM pg_constraint c
      JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class v ON v.oid = c.confrelid
      JOIN pg_namespace n ON n.oid = c.connamespace
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.contype = 'f' AND n.nspname = current_schema()
      """
    }
  }
}
