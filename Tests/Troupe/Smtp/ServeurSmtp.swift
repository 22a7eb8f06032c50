import Dispatch
import Foundation

/// A real mail server for a test (aiosmtpd), in a process and a folder of its own. Call `stop` when done; it also stops
/// when the tests end. `serveur.py` says which addresses make it refuse, wait or hang up.
package final class ServeurSmtp: Sendable {
  package enum Mode: String, Sendable {
    case normal
    /// Accepts connections and never says a word.
    case muet
    /// Greets with 554 and hangs up.
    case refus
  }

  package enum Chiffrement: String, Sendable { case none, starttls, tls }

  package struct Reglages: Sendable {
    package var mode = Mode.normal
    package var tls = Chiffrement.none
    /// A password is asked for when there is an account.
    package var compte: (nom: String, secret: String)?
    package var offersUtf8 = true
    /// Where it listens. The certificate is for 127.0.0.1 and localhost, whatever this is.
    package var hote = "127.0.0.1"

    package init() {}
  }

  /// What is missing on this machine, in words for whoever runs the tests.
  package struct Absent: Error, CustomStringConvertible {
    package let description: String
  }

  package var hote: String { reglages.hote }
  package let port: Int
  private let folder: URL
  private let reglages: Reglages
  private let process: Process

  /// The certificate of the server, to be trusted by its client.
  package var caFile: String { folder.appendingPathComponent("cert.pem").path }

  package static func start(_ reglages: Reglages = Reglages()) async throws -> ServeurSmtp {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("smtp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try await start(reglages, in: folder, port: 0)
  }

  /// Stops it and starts another on the same port, with the same certificate and the same mails.
  package func restart() async throws -> ServeurSmtp {
    kill()
    return try await Self.start(reglages, in: folder, port: port)
  }

  /// Ends the process at once, as a power cut would.
  package func kill() {
    Self.end(process)
  }

  /// SIGKILL: a process started from a dispatch thread inherits its mask, under which SIGTERM never arrives.
  private static func end(_ process: Process) {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  package func stop() {
    kill()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Every mail accepted so far, the oldest first.
  package func recus() throws -> [CourrielRecu] {
    let file = folder.appendingPathComponent("recus.jsonl")
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(CourrielRecu.self, from: Data($0))
    }
  }

  private init(port: Int, folder: URL, reglages: Reglages, process: Process) {
    self.port = port
    self.folder = folder
    self.reglages = reglages
    self.process = process
  }

  private static func start(_ reglages: Reglages, in folder: URL, port: Int) async throws -> ServeurSmtp {
    let python = ProcessInfo.processInfo.environment["VADEMECUM_PYTHON"] ?? "python3"
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, script, folder.path] + arguments(reglages, port: port)
    process.standardOutput = output
    process.standardInput = Pipe()
    try process.run()
    let words = await firstLine(of: output).split(separator: " ")
    guard words.first == "pret", let port = words.last.flatMap({ Int($0) }) else {
      end(process)
      try? FileManager.default.removeItem(at: folder)
      throw Absent(
        description: """
          The mail tests need Python with aiosmtpd and openssl. \(python) could not start the server: run \
          "pip install aiosmtpd" in a virtual environment and give its python in VADEMECUM_PYTHON.
          """)
    }
    return ServeurSmtp(port: port, folder: folder, reglages: reglages, process: process)
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("serveur.py").path

  private static func arguments(_ reglages: Reglages, port: Int) -> [String] {
    var arguments = ["--mode", reglages.mode.rawValue, "--tls", reglages.tls.rawValue, "--port", String(port)]
    arguments += ["--hote", reglages.hote]
    if let compte = reglages.compte { arguments += ["--compte", compte.nom, "--secret", compte.secret] }
    if !reglages.offersUtf8 { arguments.append("--sans-utf8") }
    return arguments
  }

  /// Read outside the cooperative threads: Python takes its time to start.
  private static func firstLine(of pipe: Pipe) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var line: [UInt8] = []
        while let byte = try? pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
          line.append(byte)
        }
        continuation.resume(returning: String(decoding: line, as: UTF8.self))
      }
    }
  }
}
