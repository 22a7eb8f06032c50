import Html
import Temps

/// After the meeting, one writes down what it gave.
package enum FaireSonBilan: ArticleJuge {
  package static let cle = "faire-son-bilan"
  package static let titre = Phrase("Faire son bilan", "Write your review")
  package static let raison = Phrase(
    "Quelques mots écrits après la rencontre vous aident à choisir la suite, et aident les autres à vous accompagner.",
    "A few words written after the meeting help you to choose what comes next, and help others to support you.")

  package static let delai = Parametre(
    "faire-son-bilan.delai", Phrase("Le temps laissé pour écrire le bilan", "The time given to write the review"),
    .jours, defaut: 7, bornes: 1...60)
  package static let parametres = [delai]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let delai = p.inWords(delai)
    return switch role {
    case .explorateur:
      Phrase(
        fr: """
          Vous écrivez votre bilan au plus tard \(delai.fr) après la rencontre. Vous pouvez le commencer, le laisser \
          et le reprendre. Passé ce temps, vous l’écrivez avant de demander une nouvelle rencontre.
          """,
        en: """
          You write your review at the latest \(delai.en) after the meeting. You can begin it, leave it and come \
          back to it. Beyond that time, you write it before you ask for a new meeting.
          """)
    case .expert: nil
    case .conseiller:
      Phrase(
        fr: """
          Vous lisez les bilans des personnes que vous suivez, et vous y répondez. Quand un bilan tarde au-delà de \
          \(delai.fr), vous proposez de l’écrire ensemble.
          """,
        en: """
          You read the reviews of the people you follow, and you answer them. When a review takes longer than \
          \(delai.en), you offer to write it together.
          """)
    case .coordinateur:
      Phrase(
        "Vous fixez le temps laissé pour le bilan, et vous veillez à ce que chaque bilan trouve une réponse.",
        "You set the time given for the review, and you see to it that each review finds an answer.")
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Un bilan en retard retient votre prochaine demande. Dès qu’il est écrit, elle peut partir.",
        "A late review holds back your next request. Once it is written, the request can leave."),
      preuve: "un bilan en retard retient une nouvelle demande, et l’écrire la libère", source: .maison),
    .byCode(
      Phrase(
        "Un bilan commencé se retrouve tel que vous l’avez laissé.",
        "A review you have begun is there again, as you left it."),
      preuve: "le brouillon du bilan se retrouve"),
    .byCode(
      Phrase(
        "La personne qui vous conseille lit votre bilan et peut y répondre.",
        "Your counsellor reads your review and can answer it."),
      preuve: "la conseillère lit le bilan et répond"),
  ]
}

extension FaireSonBilan {
  package struct Situation: Sendable {
    /// When each review not yet written is due, in any order: see `echeance`.
    package let attendus: [Instant]
    package let now: Instant

    package init(attendus: [Instant], now: Instant) {
      self.attendus = attendus
      self.now = now
    }
  }

  /// When the review of a meeting that ended at `fin` is due.
  package static func echeance(fin: Instant, _ p: Parametres) -> Instant { fin + .days(p[delai]) }

  /// Holds a new request back while a review is overdue; at its very due time, it is not yet.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    let late = situation.attendus.filter { $0 < situation.now }
    guard let oldest = late.min() else { return .allow }
    let days = (situation.now - oldest).milliseconds / Duration.days(1).milliseconds
    return .refuse(overdue(late.count, since: Int(days)))
  }

  private static func overdue(_ count: Int, since days: Int) -> Motif {
    let reviews = Phrase.count(count, Phrase("bilan reste", "review is"), Phrase("bilans restent", "reviews are"))
    let late = days == 0 ? Phrase("", "") : waiting(delai.inWords(days))
    return motif(
      Phrase("\(reviews.fr) à écrire\(late.fr).", "\(reviews.en) still to be written\(late.en)."),
      issue: Phrase(
        "Quelques lignes suffisent. Aussitôt après, vous pourrez demander une nouvelle rencontre.",
        "A few lines are enough. Straight after that, you can ask for a new meeting."))
  }

  private static func waiting(_ days: Phrase) -> Phrase {
    Phrase("\u{a0}: le temps prévu est passé depuis \(days.fr)", ": the time given ended \(days.en) ago")
  }
}
