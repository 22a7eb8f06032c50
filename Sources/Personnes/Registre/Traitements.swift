import Base
import Html
import Temps

extension Traitement {
  private static let comptes = Phrase("Toute personne qui a un compte.", "Everybody who has an account.")

  static let desPersonnes: [Traitement] = [
    Traitement(
      "compte", Phrase("Votre compte", "Your account"),
      finalite: Phrase(
        "Vous reconnaître, vous écrire, et donner l’heure de chez vous.",
        "Knowing you, writing to you, and telling the time where you are."),
      fondement: .contrat, personnes: comptes,
      donnees: Phrase(
        "Prénom, nom, adresse e-mail, langue, fuseau horaire\u{a0}; la date de votre dernier passage.",
        "First name, last name, e-mail address, language, time zone; the date of your last visit."),
      destinataires: Phrase(
        "Vous. Les personnes de votre dispositif connaissent votre prénom et l’initiale de votre nom.",
        "You. The people of your programme know your first name and the initial of your last name."),
      duree: Phrase(
        fr: """
          Tant que le compte sert. Sans aucun passage pendant \(Phrase.conservation(Garde.sommeil).fr), il s’efface, \
          après un mot \(Phrase.conservation(Garde.preavis).fr) avant.
          """,
        en: """
          As long as the account is used. Without a visit for \(Phrase.conservation(Garde.sommeil).en), it is erased, \
          after a word \(Phrase.conservation(Garde.preavis).en) before.
          """)),
    Traitement(
      "places", Phrase("Votre place", "Your place"),
      finalite: Phrase(
        "Savoir qui fait quoi dans un dispositif, et qui accompagne qui.",
        "Knowing who does what in a programme, and who accompanies whom."),
      fondement: .contrat, personnes: comptes,
      donnees: Phrase(
        "Vos rôles, depuis quand, qui vous accompagne, une suspension.",
        "Your roles, since when, who accompanies you, a suspension."),
      destinataires: Phrase(
        "Les personnes de votre dispositif, chacune selon son rôle.",
        "The people of your programme, each according to their role."),
      duree: Phrase("Avec le compte.", "With the account.")),
    Traitement(
      "acces", Phrase("Vos moyens d’entrer", "Your ways of coming in"),
      finalite: Phrase(
        "Vous laisser entrer, et personne à votre place.", "Letting you in, and nobody in your place."),
      fondement: .interetLegitime, personnes: comptes,
      donnees: Phrase(
        "Connexions, appareils connus, clés d’accès, codes. Jamais un mot de passe\u{a0}: il n’y en a pas.",
        "Connections, known devices, passkeys, codes. Never a password: there is none."),
      destinataires: Phrase(
        "Vous. Qui vous aide à entrer sait si vous avez un moyen, jamais lequel.",
        "You. Whoever helps you come in knows whether you have a way, never which."),
      duree: Phrase(
        fr: """
          Un lien ou un code\u{a0}: le lendemain de sa fin. Une connexion\u{a0}: \
          \(Phrase.conservation(Duree.autres.entiere).fr). Un appareil connu\u{a0}: \
          \(Phrase.conservation(Garde.navigateurs).fr). Le reste, avec le compte.
          """,
        en: """
          A link or a code: the day after its end. A connection: \(Phrase.conservation(Duree.autres.entiere).en). A \
          known device: \(Phrase.conservation(Garde.navigateurs).en). The rest, with the account.
          """)),
    Traitement(
      "notifications", Phrase("Vous prévenir sur un appareil", "Notifying you on a device"),
      finalite: Phrase(
        "Dire à un appareil, à votre demande, que quelque chose vous attend.",
        "Telling a device, because you asked, that something waits for you."),
      fondement: .accord,
      personnes: Phrase("Qui l’a demandé sur un appareil.", "Whoever asked for it on a device."),
      donnees: Phrase(
        "L’adresse que le navigateur donne pour cela, ses clés, la famille du navigateur\u{a0}; le temps de l’envoi, un mot qui ne dit ni qui ni quoi.",
        "The address that the browser gives for it, its keys, the family of the browser; while it is being sent, a word that says neither who nor what."
      ),
      destinataires: Phrase(
        "Le service de notification de votre navigateur (Google, Mozilla, Apple ou Microsoft, aux États-Unis pour la plupart) transporte le mot chiffré\u{a0}: il voit quel appareil est prévenu et quand, jamais le mot.",
        "The notification service of your browser (Google, Mozilla, Apple or Microsoft, in the United States mostly) carries the encrypted word: it sees which device is notified and when, never the word."
      ),
      duree: Phrase(
        fr: """
          Jusqu’à ce que vous l’arrêtiez ou quittiez cet appareil\u{a0}; sans y être entré pendant \
          \(Phrase.conservation(Garde.navigateurs).fr), il s’arrête seul. Un mot\u{a0}: le temps des heures convenues, \
          effacé au plus tard le lendemain.
          """,
        en: """
          Until you stop it or sign out of this device; it stops by itself if you have not signed in there for \
          \(Phrase.conservation(Garde.navigateurs).en). A word: while the agreed hours last, erased the next day at \
          the latest.
          """)),
    Traitement(
      "secours", Phrase("Un accès rétabli", "An access restored"),
      finalite: Phrase(
        "Aider qui ne peut plus entrer, à deux personnes, et pouvoir le vérifier.",
        "Helping whoever cannot come in any more, by two people, and being able to check it."),
      fondement: .interetLegitime, personnes: comptes,
      donnees: Phrase(
        "Qui a demandé, qui a confirmé, un code imprimé, leurs dates.",
        "Who asked, who confirmed, a printed code, their dates."),
      destinataires: Phrase("Vous, et l’équipe de votre dispositif.", "You, and the team of your programme."),
      duree: .conservation(Garde.recuperations)),
    Traitement(
      "invitations", Phrase("Les invitations", "Invitations"),
      finalite: Phrase("Garder une place à quelqu’un.", "Keeping a place for somebody."),
      fondement: .interetLegitime,
      personnes: Phrase("Les personnes invitées, et qui les invite.", "The people invited, and who invites them."),
      donnees: Phrase("Une adresse e-mail scellée, un rôle.", "A sealed e-mail address, a role."),
      destinataires: Phrase("La coordination du dispositif.", "Whoever coordinates the programme."),
      duree: Phrase(
        fr: "\(Phrase.conservation(Garde.invitations).fr) après sa fin\u{a0}; aussitôt, si la personne s’en va.",
        en: "\(Phrase.conservation(Garde.invitations).en) after its end; at once if the person leaves.")),
    Traitement(
      "engagements", Phrase("Ce que vous avez signé", "What you signed"),
      finalite: Phrase(
        "Pouvoir montrer à quoi chacun s’est engagé, et quand.",
        "Being able to show what each person committed to, and when."),
      fondement: .interetLegitime, personnes: comptes,
      donnees: Phrase(
        "La version de la charte, l’empreinte du texte, l’instant, la langue, comment vous étiez entré.",
        "The version of the charter, the text’s fingerprint, the moment, the language, how you had come in."),
      destinataires: Phrase("Vous.", "You."),
      duree: Phrase(
        fr: "\(Phrase.conservation(Garde.engagements).fr) après la fin du compte, sous un numéro sans nom.",
        en: "\(Phrase.conservation(Garde.engagements).en) after the end of the account, under a number without a name.")
    ),
  ]
}
