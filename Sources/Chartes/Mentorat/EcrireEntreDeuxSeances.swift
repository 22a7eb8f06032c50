import Html
import Temps

/// One writes between two sessions: a tool to work with, at nobody's call.
package enum EcrireEntreDeuxSeances: ArticleJuge {
  package static let cle = "ecrire-entre-deux-seances"
  package static let titre = Phrase("Écrire entre deux séances", "Write between two sessions")
  package static let raison = Phrase(
    "Ce que l’on écrit prépare la prochaine séance. Ce n’est ni une messagerie, ni un numéro d’urgence.",
    "What is written prepares the next session. It is neither a chat nor an emergency line.")

  package static let intervalle = Parametre(
    "ecrire-entre-deux-seances.intervalle",
    Phrase("L’intervalle le plus long entre deux séances", "The longest time between two sessions"),
    .jours, defaut: 42, bornes: 7...180)
  package static let duree = Parametre(
    "ecrire-entre-deux-seances.duree", Phrase("La durée d’une séance", "The length of a session"),
    .minutes, defaut: 60, bornes: 15...180, pas: 15)
  package static let binomes = Parametre(
    "ecrire-entre-deux-seances.binomes",
    Phrase("Le nombre de binômes par mentor", "The number of pairs for each mentor"),
    .nombre, defaut: 5, bornes: 1...20)
  package static let messages = Parametre(
    "ecrire-entre-deux-seances.messages",
    Phrase("Le nombre de messages par ouverture", "The number of messages for each opening"),
    .nombre, defaut: 3, bornes: 1...10)
  package static let parametres = [intervalle, duree, binomes, messages]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (intervalle, duree) = (p.inWords(intervalle), p.inWords(duree))
    let (binomes, messages) = (p.inWords(binomes), letters(p[messages]))
    let pairs = pairs(p[Self.binomes])
    return switch role {
    case .accompagne:
      Phrase(
        fr: """
          Vous écrivez entre deux séances datées, de \(duree.fr) chacune et séparées de \(intervalle.fr) au plus. \
          Ce qui presse, ou ce qui est privé, se dit ailleurs. Chaque ouverture reçoit au plus \
          \(messages.fr) de vous\u{a0}: la suite attend l’ouverture d’après.
          """,
        en: """
          You write between two dated sessions, of \(duree.en) each and at most \(intervalle.en) apart. What is \
          urgent, or private, is said elsewhere. Each opening takes at most \(messages.en) from you: the rest waits \
          for the opening after.
          """)
    case .mentor:
      Phrase(
        fr: """
          Vous accompagnez au plus \(pairs.fr), et chaque personne vous envoie au plus \(messages.fr) par \
          ouverture. Vous gardez des séances de \(duree.fr), séparées de \(intervalle.fr) au plus. Chaque intervalle \
          se ferme par une synthèse, en séance.
          """,
        en: """
          You accompany at most \(pairs.en), and each person sends you at most \(messages.en) for each \
          opening. You keep sessions of \(duree.en), at most \(intervalle.en) apart. Each interval closes with a \
          summary, in session.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous formez les binômes, \(binomes.fr) au plus pour un même mentor. Vous voyez qu’un binôme existe, qu’il a \
          signé, et la date de sa prochaine séance\u{a0}: rien d’autre.
          """,
        en: """
          You form the pairs, at most \(binomes.en) for the same mentor. You see that a pair exists, that it has \
          signed, and the date of its next session: nothing else.
          """)
    case .explorateur, .expert, .conseiller, .conseillerNumerique: nil
    }
  }

  private static func pairs(_ count: Int) -> Phrase {
    .count(count, Phrase("binôme", "pair"), Phrase("binômes", "pairs"))
  }

  private static func letters(_ count: Int) -> Phrase {
    .count(count, Phrase("message", "message"), Phrase("messages", "messages"))
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "On écrit entre deux séances datées. Le fil se ferme à la séance, puis rouvre avec une synthèse et une date.",
        "One writes between two dated sessions. The thread closes at the session, then opens again with a summary "
          + "and a date."),
      preuve: "le fil ouvre après une séance et se ferme à la suivante"),
    .byCode(
      Phrase(
        "Personne ne voit si l’autre est là, s’il écrit, ni quand il a lu.",
        "Nobody sees whether the other is there, is writing, or when they read."),
      preuve: "rien ne dit à l’un si l’autre est là ou s’il a lu"),
    .byCode(
      Phrase(
        "Le nombre de binômes d’un mentor et celui des messages par ouverture sont bornés, et montrés.",
        "A mentor’s number of pairs and the number of messages for each opening are bounded, and shown."),
      preuve: "la charge du mentor est bornée"),
    .byCode(
      Phrase(
        "«\u{a0}À reprendre en séance\u{a0}» est une réponse à part entière.",
        "“For our next session” is an answer in its own right."),
      preuve: "à reprendre en séance est une réponse à part entière"),
    .byCode(
      Phrase(
        "La coordination voit qu’un binôme existe, qu’il a signé, et la date de sa prochaine séance. Rien d’autre.",
        "The coordinator sees that a pair exists, that it has signed, and the date of its next session. Nothing else."),
      preuve: "la coordination voit qu’un binôme existe, et rien de ce qu’il s’écrit"),
  ]
}

