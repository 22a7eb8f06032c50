import Html

/// One goes to meet those who do not come.
package enum AllerVers: Article {
  package static let cle = "aller-vers"
  package static let titre = Phrase("Aller vers", "Reach out")
  package static let raison = Phrase(
    "Qui en aurait le plus besoin ne pousse pas toujours la porte. Alors on va le voir.",
    "Those who need it most do not always push the door open. So one goes to see them.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous allez là où l’on vit\u{a0}: une mairie, un marché, un foyer, une salle d’attente. Vous annoncez vos \
          passages à l’avance, avec le lieu et l’heure. Si l’un d’eux ne peut pas avoir lieu, vous le dites au même \
          endroit.
          """,
        en: """
          You go where people live: a town hall, a market, a hostel, a waiting room. You announce your visits ahead \
          of time, with the place and the hour. If one of them cannot take place, you say so in the same place.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous regardez quels lieux sont visités et lesquels ne le sont pas encore. Vous en tirez les tournées \
          suivantes, avec l’équipe.
          """,
        en: """
          You look at which places are visited and which are not yet. From that, you plan the next rounds with the \
          team.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  package static let promesses: [Promesse] = [
    .notYet(
      Phrase(
        "Une tournée dit ses lieux, ses dates et son rythme, et les passages se calculent seuls.",
        "A round tells its places, its dates and its rhythm, and the visits follow by themselves.")),
    .notYet(
      Phrase(
        "Les passages à venir paraissent sur une page publique, sans compte.",
        "The coming visits appear on a public page, without an account.")),
    .notYet(
      Phrase(
        "On s’abonne aux passages\u{a0}: ils arrivent dans l’agenda, avec leurs changements.",
        "One subscribes to the visits: they come into the calendar, with their changes.")),
    .notYet(
      Phrase(
        "Un flux laisse une mairie ou un journal reprendre les passages.",
        "A feed lets a town hall or a newspaper take up the visits.")),
    .notYet(
      Phrase(
        "La coordination voit les lieux visités, et ceux qui ne le sont pas encore.",
        "The coordinator sees the places visited, and those that are not yet.")),
    .byPeople(
      Phrase(
        "Faire le premier pas vers quelqu’un reste votre métier.",
        "Taking the first step towards somebody remains your craft.")),
  ]
}
