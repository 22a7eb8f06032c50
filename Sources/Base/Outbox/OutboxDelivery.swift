import Foundation
import Temps

/// A mail in the hands of a carrier.
package struct Envoi: Sendable {
  package let id: CourrierID
  package let courriel: Courriel
  /// How many times it was tried before this one.
  package let tentatives: Int
}

/// What the carrier says of it.
package enum Livraison: Sendable, Equatable {
  case sent
  /// Try again at this moment.
  case later(Instant)
  /// Given up, with the carrier's code: shown to the operator, never silent.
  case failed(code: String)
}

extension Outbox {
  /// A claim older than this was lost with the process that made it.
  private static let claimLasts = Duration.minutes(3)

  /// Takes the next mail that is due and can be read, for one carrier only.
  package func claim(in database: Database, at now: Instant) async throws -> Envoi? {
    while true {
      switch try await claimNext(in: database, at: now) {
      case .taken(let envoi): return envoi
      case .putAside: continue
      case .nothingDue: return nil
      }
    }
  }

  private enum Claim: Sendable {
    case taken(Envoi), putAside, nothingDue
  }

  private func claimNext(in database: Database, at now: Instant) async throws -> Claim {
    try await database.write { [vault] tx in
      let found = try tx.first(
        """
        UPDATE courrier SET etat = 'envoi', apres = \(now + Self.claimLasts)
        WHERE id = (SELECT id FROM courrier WHERE etat IN ('attend', 'envoi') AND apres <= \(now) ORDER BY apres, id LIMIT 1)
        RETURNING id, proprietaire, contenu, tentatives
        """
      ) { row in
        (
          id: try row[0] as CourrierID, owner: Owner(stored: try row[1]), contenu: try row[2] as Sealed,
          tentatives: try row[3] as Int
        )
      }
      guard let found else { return .nothingDue }
      do {
        guard let json = try vault.open(found.contenu, of: found.owner, at: Place("courrier.contenu", found.id)) else {
          // Its owner was erased: nobody is written to any more.
          try tx.execute("DELETE FROM courrier WHERE id = \(found.id)")
          return .putAside
        }
        let courriel = try JSONDecoder().decode(Courriel.self, from: Data(json.utf8))
        return .taken(Envoi(id: found.id, courriel: courriel, tentatives: found.tentatives))
      } catch  where error is VaultError || error is DecodingError {
        // One mail that cannot be read must not hold back those behind it: it is shown as given up.
        try tx.execute("UPDATE courrier SET etat = 'echoue', code = 'illisible' WHERE id = \(found.id)")
        return .putAside
      }
    }
  }

  package func settle(_ envoi: Envoi, _ livraison: Livraison, in database: Database) async throws {
    try await database.write { [keepsSent] tx in
      switch livraison {
      case .sent where keepsSent:
        try tx.execute("UPDATE courrier SET etat = 'parti' WHERE id = \(envoi.id)")
      case .sent:
        try tx.execute("UPDATE courrier SET etat = 'parti', contenu = \([UInt8]()) WHERE id = \(envoi.id)")
      case .later(let instant):
        try tx.execute(
          """
          UPDATE courrier SET etat = 'attend', tentatives = tentatives + 1, apres = \(instant) WHERE id = \(envoi.id)
          """)
      case .failed(let code):
        try tx.execute(
          "UPDATE courrier SET etat = 'echoue', tentatives = tentatives + 1, code = \(code) WHERE id = \(envoi.id)")
      }
    }
  }

  /// How many mails wait, and how many were given up: for `/sante` and the coordinator.
  package func counts(in tx: Transaction) throws -> (waiting: Int, failed: Int) {
    let counts = try tx.all("SELECT etat, count(*) FROM courrier WHERE etat <> 'parti' GROUP BY etat") { row in
      (etat: try row[0] as String, nombre: try row[1] as Int)
    }
    let failed = counts.filter { $0.etat == "echoue" }.map(\.nombre).reduce(0, +)
    return (counts.map(\.nombre).reduce(0, +) - failed, failed)
  }

  /// The newest mails with their words, for the mailbox page of demo and development.
  package func sent(limit: Int, in tx: Transaction) throws -> [Envoi] {
    let rows = try tx.all(
      "SELECT id, proprietaire, contenu, tentatives FROM courrier WHERE etat = 'parti' ORDER BY apres DESC, id DESC LIMIT \(limit)"
    ) { row in (try row[0] as CourrierID, Owner(stored: try row[1]), try row[2] as Sealed, try row[3] as Int) }
    return try rows.compactMap { id, owner, contenu, tentatives in
      guard !contenu.bytes.isEmpty, let json = try vault.open(contenu, of: owner, at: Place("courrier.contenu", id))
      else { return nil }
      let courriel = try JSONDecoder().decode(Courriel.self, from: Data(json.utf8))
      return Envoi(id: id, courriel: courriel, tentatives: tentatives)
    }
  }
}