extension EcrireEntreDeuxSeances {
  package enum Situation: Sendable, Equatable {
    /// Writing a message: where the thread stands.
    case ecrire(Fil, now: Instant)
    /// Writing one more message: how many of one's own already wait.
    case ajouter(enAttente: Int)
    /// Forming one more pair: how many the mentor has already.
    case former(binomes: Int)
  }

  /// The thread of a pair, as its sessions make it.
  package struct Fil: Sendable, Equatable {
    /// When the last session that was held began; nil before the first one.
    package let precedente: Instant?
    /// The next session that both agreed on; nil when none is dated.
    package let prochaine: Instant?
    /// The session of this moment closed an interval, and nobody has written its summary yet.
    package let syntheseAttendue: Bool

    package init(precedente: Instant?, prochaine: Instant?, syntheseAttendue: Bool) {
      self.precedente = precedente
      self.prochaine = prochaine
      self.syntheseAttendue = syntheseAttendue
    }
  }

  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    switch situation {
    case .ajouter(let waiting): waiting < openings * p[messages] ? .allow : .refuse(queue)
    case .former(let binomes): binomes < p[Self.binomes] ? .allow : .refuse(full(p))
    case .ecrire(let fil, let now): judge(fil, at: now, p)
    }
  }

  /// So many openings may be filled in advance: further ahead, one writes to nobody.
  private static let openings = 4

  /// When a session that begins then is over.
  package static func fin(_ debut: Instant, _ p: Parametres) -> Instant { debut + .minutes(p[duree]) }

  private static func judge(_ fil: Fil, at now: Instant, _ p: Parametres) -> Verdict {
    guard let precedente = fil.precedente else {
      return fil.prochaine.map { .defer(until: fin($0, p), first) } ?? .refuse(undated)
    }
    if now < fin(precedente, p) { return .defer(until: fin(precedente, p), inSession) }
    if fil.syntheseAttendue { return .refuse(summary) }
    return fil.prochaine == nil ? .refuse(undated) : .allow
  }

  private static func full(_ p: Parametres) -> Motif {
    let binomes = p.inWords(binomes)
    return motif(
      Phrase(
        "Ce mentor a déjà le plus grand nombre de binômes prévu\u{a0}: \(binomes.fr).",
        "This mentor already has the greatest number of pairs agreed: \(binomes.en)."),
      issue: Phrase(
        "Choisissez une autre personne, ou attendez qu’un binôme se termine.",
        "Choose somebody else, or wait until a pair comes to an end."))
  }

  private static let queue = motif(
    Phrase("Beaucoup de vos messages attendent déjà.", "Many of your messages are already waiting."),
    issue: Phrase(
      "Complétez l’un d’eux, ou gardez le reste pour votre prochaine séance.",
      "Add to one of them, or keep the rest for your next session."))

  private static let first = motif(
    Phrase(
      "Le fil s’ouvre après votre première séance.",
      "The thread opens after your first session."),
    issue: Phrase(
      "Notez vos idées pour la séance\u{a0}: vous pourrez écrire ici dès qu’elle sera passée.",
      "Note your ideas for the session: you can write here as soon as it is over."))

  private static let inSession = motif(
    Phrase(
      "C’est l’heure de votre séance\u{a0}: le fil est fermé pendant que vous vous parlez.",
      "It is time for your session: the thread is closed while you talk."),
    issue: Phrase(
      "Dites-le de vive voix. Le fil rouvre ensuite, avec votre synthèse.",
      "Say it in person. The thread opens again afterwards, with your summary."))

  private static let summary = motif(
    Phrase(
      "Une séance vient de fermer votre échange\u{a0}: sa synthèse n’est pas encore écrite.",
      "A session has closed your exchange: its summary is not written yet."),
    issue: Phrase(
      "Écrivez ensemble, en quelques lignes, ce que vous en gardez. Le fil rouvre aussitôt.",
      "Write together, in a few lines, what you keep of it. The thread opens again at once."))

  private static let undated = motif(
    Phrase(
      "Votre prochaine séance n’a pas encore de date.",
      "Your next session has no date yet."),
    issue: Phrase(
      "Proposez une date\u{a0}: le fil ouvre dès que vous l’avez convenue tous les deux.",
      "Suggest a date: the thread opens as soon as you have both agreed on it."))
}
