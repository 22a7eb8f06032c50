import Html

/// Which right may be lost: the only reason to open a mandate.
package enum Risque: String, Nomenclature {
  case allocation, delai, radiation, sejour, logement, soins, penalite

  package var phrase: Phrase {
    switch self {
    case .allocation:
      Phrase("Une allocation ou une pension peut s’arrêter", "A benefit or a pension may stop")
    case .delai:
      Phrase("Un délai pour demander ou contester se termine", "A time limit to apply or to appeal is ending")
    case .radiation:
      Phrase("Une radiation est annoncée", "Being struck off a register was announced")
    case .sejour:
      Phrase("Un titre de séjour ou une pièce d’identité prend fin", "A residence permit or an identity paper runs out")
    case .logement:
      Phrase("Le logement ou une aide au logement est en jeu", "Housing, or help to pay for it, is at stake")
    case .soins:
      Phrase("Les frais de santé risquent de ne plus être remboursés", "Health costs may no longer be paid back")
    case .penalite:
      Phrase("Une amende ou une majoration va tomber", "A fine or a surcharge is about to fall due")
    }
  }
}

/// Whose procedures they are: its own agent is asked for first.
package enum Operateur: String, Nomenclature {
  case caf, cpam, franceTravail = "france-travail", dgfip, prefecture, carsat, msa, autre

  package var phrase: Phrase {
    switch self {
    case .caf: Phrase("CAF", "CAF (family benefits)")
    case .cpam: Phrase("CPAM", "CPAM (health insurance)")
    case .franceTravail: Phrase("France Travail", "France Travail (jobs)")
    case .dgfip: Phrase("Impôts (DGFiP)", "Taxes (DGFiP)")
    case .prefecture: Phrase("Préfecture ou ANTS", "Prefecture or ANTS (papers)")
    case .carsat: Phrase("CARSAT (retraite)", "CARSAT (pensions)")
    case .msa: Phrase("MSA (agriculture)", "MSA (farming)")
    case .autre: Phrase("Un autre organisme", "Another body")
    }
  }
}

/// What came of asking for the operator's agent.
package enum AgentDemande: String, Nomenclature {
  case joint, injoignable, aucun

  package var phrase: Phrase {
    switch self {
    case .joint: Phrase("Nous l’avons eu", "We reached them")
    case .injoignable: Phrase("Impossible à joindre à temps", "Could not be reached in time")
    case .aucun: Phrase("Pas d’agent près d’ici", "No officer near here")
    }
  }
}
