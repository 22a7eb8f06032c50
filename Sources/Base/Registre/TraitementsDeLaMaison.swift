import Html
import Temps

extension Traitement {
  static let deLaMaison: [Traitement] = [
    Traitement(
      "faits", Phrase("Le fil de ce qui se passe", "What happened, in order"),
      finalite: Phrase(
        "Montrer à chacun son chemin, et faire suivre ce qu’un acte entraîne.",
        "Showing each person their path, and doing what an act calls for."),
      fondement: .contrat, personnes: Phrase("Toute personne qui a un compte.", "Everybody who has an account."),
      donnees: Phrase(
        "Le nom d’un acte, des numéros, une date. Jamais ce qui est écrit.",
        "The name of an act, numbers, a date. Never what is written."),
      destinataires: Phrase(
        "Vous, et qui vous accompagne.", "You, and whoever accompanies you."),
      duree: .conservation(Garde.faits)),
    Traitement(
      "traces", Phrase("Le journal des lectures et des actes", "The log of readings and acts"),
      finalite: Phrase(
        "Savoir qui a ouvert ou fait quoi\u{a0}: vous pouvez le lire, et un abus se voit.",
        "Knowing who opened or did what: you can read it, and misuse shows."),
      fondement: .obligation,
      personnes: Phrase("Toute personne qui a un compte.", "Everybody who has an account."),
      donnees: Phrase(
        "Qui, quoi, quand\u{a0}: un numéro, un geste en mots fixes, une date.",
        "Who, what, when: a number, an action in fixed words, a date."),
      destinataires: Phrase(
        "La personne dont les données ont été ouvertes\u{a0}; qui tient le serveur, en cas d’incident.",
        "The person whose data was opened; whoever runs the server, after an incident."),
      duree: Phrase("Douze mois.", "Twelve months.")),
    Traitement(
      "courriers", Phrase("Les e-mails envoyés", "E-mails sent"),
      finalite: Phrase(
        "Vous prévenir de ce qui vous attend, et seulement de cela.",
        "Telling you what is waiting for you, and nothing else."),
      fondement: .contrat, personnes: Phrase("Qui reçoit un e-mail d’ici.", "Whoever gets an e-mail from here."),
      donnees: Phrase(
        "Votre adresse et les mots du message, scellés\u{a0}; puis seulement qu’il est parti.",
        "Your address and the words of the message, sealed; then only that it was sent."),
      destinataires: Phrase(
        "Vous, et le service d’e-mail de la structure.", "You, and the organisation’s e-mail service."),
      duree: Phrase(
        fr:
          "Les mots s’effacent dès que le message est parti\u{a0}; sa ligne, \(Phrase.conservation(Garde.courriers).fr) après.",
        en:
          "The words are erased as soon as the message is sent; its line, \(Phrase.conservation(Garde.courriers).en) later."
      )),
    Traitement(
      "gestes", Phrase("Les formulaires envoyés", "Forms sent"),
      finalite: Phrase(
        "Qu’un formulaire envoyé deux fois ne fasse qu’un seul acte.", "Making a form sent twice one act only."),
      fondement: .interetLegitime,
      personnes: Phrase("Toute personne qui a un compte.", "Everybody who has an account."),
      donnees: Phrase(
        "Le numéro du formulaire, le vôtre, la page d’après.", "The form’s number, yours, the next page."),
      destinataires: Phrase("Personne.", "Nobody."), duree: .conservation(Garde.gestes)),
    Traitement(
      "coffre", Phrase("Le coffre des clés", "The vault of keys"),
      finalite: Phrase(
        "Sceller ce qui est personnel, et pouvoir l’effacer pour de bon.",
        "Sealing what is personal, and being able to erase it for good."),
      fondement: .obligation,
      personnes: Phrase(
        "Toute personne dont quelque chose est scellé ici.", "Everybody of whom something is sealed here."),
      donnees: Phrase("Une clé par personne, dans une base à part.", "A key per person, in a base of its own."),
      destinataires: Phrase("Personne\u{a0}; le logiciel seul s’en sert.", "Nobody; the software alone uses it."),
      duree: Phrase(
        "Détruite avec le compte. Le numéro de la clé détruite reste.",
        "Destroyed with the account. The number of the destroyed key stays.")),
  ]
}
