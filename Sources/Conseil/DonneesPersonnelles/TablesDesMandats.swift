import Base
import Html
import Temps

/// What was signed: kept as proof, for both sides.
extension ConseilRoom {
  static let tablesDesMandats: [TableTenue] = [
    TableTenue(
      "mandat_usage", pour: "mandats", personnes: ["par"], effacement: .garde(preuve), terme: .regle(garde)),
    TableTenue(
      "mandat_retrait", pour: "mandats", personnes: ["par"], effacement: .garde(preuve), terme: .regle(garde)),
    TableTenue(
      "mandat_signature", pour: "mandats", personnes: ["conseiller"], effacement: .garde(preuve),
      terme: .regle(garde)),
    TableTenue("mandat_demarche", pour: "mandats", personnes: [], effacement: .sansObjet, terme: .regle(garde)),
    TableTenue(
      "mandat", pour: "mandats", personnes: ["conseiller"], usagers: ["usager"], effacement: .garde(preuve),
      terme: .regle(garde)),
  ]

  private static let preuve = Phrase(
    "Vous avez agi au nom de quelqu’un\u{a0}: la trace en est gardée comme preuve, pour cette personne et pour vous, le temps signé. Votre nom ne se lit plus que dans l’acte signé, sous clé.",
    "You acted in somebody’s name: the record is kept as proof, for them and for you, for the signed time. Your name is read only in the signed record, under lock."
  )

  private static let garde = Phrase(
    "Le temps signé après la fin du mandat, puis détruit avec sa clé. Jamais signé\u{a0}: 30\u{a0}jours après son dernier jour.",
    "The signed time after the end of the mandate, then destroyed with its key. Never signed: 30 days after its last day."
  )
}
