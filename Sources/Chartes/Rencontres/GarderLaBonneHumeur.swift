import Html

/// Good cheer passes from one to the other.
package enum GarderLaBonneHumeur: Article {
  package static let cle = "garder-la-bonne-humeur"
  package static let titre = Phrase("Garder la bonne humeur", "Keep good cheer")
  package static let raison = Phrase(
    "Elle passe d’une personne à l’autre, même à travers un écran.",
    "It passes from one person to the other, even through a screen.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur:
      Phrase(
        fr: "Vous venez avec votre curiosité. Après la rencontre, vous dites d’un geste comment était l’échange.",
        en: "You come with your curiosity. After the meeting, you say in one gesture how the exchange was.")
    case .expert:
      Phrase(
        "Vous racontez ce que vous aimez dans votre métier, sans cacher le reste, et vous laissez place au rire.",
        "You tell what you love in your job, without hiding the rest, and you leave room for laughter.")
    case .conseiller:
      Phrase(
        fr: """
          Vous prenez des nouvelles de l’humeur autant que du projet. Vous vous réjouissez avec la personne de ce \
          qui a marché.
          """,
        en: "You ask about the mood as much as about the project. You rejoice with the person in what went well.")
    case .coordinateur, .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Le bilan recueille l’humeur de l’échange en un geste.",
        "The review gathers the mood of the exchange in one step."),
      preuve: "l’humeur de l’échange se dit d’un geste"),
    .notYet(
      Phrase(
        "Donner aussi la parole à l’experte ou à l’expert, après la rencontre.",
        "Letting the expert have a word too, after the meeting.")),
  ]
}
