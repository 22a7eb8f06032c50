import Logging
import NIOConcurrencyHelpers

/// A log that a test reads.
final class Journal: Sendable {
  private let lines = NIOLockedValueBox<[String]>([])

  /// Every line with all it carries.
  var text: String { lines.withLockedValue { $0.joined(separator: "\n") } }

  var logger: Logger { Logger(label: "essai") { _ in Handler(journal: self) } }

  private struct Handler: LogHandler {
    let journal: Journal
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { $1 }.map { "\($0.key)=\($0.value)" }.sorted()
      journal.lines.withLockedValue { $0.append("\(event.message) \(all.joined(separator: " "))") }
    }
  }
}
