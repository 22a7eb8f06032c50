import Base
import Conseil
import Foundation
import Mentorat
import Personnes
import Rencontres
import Temps
import ViePrivee

/// The one clock of the whole house.
let horloge = Horloge { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }

/// Opens the bases and the vault, brings the tables up to date.
struct Opening {
  let settings: Settings

  /// The main base as it is, for looking at it: nothing is made, migrated or written.
  func peek() throws -> Database {
    if let conninfo = settings.database { return try .postgres(conninfo, connections: 2) }
    return try .sqlite(toRead: folder.appending(path: "vademecum.sqlite").path)
  }

  /// What the server's signatures are checked with; nil where the master key is not.
  func clePublique() throws -> [UInt8]? { try knownMasterKey()?.clePublique }

  /// All that the tables of the main base went through.
  static let migrations =
    baseMigrations + PersonnesRoom.migrations + RencontresRoom.migrations + MentoratRoom.migrations
    + ConseilRoom.migrations + ViePriveeRoom.migrations

  /// - Parameter restoring: by the restoration itself; nobody else opens a house half given back.
  func open(keepsSentMail: Bool, restoring: Bool = false) throws -> House {
    do { return try house(keepsSentMail: keepsSentMail, restoring: restoring) } catch DatabaseError.full {
      throw OpeningError.full(path: settings.dataDir)
    }
  }

  private func house(keepsSentMail: Bool, restoring: Bool) throws -> House {
    let now = horloge.now
    let (database, keys) = try databases()
    guard try restoring || !keys.isRestoring() else {
      throw SettingsError(
        description:
          "Une restauration n’est pas finie : relancez « vademecum restore », avec les mêmes fichiers. / A restoration is not finished: run “vademecum restore” again, with the same files."
      )
    }
    try keys.migrate(vaultMigrations, at: now)
    try database.migrate(Self.migrations, at: now)
    let vault = Vault(keys: keys, master: try masterKey())
    let house = House(database: database, vault: vault, faits: Faits(owed: Hall.owed), keepsSentMail: keepsSentMail)
    try database.writeNow { tx in
      try tx.record(Trace("demarrage", on: "vademecum", by: .house(.demarrage), at: now))
      try PersonnesStore(house).refreshTexts(at: now, in: tx)
    }
    return house
  }

  private func databases() throws -> (Database, keys: Database) {
    switch try emplacement() {
    case .serveur(let donnees, let cles): (try .postgres(donnees), try .postgres(cles, connections: 3))
    case .fichiers(let donnees, let cles): (try .sqlite(path: donnees), try .sqlite(path: cles, readers: 2))
    }
  }

  /// Where the bases are, or will be.
  func emplacement() throws -> Emplacement {
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
      return .serveur(donnees: conninfo, cles: keys)
    }
    let folder = try dataFolder()
    return .fichiers(
      donnees: folder.appending(path: "vademecum.sqlite").path, cles: folder.appending(path: "cles.sqlite").path)
  }

  /// Where copies being made or tried stand for a moment: beside the bases, never beside the backups.
  func etabli() throws -> String { try dataFolder().appending(path: "etabli").path }

  /// From the environment, or from a file made at the first start and readable by its owner only.
  private func masterKey() throws -> MasterKey {
    if let key = try knownMasterKey() { return key }
    let path = try dataFolder().appending(path: "cle-maitresse").path
    let key = MasterKey.random()
    let written = FileManager.default.createFile(
      atPath: path, contents: Data((key.base64 + "\n").utf8), attributes: [.posixPermissions: 0o600])
    guard written else { throw SettingsError(description: "Impossible d’écrire \(path). / Cannot write \(path).") }
    return key
  }

  /// The one that was given or made before; never a new one.
  func existingMasterKey() throws -> MasterKey {
    if let key = try knownMasterKey() { return key }
    let path = folder.appending(path: "cle-maitresse").path
    throw SettingsError(
      description:
        "La clé maîtresse manque : donnez VADEMECUM_MASTER_KEY, ou remettez-la dans \(path). / The master key is missing: give VADEMECUM_MASTER_KEY, or put it back in \(path)."
    )
  }

  /// The one that is there already.
  private func knownMasterKey() throws -> MasterKey? {
    if let text = settings.masterKey {
      guard let key = MasterKey(base64: text) else {
        throw SettingsError(
          description:
            "VADEMECUM_MASTER_KEY doit être 32 octets en base64. / VADEMECUM_MASTER_KEY must be 32 bytes in base64.")
      }
      return key
    }
    let path = folder.appending(path: "cle-maitresse").path
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    guard let key = MasterKey(base64: text) else {
      throw SettingsError(description: "\(path) n’est pas une clé. / \(path) is not a key.")
    }
    return key
  }

  private var folder: URL { URL(filePath: settings.dataDir, directoryHint: .isDirectory) }

  private func dataFolder() throws -> URL {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
  }
}
