import Base
import Html
import Temps

/// Places, appointments, the queue.
extension ConseilRoom {
  static let tablesDeLaPorte: [TableTenue] = [
    TableTenue(sansPersonne: "lieu"),
    TableTenue(sansPersonne: "lieu_horaire"),
    TableTenue(
      "rendez_vous_quart", pour: "accueil", personnes: ["conseiller"],
      effacement: .change { personne, _ in ["DELETE FROM rendez_vous_quart WHERE conseiller = \(personne)"] },
      terme: .apres(.days(31)) { avant in
        ["DELETE FROM rendez_vous_quart WHERE quart_heure < \(avant.milliseconds / 900_000)"]
      }),
    TableTenue(
      "rendez_vous", pour: "accueil", personnes: ["conseiller"], usagers: ["usager"],
      effacement: .garde(recu), terme: .regle(porte)),
    TableTenue(
      "ticket", pour: "accueil", personnes: ["appele_par"],
      effacement: .change { personne, _ in ["UPDATE ticket SET appele_par = NULL WHERE appele_par = \(personne)"] },
      terme: .regle(porte)),
    TableTenue(
      "refus_accueil", pour: "accueil", personnes: ["par"],
      effacement: .garde(
        Phrase(
          "Un refus compté dit un jour, une raison, un âge. Il part au bout de 12\u{a0}mois\u{a0}; d’ici là, rien n’y dit plus votre nom.",
          "A refusal that is counted tells a day, a reason, an age. It goes after 12 months; until then nothing tells your name any more."
        )),
      terme: .apres(unAn) { avant in ["DELETE FROM refus_accueil WHERE le < \(avant)"] }),
  ]

  static let unAn = Duration.days(365)
  static let deuxAns = Duration.days(730)

  static let recu = Phrase(
    "Des personnes ont été reçues ce jour-là, et des chiffres en sont tirés. Rien n’y dit plus votre nom.",
    "People were received on that day, and figures are drawn from it. Nothing tells your name any more.")

  private static let porte = Phrase(
    "Ce qui dit qui est venu s’efface \(Porte.garde)\u{a0}mois après le mois de la venue. L’heure reste.",
    "What tells who came is erased \(Porte.garde) months after the month of the visit. The hour stays.")
}
