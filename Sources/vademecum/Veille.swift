import Base
import Logging
import ServiceLifecycle

/// Ends the server when a disk refuses to keep what is written to it. Staying would mean promising without knowing: the
/// next start writes the journal anew, or refuses to open.
struct Veille: Service {
  let house: House
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown { await house.untilLoss() }
    guard house.hasLost else { return }
    logger.critical("\(DisqueRefuse())")
  }
}

/// Said in the terminal as the command ends, with another code than 0: whoever watches over it starts it again.
struct DisqueRefuse: Error, CustomStringConvertible {
  let description =
    "Le disque a refusé de garder une écriture : le serveur s’arrête, et ce qui n’était pas sûr n’a pas été promis. Regardez le disque. / The disk refused to keep a write: the server stops, and nothing unsure was promised. Look at the disk."
}
