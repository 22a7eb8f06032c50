import Html

/// One advises on tools without taking sides, and says why.
package enum ConseillerSansParti: Article {
  package static let cle = "conseiller-sans-parti"
  package static let titre = Phrase("Conseiller sans parti pris", "Advise without taking sides")
  package static let raison = Phrase(
    "La personne vivra longtemps avec cet outil. Elle mérite de savoir pourquoi on le lui propose.",
    "The person will live with this tool for a long time. They deserve to know why it is suggested.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous montrez plusieurs outils\u{a0}: ce qu’ils coûtent, ce qu’ils font des données, qui les fabrique. Vous \
          dites pourquoi vous penchez pour l’un d’eux, puis la personne choisit. Vous ne recevez rien de qui vend un \
          outil.
          """,
        en: """
          You show several tools: what they cost, what they do with data, who makes them. You say why you lean \
          towards one of them, then the person chooses. You take nothing from those who sell a tool.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous veillez à ce que les fiches des outils restent à jour, avec leur source et leur date. Vous n’imposez \
          aucun outil pour le compte de quelqu’un.
          """,
        en: """
          You see to it that the tool cards stay up to date, with their source and their date. You impose no tool on \
          anybody’s behalf.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  package static let promesses: [Promesse] = [
    .notYet(
      Phrase(
        "La fiche d’un outil dit son prix, sa licence, où vont les données, s’il est accessible et qui est derrière.",
        "A tool’s card tells its price, its licence, where data goes, whether it is accessible and who is behind it."
      )),
    .notYet(
      Phrase(
        "Chaque fiche donne sa source et sa date, et une fiche ancienne se signale.",
        "Each card gives its source and its date, and an old card says so.")),
    .notYet(
      Phrase(
        "Une recommandation montre au moins deux autres outils, avec des raisons. Sans elles, elle ne part pas.",
        "A recommendation shows at least two other tools, with reasons. Without them, it does not leave.")),
    .notYet(
      Phrase(
        "Une recommandation est gardée telle qu’elle a été montrée, et la personne l’emporte.",
        "A recommendation is kept as it was shown, and the person takes it along.")),
    .byPeople(
      Phrase(
        "Ne rien recevoir de qui vend un outil\u{a0}: cela, vous seuls pouvez le promettre.",
        "Taking nothing from those who sell a tool: only you can promise that.")),
  ]
}
