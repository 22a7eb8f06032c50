import Html

/// One keeps one's opinions out of one's role.
package enum GarderSaReserve: Article {
  package static let cle = "garder-sa-reserve"
  package static let titre = Phrase("Garder sa réserve", "Show restraint")
  package static let raison = Phrase(
    "On vient chercher de l’aide, pas une opinion. Votre réserve laisse à chacun sa place.",
    "People come for help, not for an opinion. Your restraint leaves room for everyone.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Quand vous travaillez, vous gardez pour vous ce que vous pensez de la politique, des croyances ou des \
          marques. Ce que vous publiez porte le nom de la structure, et quelqu’un d’autre l’a relu avant. Si une \
          affaire vous touche de près, vous le dites.
          """,
        en: """
          When you work, you keep to yourself what you think of politics, beliefs or brands. What you publish bears \
          the organisation’s name, and somebody else has read it before. If a matter touches you closely, you say so.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous relisez ce qui paraît au nom de la structure, et vous donnez vos raisons quand vous demandez un \
          changement. Vous annoncez à l’avance les périodes d’élections, où l’on publie avec plus de prudence.
          """,
        en: """
          You read what appears in the organisation’s name, and you give your reasons when you ask for a change. You \
          announce election periods ahead of time, when one publishes with more care.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  package static let promesses: [Promesse] = [
    .notYet(
      Phrase(
        "Un texte public passe du brouillon à la relecture, puis à la publication. Personne ne publie sans relecture.",
        "A public text goes from draft to review, then to publication. Nobody publishes without a review.")),
    .notYet(
      Phrase(
        "Un texte publié porte le nom de la structure.",
        "A published text bears the organisation’s name.")),
    .notYet(
      Phrase(
        "Chaque version publiée se retrouve, avec sa date.",
        "Each published version can be found again, with its date.")),
    .notYet(
      Phrase(
        "Pendant une période de réserve, un rappel paraît là où l’on écrit.",
        "During an election period, a reminder appears where one writes.")),
    .notYet(
      Phrase(
        "Un lien d’intérêt se déclare, et sa note paraît là où l’on recommande.",
        "A personal interest is declared, and its note appears where one recommends.")),
    .byPeople(
      Phrase(
        "Dans une conversation, la réserve ne tient qu’à vous.",
        "In a conversation, restraint depends on you alone.")),
  ]
}
