import Base
import Foundation
import Mentorat
import Personnes
import Rencontres
import Temps

/// The one clock of the whole house.
let horloge = Horloge { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }

/// Opens the bases and the vault, brings the tables up to date.
struct Opening {
  let settings: Settings

  /// The main base as it is, for looking at it: nothing is migrated, nothing written.
  func peek() throws -> Database { try databases().0 }

  func open(keepsSentMail: Bool) throws -> House {
    let now = horloge.now
    let (database, keys) = try databases()
    try keys.migrate(vaultMigrations, at: now)
    try database.migrate(
      baseMigrations + PersonnesRoom.migrations + RencontresRoom.migrations + MentoratRoom.migrations, at: now)
    let vault = Vault(keys: keys, master: try masterKey())
    let house = House(database: database, vault: vault, faits: Faits(owed: Hall.owed), keepsSentMail: keepsSentMail)
    try database.writeNow { tx in
      try tx.record(Trace("demarrage", on: "vademecum", by: .house(.demarrage), at: now))
      try PersonnesStore(house).refreshTexts(at: now, in: tx)
    }
    return house
  }

  private func databases() throws -> (Database, keys: Database) {
    if let conninfo = settings.database {
      guard let keys = settings.keys else {
        throw SettingsError(
          description:
            "Avec --database, donnez aussi --keys : les clés vivent dans une base à part. / With --database, give --keys too: keys live in a base of their own."
        )
      }
      guard keys != conninfo else {
        throw SettingsError(
          description:
            "--keys doit nommer une autre base que --database. / --keys must name another base than --database.")
      }
      return (try .postgres(conninfo), try .postgres(keys, connections: 3))
    }
    let folder = try dataFolder()
    return (
      try .sqlite(path: folder.appending(path: "vademecum.sqlite").path),
      try .sqlite(path: folder.appending(path: "cles.sqlite").path, readers: 2)
    )
  }

  /// From the environment, or from a file made at the first start and readable by its owner only.
  private func masterKey() throws -> MasterKey {
    if let text = settings.masterKey {
      guard let key = MasterKey(base64: text) else {
        throw SettingsError(
          description:
            "VADEMECUM_MASTER_KEY doit être 32 octets en base64. / VADEMECUM_MASTER_KEY must be 32 bytes in base64.")
      }
      return key
    }
    let path = try dataFolder().appending(path: "cle-maitresse").path
    if let text = try? String(contentsOfFile: path, encoding: .utf8) {
      guard let key = MasterKey(base64: text) else {
        throw SettingsError(description: "\(path) n’est pas une clé. / \(path) is not a key.")
      }
      return key
    }
    let key = MasterKey.random()
    let written = FileManager.default.createFile(
      atPath: path, contents: Data((key.base64 + "\n").utf8), attributes: [.posixPermissions: 0o600])
    guard written else { throw SettingsError(description: "Impossible d’écrire \(path). / Cannot write \(path).") }
    return key
  }

  private func dataFolder() throws -> URL {
    let folder = URL(filePath: settings.dataDir, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
  }
}
