import Foundation
import Testing
import Troupe

@testable import Base

/// The SQLite file: ours alone, and on disk.
@Suite struct FichierTests {
  @Test func `une base déjà ouverte est refusée au second serveur`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "base.sqlite").path
      let db = try Database.sqlite(path: path)
      #expect(throws: OpeningError.inUse(path: path)) { try Database.sqlite(path: path) }
      #expect(try lockIsFree(path) == false)
      db.close()
      #expect(try lockIsFree(path))
      try Database.sqlite(path: path).close()
    }
  }

  @Test func `un autre processus qui tient la base nous arrête`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "base.sqlite").path
      let holder = try holdLock(path)
      #expect(throws: OpeningError.inUse(path: path)) { try Database.sqlite(path: path) }
      holder.release()
      try Database.sqlite(path: path).close()
    }
  }

  @Test func `un dossier absent se dit clairement`() {
    let path = "/nulle-part/base.sqlite"
    let refusal = #expect(throws: OpeningError.self) { try Database.sqlite(path: path) }
    #expect(refusal == .unreachable(path: path + ".verrou", reason: "No such file or directory"))
  }

  @Test func `chaque validation atteint le disque, et l’effacé est écrasé`() async throws {
    try await withDatabase(.sqlite) { db in
      let pragmas = try await db.write { tx in
        try (["PRAGMA synchronous", "PRAGMA secure_delete", "PRAGMA foreign_keys"] as [SQL]).map { pragma in
          try tx.first(pragma) { try $0[0] as Int }
        }
      }
      #expect(pragmas == [2, 1, 1])
      let journal = try await db.read { tx in try tx.first("PRAGMA journal_mode") { try $0[0] as String } }
      #expect(journal == "wal")
    }
  }

  @Test func `le fichier et son journal ne sont lisibles que par nous`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "base.sqlite").path
      let db = try Database.sqlite(path: path)
      defer { db.close() }
      try await db.write { try $0.execute("CREATE TABLE t (id TEXT)") }
      for file in [path, path + "-wal", path + ".verrou"] {
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600, "\(file)")
      }
    }
  }

  @Test func `une base se lit à côté du serveur qui l’écrit, sans rien y faire`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "base.sqlite").path
      #expect(throws: OpeningError.self) { try Database.sqlite(toRead: path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
      let db = try Database.sqlite(path: path)
      defer { db.close() }
      try await db.write { try $0.execute("CREATE TABLE mot (id TEXT)") }
      let reader = try Database.sqlite(toRead: path)
      defer { reader.close() }
      try await db.write { try $0.execute("INSERT INTO mot (id) VALUES ('un')") }
      #expect(try await reader.read { try $0.all("SELECT id FROM mot") { try $0[0] as String } } == ["un"])
      await #expect(throws: DatabaseError.readOnly) { try await reader.write { try $0.execute("DELETE FROM mot") } }
      try await db.write { try $0.execute("INSERT INTO mot (id) VALUES ('deux')") }
      #expect(try await reader.read { try $0.all("SELECT id FROM mot") { try $0[0] as String } }.count == 2)
    }
  }

  @Test func `une base rouverte retrouve ce qui était validé`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "base.sqlite").path
      let before = try Database.sqlite(path: path)
      try await before.write { tx in
        try tx.execute("CREATE TABLE mot (id TEXT)")
        try tx.execute("INSERT INTO mot (id) VALUES ('un')")
      }
      before.close()
      let after = try Database.sqlite(path: path)
      defer { after.close() }
      #expect(try await after.read { try $0.all("SELECT id FROM mot") { try $0[0] as String } } == ["un"])
    }
  }
}

/// As another process sees the lock.
private func lockIsFree(_ path: String) throws -> Bool {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/flock")
  process.arguments = ["--nonblock", path + ".verrou", "true"]
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus == 0
}

/// Another process that holds the lock until `release`.
private struct Holder {
  let process: Process
  let input: Pipe

  func release() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}

private func holdLock(_ path: String) throws -> Holder {
  let process = Process()
  let (input, output) = (Pipe(), Pipe())
  process.executableURL = URL(filePath: "/usr/bin/flock")
  process.arguments = [path + ".verrou", "sh", "-c", "echo held; cat"]
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  // Its first words: the lock is held.
  _ = output.fileHandleForReading.availableData
  return Holder(process: process, input: input)
}
