import Base
import Dispatch
import Foundation
import Logging
import ServiceLifecycle

/// Leaves within five seconds, whatever still holds on: a reader who takes nothing any more, a mail server fallen silent.
/// What was being written ends and is answered in the first four; what waits in the outbox is taken up at the next start.
struct DernierAppel: Service {
  private static let patience = DispatchTimeInterval.milliseconds(4000)
  /// For the bases to close, when a server of theirs does not answer.
  private static let last = DispatchTimeInterval.milliseconds(700)

  let house: House
  let logger: Logger

  func run() async throws {
    try? await gracefulShutdown()
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { [house, logger] in
      logger.warning("Arrêt sans attendre davantage. / Leaving without waiting any longer.")
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.last) { Self.leave(house) }
      house.close()
      Self.leave(house)
    }
  }

  private static func leave(_ house: House) { exit(house.hasLost ? EXIT_FAILURE : EXIT_SUCCESS) }
}
