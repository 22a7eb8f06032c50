import Html

/// One learns about the job and comes with questions of one's own.
package enum PreparerLaRencontre: ArticleJuge {
  package static let cle = "preparer-la-rencontre"
  package static let titre = Phrase("Préparer la rencontre", "Prepare the meeting")
  package static let raison = Phrase(
    "Une question bien préparée mène plus loin qu’un échange improvisé.",
    "A well-prepared question leads further than an improvised exchange.")

  package static let questions = Parametre(
    "preparer-la-rencontre.questions",
    Phrase("Le nombre de questions à préparer", "The number of questions to prepare"),
    .nombre, defaut: 3, bornes: 1...10)
  package static let parametres = [questions]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let questions = Phrase.count(p[questions], Phrase("question", "question"), Phrase("questions", "questions"))
    return switch role {
    case .explorateur:
      Phrase(
        fr: """
          Vous vous renseignez sur le métier. Avant d’envoyer votre demande, vous écrivez au moins \
          \(questions.fr), avec vos mots. Dans la salle, vous les cochez ensemble au fil de l’échange.
          """,
        en: """
          You learn about the job. Before you send your request, you write at least \(questions.en), in your own \
          words. In the room, you tick them off together as you talk.
          """)
    case .expert:
      Phrase(
        fr: """
          Chaque demande vous arrive avec au moins \(questions.fr). Vous les lisez avant la rencontre, et vous y \
          répondez le jour venu.
          """,
        en: """
          Each request reaches you with at least \(questions.en). You read them before the meeting, and you answer on \
          the day.
          """)
    case .conseiller:
      Phrase(
        fr: """
          Vous aidez à trouver des questions, sans les écrire à la place de la personne. Sa demande en comptera au \
          moins \(p[Self.questions]).
          """,
        en: """
          You help to find questions, without writing them in the person’s place. Their request will hold at least \
          \(p[Self.questions]).
          """)
    case .coordinateur:
      Phrase(
        "Vous fixez le nombre de questions à préparer, de quoi nourrir un échange sans décourager personne.",
        "You set the number of questions to prepare, enough to feed an exchange and discourage nobody.")
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "La demande part quand elle compte assez de questions, selon la charte signée.",
        "The request leaves once it holds enough questions, as the signed charter says."),
      preuve: "sans trois questions, la demande ne part pas"),
    .byCode(
      Phrase(
        "Dans la salle, chaque côté voit les questions et peut les cocher.",
        "In the room, each side sees the questions and can tick them."),
      preuve: "les questions se cochent dans la salle, des deux côtés"),
    .notYet(
      Phrase(
        "Préparer ses questions avec sa conseillère ou son conseiller, ou les dicter.",
        "Preparing one’s questions with one’s counsellor, or dictating them.")),
    .notYet(
      Phrase("Prendre des notes que personne d’autre ne lit.", "Taking notes that nobody else reads.")),
  ]
}

extension PreparerLaRencontre {
  package struct Situation: Sendable {
    /// As they were typed, in their order.
    package let questions: [String]

    package init(questions: [String]) { self.questions = questions }
  }

  /// The questions that count: those that say something, each of them once.
  /// Case, spaces and punctuation do not make two questions of one.
  package static func retenues(_ questions: [String]) -> [String] {
    var seen: Set<String> = []
    return questions.filter { question in
      let words = question.lowercased().filter { $0.isLetter || $0.isNumber }
      return !words.isEmpty && seen.insert(words).inserted
    }
  }

  /// Holds a request back until it has enough questions, and says how many are missing.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    let missing = p[questions] - retenues(situation.questions).count
    return missing > 0 ? .refuse(lacking(missing)) : .allow
  }

  private static func lacking(_ missing: Int) -> Motif {
    let questions = Phrase.count(missing, Phrase("question", "question"), Phrase("questions", "questions"))
    return motif(
      Phrase(
        "Il vous reste \(questions.fr) à écrire avant d’envoyer.",
        "You have \(questions.en) left to write before sending."),
      issue: Phrase(
        "Écrivez ce que vous aimeriez vraiment savoir. Une question répétée ne compte qu’une fois.",
        "Write what you would really like to know. A question repeated counts only once."))
  }
}
