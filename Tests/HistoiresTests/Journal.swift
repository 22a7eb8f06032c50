import Logging
import NIOConcurrencyHelpers

/// Everything that a server logs, at any level, as one would read it in a file.
final class Journal: Sendable {
  private let lines = NIOLockedValueBox<[String]>([])

  var text: String { lines.withLockedValue { $0.joined(separator: "\n") } }

  func logger(_ label: String) -> Logger {
    var logger = Logger(label: label) { [lines] _ in Handler(lines: lines) }
    logger.logLevel = .trace
    return logger
  }

  private struct Handler: LogHandler {
    let lines: NIOLockedValueBox<[String]>
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
      lines.withLockedValue { $0.append("\(event.level) \(event.message) \(all)") }
    }
  }
}
