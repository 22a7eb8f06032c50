import Html
import Temps

/// As the person says it; nothing is asked that need not be.
package enum Genre: String, Nomenclature {
  case masculin, feminin
  case nonCommunique = "non_communique"

  package var phrase: Phrase {
    switch self {
    case .masculin: Phrase("Homme", "Man")
    case .feminin: Phrase("Femme", "Woman")
    case .nonCommunique: Phrase("Non communiqué", "Not said")
    }
  }
}

package enum TrancheAge: String, Nomenclature {
  case moinsDe12 = "moins_de_douze"
  case de12a17 = "douze_dix_huit"
  case de18a24 = "dix_huit_vingt_quatre"
  case de25a39 = "vingt_cinq_trente_neuf"
  case de40a59 = "quarante_cinquante_neuf"
  case de60a69 = "soixante_soixante_neuf"
  case plusDe70 = "soixante_dix_plus"
  case nonCommunique = "non_communique"

  package var phrase: Phrase {
    switch self {
    case .moinsDe12: Phrase("Moins de 12 ans", "Under 12")
    case .de12a17: Phrase("12 à 17 ans", "12 to 17")
    case .de18a24: Phrase("18 à 24 ans", "18 to 24")
    case .de25a39: Phrase("25 à 39 ans", "25 to 39")
    case .de40a59: Phrase("40 à 59 ans", "40 to 59")
    case .de60a69: Phrase("60 à 69 ans", "60 to 69")
    case .plusDe70: Phrase("70 ans et plus", "70 and over")
    case .nonCommunique: Phrase("Non communiqué", "Not said")
    }
  }

  /// From a year of birth: the age reached in the year of `jour`.
  package init(ne annee: Int, le jour: Jour) {
    self =
      switch jour.year - annee {
      case ..<12: .moinsDe12
      case 12..<18: .de12a17
      case 18..<25: .de18a24
      case 25..<40: .de25a39
      case 40..<60: .de40a59
      case 60..<70: .de60a69
      default: .plusDe70
      }
  }
}

package enum StatutSocial: String, Nomenclature {
  case retraite
  case sansEmploi = "sans_emploi"
  case enEmploi = "en_emploi"
  case scolarise
  case nonCommunique = "non_communique"

  package var phrase: Phrase {
    switch self {
    case .retraite: Phrase("À la retraite", "Retired")
    case .sansEmploi: Phrase("Sans emploi", "Without a job")
    case .enEmploi: Phrase("En emploi", "In work")
    case .scolarise: Phrase("À l’école ou en études", "At school or studying")
    case .nonCommunique: Phrase("Non communiqué", "Not said")
    }
  }
}

/// What was adapted for somebody: how one speaks, shows, and writes.
package enum Adaptation: String, Nomenclature {
  case lentement, faitMontre = "fait_montre", papier, grosCaracteres = "gros_caracteres", facile = "facile_a_lire"
  case langue, signes, tiers, accessibilite, pauses

  package var phrase: Phrase {
    switch self {
    case .lentement: Phrase("Aller plus lentement", "Going more slowly")
    case .faitMontre: Phrase("Montrer, puis laisser faire", "Showing, then letting them do it")
    case .papier: Phrase("Un pas à pas sur papier", "Steps on paper")
    case .grosCaracteres: Phrase("De gros caractères", "Large print")
    case .facile: Phrase("Des mots faciles", "Easy words")
    case .langue: Phrase("Une autre langue, un interprète", "Another language, an interpreter")
    case .signes: Phrase("La langue des signes", "Sign language")
    case .tiers: Phrase("Un proche présent", "Somebody close present")
    case .accessibilite: Phrase("Les réglages d’accessibilité de l’appareil", "The device’s accessibility settings")
    case .pauses: Phrase("Des pauses", "Breaks")
    }
  }
}
