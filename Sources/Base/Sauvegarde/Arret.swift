import NIOConcurrencyHelpers

/// Asks work that blocks its thread to stop: looked at between two blocks, and told to whatever is waited for.
package final class Arret: Sendable {
  private struct State {
    var isAsked = false
    var stop: (@Sendable () -> Void)?
  }

  private let state = NIOLockedValueBox(State())

  package init() {}

  package func ask() {
    let stop = state.withLockedValue { state in
      state.isAsked = true
      return state.stop
    }
    stop?()
  }

  /// - Throws: `CancellationError` once asked.
  func check() throws {
    if state.withLockedValue({ $0.isAsked }) { throw CancellationError() }
  }

  /// Runs what cannot look by itself; `stop` makes it end early.
  func during<T>(_ stop: @escaping @Sendable () -> Void, _ body: () throws -> T) throws -> T {
    try check()
    state.withLockedValue { $0.stop = stop }
    defer { state.withLockedValue { $0.stop = nil } }
    do { return try body() } catch {
      try check()
      throw error
    }
  }
}
