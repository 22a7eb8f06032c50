import Dispatch
import NIOConcurrencyHelpers

extension Database {
  /// One round trip within two seconds.
  package func check() async -> Bool {
    await withCheckedContinuation { continuation in
      let answer = NIOLockedValueBox<CheckedContinuation<Bool, Never>?>(continuation)
      /// Whoever comes first answers.
      @Sendable func settle(_ isWell: Bool) {
        answer.withLockedValue { $0.take() }?.resume(returning: isWell)
      }
      DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(2)) { settle(false) }
      Task {
        let one = try? await read { tx in try tx.first("SELECT 1") { try $0[0] as Int } }
        settle(one == 1)
      }
    }
  }
}
