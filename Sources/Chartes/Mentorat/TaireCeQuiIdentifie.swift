import Html

/// What would let somebody be recognised does not leave one's hands.
package enum TaireCeQuiIdentifie: ArticleJuge {
  package static let cle = "taire-ce-qui-identifie"
  package static let titre = Phrase("Taire ce qui identifie", "Leave out what identifies")
  package static let raison = Phrase(
    "On peut penser une situation sans nommer personne. Cela protège les absents, l’entreprise, et vous.",
    "One can think about a situation without naming anybody. It protects those who are absent, the company, and you.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .accompagne:
      Phrase(
        fr: """
          Vous racontez des situations sans nom, sans coordonnées, sans document et sans image. Ce qui nomme \
          quelqu’un est remplacé avant que le message parte, par un pseudonyme qui reste le même. Tant que ce n’est \
          pas fait, rien n’est envoyé ni gardé.
          """,
        en: """
          You tell of situations without names, contact details, documents or images. What names somebody is replaced \
          before the message leaves, by a pseudonym that stays the same. Until that is done, nothing is sent or kept.
          """)
    case .mentor:
      Phrase(
        fr: """
          Vous écrivez vous aussi sans nommer personne, et vos réponses passent la même relecture. Un détail peut \
          identifier sans être un nom\u{a0}: si vous reconnaissez quelqu’un, vous le dites en séance.
          """,
        en: """
          You too write without naming anybody, and your answers go through the same reading. A detail may identify \
          without being a name: if you recognise somebody, you say so in session.
          """)
    case .coordinateur:
      Phrase(
        "Vous ne demandez jamais à lire un échange, ni à savoir de qui il parle.",
        "You never ask to read an exchange, nor to know whom it is about.")
    case .explorateur, .expert, .conseiller, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Ce qui nomme à coup sûr ne part pas\u{a0}: un pseudonyme est proposé, le même à chaque fois.",
        "What surely names somebody does not leave: a pseudonym is offered, the same one each time."),
      preuve: "un nom certain ne part pas et son pseudonyme reste le même"),
    .byCode(
      Phrase(
        "Ce qui nomme peut-être a deux issues\u{a0}: le remplacer, ou dire que le mot ne nomme personne.",
        "What may name somebody has two ways out: replace it, or say that the word names nobody."),
      preuve: "un nom probable se remplace, ou ne nomme personne"),
    .byCode(
      Phrase(
        "La relecture se fait en mémoire. Rien n’est gardé d’un texte qui ne l’a pas passée.",
        "The reading is done in memory. Nothing is kept of a text that has not passed it."),
      preuve: "rien n’est gardé d’un texte qui nomme"),
    .byCode(
      Phrase(
        "Aucune pièce jointe, aucune image, même collée dans le texte.",
        "No attachment and no image, not even pasted into the text."),
      preuve: "une image collée ne part pas"),
    .byPeople(
      Phrase(
        "Un détail peut identifier sans nommer\u{a0}: cela, vous seuls pouvez le voir.",
        "A detail may identify without naming: only you can see that.")),
  ]
}

extension TaireCeQuiIdentifie {
  package struct Situation: Sendable {
    /// How many passages surely identify somebody.
    package let certains: Int
    /// How many may, and their author has not said otherwise.
    package let probables: Int
    /// Whether something is an image or a file rather than words.
    package let fichier: Bool

    package init(certains: Int, probables: Int, fichier: Bool = false) {
      self.certains = certains
      self.probables = probables
      self.fichier = fichier
    }
  }

  /// Holds a text back until nothing in it names anybody. There is no way to send it as it is.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    if situation.fichier { return .refuse(file) }
    if situation.certains > 0 { return .refuse(certain) }
    return situation.probables > 0 ? .refuse(likely) : .allow
  }

  private static let certain = motif(
    Phrase("Votre message nomme encore quelqu’un.", "Your message still names somebody."),
    issue: Phrase(
      "Prenez le mot proposé, ou écrivez-le autrement. Rien n’est envoyé ni gardé d’ici là.",
      "Take the word offered, or write it another way. Until then nothing is sent or kept."))

  private static let likely = motif(
    Phrase("Un mot de votre message nomme peut-être quelqu’un.", "A word of your message may name somebody."),
    issue: Phrase(
      "Remplacez-le, ou dites qu’il ne nomme personne. Rien n’est envoyé ni gardé d’ici là.",
      "Replace it, or say that it names nobody. Until then nothing is sent or kept."))

  private static let file = motif(
    Phrase(
      "Une image ou un fichier s’est glissé dans le texte.",
      "An image or a file has slipped into the text."),
    issue: Phrase(
      "Retirez ce passage, et dites avec vos mots ce qu’il montre.",
      "Take this passage out, and say in your own words what it shows."))
}
