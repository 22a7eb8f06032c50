import Base
import Html
import Temps

/// Somebody received over time, what was done with them, and to whom they were handed over.
extension ConseilRoom {
  static let tablesDuSuivi: [TableTenue] = [
    TableTenue(
      "etape", pour: "suivi", personnes: [], effacement: .sansObjet, terme: .regle(avecLeSuivi)),
    TableTenue(
      "besoin", pour: "suivi", personnes: [], usagers: ["usager"], effacement: .sansObjet, terme: .regle(avecLeSuivi)),
    TableTenue(
      "consultation", pour: "suivi", personnes: ["conseiller"], usagers: ["usager"],
      effacement: .garde(
        Phrase(
          "La personne suivie peut savoir que son suivi a été ouvert, pendant 12\u{a0}mois. Votre nom n’y est plus.",
          "The person followed may know that their thread was opened, for 12 months. Your name is no longer there.")),
      terme: .apres(unAn) { avant in ["DELETE FROM consultation WHERE le < \(avant)"] }),
    TableTenue(
      "usager_conseiller", pour: "suivi", personnes: ["conseiller"], usagers: ["usager"],
      effacement: .change { personne, _ in ["DELETE FROM usager_conseiller WHERE conseiller = \(personne)"] },
      terme: .regle(avecLeSuivi)),
    TableTenue(
      "relais", pour: "relais", personnes: ["conseiller"], usagers: ["usager"],
      effacement: .garde(
        Phrase(
          "La lettre est celle de la personne suivie, et le service y répond encore. Rien n’y dit plus votre nom, sauf la lettre elle-même.",
          "The letter belongs to the person followed, and the service still answers it. Nothing tells your name any more, but the letter itself."
        )), terme: .regle(avecLeSuivi)),
    // Reports refer to interviews, and interviews to threads: those who refer come first.
    TableTenue(
      "compte_rendu", pour: "activite", personnes: ["conseiller"], usagers: ["usager"], effacement: .illisible,
      terme: .apres(deuxAns) { avant in
        [
          """
          UPDATE compte_rendu SET contenu = \(Sealed.vide), revision = revision + 1
          WHERE usager IS NULL AND cree < \(avant) AND contenu <> \(Sealed.vide)
          """
        ]
      }),
    TableTenue(
      "entretien", pour: "suivi", personnes: ["conseiller"], usagers: ["usager"], effacement: .illisible,
      terme: .apres(deuxAns) { avant in
        [
          """
          UPDATE entretien SET contenu = \(Sealed.vide), revision = revision + 1
          WHERE usager IS NULL AND fin < \(avant) AND contenu <> \(Sealed.vide)
          """
        ]
      }),
    TableTenue(
      "usager", pour: "suivi", personnes: [], effacement: .sansObjet,
      terme: .regle(
        Phrase(
          "Le temps signé après le dernier contact, annoncé avant\u{a0}; ou à la demande de la personne.",
          "The signed time after the last contact, announced before; or when the person asks."))),
    TableTenue(
      "effacement_suivi", pour: "suivi", personnes: [], effacement: .sansObjet,
      terme: .apres(.days(1095)) { avant in ["DELETE FROM effacement_suivi WHERE le < \(avant)"] }),
    TableTenue(
      "cle_a_detruire", pour: "suivi", personnes: [], effacement: .sansObjet,
      terme: .regle(
        Phrase("Le temps de détruire la clé qu’elle nomme.", "As long as it takes to destroy the key it names."))),
  ]

  private static let avecLeSuivi = Phrase("Avec le suivi de la personne.", "With the person’s thread.")
}
