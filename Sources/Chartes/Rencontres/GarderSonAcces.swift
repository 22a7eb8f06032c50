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
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Il n’y a pas de mot de passe à retenir. Un lien reçu par e-mail sert une seule fois.",
        "There is no password to remember. A link received by e-mail works only once."),
      preuve: "un lien de connexion sert une seule fois"),
    .byCode(
      Phrase(
        "Vous voyez vos connexions, et vous pouvez fermer chacune d’elles.",
        "You see your connections, and you can close each of them."),
      preuve: "chacun voit ses connexions et en ferme une"),
    .byCode(
      Phrase(
        "Une clé d’accès vous fait entrer d’un doigt ou d’un regard. Vous ajoutez vos clés, vous les nommez, vous les retirez.",
        "A passkey lets you in with a finger or a glance. You add your keys, name them, remove them."),
      preuve: "on ajoute une clé d’accès, on entre avec elle, on la retire"),
    .byCode(
      Phrase(
        "Votre structure peut demander à son équipe une seconde preuve, à chaque connexion.",
        "Your organisation may ask its team for a second proof, at each connection."),
      preuve: "une seconde preuve exigée ferme tout le reste jusqu’à ce qu’elle soit donnée", source: .maison),
    .byCode(
      Phrase(
        "Avant un geste qui engage d’autres personnes, nous vérifions que c’est bien vous. Votre réponse vaut cinq minutes.",
        "Before a step that binds other people, we check that it is really you. Your answer holds for five minutes."),
      preuve: "un geste important redemande que ce soit vous, et garde ce qui est écrit", source: .maison),
    .byCode(
      Phrase(
        "Une seule place dans la salle pour chaque compte.",
        "Only one seat in the room for each account."),
      preuve: "un second onglet prend la place du premier"),
    .byCode(
      Phrase(
        "Quand deux appareils agissent presque en même temps, le plus récent doit montrer que c’est bien vous.",
        "When two devices act almost at the same time, the newer one must show that it is really you."),
      preuve: "deux appareils à la même minute, le plus récent prouve que c’est lui"),
    .byCode(
      Phrase(
        "Une connexion fermée perd aussitôt ses pages en direct et sa place dans la salle.",
        "A connection that is closed loses its live pages and its seat in the room at once."),
      preuve: "une connexion fermée quitte la salle à l’instant, et l’autre côté raccroche"),
    .byCode(
      Phrase(
        "Sans adresse e-mail, un code imprimé, remis en main propre, sert une seule fois.",
        "Without an e-mail address, a printed code, handed over in person, works only once."),
      preuve: "un code sur papier ouvre une seule fois, dans la journée"),
    .byCode(
      Phrase(
        "Quand il ne reste aucun moyen d’entrer, il faut deux personnes de l’équipe pour rétablir un accès.",
        "When no way of coming in is left, it takes two people of the team to restore an access."),
      preuve: "il faut deux personnes pour rétablir un accès", source: .maison),
  ]
}
