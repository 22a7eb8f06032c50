import Base
import Html
import Temps
import WhatsApp

/// WhatsApp beside the site, for those who chose it.
extension MentoratRoom {
  static let liaisons = Traitement(
    "liaisons", Phrase("WhatsApp, pour qui l’a choisi", "WhatsApp, for those who chose it"),
    finalite: Phrase(
      "Écrire et être répondu aussi par WhatsApp, sous les mêmes règles.",
      "Writing and being answered on WhatsApp too, under the same rules."),
    fondement: .accord,
    personnes: Phrase(
      "Les mentors et les personnes accompagnées qui ont choisi WhatsApp.", "Mentors and mentees who chose WhatsApp."),
    donnees: Phrase(
      "Le numéro et le nom que WhatsApp donne à la personne, scellés\u{a0}; ce qui part vers elle, scellé jusqu’à l’envoi.",
      "The number and the name that WhatsApp gives the person, sealed; what leaves for them, sealed until it is sent."),
    destinataires: Phrase(
      "Meta, qui transporte les mots, y compris hors de l’Union européenne. Ici, personne d’autre que les deux.",
      "Meta, which carries the words, also outside the European Union. Here, nobody but the two."),
    duree: Phrase(
      "Jusqu’à ce que la personne l’enlève, ou que le binôme prenne fin\u{a0}; l’état d’un envoi, 30\u{a0}jours.",
      "Until the person takes it away, or the pair ends; how a send went, 30 days."))

  static let tablesDesLiaisons: [TableTenue] = [
    TableTenue(
      "depeche", pour: "liaisons", personnes: [], effacement: .sansObjet,
      terme: .apres(gardeDesAvis) { ["DELETE FROM depeche WHERE apres < \($0)"] }),
    TableTenue(
      "liaison", pour: "liaisons", personnes: ["personne"],
      effacement: .change { personne, _ in
        ["DELETE FROM liaison WHERE personne = \(personne) OR binome IN \(sql: accompagnes(personne))"]
      },
      terme: .regle(
        Phrase("Quand on l’enlève, ou avec le binôme.", "When one takes it away, or with the pair."))),
    TableTenue(
      "inconnu_whatsapp", pour: "avis", personnes: [], effacement: .sansObjet,
      terme: .apres(gardeDesAvis) { ["DELETE FROM inconnu_whatsapp WHERE le < \($0)"] }),
  ]
}

extension MentoratStore {
  /// One's own number, given back.
  func liaisons(rendues personne: PersonneID, in binomes: [Binome], tx: Transaction) throws -> [[Rubrique.Champ]] {
    try binomes.compactMap { try liaison(of: personne, in: $0, tx: tx) }.map { liaison in
      [
        .instant("choisie", Phrase("Relié le", "Linked on"), liaison.reliee),
        .ecrit("numero", Phrase("Numéro", "Number"), liaison.identite?.numero),
        .instant("recu", Phrase("Dernier message de là-bas", "Last message from there"), liaison.recu),
      ]
    }
  }
}
