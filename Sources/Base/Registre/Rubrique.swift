import Html
import Temps

/// A part of what is given back to somebody about themselves: readable by them, and by a program.
package struct Rubrique: Sendable {
  /// The name in the data: "demandes". Unique within an archive.
  package let cle: String
  package let titre: Phrase
  package let fiches: [[Champ]]

  package init(_ cle: String, _ titre: Phrase, _ fiches: [[Champ]]) {
    self.cle = cle
    self.titre = titre
    self.fiches = fiches
  }

  package struct Champ: Sendable {
    package let cle: String
    package let titre: Phrase
    package let valeur: Valeur

    package init(_ cle: String, _ titre: Phrase, _ valeur: Valeur) {
      self.cle = cle
      self.titre = titre
      self.valeur = valeur
    }
  }

  package enum Valeur: Sendable {
    /// Words of a person, as they were written.
    case texte(String)
    /// A word of ours, in both languages, and its code.
    case mot(Phrase, code: String)
    case instant(Instant)
    /// A local day, "2026-11-28".
    case jour(String)
    case nombre(Int)
    case ouiNon(Bool)
    /// Nothing was said.
    case rien
  }
}
