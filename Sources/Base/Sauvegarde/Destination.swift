import Foundation
import Temps

/// The place where a house is given back.
final class Destination {
  private let emplacement: Emplacement
  private let etabli: String
  private var locks: [FileLock] = []
  /// The keys that are there already; nil when there is no file yet.
  private(set) var keys: Database?

  /// Keeps servers out of the files.
  init(_ emplacement: Emplacement, etabli: String) throws {
    self.emplacement = emplacement
    self.etabli = etabli
    switch emplacement {
    case .fichiers(let donnees, let cles):
      for path in [donnees, cles] { try Depot.make(URL(filePath: path).deletingLastPathComponent().path) }
      locks.append(try FileLock(beside: donnees))
      if FileManager.default.fileExists(atPath: cles) { keys = try emplacement.openKeys() }
    case .serveur: keys = try emplacement.openKeys()
    }
  }

  func close() {
    keys?.close()
    for lock in locks { lock.release() }
  }

  /// - Throws: `.occupee` when a base stands there.
  func requireFree() throws {
    switch emplacement {
    case .fichiers(let donnees, let cles):
      // A journal left alone would be read into the file put beside it.
      let journals = keys == nil ? Array(CopieSQLite.files(cles).dropFirst()) : []
      let found = (CopieSQLite.files(donnees) + journals).first { FileManager.default.fileExists(atPath: $0) }
      if let found { throw SauvegardeError.occupee(path: found) }
    case .serveur(let donnees, _):
      let bordereau = try CopiePostgres.bordereau(donnees)
      guard bordereau.comptes.isEmpty else {
        throw SauvegardeError.occupee(path: try Conninfo.base(donnees) ?? "PostgreSQL")
      }
    }
  }

  func createdKeys() throws -> Database {
    if let keys { return keys }
    let created = try emplacement.openKeys()
    keys = created
    return created
  }

  func restore(_ lecteur: Lecteur, cleaning: Bool) throws {
    switch emplacement {
    case .fichiers(let donnees, _): try RestaurationSQLite.restore(lecteur, to: donnees)
    case .serveur(let conninfo, _):
      try RestaurationPostgres(conninfo: conninfo, etabli: etabli).restore(lecteur, cleaning: cleaning)
    }
  }
}

extension Database {
  /// Of a base of keys: whether a restoration was begun, and not ended. Nobody opens the house until it is.
  package func isRestoring() throws -> Bool {
    try readNow { tx in
      guard try tx.has(table: "restauration") else { return false }
      return try tx.first("SELECT 1 FROM restauration") { _ in true } ?? false
    }
  }

  func beginRestoring(_ id: SauvegardeID, at now: Instant) throws {
    try writeNow { tx in
      try tx.execute("DELETE FROM restauration")
      try tx.execute("INSERT INTO restauration (sauvegarde, depuis) VALUES (\(id), \(now))")
    }
  }
}

extension Vault {
  /// All is there again, and those who were erased are gone: servers may open.
  package func endRestoration() throws { try keys.writeNow { try $0.execute("DELETE FROM restauration") } }

  /// How many owners had their key erased.
  package func erasedCount() throws -> Int {
    try keys.readNow { tx in try tx.first("SELECT count(*) FROM cle_effacee") { try $0[0] as Int } ?? 0 }
  }

  /// The same, named as backups name them.
  package func erasedOwners() throws -> Set<String> { Set(try keys.readNow { try $0.effacees() }) }
}
