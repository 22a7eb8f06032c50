import Html

/// Someone is there, on the other side of the screen.
package enum RespecterLaPersonne: Article {
  package static let cle = "respecter-la-personne"
  package static let titre = Phrase("Respecter la personne", "Respect the person")
  package static let raison = Phrase(
    "De l’autre côté de l’image, quelqu’un vous écoute pour de vrai.",
    "On the other side of the picture, someone is really listening to you.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur:
      Phrase(
        fr: """
          Vous parlez à la personne qui vous reçoit comme si elle était assise en face de vous. Vous ne cherchez \
          pas ses coordonnées, et vous ne gardez d’elle ni image ni enregistrement.
          """,
        en: """
          You speak to the person who receives you as if they were sitting in front of you. You do not look for \
          their contact details, and you keep no picture or recording of them.
          """)
    case .expert:
      Phrase(
        fr: """
          Vous recevez chaque personne avec les mêmes égards, quels que soient son âge, son parcours ou ses \
          hésitations. Vous ne lui demandez ni adresse ni numéro, et vous n’enregistrez rien.
          """,
        en: """
          You receive each person with the same regard, whatever their age, their path or their doubts. You ask \
          them for no address and no number, and you record nothing.
          """)
    case .conseiller:
      Phrase(
        fr: """
          Quand une rencontre a blessé une personne que vous suivez, vous l’écoutez d’abord. Vous cherchez ensuite \
          avec elle, et avec la coordination, ce qu’il convient de faire.
          """,
        en: """
          When a meeting has hurt a person you follow, you listen first. Then, with them and with the coordinator, \
          you look for what should be done.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous examinez ce qu’on vous signale, et vous donnez vos raisons quand vous décidez. Vous veillez à ce que \
          personne ne reste sans appui après une rencontre difficile.
          """,
        en: """
          You look into what is reported to you, and you give your reasons when you decide. You see to it that \
          nobody is left without support after a difficult meeting.
          """)
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Les coordonnées de chacun restent de son côté.",
        "Everyone’s contact details stay on their own side."),
      preuve: "aucune coordonnée ne passe d’un côté à l’autre"),
    .notYet(
      Phrase(
        "Quitter d’un geste, signaler et bloquer, pendant et après la rencontre.",
        "Leaving in one step, reporting and blocking, during and after the meeting.")),
    .notYet(
      Phrase(
        "Pour les mineurs, l’accord d’un adulte avant que la demande arrive, et des heures choisies.",
        "For minors, an adult’s approval before the request arrives, and chosen hours."), source: .loi),
    .notYet(
      Phrase(
        "Faire examiner chaque signalement, et en rendre les raisons.",
        "Having each report looked into, and giving the reasons.")),
  ]
}
