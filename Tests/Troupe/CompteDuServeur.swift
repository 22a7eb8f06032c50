import Base
import Foundation

/// A PostgreSQL account that may only do what deploy/postgresql-role.sql gives it, on a schema whose tables are made;
/// dropped afterwards. The body receives its conninfo.
package func withCompteDuServeur<R>(_ proprietaire: String, _ body: (String) async throws -> R) async throws -> R {
  let role = "essai_" + UUID().uuidString.lowercased().replacing("-", with: "")
  try await psql(proprietaire, ["-c", "CREATE ROLE \(role) LOGIN"])
  let result: Result<R, any Error>
  do {
    let script = deploiement("postgresql-role.sql")
    // Twice, as after a second migration.
    for _ in 1...2 { try await psql(proprietaire, ["-v", "role=\(role)", "-f", script]) }
    // The last word wins.
    result = .success(try await body("\(proprietaire) user=\(role)"))
  } catch { result = .failure(error) }
  try? await psql(proprietaire, ["-c", "DROP OWNED BY \(role)", "-c", "DROP ROLE \(role)"])
  return try result.get()
}

/// A file of `deploy`, by its name.
package func deploiement(_ name: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "deploy/\(name)").path
}

/// psql refused: its own words.
package struct PsqlRefus: Error, CustomStringConvertible {
  package let description: String
}

/// Runs psql as the owner would at a keyboard.
package func psql(_ conninfo: String, _ arguments: [String]) async throws {
  try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
    DispatchQueue.global().async {
      continuation.resume(
        with: Result {
          let process = Process()
          process.executableURL = URL(filePath: "/usr/bin/env")
          process.arguments = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", conninfo] + arguments
          let pipe = Pipe()
          process.standardOutput = FileHandle.nullDevice
          process.standardError = pipe
          try process.run()
          let words = pipe.fileHandleForReading.readDataToEndOfFile()
          process.waitUntilExit()
          guard process.terminationStatus == 0 else {
            throw PsqlRefus(description: String(decoding: words, as: UTF8.self))
          }
        })
    }
  }
}
