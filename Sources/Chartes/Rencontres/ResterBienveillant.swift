import Html

/// Machines fail and people tire: one stays patient.
package enum ResterBienveillant: Article {
  package static let cle = "rester-bienveillant"
  package static let titre = Phrase("Rester bienveillant", "Stay kind")
  package static let raison = Phrase(
    "Une image se fige, une journée pèse. Un sourire fait passer bien des choses.",
    "A picture freezes, a day feels heavy. A smile helps with many things.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur:
      Phrase(
        fr: """
          Vous essayez votre caméra et votre micro avant d’entrer. Si la liaison lâche ou si la fatigue se fait \
          sentir, vous le dites simplement, et vous laissez à l’autre le temps de revenir.
          """,
        en: """
          You try your camera and microphone before you enter. If the link fails or tiredness sets in, you simply \
          say so, and you leave the other person time to come back.
          """)
    case .expert:
      Phrase(
        fr: """
          Vous laissez à la personne le temps d’arriver, de se reconnecter, de chercher ses mots. Le trac ou une \
          panne ne disent rien de son envie.
          """,
        en: """
          You leave the person time to arrive, to reconnect, to look for their words. Nerves or a breakdown say \
          nothing of how much they want this.
          """)
    case .conseiller:
      Phrase(
        fr: """
          Vous proposez d’essayer le matériel avant la première rencontre. Quand une rencontre a mal tourné, vous \
          cherchez la suite plutôt que la faute.
          """,
        en: """
          You offer to try the equipment before the first meeting. When a meeting has gone badly, you look for \
          what comes next rather than for a fault.
          """)
    case .coordinateur:
      Phrase(
        "Vous ne retenez une panne contre personne. Vous faites savoir à qui demander de l’aide.",
        "You hold a breakdown against nobody. You let it be known whom to ask for help.")
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "On essaie sa caméra et son micro avant d’entrer dans la salle.",
        "One tries camera and microphone before entering the room."),
      preuve: "on essaie sa caméra et son micro avant d’entrer"),
    .byCode(
      Phrase(
        "Après une coupure, la rencontre reprend d’elle-même.",
        "After a cut, the meeting starts again by itself."),
      preuve: "la salle reprend seule après une coupure"),
    .notYet(
      Phrase(
        "Dire un souci technique, et retrouver du temps ou une date sans que rien soit noté.",
        "Telling of a technical trouble, and getting time or a date back with nothing noted.")),
    .notYet(
      Phrase(
        "Reporter une rencontre un jour où cela ne va pas, sans reproche.",
        "Putting a meeting off on a bad day, without reproach.")),
    .notYet(
      Phrase(
        "Continuer par téléphone, sans montrer son numéro.",
        "Going on by telephone, without showing one’s number.")),
    .notYet(Phrase("Garder le son seul quand l’image peine.", "Keeping sound only when the picture struggles.")),
  ]
}
