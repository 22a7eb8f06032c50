import Foundation
import GRDB

/// A copy of an SQLite file while a server writes in it.
enum CopieSQLite {
  /// Pages copied between two looks at `arret`.
  private static let pages: CInt = 2000

  /// Copies the file as it stands at one moment. Writers go on: one snapshot is read to its end, through a connection
  /// of its own, from this process or beside it.
  static func copy(_ path: String, to copy: String, arret: Arret) throws {
    try Descripteur.create(copy).close()
    let source = try DatabaseQueue(path: path, configuration: .beside)
    let destination = try DatabaseQueue(path: copy, configuration: .scratch)
    defer { for queue in [source, destination] { try? queue.close() } }
    try destination.writeWithoutTransaction { into in
      try source.read { from in
        // The snapshot begins at the first table read; without it, each step would see later writes and start again.
        _ = try Int.fetchOne(from, sql: "SELECT count(*) FROM sqlite_master")
        try from.backup(to: into, pagesPerStep: pages) { _ in try arret.check() }
      }
    }
  }

  /// What the file holds. Only read.
  static func bordereau(_ path: String) throws -> Bordereau {
    try reading(path) { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
      let comptes = try tables.map { ($0, try Table($0).fetchCount(db)) }
      let migrations = try GRDB.Row.fetchAll(db, sql: "SELECT nom, empreinte FROM migration").map { row in
        (row["nom"] as String, row["empreinte"] as String)
      }
      return Bordereau(
        migrations: Dictionary(uniqueKeysWithValues: migrations), comptes: Dictionary(uniqueKeysWithValues: comptes))
    }
  }

  /// Every page, every index, every reference.
  /// - Throws: `.essai`.
  static func requireSound(_ path: String, arret: Arret) throws {
    try reading(path, arret: arret) { db in
      guard try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"] else {
        throw SauvegardeError.essai(.structure)
      }
      if let row = try GRDB.Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
        throw SauvegardeError.essai(.reference(table: row["table"]))
      }
    }
  }

  /// A file and what its engine puts beside it.
  static func files(_ path: String) -> [String] { [path, path + "-wal", path + "-shm", path + "-journal"] }

  private static func reading<T>(
    _ path: String, arret: Arret = Arret(), _ body: (GRDB.Database) throws -> T
  ) throws -> T {
    do {
      let queue = try DatabaseQueue(path: path, configuration: .beside)
      defer { try? queue.close() }
      return try arret.during({ queue.interrupt() }) { try queue.read(body) }
    } catch let error as GRDB.DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
      throw SauvegardeError.essai(.structure)
    }
  }
}

extension Configuration {
  fileprivate static var beside: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return configuration
  }

  /// A copy that is sealed and thrown away: no journal, no waiting for the disk.
  fileprivate static var scratch: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
    return configuration
  }
}
