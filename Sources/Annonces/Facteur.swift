import Base
import Foundation
import Logging
import Temps

/// Who carries the mail of the outbox, one at a time.
package enum Porteur: Sendable {
  /// A real relay.
  case smtp(Smtp, from: Expediteur, domain: String)
  /// Demo and development: the mail stays here and is shown on the mailbox page.
  case boite
  /// No relay is configured yet: the mail waits, nothing is lost.
  case attente
}

/// Empties the outbox: takes what is due, hands it over, writes what became of it.
package struct Facteur: Sendable {
  let house: House
  let porteur: Porteur
  let logger: Logger

  package init(house: House, porteur: Porteur, logger: Logger) {
    self.house = house
    self.porteur = porteur
    self.logger = logger
  }

  /// Carries one mail that is due; false when none is.
  package func carryOne(at now: Instant) async throws -> Bool {
    if case .attente = porteur { return false }
    guard let envoi = try await house.outbox.claim(in: house.database, at: now) else { return false }
    let remise = await hand(envoi, at: now)
    let livraison = Livraison(Reprise(after: remise, attempt: envoi.tentatives + 1), at: now)
    try await house.outbox.settle(envoi, livraison, in: house.database)
    if let code = remise.code {
      // The id of the row, never the address.
      logger.warning(
        "courrier", metadata: ["id": "\(envoi.id)", "code": "\(code)", "essai": "\(envoi.tentatives + 1)"])
    }
    return true
  }

  private func hand(_ envoi: Envoi, at now: Instant) async -> Remise {
    switch porteur {
    case .boite, .attente: return .accepted
    case .smtp(let smtp, let from, let domain):
      let message = envoi.courriel.mime(id: envoi.id.text, from: from, at: now, domain: domain)
      return await smtp.send(message, from: from.adresse.texte, to: envoi.courriel.destinataire)
    }
  }
}

extension Livraison {
  init(_ reprise: Reprise, at now: Instant) {
    self =
      switch reprise {
      case .sent: .sent
      case .later(let delay): .later(now + delay)
      case .failed(let code): .failed(code: code)
      }
  }
}
