import Html

/// Greeting, thanking, taking leave, and words that do not hurt.
package enum ParlerAvecEgards: Article {
  package static let cle = "parler-avec-egards"
  package static let titre = Phrase("Parler avec égards", "Speak with care")
  package static let raison = Phrase(
    "Les mots donnent le ton. Un bonjour ouvre la rencontre, un merci la prolonge.",
    "Words set the tone. A hello opens the meeting, a thank-you makes it last.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur:
      Phrase(
        fr: """
          Vous saluez en arrivant, vous remerciez, vous dites au revoir avant de partir. Vous choisissez des mots qui \
          ne blessent pas.
          """,
        en:
          "You greet on arrival, you say thank you, you say goodbye before leaving. You choose words that do not hurt.")
    case .expert:
      Phrase(
        fr: """
          Vous accueillez la personne par un bonjour et vous laissez de la place à ses mots. Vous soignez les \
          vôtres, même pour dire ce que votre métier a de rude.
          """,
        en: """
          You welcome the person with a hello and leave room for their words. You take care with yours, even to \
          tell what is hard in your job.
          """)
    case .conseiller:
      Phrase(
        fr: """
          Vos messages donnent l’exemple. Avec les personnes qui le souhaitent, vous préparez la façon de saluer \
          et de conclure.
          """,
        en: """
          Your messages set the example. With the people who wish it, you prepare how to greet and how to conclude.
          """)
    case .coordinateur:
      Phrase(
        "Vous veillez au ton des échanges, et vous écoutez toute personne que des mots ont blessée.",
        "You look after the tone of exchanges, and you listen to anyone whom words have hurt.")
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .notYet(
      Phrase(
        "Signaler, avant l’envoi, qu’un message part sans bonjour.",
        "Pointing out, before sending, that a message leaves without a greeting.")),
    .notYet(
      Phrase(
        "Retenir un mot qui blesse, et aider à le dire autrement.",
        "Holding back a word that hurts, and helping to say it differently.")),
    .notYet(
      Phrase(
        "Ouvrir et clore la rencontre par un temps pour se saluer.",
        "Opening and closing the meeting with a time for greetings.")),
  ]
}
