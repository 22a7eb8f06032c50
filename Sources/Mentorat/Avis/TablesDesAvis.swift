import Base
import Html
import Temps

/// What WhatsApp's server posts here. A body stands for the seconds until it is read; then only the fingerprint of its
/// name is left, so that told again it is known.
extension MentoratRoom {
  static let avis = Traitement(
    "avis", Phrase("Ce que WhatsApp fait savoir", "What WhatsApp tells"),
    finalite: Phrase(
      "Recevoir une fois, et une seule, ce que WhatsApp envoie au numéro de l’association.",
      "Receiving once, and once only, what WhatsApp sends to the association’s number."),
    fondement: .interetLegitime,
    personnes: Phrase(
      "Qui écrit au numéro de l’association sur WhatsApp.", "Whoever writes to the association’s number on WhatsApp."),
    donnees: Phrase(
      "Ce qui est arrivé, scellé, jusqu’à ce que ce soit lu\u{a0}; ensuite une empreinte, qui ne dit ni qui ni quoi.",
      "What came, sealed, until it is read; then a fingerprint, which says neither who nor what."),
    destinataires: Phrase(
      "Personne\u{a0}; le logiciel seul le lit.", "Nobody; the software alone reads it."),
    duree: Phrase(
      "Quelques secondes. Les empreintes, et ce que le logiciel n’a pas su lire, 30\u{a0}jours.",
      "Some seconds. Fingerprints, and what the software could not read, 30 days."))

  static let tablesDesAvis: [TableTenue] = [
    TableTenue(
      "avis_whatsapp", pour: "avis", personnes: [], effacement: .sansObjet,
      terme: .apres(gardeDesAvis) { ["DELETE FROM avis_whatsapp WHERE recu < \($0)"] }),
    TableTenue(
      "nouvelle_whatsapp", pour: "avis", personnes: [], effacement: .sansObjet,
      terme: .apres(gardeDesAvis) { ["DELETE FROM nouvelle_whatsapp WHERE recue < \($0)"] }),
    TableTenue(sansPersonne: "mois_avis"),
    TableTenue(sansPersonne: "gabarit_whatsapp"),
    TableTenue(sansPersonne: "ennui_whatsapp"),
  ]
}
