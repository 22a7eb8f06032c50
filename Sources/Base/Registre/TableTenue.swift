import Html
import Temps

/// A table, as its room answers for it.
package struct TableTenue: Sendable {
  package let nom: String
  /// The entry of the register it serves; nil when it says nothing of anybody.
  package let traitement: String?
  /// The columns that name a person with an account.
  package let personnes: [String]
  /// The columns that name somebody received without an account.
  package let usagers: [String]
  package let effacement: Effacement
  package let terme: Terme

  /// What erasing somebody does here.
  package enum Effacement: Sendable {
    /// Rows go, or lose what pointed at the person. Run in the erasure's own transaction, before the key is destroyed;
    /// harmless when run again.
    case change(@Sendable (PersonneID, Instant) -> [SQL])
    /// Rows stay, with ids and dates only: what they seal opens no more once the key is destroyed.
    case illisible
    /// Rows stay as they are, for this reason.
    case garde(Phrase)
    /// Names nobody who has an account.
    case sansObjet
  }

  /// When a row ends by itself.
  package enum Terme: Sendable {
    /// With the account of the person it is about.
    case compte
    /// After so long. What is due is removed by these statements; harmless when run again.
    case apres(Duration, @Sendable (_ avant: Instant) -> [SQL])
    /// By an act of the room, told in words.
    case regle(Phrase)
    /// Says nothing of anybody: kept.
    case sansObjet
  }

  /// A table that refers to people.
  package init(
    _ nom: StaticString, pour traitement: String, personnes: [String], usagers: [String] = [],
    effacement: Effacement, terme: Terme
  ) {
    self.nom = nom.description
    self.traitement = traitement
    self.personnes = personnes
    self.usagers = usagers
    self.effacement = effacement
    self.terme = terme
  }

  /// A table that says nothing of anybody.
  package init(sansPersonne nom: StaticString) {
    self.nom = nom.description
    traitement = nil
    personnes = []
    usagers = []
    effacement = .sansObjet
    terme = .sansObjet
  }
}
