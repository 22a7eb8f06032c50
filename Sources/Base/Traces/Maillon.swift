import Crypto
import Foundation
import Temps

/// A line of the chain, as the table holds it.
package struct LigneDeTrace: Sendable, Equatable {
  package var rang: Int
  package var id: String
  package var acteur: String
  package var geste: String
  package var objet: String
  package var le: Instant
  package var empreinte: String

  package init(
    rang: Int, id: String, acteur: String, geste: String, objet: String, le: Instant, empreinte: String
  ) {
    self.rang = rang
    self.id = id
    self.acteur = acteur
    self.geste = geste
    self.objet = objet
    self.le = le
    self.empreinte = empreinte
  }

  package var maillon: Maillon {
    get { Maillon(rang: rang, empreinte: empreinte) }
    set { (rang, empreinte) = (newValue.rang, newValue.empreinte) }
  }
}

/// Where a chain stands after one of its lines: its rank, and the hash of all that came before.
package struct Maillon: Sendable, Equatable {
  package let rang: Int
  package let empreinte: String
  /// Before the first line.
  package static let origine = Maillon(rang: 0, empreinte: "")

  package init(rang: Int, empreinte: String) {
    self.rang = rang
    self.empreinte = empreinte
  }

  /// Fields are joined by a unit separator, which none of them holds. What is written of the line's own rank and hash
  /// plays no part.
  package func followed(by ligne: LigneDeTrace) -> Maillon {
    // A rank that somebody forged may be the last one there is.
    let suivant = rang &+ 1
    let fields = [
      empreinte, String(suivant), ligne.id, ligne.acteur, ligne.geste, ligne.objet, String(ligne.le.milliseconds),
    ]
    let hash = SHA256.hash(data: Data(fields.joined(separator: "\u{1f}").utf8))
    return Maillon(rang: suivant, empreinte: Array(hash).hexadecimal)
  }

  /// The rank of the first of these lines that does not follow from the one before; nil when all do.
  func firstBreak(of lignes: some Sequence<LigneDeTrace>) -> Int? {
    var maillon = self
    for ligne in lignes {
      guard maillon.followed(by: ligne) == ligne.maillon else { return ligne.rang }
      maillon = ligne.maillon
    }
    return nil
  }
}
