import Html
import Temps

/// One comes on the day and at the hour, and gives notice early.
package enum TenirSesRendezVous: ArticleJuge {
  package static let cle = "tenir-ses-rendez-vous"
  package static let titre = Phrase("Tenir ses rendez-vous", "Keep appointments")
  package static let raison = Phrase(
    "Quelqu’un a gardé ce moment pour vous. Prévenir tôt, c’est le lui rendre.",
    "Someone has kept this moment for you. To give notice early is to give it back.")

  package static let preavis = Parametre(
    "tenir-ses-rendez-vous.preavis", Phrase("Le délai pour prévenir", "The notice to give"),
    .heures, defaut: 24, bornes: 1...168)
  package static let duree = Parametre(
    "tenir-ses-rendez-vous.duree", Phrase("La durée d’une rencontre", "The length of a meeting"),
    .minutes, defaut: 45, bornes: 15...120, pas: 15)
  package static let avance = Parametre(
    "tenir-ses-rendez-vous.avance", Phrase("L’ouverture de la salle à l’avance", "The early opening of the room"),
    .minutes, defaut: 15, bornes: 5...60)
  package static let parametres = [preavis, duree, avance]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (preavis, duree, avance) = (p.inWords(preavis), p.inWords(duree), p.inWords(avance))
    return switch role {
    case .explorateur:
      Phrase(
        fr: """
          Vous venez au jour et à l’heure convenus, pour une rencontre de \(duree.fr)\u{a0}; la salle ouvre \
          \(avance.fr) avant. Si vous ne pouvez pas venir, vous prévenez au moins \(preavis.fr) avant. Plus tard, \
          vous prévenez quand même\u{a0}: l’annulation est notée tardive, ou absence une fois l’heure passée.
          """,
        en: """
          You come on the day and at the time agreed, for a meeting of \(duree.en); the room opens \(avance.en) \
          before. If you cannot come, you say so at least \(preavis.en) before. Later than that, you still say so: \
          the cancellation is noted as late, or as an absence once the time has come.
          """)
    case .expert:
      Phrase(
        fr: """
          Vous gardez libre le créneau que vous avez accepté, \(duree.fr) pour cette personne\u{a0}; la salle ouvre \
          \(avance.fr) avant. En cas d’empêchement, vous prévenez au moins \(preavis.fr) avant. Plus tard, vous \
          prévenez quand même\u{a0}: l’annulation est notée tardive, ou absence une fois l’heure passée.
          """,
        en: """
          You keep free the slot you accepted, \(duree.en) for this person; the room opens \(avance.en) before. If \
          something comes up, you say so at least \(preavis.en) before. Later than that, you still say so: the \
          cancellation is noted as late, or as an absence once the time has come.
          """)
    case .conseiller:
      Phrase(
        fr: """
          Vous aidez les personnes que vous suivez à tenir leurs rendez-vous. Une annulation dite moins de \
          \(preavis.fr) avant est notée tardive\u{a0}; vous écoutez sa raison avant d’en conclure quoi que ce soit.
          """,
        en: """
          You help the people you follow to keep their appointments. A cancellation made less than \(preavis.en) \
          before is noted as late; you listen to its reason before you conclude anything.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous fixez la durée des rencontres, l’ouverture de la salle et le délai pour prévenir. Ce délai est le \
          même des deux côtés de l’écran.
          """,
        en: """
          You set the length of meetings, the opening of the room and the notice to give. This notice is the same \
          on both sides of the screen.
          """)
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byReminder(
      Phrase(
        "Chaque rencontre arrive par courriel, avec sa date pour l’agenda, et un rappel la veille.",
        "Each meeting arrives by e-mail, with its date for the calendar, and a reminder the day before."),
      preuve: "chacun reçoit l’invitation et le rappel de la veille"),
    .byCode(
      Phrase(
        "On peut toujours annuler, avec un mot écrit sur le moment. Le délai signé dit si c’était à temps.",
        "One can always cancel, with a word written on the spot. The signed notice tells whether it was in time."),
      preuve: "une annulation est à temps ou tardive selon le préavis signé"),
    .byCode(
      Phrase("L’arrivée de chacun dans la salle est notée.", "Each arrival in the room is noted."),
      preuve: "les arrivées dans la salle sont notées"),
    .notYet(
      Phrase("Déplacer une rencontre sans l’annuler.", "Moving a meeting without cancelling it.")),
    .notYet(
      Phrase(
        "Dire, des deux côtés, que la rencontre a eu lieu, et pouvoir le contester.",
        "Saying, on both sides, that the meeting took place, and being able to dispute it.")),
    .notYet(
      Phrase(
        "Proposer un créneau libéré aux personnes qui attendent.",
        "Offering a freed slot to the people who are waiting."), source: .maison),
  ]
}

extension TenirSesRendezVous {
  /// How a cancellation stands to the notice that was signed.
  package enum Classe: String, Codable, CaseIterable, Sendable {
    case aTemps, tardive, absence

    package var titre: Phrase {
      switch self {
      case .aTemps: Phrase("À temps", "In time")
      case .tardive: Phrase("Tardive", "Late")
      case .absence: Phrase("Absence", "Absence")
      }
    }
  }

  package struct Situation: Sendable {
    /// When the meeting begins.
    package let debut: Instant
    package let now: Instant

    package init(debut: Instant, now: Instant) {
      self.debut = debut
      self.now = now
    }
  }

  /// The last moment at which a cancellation is in time. The notice counts elapsed hours:
  /// a change of clocks does not shorten it.
  package static func limite(debut: Instant, _ p: Parametres) -> Instant { debut - .hours(p[preavis]) }

  /// When the room opens.
  package static func ouverture(debut: Instant, _ p: Parametres) -> Instant { debut - .minutes(p[avance]) }

  /// When the meeting ends.
  package static func fin(debut: Instant, _ p: Parametres) -> Instant { debut + .minutes(p[duree]) }

  /// In time up to the exact notice, late after it, an absence from the very beginning of the meeting.
  package static func classe(_ situation: Situation, _ p: Parametres) -> Classe {
    if situation.now >= situation.debut { return .absence }
    return situation.now <= limite(debut: situation.debut, p) ? .aTemps : .tardive
  }

  /// Never holds a cancellation back: says how it will be noted.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    switch classe(situation, p) {
    case .aTemps: .allow
    case .tardive: .advise(late(p))
    case .absence: .advise(absent)
    }
  }

  private static func late(_ p: Parametres) -> Motif {
    let preavis = p.inWords(preavis)
    return motif(
      Phrase(
        "La rencontre commence dans moins de \(preavis.fr)\u{a0}: cette annulation sera notée tardive.",
        "The meeting begins in less than \(preavis.en): this cancellation will be noted as late."),
      issue: Phrase(
        "Vous pouvez annuler maintenant. Un mot à la personne qui vous attend lui simplifiera la journée.",
        "You can cancel now. A word to the person who expects you will make their day easier."))
  }

  private static let absent = motif(
    Phrase(
      "L’heure de la rencontre est passée\u{a0}: cette annulation sera notée comme une absence.",
      "The time of the meeting has passed: this cancellation will be noted as an absence."),
    issue: Phrase(
      "Vous pouvez annuler maintenant. Quelques mots d’explication seront lus.",
      "You can cancel now. A few words of explanation will be read."))
}
