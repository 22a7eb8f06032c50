import Base
import Dispatch
import Foundation
import Temps
import Troupe

/// What every room stands on, on fresh bases of one engine: the main one, and that of the keys apart.
struct Fondation: Sendable {
  static let now = Instant(milliseconds: 1_800_000_000_000)

  let database: Database
  let keys: Database
  let master = MasterKey.random()
  let vault: Vault
  /// Where the files are; nil on a server.
  private let folder: URL?
  let conninfo: String?

  var now: Instant { Self.now }

  fileprivate init(folder: URL) throws {
    database = try .sqlite(path: folder.appending(path: "base.sqlite").path, patience: .seconds(60))
    keys = try .sqlite(path: folder.appending(path: "cles.sqlite").path, patience: .seconds(60))
    vault = Vault(keys: keys, master: master)
    (self.folder, conninfo) = (folder, nil)
    try migrate()
  }

  fileprivate init(conninfo: String, keys conninfoOfKeys: String) throws {
    database = try .postgres(conninfo, patience: .seconds(60))
    keys = try .postgres(conninfoOfKeys, connections: 4, patience: .seconds(60))
    vault = Vault(keys: keys, master: master)
    (folder, self.conninfo) = (nil, conninfo)
    try migrate()
  }

  private func migrate() throws {
    try keys.migrate(vaultMigrations, at: Self.now)
    try database.migrate(baseMigrations, at: Self.now)
    try database.writeNow { tx in _ = try tx.execute("CREATE TABLE effet (nom TEXT NOT NULL)") }
  }

  /// The vault as another node has it, or this one after a restart.
  func anotherVault() -> Vault { Vault(keys: keys, master: master) }

  /// The main base as a second server sees it: only PostgreSQL has more than one, a file has this one.
  func withNodes(_ body: ([Database]) async throws -> Void) async throws {
    guard let conninfo else { return try await body([database, database]) }
    let other = try Database.postgres(conninfo, patience: .seconds(60))
    defer { other.close() }
    try await body([database, other])
  }

  /// Runs on a thread of the main base, where the vault may block.
  func onThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await database.read { _ in try body() }
  }

  /// How many rows, or another number.
  func number(_ sql: SQL) async throws -> Int {
    try await database.read { tx in try tx.first(sql) { try $0[0] } ?? 0 }
  }

  /// Leaves a mark that a test counts.
  static func mark(_ nom: String, in tx: Transaction) throws {
    try tx.execute("INSERT INTO effet (nom) VALUES (\(nom))")
  }

  func effets() async throws -> [String] {
    try await database.read { tx in try tx.all("SELECT nom FROM effet ORDER BY nom") { try $0[0] } }
  }

  /// Every file whose name begins so, or nothing on a server.
  func files(_ prefix: String) throws -> Data {
    guard let folder else { return Data() }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(prefix) }
    return try names.reduce(into: Data()) { $0 += try Data(contentsOf: folder.appending(path: $1)) }
  }
}

/// Runs a test on a foundation of its own, and removes it afterwards.
func withFondation(_ engine: Engine, _ body: (Fondation) async throws -> Void) async throws {
  switch engine {
  case .sqlite:
    try await withTemporaryFolder { folder in
      try await run({ try Fondation(folder: folder) }, body)
    }
  case .postgres:
    try await withPostgres { conninfo in
      let admin = try Database.postgres(conninfo, connections: 2)
      defer { admin.close() }
      try await admin.write { try $0.createSchemaOfKeys() }
      // The conninfo ends with the quoted search path.
      let keys = "\(conninfo.dropLast())_cles'"
      let result: Result<Void, any Error>
      do {
        try await run({ try Fondation(conninfo: conninfo, keys: keys) }, body)
        result = .success(())
      } catch { result = .failure(error) }
      try await admin.write { try $0.dropSchemaOfKeys() }
      try result.get()
    }
  }
}

private func run(
  _ open: @escaping @Sendable () throws -> Fondation, _ body: (Fondation) async throws -> Void
) async throws {
  let fondation = try await aside(open)
  let result: Result<Void, any Error>
  do {
    try await body(fondation)
    result = .success(())
  } catch { result = .failure(error) }
  try await aside {
    fondation.database.close()
    fondation.keys.close()
  }
  try result.get()
}

/// Opening, migrating and closing block their thread: not one of the few that serve every test.
private func aside<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
  }
}

extension Transaction {
  fileprivate func createSchemaOfKeys() throws {
    try execute("DO $$ BEGIN EXECUTE format('CREATE SCHEMA %I', current_schema() || '_cles'); END $$")
  }

  fileprivate func dropSchemaOfKeys() throws {
    try execute("DO $$ BEGIN EXECUTE format('DROP SCHEMA %I CASCADE', current_schema() || '_cles'); END $$")
  }
}

extension PersonneID {
  static func someone() -> PersonneID { .make(at: Fondation.now) }
}
