import Foundation

/// A copy of a PostgreSQL base while servers write in it, by `pg_dump`.
enum CopiePostgres {
  /// Dumps the schema as it stands at one moment, straight into a sealed file: nothing in clear touches the disk.
  ///
  /// We take the snapshot and count in it; `pg_dump` reads the same one. Only this schema: keys may stand in another one
  /// of the same base.
  /// - Parameter create: makes the file anew; called again if the connection is lost.
  static func copy(
    _ conninfo: String, arret: Arret, create: @escaping @Sendable (Bordereau) throws -> Ecrivain
  ) throws {
    let outil = try Outil("pg_dump")
    let database = try Database.postgres(conninfo, connections: 2)
    defer { database.close() }
    try database.readNow { tx in
      try tx.takeTime(Engine.postgres.longCopy)
      guard let snapshot = try tx.first("SELECT pg_export_snapshot()", { try $0[0] as String }) else {
        throw DatabaseError.unavailable
      }
      let bordereau = try tx.bordereauPostgres()
      let ecrivain = try create(bordereau)
      try outil.run(
        [
          "--format=custom", "--no-owner", "--no-privileges", "--no-password", "--snapshot=\(snapshot)",
          "--schema=\(quoted(bordereau.schema ?? ""))",
        ], at: conninfo, arret: arret,
        output: { data in
          try arret.check()
          try ecrivain.append(data)
        })
      try ecrivain.finish()
    }
  }

  static func bordereau(_ conninfo: String) throws -> Bordereau {
    let database = try Database.postgres(conninfo, connections: 2)
    defer { database.close() }
    return try database.readNow { tx in
      try tx.takeTime(Engine.postgres.longRead)
      return try tx.bordereauPostgres()
    }
  }

  /// As `--schema` reads it: to the letter, never as a pattern.
  private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}

extension Transaction {
  /// What stands in the schema that this connection opens.
  fileprivate func bordereauPostgres() throws -> Bordereau {
    let schema = try first("SELECT current_schema()") { try $0[0] as String? } ?? nil
    // A statement is a literal, and names of tables are not: the server writes the counts' statements itself.
    let comptes = try all(
      """
      SELECT c.relname::text, (xpath('/row/n/text()', query_to_xml(
        format('SELECT count(*) AS n FROM %I.%I', current_schema(), c.relname), false, true, '')))[1]::text::bigint
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
      """
    ) { row in (try row[0] as String, try row[1] as Int) }
    guard comptes.contains(where: { $0.0 == "migration" }) else {
      return Bordereau(comptes: Dictionary(uniqueKeysWithValues: comptes), schema: schema)
    }
    return Bordereau(
      migrations: try migrationsFaites(), comptes: Dictionary(uniqueKeysWithValues: comptes), schema: schema)
  }

  /// Migrations made, with the fingerprint of each.
  func migrationsFaites() throws -> [String: String] {
    let rows = try all("SELECT nom, empreinte FROM migration") { (try $0[0] as String, try $0[1] as String) }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
