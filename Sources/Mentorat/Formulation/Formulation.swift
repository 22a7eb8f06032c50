import Base
import Personnes
import Temps

/// One wording of a message, as its author kept it.
struct Formulation: Sendable, Equatable {
  let rang: Int
  let texte: Texte
  let le: Instant
}

extension MentoratStore {
  /// Every wording of a message, first to last, for its author alone.
  func formulations(
    of message: Message, in binome: Binome, for reader: PersonneID, tx: Transaction
  ) throws -> [Formulation] {
    guard message.auteur == reader else { throw Absent() }
    let rows = try tx.all(
      "SELECT rang, contenu, le FROM formulation WHERE message = \(message.id) ORDER BY rang"
    ) { row in (rang: try row[0] as Int, contenu: try row[1] as Sealed, le: try row[2] as Instant) }
    return try rows.compactMap { row in
      let place = Place("formulation.contenu", "\(message.id):\(row.rang)")
      return try house.vault.open(row.contenu, of: binome.owner, at: place).map {
        Formulation(rang: row.rang, texte: try Texte(json: $0), le: row.le)
      }
    }
  }
}
