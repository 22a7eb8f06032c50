import Html
import NIOConcurrencyHelpers
import Temps
import Web

/// When each schedule last did its work on this node, and how often it could not.
final class Rondes: Sendable {
  private struct Ronde {
    var finie: Instant?
    var manquees = 0
  }

  private let rondes = NIOLockedValueBox<[String: Ronde]>([:])

  func end(_ nom: String, at now: Instant) { rondes.withLockedValue { $0[nom, default: Ronde()].finie = now } }

  func fail(_ nom: String) { rondes.withLockedValue { $0[nom, default: Ronde()].manquees += 1 } }

  var grandeurs: [Grandeur] {
    let rondes = rondes.withLockedValue { $0 }.sorted { $0.key < $1.key }
    return [
      Grandeur(
        "vademecum_schedule_last_success_timestamp_seconds", .gauge,
        Phrase("Fin de la dernière ronde réussie.", "End of the last round that succeeded."),
        rondes.compactMap { nom, ronde in ronde.finie.map { Grandeur.Point([("schedule", nom)], $0.seconds) } }),
      Grandeur(
        "vademecum_schedule_failures_total", .counter,
        Phrase("Rondes manquées.", "Rounds that failed."),
        rondes.map { nom, ronde in Grandeur.Point([("schedule", nom)], Double(ronde.manquees)) }),
    ]
  }
}

extension Instant {
  /// As Prometheus writes moments.
  var seconds: Double { Double(milliseconds) / 1000 }
}
