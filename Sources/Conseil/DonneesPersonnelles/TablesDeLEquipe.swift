import Base
import Html
import Temps

/// Advisers themselves, the figures they make, the services they know.
extension ConseilRoom {
  static let tablesDeLEquipe: [TableTenue] = [
    TableTenue(
      "permanence", pour: "equipe", personnes: ["conseiller"],
      effacement: .change { personne, _ in ["DELETE FROM permanence WHERE conseiller = \(personne)"] },
      terme: .compte),
    TableTenue(
      "limites", pour: "equipe", personnes: ["conseiller"],
      effacement: .change { personne, _ in ["DELETE FROM limites WHERE conseiller = \(personne)"] }, terme: .compte),
    TableTenue(
      "auto_evaluation", pour: "equipe", personnes: ["conseiller"],
      effacement: .change { personne, _ in ["DELETE FROM auto_evaluation WHERE conseiller = \(personne)"] },
      terme: .compte),
    TableTenue("chiffre_ligne", pour: "activite", personnes: [], effacement: .garde(recu), terme: .regle(nombres)),
    TableTenue("chiffre_tranche", pour: "activite", personnes: [], effacement: .garde(recu), terme: .regle(nombres)),
    TableTenue(
      "partenaire", pour: "annuaire", personnes: [], effacement: .sansObjet,
      terme: .regle(
        Phrase(
          "Tant que la fiche sert\u{a0}; retirée à la demande du service.",
          "As long as the card serves; taken out when the service asks."))),
  ]

  private static let nombres = Phrase("Des nombres, sans nom, qui restent.", "Numbers, without a name, which stay.")
}
