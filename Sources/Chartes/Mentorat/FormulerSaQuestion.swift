import Html

/// To word a question is already to think about it; nobody decides for somebody else.
package enum FormulerSaQuestion: ArticleJuge {
  package static let cle = "formuler-sa-question"
  package static let titre = Phrase("Formuler sa question", "Put a question into words")
  package static let raison = Phrase(
    "Chercher ses mots, c’est déjà avancer. La décision reste la vôtre.",
    "Looking for the words is already moving forward. The decision stays yours.")

  package static let longueur = Parametre(
    "formuler-sa-question.longueur", Phrase("La longueur d’un message au plus", "The greatest length of a message"),
    .caracteres, defaut: 4000, bornes: 500...8000, pas: 100)
  package static let parametres = [longueur]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let longueur = p.inWords(longueur)
    return switch role {
    case .accompagne:
      Phrase(
        fr: """
          Vous dites la situation, ce que vous avez essayé, ce que vous en pensez, puis votre question, en \
          \(longueur.fr) au plus. Ces étapes aident\u{a0}; vous pouvez vous en passer. Vous gardez la décision.
          """,
        en: """
          You tell the situation, what you tried, what you think of it, then your question, in at most \(longueur.en). \
          These steps help; you may do without them. The decision stays with you.
          """)
    case .mentor:
      Phrase(
        fr: """
          Vous aidez à penser\u{a0}: vous ne décidez pas, vous ne dirigez pas, vous ne remplacez pas la hiérarchie. Vos \
          messages tiennent en \(longueur.fr) au plus.
          """,
        en: """
          You help to think: you do not decide, you do not give orders, you do not stand in for a manager. Your \
          messages are at most \(longueur.en) long.
          """)
    case .coordinateur:
      Phrase(
        "Vous ne confiez au mentor ni décision, ni contrôle, ni évaluation.",
        "You entrust the mentor with no decision, no control, no appraisal.")
    case .explorateur, .expert, .conseiller, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Quatre étapes aident à écrire. On peut s’en passer.",
        "Four steps help people to write. They may do without them."),
      preuve: "la question s’écrit en quatre temps, ou librement"),
    .byReminder(
      Phrase(
        "Un message qui demande de décider, une réponse qui ordonne\u{a0}: un conseil est donné, sans rien bloquer.",
        "A message that asks for a decision, an answer that gives orders: advice is given, and nothing is blocked."),
      preuve: "demander de décider, ou ordonner, vaut un conseil et part quand même"),
    .byCode(
      Phrase(
        "Les formulations d’une même question restent à leur auteur, côte à côte.",
        "The wordings of one question stay with their author, side by side."),
      preuve: "les formulations d’une question se relisent côte à côte, par leur auteur seul"),
  ]
}

extension FormulerSaQuestion {
  package struct Situation: Sendable {
    /// Characters, as people count them.
    package let longueur: Int
    /// Asks the other to decide.
    package let demandeDeDecider: Bool
    /// Gives orders to the other.
    package let ordonne: Bool

    package init(longueur: Int, demandeDeDecider: Bool, ordonne: Bool) {
      self.longueur = longueur
      self.demandeDeDecider = demandeDeDecider
      self.ordonne = ordonne
    }
  }

  /// Holds back what is empty or too long; advises on the rest, and lets it pass.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    if situation.longueur == 0 { return .refuse(empty) }
    if situation.longueur > p[longueur] { return .refuse(long(p)) }
    if situation.demandeDeDecider { return .advise(decide) }
    return situation.ordonne ? .advise(order) : .allow
  }

  private static let empty = motif(
    Phrase("Votre message est encore vide.", "Your message is still empty."),
    issue: Phrase(
      "Commencez par la situation, ou directement par votre question.",
      "Begin with the situation, or directly with your question."))

  private static func long(_ p: Parametres) -> Motif {
    let longueur = p.inWords(longueur)
    return motif(
      Phrase(
        "Votre message dépasse \(longueur.fr).",
        "Your message is longer than \(longueur.en)."),
      issue: Phrase(
        "Gardez l’essentiel, ou envoyez-le en deux fois. Ce que vous avez écrit est toujours là.",
        "Keep the main points, or send it in two parts. What you wrote is still here."))
  }

  private static let decide = motif(
    Phrase(
      "Votre message semble laisser la décision au mentor.",
      "Your message seems to leave the decision to the mentor."),
    issue: Phrase(
      "Dites d’abord ce que vous en pensez, même si c’est hésitant. Vous pouvez aussi l’envoyer ainsi.",
      "First say what you think of it, even if you hesitate. You may also send it like this."))

  private static let order = motif(
    Phrase(
      "Votre réponse dit quoi faire.",
      "Your answer says what to do."),
    issue: Phrase(
      "Une question aiderait peut-être la personne à trouver elle-même. Vous pouvez aussi l’envoyer ainsi.",
      "A question might help the person to find their own way. You may also send it like this."))
}
