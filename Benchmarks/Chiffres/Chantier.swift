import Base
import Conseil
import Foundation
import Personnes

/// Where the measure takes place: files in a folder, or a PostgreSQL server for the rows. Keys stay in the folder.
struct Chantier {
  let database: Database
  let keys: Database
  let house: House
  private let folder: URL
  private let isTemporary: Bool

  /// - Parameters:
  ///   - postgres: libpq's words; nil for SQLite.
  ///   - dossier: kept afterwards, and used again as it is; nil for a temporary folder.
  init(postgres: String?, dossier: String?) throws {
    isTemporary = dossier == nil
    folder =
      dossier.map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? FileManager.default.temporaryDirectory.appending(path: "vademecum-chiffres-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // A write may wait for a whole fold: here one wants to know how long, not to be sent away.
    let patience = Duration.seconds(600)
    keys = try .sqlite(path: folder.appending(path: "cles.sqlite").path, readers: 2, patience: patience)
    database =
      try postgres.map { try .postgres($0, patience: patience) }
      ?? .sqlite(path: folder.appending(path: "base.sqlite").path, patience: patience)
    try keys.migrate(vaultMigrations, at: Terrain.ouverture)
    try database.migrate(
      baseMigrations + PersonnesRoom.migrations + ConseilRoom.migrations, at: Terrain.ouverture)
    // Nothing here is anybody's: a key that everyone knows opens the base again.
    guard let master = MasterKey(base64: Data(repeating: 7, count: 32).base64EncodedString()) else {
      throw CocoaError(.featureUnsupported)
    }
    house = House(
      database: database, vault: Vault(keys: keys, master: master), faits: Faits(), keepsSentMail: false)
  }

  /// In megabytes, journal included.
  var weight: Int {
    ["base.sqlite", "base.sqlite-wal"].reduce(0) { sum, nom in
      let size = try? folder.appending(path: nom).resourceValues(forKeys: [.fileSizeKey]).fileSize
      return sum + (size ?? 0)
    } / 1_000_000
  }

  func close() {
    database.close()
    keys.close()
    if isTemporary { try? FileManager.default.removeItem(at: folder) }
  }
}
