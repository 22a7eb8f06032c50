import Base
import Html
import Temps

/// The mentor's hours, and the helplines of a programme.
extension MentoratRoom {
  static let tablesDuMentor: [TableTenue] = [
    TableTenue(
      "absence", pour: "heures", personnes: ["mentor"],
      effacement: .change { personne, _ in ["DELETE FROM absence WHERE mentor = \(personne)"] },
      terme: .apres(.days(366)) { avant in ["DELETE FROM absence WHERE dernier < \(Jour(avant, in: .paris).iso)"] }),
    TableTenue(
      "annonce", pour: "heures", personnes: ["mentor"],
      effacement: .change { personne, _ in ["DELETE FROM annonce WHERE mentor = \(personne)"] },
      terme: .apres(.days(92)) { avant in ["DELETE FROM annonce WHERE le < \(avant)"] }),
    TableTenue(
      "passage_mentor", pour: "heures", personnes: [],
      effacement: .change { personne, _ in
        [
          """
          DELETE FROM passage_mentor
          WHERE binome IN (SELECT id FROM binome WHERE mentor = \(personne) OR accompagne = \(personne))
          """
        ]
      },
      terme: .regle(
        Phrase("Le passage suivant, ou la fin des échanges.", "The next time, or the end of the exchanges."))),
    TableTenue(sansPersonne: "ligne_aide"),
  ]
}
