import Html
import Web

extension JourneePage {
  /// Somebody who could not be received: counted, never named, so that the coordinator sees who is turned away.
  func refus(_ lieu: Lieu, _ t: Langue) -> Markup {
    depliant(t("Quelqu’un n’a pas pu être reçu", "Somebody could not be received")) {
      formulaire(vers: "/lieux/\(lieu.id)/refus", seals.next()) {
        liste(
          "raison", label: t("Pourquoi\u{a0}?", "Why?"),
          options: RaisonDeRefus.allCases.map { Option($0.rawValue, t($0.phrase)) })
        liste(
          "age", label: t("Âge, à peu près", "Age, roughly"),
          options: TrancheAge.allCases.map { Option($0.rawValue, t($0.phrase)) },
          choisi: TrancheAge.nonCommunique.rawValue)
        gestes { bouton(t("Compter cette personne", "Count this person"), style: .discret) }
      }
    }
  }
}

/// Why somebody was not received.
enum RaisonDeRefus: String, Nomenclature {
  case complet, ferme, horsChamp = "hors_champ", accessibilite, langue, autre

  var phrase: Phrase {
    switch self {
    case .complet: Phrase("Plus de place aujourd’hui", "No room left today")
    case .ferme: Phrase("C’était fermé", "It was closed")
    case .horsChamp: Phrase("Ce n’était pas pour nous", "It was not for us")
    case .accessibilite: Phrase("Le lieu n’était pas accessible", "The place was not accessible")
    case .langue: Phrase("Nous n’avions pas de langue en commun", "We had no language in common")
    case .autre: Phrase("Autre chose", "Something else")
    }
  }
}
