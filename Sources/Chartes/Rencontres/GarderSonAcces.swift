import Html

/// An access belongs to one person.
package enum GarderSonAcces: Article {
  package static let cle = "garder-son-acces"
  package static let titre = Phrase("Garder son accès", "Keep your access")
  package static let raison = Phrase(
    "Votre accès dit aux autres que c’est bien vous. Le garder pour vous les protège aussi.",
    "Your access tells others that it is really you. Keeping it to yourself protects them too.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur:
      Phrase(
        fr: """
          Votre accès est à vous. Vous ne le prêtez pas, et vous ne transmettez à personne le lien reçu par \
          courriel. Si une connexion ne vous dit rien, vous la fermez.
          """,
        en: """
          Your access is yours. You do not lend it, and you pass the link you receive by e-mail to nobody. If you \
          do not recognise a connection, you end it.
          """)
    case .expert:
      Phrase(
        fr: """
          Vous entrez avec votre propre accès, sans le prêter, même à un ou une collègue. Les personnes que vous \
          recevez savent ainsi à qui elles parlent.
          """,
        en: """
          You enter with your own access and do not lend it, even to a colleague. The people you receive thus know \
          whom they are talking to.
          """)
    case .conseiller:
      Phrase(
        fr: """
          Vous aidez les personnes que vous suivez à se connecter, sans jamais entrer à leur place. Votre propre \
          accès ouvre sur leur parcours\u{a0}: vous ne le prêtez pas.
          """,
        en: """
          You help the people you follow to connect, and never enter in their place. Your own access opens onto \
          their path: you do not lend it.
          """)
    case .coordinateur:
      Phrase(
        fr: "Vous ouvrez un accès à chaque personne, jamais un accès pour plusieurs. Le vôtre ne se prête pas.",
        en: "You open one access for each person, never one for several. Yours is not lent.")
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Il n’y a pas de mot de passe à retenir. Un lien reçu par courriel ouvre une seule fois.",
        "There is no password to remember. A link received by e-mail opens only once."),
      preuve: "un lien de connexion sert une seule fois"),
    .byCode(
      Phrase(
        "Vous voyez vos connexions, et vous pouvez fermer chacune d’elles.",
        "You see your connections, and you can close each of them."),
      preuve: "chacun voit ses connexions et en ferme une"),
    .notYet(
      Phrase(
        "Entrer avec une clé d’accès et, pour les équipes, une seconde preuve.",
        "Entering with a passkey and, for staff, a second proof.")),
    .notYet(
      Phrase(
        "Une seule place dans la salle pour chaque compte.",
        "Only one seat in the room for each account.")),
    .notYet(
      Phrase(
        "Quand deux appareils agissent presque en même temps, le plus récent prouve que c’est vous.",
        "When two devices act almost at the same time, the newer one proves that it is you.")),
  ]
}
