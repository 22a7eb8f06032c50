import Foundation

/// A program of PostgreSQL, run beside us. It is given the base's address by its environment, which `ps` does not show
/// to others, and nothing of ours.
struct Outil {
  let name: String
  private let url: URL

  /// How much of what it complains about is kept.
  private static let limit = 2000

  /// - Throws: `.programmeAbsent`.
  init(_ name: String) throws {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let found = folders.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw SauvegardeError.programmeAbsent(name) }
    self.name = name
    url = URL(filePath: found)
  }

  /// Runs it to its end.
  /// - Parameters:
  ///   - input: writes what it reads; may stop before the end when it wants no more.
  ///   - output: takes what it writes.
  /// - Throws: `.programme` with its complaint when it fails, or what the closures throw, once it has ended.
  func run(
    _ arguments: [String], at conninfo: String, arret: Arret, input: (((Data) throws -> Void) throws -> Void)? = nil,
    output: ((Data) throws -> Void)? = nil
  ) throws {
    let (process, entree, sortie, plainte) = (Process(), Pipe(), Pipe(), try Plainte())
    process.executableURL = url
    process.arguments = arguments
    process.environment = try Conninfo.environment(conninfo)
    process.standardInput = input == nil ? FileHandle.nullDevice : entree
    process.standardOutput = output == nil ? FileHandle.nullDevice : sortie
    process.standardError = plainte.handle
    // A program that stopped reading is told by `write`, not by a signal that would end us.
    signal(SIGPIPE, SIG_IGN)
    do { try process.run() } catch { throw SauvegardeError.programmeAbsent(name) }
    let pid = process.processIdentifier
    try arret.during({ kill(pid, SIGTERM) }) {
      do {
        if let input { try Self.feed(entree.fileHandleForWriting, input) }
        if let output { try Self.drain(sortie.fileHandleForReading, output) }
      } catch {
        process.terminate()
        process.waitUntilExit()
        throw error
      }
      process.waitUntilExit()
      guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        throw SauvegardeError.programme(name, reason: plainte.words(Self.limit))
      }
    }
  }

  private struct Deaf: Error {}

  private static func feed(_ handle: FileHandle, _ input: ((Data) throws -> Void) throws -> Void) throws {
    defer { try? handle.close() }
    do {
      try input { data in
        do { try handle.write(contentsOf: data) } catch { throw Deaf() }
      }
    } catch is Deaf {}
  }

  private static func drain(_ handle: FileHandle, _ output: (Data) throws -> Void) throws {
    while let data = try handle.read(upToCount: 1 << 16), !data.isEmpty { try output(data) }
  }
}

/// Where a program complains: a file without a name.
private struct Plainte {
  let handle: FileHandle

  init() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "vademecum-\(UUID().uuidString)").path
    let number = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw SauvegardeError(errno, at: path) }
    unlink(path)
    handle = FileHandle(fileDescriptor: number, closeOnDealloc: true)
  }

  func words(_ limit: Int) -> String {
    try? handle.seek(toOffset: 0)
    let data = (try? handle.read(upToCount: limit)) ?? Data()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").joined(separator: " ")
  }
}
