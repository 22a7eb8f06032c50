import Foundation

/// Other people's code, that judges ours: a Python script that reads on its standard input and answers on its output.
package enum Python {
  /// The script did not end well.
  package struct Absent: Error, CustomStringConvertible {
    let python: String
    let script: String
    package var description: String {
      """
      \(python) could not run \(script). Install Tests/requirements.txt in a virtual environment and give its python in \
      VADEMECUM_PYTHON.
      """
    }
  }

  /// - Parameters:
  ///   - script: its name, beside the file of the test.
  ///   - test: the test's own file.
  package static func run(
    _ script: String, _ arguments: [String] = [], input: Data, beside test: StaticString = #filePath
  ) throws -> Data {
    let python = ProcessInfo.processInfo.environment["VADEMECUM_PYTHON"] ?? "python3"
    let path = URL(fileURLWithPath: "\(test)").deletingLastPathComponent().appendingPathComponent(script).path
    let (entering, leaving) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, path] + arguments
    process.standardInput = entering
    process.standardOutput = leaving
    try process.run()
    try entering.fileHandleForWriting.write(contentsOf: input)
    try entering.fileHandleForWriting.close()
    let answer = try leaving.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Absent(python: python, script: script) }
    return answer
  }

  /// The same on a thread of its own, for a script that meanwhile asks something of this process.
  package static func runAside(
    _ script: String, _ arguments: [String] = [], input: Data, beside test: StaticString = #filePath
  ) async throws -> Data {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try run(script, arguments, input: input, beside: test) })
      }
    }
  }
}
