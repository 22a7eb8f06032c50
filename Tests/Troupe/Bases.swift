import Base
import Foundation

/// Runs a test on a fresh, empty database of either engine, and removes it afterwards. Tests may run side by side.
///
///     @Test(arguments: Engine.allCases) func `…`(engine: Engine) async throws {
///       try await withDatabase(engine) { db in … }
///     }
///
/// - Parameter patience: how long a closure waits for its turn before `.busy`.
@discardableResult
package func withDatabase<R>(
  _ engine: Engine, patience: Duration = .seconds(5), _ body: (Database) async throws -> R
) async throws -> R {
  switch engine {
  case .sqlite: try await withSQLite(patience, body)
  case .postgres: try await withPostgres { try await open($0, patience, body) }
  }
}

/// A folder of its own, removed afterwards: for tests about the file itself.
@discardableResult
package func withTemporaryFolder<R>(_ body: (URL) async throws -> R) async throws -> R {
  let folder = FileManager.default.temporaryDirectory.appending(path: "vademecum-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}

/// A schema of its own, dropped afterwards: for tests about connections. The body receives libpq's conninfo.
@discardableResult
package func withPostgres<R>(_ body: (String) async throws -> R) async throws -> R {
  let server = try testServer()
  await places.take()
  let schema = "essai_" + UUID().uuidString.lowercased().replacing("-", with: "")
  let result: Result<R, any Error>
  do {
    try await administer(server) { try $0.createSchema(schema) }
    result = .success(try await body("\(server) options='-c search_path=\(schema)'"))
  } catch {
    result = .failure(error)
  }
  try? await administer(server) { try $0.dropSchema(schema) }
  await places.give()
  return try result.get()
}

/// The test server is not there: no half of the suite is ever skipped in silence.
package struct TestServerMissing: Error, CustomStringConvertible {
  package let description =
    "No PostgreSQL for the tests: run bin/test, which starts one and sets VADEMECUM_TEST_POSTGRES."
}

private func testServer() throws -> String {
  guard let server = ProcessInfo.processInfo.environment["VADEMECUM_TEST_POSTGRES"], !server.isEmpty else {
    throw TestServerMissing()
  }
  return server
}

private func withSQLite<R>(_ patience: Duration, _ body: (Database) async throws -> R) async throws -> R {
  try await withTemporaryFolder { folder in
    let database = try Database.sqlite(path: folder.appending(path: "base.sqlite").path, patience: patience)
    defer { database.close() }
    return try await body(database)
  }
}

private func open<R>(
  _ conninfo: String, _ patience: Duration, _ body: (Database) async throws -> R
) async throws -> R {
  let database = try Database.postgres(conninfo, patience: patience)
  defer { database.close() }
  return try await body(database)
}

private func administer(_ server: String, _ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
  let database = try Database.postgres(server, connections: 2)
  defer { database.close() }
  try await database.write(body)
}

extension Transaction {
  fileprivate func createSchema(_ name: String) throws {
    try setName(name)
    try execute("DO $$ BEGIN EXECUTE format('CREATE SCHEMA %I', current_setting('troupe.schema')); END $$")
  }

  fileprivate func dropSchema(_ name: String) throws {
    try setName(name)
    try execute("DO $$ BEGIN EXECUTE format('DROP SCHEMA %I CASCADE', current_setting('troupe.schema')); END $$")
  }

  /// A statement is a literal: the one way to give it a name made here.
  private func setName(_ name: String) throws {
    _ = try first("SELECT set_config('troupe.schema', \(name), true)") { try $0[0] as String }
  }
}

/// A server takes a hundred connections: eight databases of eight connections at a time.
private let places = Places(8)

/// Lets so many in at a time; the others wait their turn.
actor Places {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
