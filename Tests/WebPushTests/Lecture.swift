import Foundation
import Troupe
import WebPush

/// A notice as a browser and its push service read it, with other people's code: see `lire.py`.
struct Lecture: Decodable {
  struct Declaration: Decodable {
    let aud: String
    let exp: Int64
    let sub: String
  }

  let mots: String
  /// Whether py-vapid holds the signature for good.
  let signe: Bool
  let declaration: Declaration
  /// The key that signed, in base64url.
  let cle: String

  init(_ envoi: EnvoiWebPush, by navigateur: NavigateurAbonne) throws {
    let python = ProcessInfo.processInfo.environment["VADEMECUM_PYTHON"] ?? "python3"
    let (input, output) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, Self.script]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let recu = [
      "corps": envoi.corps.base64Url, "privee": navigateur.privee, "secret": navigateur.auth,
      "authorization": envoi["Authorization"] ?? "",
    ]
    try input.fileHandleForWriting.write(contentsOf: try JSONEncoder().encode(recu))
    try input.fileHandleForWriting.close()
    let read = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Absent(python: python) }
    self = try JSONDecoder().decode(Self.self, from: read)
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("lire.py").path

  private struct Absent: Error, CustomStringConvertible {
    let python: String
    var description: String {
      """
      \(python) could not read the notice. These tests need http-ece and py-vapid: install Tests/requirements.txt in a \
      virtual environment and give its python in VADEMECUM_PYTHON.
      """
    }
  }
}

extension EnvoiWebPush {
  subscript(entete: String) -> String? { entetes.first { $0.nom == entete }?.valeur }
}
