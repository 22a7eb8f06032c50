import Html

/// What one learns of somebody's life stays where it was said.
package enum ResterDiscret: ArticleJuge {
  package static let cle = "rester-discret"
  package static let titre = Phrase("Rester discret", "Stay discreet")
  package static let raison = Phrase(
    "On vous confie ce que l’on ne dit pas ailleurs. Cela reste entre vous.",
    "People trust you with what they say nowhere else. It stays between you.")

  package static let verrou = Parametre(
    "rester-discret.verrou", Phrase("Le verrouillage de l’écran", "The locking of the screen"),
    .minutes, defaut: 5, bornes: 2...30)
  package static let parametres = [verrou]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let verrou = p.inWords(verrou)
    return switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous ne racontez à personne ce que vous avez vu ou entendu. Dans vos notes, vous écrivez ce qui sert à \
          aider, sans nom, sans numéro, sans rien de trop. Quand quelqu’un passe, vous cachez l’écran\u{a0}; laissé \
          seul, il se verrouille au bout de \(verrou.fr).
          """,
        en: """
          You tell nobody what you have seen or heard. In your notes, you write what serves to help, with no name, no \
          number, nothing more than needed. When somebody walks by, you hide the screen; left alone, it locks after \
          \(verrou.en).
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous ne demandez pas à lire les notes prises sur une personne. Vous veillez à ce que l’on puisse parler ici \
          sans être entendu.
          """,
        en: """
          You do not ask to read the notes taken on a person. You see to it that people can talk here without being \
          overheard.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Une seule touche cache l’écran, et la même le montre de nouveau.",
        "A single key hides the screen, and the same key shows it again."),
      preuve: "Échap cache la page et la rend avec ce qui était tapé"),
    .byCode(
      Phrase(
        "L’écran se verrouille seul après le temps signé. Rien de ce qui était tapé n’est perdu.",
        "The screen locks by itself after the signed time. Nothing that was typed is lost."),
      preuve: "un écran verrouillé n’ouvre rien avant une preuve"),
    .byCode(
      Phrase(
        "Une note qui nomme quelqu’un n’est pas gardée tant qu’elle n’est pas reformulée.",
        "A note that names somebody is not kept until it is reworded."),
      preuve: "une note qui nomme quelqu’un revient avec ses issues et n’est pas gardée"),
    .byCode(
      Phrase(
        "Là où d’autres regardent, une personne paraît par son prénom et une initiale.",
        "Where others are looking, a person appears by first name and initial."),
      preuve: "là où d’autres regardent, un prénom et une initiale suffisent"),
    .byCode(
      Phrase(
        "Un compte rendu ne dit pas de qui il parle, sauf si l’on choisit de le relier à un dossier.",
        "A report does not say whom it is about, unless one chooses to link it to a file."),
      preuve: "un compte rendu sans suivi ne dit pas de qui il parle"),
    .byCode(
      Phrase(
        "Chaque ouverture d’un dossier est inscrite dans un journal.",
        "Each opening of a file is written in a journal."), preuve: "chaque ouverture d’un suivi se voit"),
  ]
}

extension ResterDiscret {
  /// What a reading found in a free note on somebody.
  package struct Situation: Sendable {
    /// How many passages surely identify somebody.
    package let certains: Int
    /// How many may, and their author has not said otherwise.
    package let probables: Int

    package init(certains: Int, probables: Int) {
      self.certains = certains
      self.probables = probables
    }
  }

  /// Holds a note back until nothing in it names anybody.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    if situation.certains > 0 { return .refuse(certain) }
    return situation.probables > 0 ? .refuse(likely) : .allow
  }

  private static let certain = motif(
    Phrase(
      "Cette note contient de quoi reconnaître quelqu’un\u{a0}: un nom, un numéro, une adresse.",
      "This note holds what lets somebody be recognised: a name, a number, an address."),
    issue: Phrase(
      "Écrivez plutôt un voisin, sa banque, un dossier\u{a0}: cela suffit pour aider. Votre texte reste devant vous.",
      "Write a neighbour, their bank, a file instead: that is enough to help. Your text stays in front of you."))

  private static let likely = motif(
    Phrase(
      "Un mot de cette note désigne peut-être quelqu’un.",
      "A word of this note may point to somebody."),
    issue: Phrase(
      "Remplacez-le par un mot plus large, ou dites qu’il ne nomme personne. Votre texte reste devant vous.",
      "Replace it with a broader word, or say that it names nobody. Your text stays in front of you."))
}
