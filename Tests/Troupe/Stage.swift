import Base
import Conseil
import Discretion
import Foundation
import Mentorat
import Personnes
import Rencontres
import ViePrivee
import Web

/// The bases under a scene, and how one looks into all of them.
struct Stage: Sendable {
  let database: Database
  let keys: Database
  private let vault: Vault
  private let place: Place

  private enum Place: Sendable {
    case folder(URL)
    case server(conninfo: String)
  }

  /// As a crowd waits for one writer: nobody is sent away in a test.
  private static let patience = Duration.seconds(120)

  init(folder: URL) throws {
    database = try .sqlite(path: folder.appending(path: "base.sqlite").path, patience: Self.patience)
    keys = try .sqlite(path: folder.appending(path: "cles.sqlite").path, readers: 2, patience: Self.patience)
    vault = Vault(keys: keys, master: .random())
    place = .folder(folder)
  }

  /// Both bases stand in one schema: a test has a single place on the server.
  init(conninfo: String) throws {
    database = try .postgres(conninfo, patience: Self.patience)
    keys = try .postgres(conninfo, connections: 3, patience: Self.patience)
    vault = Vault(keys: keys, master: .random())
    place = .server(conninfo: conninfo)
  }

  var migrations: [Migration] {
    let own =
      baseMigrations + PersonnesRoom.migrations + RencontresRoom.migrations + MentoratRoom.migrations
      + ConseilRoom.migrations + ViePriveeRoom.migrations
    return switch place {
    case .folder: own
    case .server: vaultMigrations + own
    }
  }

  func house(_ database: Database) -> House {
    House(database: database, vault: vault, faits: Faits(), keepsSentMail: true)
  }

  func personnes(
    _ house: House, _ live: LiveStream, notifications: ReglagesDeNotifications? = nil
  ) -> PersonnesRoom {
    PersonnesRoom(house: house, live: live, origin: Scene.origin, notifications: notifications, ouverture: nil) { _ in
      "/rencontres"
    }
  }

  func rencontres(_ house: House, _ live: LiveStream) -> RencontresRoom {
    RencontresRoom(
      house: house, live: live, origin: Scene.origin,
      relais: RelaisVideo(stun: [], turn: ["turn:relais.example"], secret: "secret", relayOnly: true))
  }

  func mentorat(_ house: House, _ live: LiveStream, whatsApp: ReglagesWhatsApp? = nil) -> MentoratRoom {
    MentoratRoom(
      house: house, live: live, origin: Scene.origin, relecteur: Self.relecteur, impression: Impression(programme: nil),
      whatsApp: whatsApp)
  }

  func conseil(_ house: House, _ live: LiveStream) -> ConseilRoom {
    ConseilRoom(house: house, live: live, origin: Scene.origin, relecteur: Self.relecteur)
  }

  /// The reader with the model that ships, read once.
  private static let relecteur: Relecteur = {
    let racine = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    do {
      let data = try Data(contentsOf: racine.appending(path: "Models/discretion.model"))
      return Relecteur(modele: try Modele(bytes: data))
    } catch { fatalError("Models/discretion.model: \(error)") }
  }()

  /// Another server's connections to the same base.
  func another() throws -> Database {
    guard case .server(let conninfo) = place else { return database }
    return try .postgres(conninfo, connections: 4, patience: Self.patience)
  }

  func close() {
    database.close()
    keys.close()
  }

  /// The files themselves, or every row of every table (bytes in hexadecimal, as the server writes them).
  func everything() async throws -> [Data] {
    switch place {
    case .folder(let folder):
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return try names.map { try Data(contentsOf: folder.appending(path: $0)) }
    case .server:
      return try await database.write { tx in try tx.everyRow().map { Data($0.utf8) } }
    }
  }
}

extension Transaction {
  fileprivate func everyRow() throws -> [String] {
    try execute(
      """
      CREATE OR REPLACE FUNCTION tout() RETURNS SETOF text LANGUAGE plpgsql AS $tout$
      DECLARE nom text;
      BEGIN
        FOR nom IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
          RETURN QUERY EXECUTE format('SELECT l::text FROM %I l', nom);
        END LOOP;
      END $tout$
      """)
    return try all("SELECT * FROM tout()") { try $0[0] }
  }
}
