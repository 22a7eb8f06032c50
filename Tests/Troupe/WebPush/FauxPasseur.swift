import NIOConcurrencyHelpers
import Personnes
import WebPush

/// A push service without a socket: it keeps what it takes, and fails on demand.
package final class FauxPasseur: Sendable {
  private let taken = NIOLockedValueBox<[EnvoiWebPush]>([])
  private let failures = NIOLockedValueBox<[ReponseDuPasseur]>([])
  private let asked = NIOLockedValueBox(0)

  package init() {}

  /// What it took, in order.
  package var pris: [EnvoiWebPush] { taken.withLockedValue { $0 } }
  /// How often it was asked.
  package var demandes: Int { asked.withLockedValue { $0 } }

  package func fail(_ code: Int, attendre: String? = nil, times: Int = 1) {
    let reponse = ReponseDuPasseur(code: code, attendre: attendre)
    failures.withLockedValue { $0 += Array(repeating: reponse, count: times) }
  }

  package func reglages(_ passeurs: [String] = Passeurs.usuels) throws -> ReglagesDeNotifications {
    ReglagesDeNotifications(passeurs: try Passeurs(passeurs)) { [self] envoi in
      asked.withLockedValue { $0 += 1 }
      if let failure = failures.withLockedValue({ $0.isEmpty ? nil : $0.removeFirst() }) { return failure }
      taken.withLockedValue { $0.append(envoi) }
      return .prise
    }
  }

  /// What this browser was told, in order: a text, a place.
  package func mots(of navigateur: NavigateurAbonne) throws -> [String] {
    try pris.filter { $0.adresse == navigateur.adresse }.map { try navigateur.open($0.corps) }
  }
}
