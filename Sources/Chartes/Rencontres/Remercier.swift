import Html

/// One thanks the person who gave their time.
package enum Remercier: ArticleJuge {
  package static let cle = "remercier"
  package static let titre = Phrase("Remercier", "Say thank you")
  package static let raison = Phrase(
    "Quelqu’un vous a donné de son temps. Un mot suffit pour le lui rendre un peu.",
    "Someone gave you some of their time. A word is enough to give a little back.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur:
      Phrase(
        fr: """
          À la fin de votre bilan, vous adressez un merci à la personne qui vous a ouvert son métier. Un mot vous \
          est proposé, et vous pouvez le dire à votre façon.
          """,
        en: """
          At the end of your review, you send a thank-you to the person who opened their job to you. A wording is \
          offered, and you can say it your own way.
          """)
    case .expert: nil
    case .conseiller:
      Phrase(
        "Vous voyez que le merci a été dit, et vous aidez à trouver les mots quand ils manquent.",
        "You see that thanks were given, and you help to find the words when they are missing.")
    case .coordinateur:
      Phrase(
        "Vous remerciez, au nom du programme, les personnes qui donnent de leur temps.",
        "You thank, on behalf of the programme, the people who give their time.")
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Le merci écrit avec le bilan arrive à la personne rencontrée.",
        "The thank-you written with the review reaches the person you met."),
      preuve: "le remerciement arrive chez l’expert"),
    .byCode(
      Phrase(
        "La personne qui vous conseille voit que le merci a été dit.",
        "Your counsellor sees that thanks were given."),
      preuve: "la conseillère lit le bilan et répond"),
  ]
}

extension Remercier {
  package struct Situation: Sendable {
    /// Whether the meeting took place.
    package let tenue: Bool
    /// The thank-you, as it was typed.
    package let mot: String

    package init(tenue: Bool, mot: String) {
      self.tenue = tenue
      self.mot = mot
    }
  }

  /// Holds the review of a meeting that took place until it carries a word of thanks.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    let silent = situation.mot.allSatisfy { !$0.isLetter && !$0.isSymbol }
    return situation.tenue && silent ? .refuse(missing) : .allow
  }

  private static let missing = motif(
    Phrase(
      "Votre mot de remerciement est encore vide.",
      "Your word of thanks is still empty."),
    issue: Phrase(
      "Gardez le mot proposé, ou écrivez le vôtre. Un simple merci fait plaisir.",
      "Keep the wording offered, or write your own. A simple thank-you means a lot."))
}
