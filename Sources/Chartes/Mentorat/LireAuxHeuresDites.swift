import Html
import Temps

/// A mentor reads at set hours, and an answer takes its time.
package enum LireAuxHeuresDites: ArticleJuge {
  package static let cle = "lire-aux-heures-dites"
  package static let titre = Phrase("Lire aux heures dites", "Read at the hours agreed")
  package static let raison = Phrase(
    "Le temps qui passe fait partie du travail\u{a0}: il laisse réfléchir, des deux côtés.",
    "The time that passes is part of the work: it leaves room to think, on both sides.")

  package static let ouverture = Parametre(
    "lire-aux-heures-dites.ouverture", Phrase("L’heure d’ouverture au plus tôt", "The earliest opening hour"),
    .horloge, defaut: 8, bornes: 5...11)
  package static let fermeture = Parametre(
    "lire-aux-heures-dites.fermeture", Phrase("L’heure de fermeture au plus tard", "The latest closing hour"),
    .horloge, defaut: 18, bornes: 14...22)
  package static let delai = Parametre(
    "lire-aux-heures-dites.delai", Phrase("Le temps de réflexion au moins", "The least time for thought"),
    .heures, defaut: 2, bornes: 1...20)
  package static let parametres = [ouverture, fermeture, delai]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (ouverture, fermeture, delai) = (p.inWords(ouverture), p.inWords(fermeture), p.inWords(delai))
    return switch role {
    case .accompagne:
      Phrase(
        fr: """
          Vous écrivez quand vous voulez. Votre message reste entre vos mains jusqu’à l’ouverture, du lundi au \
          vendredi, entre \(ouverture.fr) et \(fermeture.fr), à l’heure du mentor. Une réponse vient après \
          \(delai.fr) d’ouverture au moins\u{a0}: vous savez toujours quand.
          """,
        en: """
          You write whenever you like. Your message stays in your hands until the opening, Monday to Friday, between \
          \(ouverture.en) and \(fermeture.en), mentor’s time. An answer comes after at least \(delai.en) of opening \
          time: you always know when.
          """)
    case .mentor:
      Phrase(
        fr: """
          Vous lisez et vous répondez du lundi au vendredi, entre \(ouverture.fr) et \(fermeture.fr), aux heures \
          convenues à deux, hors jours fériés et absences. Votre réponse part après \(delai.fr) d’ouverture au moins. En \
          dehors, rien ne vous est montré et rien ne vous appelle.
          """,
        en: """
          You read and answer Monday to Friday, between \(ouverture.en) and \(fermeture.en), at the hours agreed \
          together, public holidays and absences apart. Your answer leaves after at least \(delai.en) of opening \
          time. Outside them, nothing is shown to you and nothing calls you.
          """)
    case .coordinateur:
      Phrase(
        "Vous ne demandez à personne de lire ou de répondre en dehors des heures dites.",
        "You ask nobody to read or answer outside the hours agreed.")
    case .explorateur, .expert, .conseiller, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Un message attend l’ouverture entre les mains de son auteur, qui peut le changer ou le retirer.",
        "A message waits for the opening in its author’s hands, who may change it or take it back."),
      preuve: "un message attend l’ouverture et se change jusque-là"),
    .byCode(
      Phrase(
        "Hors des heures dites, le mentor ne voit rien, pas même qu’un message l’attend.",
        "Outside the hours agreed, the mentor sees nothing, not even that a message is waiting."),
      preuve: "hors des heures dites, la vue du mentor est close"),
    .byCode(
      Phrase(
        "Une réponse part dans les heures dites, après le temps de réflexion signé, compté en heures ouvertes.",
        "An answer leaves within the hours agreed, after the signed time for thought, counted in opening hours."),
      preuve: "une réponse ne part jamais avant le temps de réflexion"),
    .byCode(
      Phrase(
        "Jours fériés du territoire, absences et changements d’heure comptent. Chaque page dit quand on sera lu.",
        "Local public holidays, absences and clock changes count. Every page says when one will be read."),
      preuve: "chaque message dit quand il sera lu, à l’heure de qui le lit"),
    .byCode(
      Phrase(
        "Hors des heures dites, rien n’appelle le mentor. À l’ouverture, un seul e-mail annonce ce qui attend.",
        "Outside the hours agreed, nothing calls the mentor. At the opening, one e-mail says that something waits."),
      preuve: "une seule annonce part à l’ouverture, aucune en dehors"),
  ]
}

extension LireAuxHeuresDites {
  package struct Situation: Sendable {
    package let now: Instant
    /// When the reader is open.
    package let horaire: Horaire
    /// When what is being answered arrived; nil for a message that answers nothing.
    package let question: Instant?
    /// Opening time to let pass after it.
    package let delai: Duration
    /// The beginnings of the windows that hold as many messages as they may.
    package let pleines: Set<Instant>

    package init(
      now: Instant, horaire: Horaire, question: Instant? = nil, delai: Duration = .zero, pleines: Set<Instant> = []
    ) {
      self.now = now
      self.horaire = horaire
      self.question = question
      self.delai = delai
      self.pleines = pleines
    }
  }

  /// When a message arrives: in an open window with room left, never before the time for thought; nil when there is no
  /// such moment in sight.
  package static func arrivee(_ situation: Situation) -> Instant? {
    guard let ready = ready(situation) else { return nil }
    let from = max(situation.now, ready)
    return situation.horaire.windows(from: from).first { !situation.pleines.contains($0.lowerBound) }
      .map { max($0.lowerBound, from) }
  }

  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    guard let arrivee = arrivee(situation) else { return .refuse(never) }
    if arrivee <= situation.now { return .allow }
    return .defer(until: arrivee, reason(situation))
  }

  /// When the time for thought has gone by: at once where nothing is answered; nil when it never will.
  private static func ready(_ situation: Situation) -> Instant? {
    guard let question = situation.question else { return situation.now }
    return situation.horaire.moment(after: situation.delai, from: question)
  }

  private static func reason(_ situation: Situation) -> Motif {
    if let ready = ready(situation), ready > situation.now { return ripens }
    return situation.horaire.isOpen(at: situation.now) ? full : waits
  }

  private static let waits = motif(
    Phrase(
      "Un message arrive aux heures convenues.",
      "A message arrives at the hours agreed."),
    issue: Phrase(
      "Votre message reste entre vos mains jusque-là\u{a0}: vous pouvez le changer ou le retirer.",
      "Your message stays in your hands until then: you may change it or take it back."))

  private static let ripens = motif(
    Phrase(
      "Une réponse prend le temps de réflexion que vous avez signé.",
      "An answer takes the time for thought that you signed."),
    issue: Phrase(
      "Elle reste entre vos mains jusque-là\u{a0}: vous pouvez la changer ou la retirer.",
      "It stays in your hands until then: you may change it or take it back."))

  private static let full = motif(
    Phrase(
      "Cette ouverture a déjà reçu autant de messages que convenu.",
      "This opening has already had as many messages as agreed."),
    issue: Phrase(
      "Celui-ci reste entre vos mains jusqu’à la suivante\u{a0}: vous pouvez le changer ou le retirer.",
      "This one stays in your hands until the next: you may change it or take it back."))

  private static let never = motif(
    Phrase(
      "Aucune ouverture n’est prévue pour l’instant.",
      "No opening is planned for now."),
    issue: Phrase(
      "Convenez de nouvelles heures à deux, puis écrivez.",
      "Agree on new hours together, then write."))
}
