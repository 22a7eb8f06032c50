import Base
import Html
import Temps

/// Workshops and who is enrolled in them.
extension ConseilRoom {
  static let tablesDesAteliers: [TableTenue] = [
    TableTenue("atelier_place", pour: "ateliers", personnes: [], effacement: .sansObjet, terme: .regle(feuille)),
    TableTenue(
      "inscrit", pour: "ateliers", personnes: [], usagers: ["usager"], effacement: .sansObjet, terme: .regle(feuille)),
    TableTenue(sansPersonne: "atelier_compte_rendu"),
    TableTenue(
      "atelier", pour: "ateliers", personnes: ["conseiller"], effacement: .garde(recu),
      terme: .regle(Phrase("Le programme reste, sans nom.", "The programme stays, without a name."))),
  ]

  private static let feuille = Phrase(
    "Ce qui dit qui était inscrit s’efface \(Porte.garde)\u{a0}mois après le mois de l’atelier, ou avec le suivi. La présence reste, sans nom.",
    "What tells who was enrolled is erased \(Porte.garde) months after the month of the workshop, or with the thread. Attendance stays, without a name."
  )
}
