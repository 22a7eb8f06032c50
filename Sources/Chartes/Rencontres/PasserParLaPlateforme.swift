import Html

/// Appointments are settled here.
package enum PasserParLaPlateforme: Article {
  package static let cle = "passer-par-la-plateforme"
  package static let titre = Phrase("Passer par la plateforme", "Go through the platform")
  package static let raison = Phrase(
    "Ici, vos coordonnées restent à l’abri, et la personne qui vous conseille peut suivre le fil.",
    "Here, your contact details stay safe, and your counsellor can follow the thread.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur:
      Phrase(
        fr: """
          Vous demandez vos rencontres ici, et c’est ici que vous les annulez s’il le faut. Vous n’échangez ni \
          numéro, ni adresse, ni rendez-vous ailleurs.
          """,
        en: """
          You ask for your meetings here, and here you cancel them if you must. You exchange no number, no address, \
          no appointment elsewhere.
          """)
    case .expert:
      Phrase(
        fr: """
          Vous convenez des rencontres ici, et vous y ramenez une conversation qui voudrait se poursuivre ailleurs. \
          Vous gardez vos coordonnées pour vous.
          """,
        en: """
          You agree on meetings here, and you bring back here a conversation that would go on elsewhere. You keep \
          your contact details to yourself.
          """)
    case .conseiller:
      Phrase(
        fr: """
          Vous suivez les étapes des personnes qui vous sont confiées, et d’elles seules. Ce que vous voyez sert à \
          les aider.
          """,
        en: """
          You follow the steps of the people entrusted to you, and of them alone. What you see serves to help them.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous dites à chaque personne qui la conseille et ce que cette personne peut voir. Vous n’ouvrez pas \
          d’autre voie pour prendre rendez-vous.
          """,
        en: """
          You tell each person who their counsellor is and what this counsellor can see. You open no other way to \
          make appointments.
          """)
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "La personne qui vous conseille voit chacune de vos étapes\u{a0}; une personne qui ne vous suit pas n’en voit aucune.",
        "Your counsellor sees each of your steps; someone who does not follow you sees none."),
      preuve: "la conseillère voit chaque étape de la personne qu’elle suit, et d’aucune autre"),
    .notYet(
      Phrase(
        "Retenir des coordonnées glissées dans un message, et proposer de convenir ici.",
        "Holding back contact details slipped into a message, and offering to settle things here.")),
    .notYet(Phrase("Répondre à une demande par un autre créneau.", "Answering a request with another slot.")),
  ]
}
