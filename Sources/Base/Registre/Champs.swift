import Html
import Temps

/// What most fields are made of: nothing is said where nothing was kept.
extension Rubrique.Champ {
  /// Words, as they were written.
  package static func ecrit(_ cle: String, _ titre: Phrase, _ texte: String?) -> Self {
    guard let texte, !texte.isEmpty else { return Self(cle, titre, .rien) }
    return Self(cle, titre, .texte(texte))
  }

  /// One of our words, and its code.
  package static func mot(_ cle: String, _ titre: Phrase, _ phrase: Phrase?, code: String = "") -> Self {
    Self(cle, titre, phrase.map { .mot($0, code: code) } ?? .rien)
  }

  package static func instant(_ cle: String, _ titre: Phrase, _ instant: Instant?) -> Self {
    Self(cle, titre, instant.map { .instant($0) } ?? .rien)
  }

  package static func jour(_ cle: String, _ titre: Phrase, _ jour: Jour?) -> Self {
    Self(cle, titre, jour.map { .jour($0.iso) } ?? .rien)
  }

  package static func nombre(_ cle: String, _ titre: Phrase, _ nombre: Int?) -> Self {
    Self(cle, titre, nombre.map { .nombre($0) } ?? .rien)
  }
}
