import Base
import Html
import Personnes
import Temps
import Web

/// What somebody put beside a message, for themselves.
enum Marque: String, Sendable, CaseIterable {
  case question, posture, prise = "prise-de-conscience"

  var titre: Phrase {
    switch self {
    case .question: Phrase("Question", "Question")
    case .posture: Phrase("Posture", "Stance")
    case .prise: Phrase("Prise de conscience", "Realisation")
    }
  }
}

extension MentoratStore {
  /// One's own marks in a pair. The other never sees them.
  func marques(
    of personne: PersonneID, in binome: Binome, tx: Transaction
  ) throws -> [MessageID: Marque] {
    let rows = try tx.all(
      """
      SELECT k.message, k.contenu FROM marque k JOIN message m ON m.id = k.message
      WHERE m.binome = \(binome.id) AND k.personne = \(personne)
      """
    ) { row in (message: try row[0] as MessageID, contenu: try row[1] as Sealed) }
    var marques: [MessageID: Marque] = [:]
    for row in rows {
      let place = Place("marque.contenu", "\(row.message):\(personne)")
      marques[row.message] = try house.vault.open(row.contenu, of: binome.owner, at: place).flatMap(Marque.init)
    }
    return marques
  }
}

extension MentoratRoom {
  /// Puts one's mark on a message one can read, or takes it away.
  func mark(
    _ message: MessageID, with marque: Marque?, in id: BinomeID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let binome = try store.binome(id, for: visitor.viewer, in: tx)
      _ = try store.message(message, of: binome, for: visitor.personne, at: now, in: tx)
      try tx.execute("DELETE FROM marque WHERE message = \(message) AND personne = \(visitor.personne)")
      if let marque {
        let place = Place("marque.contenu", "\(message):\(visitor.personne)")
        let sealed = try house.vault.seal(marque.rawValue, of: binome.owner, at: place)
        try tx.execute(
          "INSERT INTO marque (message, personne, contenu) VALUES (\(message), \(visitor.personne), \(sealed))")
      }
      return "/binomes/\(id)/chemin#m-\(message)"
    }
  }
}
