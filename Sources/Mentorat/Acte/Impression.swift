import Foundation
import Html

/// Prints a page as PDF through `weasyprint`, where the operator has installed it. Elsewhere the page itself prints.
package struct Impression: Sendable {
  /// The program's path; nil where there is none.
  let programme: String?

  /// The longest that one page takes.
  private static let patience = 20

  package init(programme: String?) { self.programme = programme }

  /// Looks for `weasyprint` in the folders of a PATH.
  package init(path: String) {
    programme = path.split(separator: ":").map { "\($0)/weasyprint" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  package var isPossible: Bool { programme != nil }

  /// nil when the program failed or took too long. It is given no address to fetch, and no file but its own two streams.
  func pdf(_ document: Markup) async -> [UInt8]? {
    guard let programme else { return nil }
    return await withCheckedContinuation { continuation in
      // A process blocks its thread: never one of those that answer people.
      DispatchQueue.global(qos: .utility).async { continuation.resume(returning: Self.run(programme, document.bytes)) }
    }
  }

  private static func run(_ programme: String, _ html: [UInt8]) -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["\(patience)", programme, "--quiet", "-", "-"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, FileHandle.nullDevice)
    do { try process.run() } catch { return nil }
    try? input.fileHandleForWriting.write(contentsOf: Data(html))
    try? input.fileHandleForWriting.close()
    let pdf = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, pdf.starts(with: Data("%PDF-".utf8)) else { return nil }
    return Array(pdf)
  }
}
