import Hummingbird
import NIOCore
import ServiceLifecycle

/// Reads a form's body, without waiting for ever for one that never comes: a dead telephone must hold neither its
/// connection nor the stop of the server.
enum BodyReading {
  private static let patience = Duration.seconds(30)
  /// What a form under way still has when the server is asked to stop.
  private static let lastPatience = Duration.seconds(2)

  private struct TooSlow: Error {}

  /// - Throws: what the body throws, and when it is too long or too slow.
  static func read(_ body: RequestBody, upTo limit: Int) async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask { Array(try await body.collect(upTo: limit).readableBytesView) }
      group.addTask {
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: patience) }
        try await Task.sleep(for: lastPatience)
        throw TooSlow()
      }
      defer { group.cancelAll() }
      guard let bytes = try await group.next() else { throw TooSlow() }
      return bytes
    }
  }
}
