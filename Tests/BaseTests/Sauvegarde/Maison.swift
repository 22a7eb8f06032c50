import Foundation
import NIOConcurrencyHelpers
import Temps
import Troupe

@testable import Base

/// A house that is backed up: two bases with something in them, folders for backups, and an empty place to give it back.
struct Maison: Sendable {
  static let now = Instant(milliseconds: 1_795_000_000_000)
  static let place = "billet.mots"

  /// What the tests write in.
  static let migrations =
    baseMigrations + [
      Migration(
        "2026-11-28 essai: des billets",
        "CREATE TABLE auteur (id TEXT PRIMARY KEY NOT NULL)",
        """
        CREATE TABLE billet (
          id TEXT PRIMARY KEY NOT NULL,
          auteur TEXT NOT NULL REFERENCES auteur (id),
          rang BIGINT NOT NULL,
          mots BYTEA NOT NULL)
        """)
    ]

  let emplacement: Emplacement
  let vide: Emplacement
  let folder: URL
  let master = MasterKey.random()
  let database: Database
  let keys: Database
  let vault: Vault

  var depot: Depot { Depot(donnees: path("sauvegardes"), cles: path("cles-a-part")) }

  init(_ emplacement: Emplacement, vide: Emplacement, folder: URL) throws {
    self.emplacement = emplacement
    self.vide = vide
    self.folder = folder
    (database, keys) = try emplacement.opened()
    vault = Vault(keys: keys, master: master)
    try keys.migrate(vaultMigrations, at: Self.now)
    try database.migrate(Self.migrations, at: Self.now)
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func sauvegarde(bloc: Int = 4096) -> Sauvegarde {
    var sauvegarde = Sauvegarde(emplacement, to: depot, master: master, etabli: path("etabli"))
    sauvegarde.bloc = bloc
    return sauvegarde
  }

  func take(at now: Instant = now, bloc: Int = 4096) throws -> Sauvegarde.Prise {
    try sauvegarde(bloc: bloc).take(.make(at: now), at: now)
  }

  func restauration(
    of prise: Sauvegarde.Prise, effacees: [String] = [], dossiers: [String] = [], to place: Emplacement? = nil,
    tolere: Bool = false
  ) -> Restauration {
    Restauration(
      place ?? vide, donnees: prise.donnees, cles: prise.cles, effacees: effacees, dossiers: dossiers, tolere: tolere,
      master: master, etabli: path("etabli-rendu"), migrations: Self.migrations)
  }

  /// Somebody writes one note, sealed with their key; answers when it is acknowledged.
  func write(_ mots: String, by auteur: PersonneID, rang: Int = 1) throws {
    let id = PersonneID.make(at: Self.now)
    try database.writeNow { [vault] tx in
      let sealed = try vault.seal(mots, of: .personne(auteur), at: Place("billet.mots", id))
      try tx.execute("INSERT INTO auteur (id) VALUES (\(auteur)) ON CONFLICT DO NOTHING")
      try tx.execute("INSERT INTO billet (id, auteur, rang, mots) VALUES (\(id), \(auteur), \(rang), \(sealed))")
    }
  }

  func close() {
    database.close()
    keys.close()
  }
}

/// A note as it stands in a base; its words are nil when its author's key is gone.
struct Billet: Sendable, Hashable {
  let auteur: PersonneID
  let rang: Int
  let mots: String?
}

extension Emplacement {
  func opened() throws -> (Database, keys: Database) {
    switch self {
    case .fichiers(let donnees, let cles): (try .sqlite(path: donnees), try .sqlite(path: cles))
    case .serveur(let donnees, let cles):
      (try .postgres(donnees, connections: 5), try .postgres(cles, connections: 3))
    }
  }

  /// Every note that is there, opened.
  func billets(_ master: MasterKey) throws -> [Billet] {
    let (database, keys) = try opened()
    defer { for base in [database, keys] { base.close() } }
    let vault = Vault(keys: keys, master: master)
    return try database.readNow { tx in
      try tx.all("SELECT id, auteur, rang, mots FROM billet ORDER BY auteur, rang") { row in
        let (id, auteur): (PersonneID, PersonneID) = (try row[0], try row[1])
        let mots = try vault.open(try row[3] as Sealed, of: .personne(auteur), at: Place("billet.mots", id))
        return Billet(auteur: auteur, rang: try row[2], mots: mots)
      }
    }
  }

  func owners() throws -> (cles: Set<String>, effacees: Set<String>) {
    let keys = try openKeys()
    defer { keys.close() }
    return try keys.readNow { tx in
      (Set(try tx.all("SELECT proprietaire FROM cle") { try $0[0] as String }), Set(try tx.effacees()))
    }
  }
}

/// Runs a test on a house of its own, off the threads that serve every test, and removes it afterwards.
func withMaison(_ engine: Engine, _ body: @escaping @Sendable (Maison) throws -> Void) async throws {
  try await withTemporaryFolder { folder in
    let path = { (name: String) in folder.appending(path: name).path }
    switch engine {
    case .sqlite:
      for name in ["maison", "rendu"] {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
      }
      try await run(
        .fichiers(donnees: path("maison/vademecum.sqlite"), cles: path("maison/cles.sqlite")),
        vide: .fichiers(donnees: path("rendu/vademecum.sqlite"), cles: path("rendu/cles.sqlite")), folder, body)
    case .postgres:
      // Takes one of the places that tests share on the server.
      try await withPostgres { _ in
        let bases = BasesEntieres()
        try await apart { try bases.create() }
        let result: Result<Void, any Error>
        do {
          try await run(
            .serveur(donnees: bases.conninfo(0), cles: bases.conninfo(1)),
            vide: .serveur(donnees: bases.conninfo(2), cles: bases.conninfo(3)), folder, body)
          result = .success(())
        } catch { result = .failure(error) }
        try await apart { try bases.drop() }
        try result.get()
      }
    }
  }
}

private func run(
  _ emplacement: Emplacement, vide: Emplacement, _ folder: URL, _ body: @escaping @Sendable (Maison) throws -> Void
) async throws {
  try await apart {
    let maison = try Maison(emplacement, vide: vide, folder: folder)
    defer { maison.close() }
    try body(maison)
  }
}

/// Blocking work stays off the few threads that serve every test.
func apart<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
  try await withCheckedThrowingContinuation { continuation in
    let thread = Thread { continuation.resume(with: Result { try body() }) }
    thread.start()
  }
}

/// Whole bases, as an operator has them: a dump is given back to another base than its own.
struct BasesEntieres: Sendable {
  static var server: String { ProcessInfo.processInfo.environment["VADEMECUM_TEST_POSTGRES"] ?? "" }

  private let name = "sauvegarde_" + UUID().uuidString.lowercased().prefix(8)
  private var names: [String] { ["", "_cles", "_rendu", "_rendu_cles"].map { name + $0 } }

  func conninfo(_ rank: Int) throws -> String { try Conninfo.replacing(base: names[rank], in: Self.server) }

  func create() throws {
    for name in names {
      try Outil("createdb").run(["--template=template0", name], at: Self.server, arret: Arret())
    }
  }

  func drop() throws {
    for name in names {
      try Outil("dropdb").run(["--force", "--if-exists", name], at: Self.server, arret: Arret())
    }
  }
}
