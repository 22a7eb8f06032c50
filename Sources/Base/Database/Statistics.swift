import NIOConcurrencyHelpers

/// What a database did since it was opened, for `/metrics` and the tests.
package struct Statistics: Sendable, Equatable {
  /// Read and write closures that ended well.
  package var transactions = 0
  /// Closures run again because two writers met (PostgreSQL).
  package var retries = 0
  /// Connections opened again after one was lost.
  package var reconnections = 0
  /// Callers sent away with `.busy`.
  package var busyRefusals = 0
}

typealias Counters = NIOLockedValueBox<Statistics>

extension NIOLockedValueBox<Statistics> {
  func add(_ count: Int = 1, to field: WritableKeyPath<Statistics, Int>) {
    withLockedValue { $0[keyPath: field] += count }
  }
}
