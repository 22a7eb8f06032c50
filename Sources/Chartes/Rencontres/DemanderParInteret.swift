import Html
import Temps

/// One asks out of real interest: those who receive give their time.
package enum DemanderParInteret: ArticleJuge {
  package static let cle = "demander-par-interet"
  package static let titre = Phrase("Demander par intérêt", "Ask out of interest")
  package static let raison = Phrase(
    "Les personnes qui vous reçoivent offrent leur temps. Le demander pour de bon, c’est déjà les remercier.",
    "The people who receive you offer their time. To ask for it in earnest is already to thank them.")

  package static let motivation = Parametre(
    "demander-par-interet.motivation",
    Phrase("La longueur minimale de la motivation", "The least length of the motivation"),
    .caracteres, defaut: 40, bornes: 0...400)
  package static let ouvertes = Parametre(
    "demander-par-interet.ouvertes",
    Phrase("Le nombre de demandes ouvertes à la fois", "The number of requests open at once"),
    .nombre, defaut: 3, bornes: 1...20)
  package static let delai = Parametre(
    "demander-par-interet.delai",
    Phrase("Le délai de réponse à une demande", "The time to answer a request"),
    .jours, defaut: 5, bornes: 1...30)
  /// What holds for an expert who has chosen no other.
  package static let plafond = Parametre(
    "demander-par-interet.plafond",
    Phrase("Le plafond de rencontres par mois", "The ceiling of meetings per month"),
    .nombre, defaut: 4, bornes: 1...60)
  package static let prevenance = Parametre(
    "demander-par-interet.prevenance",
    Phrase("Le temps minimal entre la demande et la rencontre", "The least time between request and meeting"),
    .heures, defaut: 24, bornes: 1...336)
  package static let parametres = [motivation, ouvertes, delai, plafond, prevenance]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur: explorer(p)
    case .expert: expert(p)
    case .conseiller:
      Phrase(
        fr: """
          Vous aidez chaque personne à choisir les rencontres qui comptent pour son projet, dans la limite de \
          \(requests(p[ouvertes]).fr) à la fois. Vous ne demandez pas à sa place.
          """,
        en: """
          You help each person to choose the meetings that matter to their project, within \
          \(requests(p[ouvertes]).en) at once. You do not ask in their place.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous fixez les limites qui ménagent le temps des bénévoles, et celles qui donnent à chaque demande sa \
          réponse. Vous en dites les raisons à qui les demande.
          """,
        en: """
          You set the limits that spare the volunteers’ time, and those that give each request its answer. You give \
          their reasons to anyone who asks.
          """)
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  private static func explorer(_ p: Parametres) -> Phrase {
    let (delai, prevenance, marge) = (p.inWords(delai), p.inWords(prevenance), margeInWords(p))
    let (requests, length) = (requests(p[ouvertes]), lengthInWords(p))
    return Phrase(
      fr: """
        Vous demandez une rencontre parce que le métier vous attire, et vous dites pourquoi\(length.fr). Vous gardez \
        au plus \(requests.fr), une seule par personne, et vous demandez au moins \(prevenance.fr) avant la \
        rencontre. Sans réponse au bout de \(delai.fr), ou \(marge.fr) avant la rencontre si cela vient plus tôt, \
        votre demande prend fin.
        """,
      en: """
        You ask for a meeting because the job attracts you, and you say why\(length.en). You keep at most \
        \(requests.en), only one to each person, and you ask at least \(prevenance.en) before the meeting. Without \
        an answer after \(delai.en), or \(marge.en) before the meeting if that comes sooner, your request ends.
        """)
  }

  private static func expert(_ p: Parametres) -> Phrase {
    let (delai, marge, meetings) = (p.inWords(delai), margeInWords(p), meetings(p[plafond]))
    return Phrase(
      fr: """
        Vous répondez à une demande dans un délai de \(delai.fr), et au plus tard \(marge.fr) avant la \
        rencontre\u{a0}; dire non est une réponse. Vous recevez au plus \(meetings.fr) par mois, sauf si vous \
        choisissez un autre plafond.
        """,
      en: """
        You answer a request within \(delai.en), and at the latest \(marge.en) before the meeting; a no is an \
        answer. You receive at most \(meetings.en) per month, unless you choose another ceiling.
        """)
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Le nombre de demandes ouvertes est limité, avec une seule par personne sollicitée.",
        "The number of open requests is limited, with only one to each person asked."),
      preuve: "le budget de demandes ouvertes est tenu"),
    .byCode(
      Phrase(
        "Le plafond du mois tient, même quand plusieurs demandes arrivent au même instant.",
        "The month’s ceiling holds, even when several requests arrive at the same instant."),
      preuve: "le plafond mensuel tient sous des demandes simultanées"),
    .byCode(
      Phrase(
        "Une demande restée sans réponse prend fin avec un mot d’explication, et le créneau redevient libre.",
        "A request left without an answer ends with a word of explanation, and the slot is free again."),
      preuve: "une demande sans réponse expire avec un mot et libère le créneau"),
    .notYet(Phrase("Se mettre en pause d’un seul geste.", "Taking a break in one step.")),
    .notYet(Phrase("Fixer aussi un plafond par semaine.", "Setting a ceiling per week too.")),
  ]
}

extension DemanderParInteret {
  package struct Situation: Sendable {
    /// As it was typed.
    package let motivation: String
    /// The requests of this explorer that wait for an answer, without this one.
    package let ouvertes: Int
    /// Whether one of them waits for this same expert.
    package let dejaDemandee: Bool
    /// What this expert already has in the month of the meeting: meetings agreed and requests waiting.
    package let ceMois: Int
    /// The ceiling this expert chose; nil when they left it to the charter.
    package let plafond: Int?
    /// When the meeting would begin.
    package let debut: Instant
    package let now: Instant

    package init(
      motivation: String, ouvertes: Int, dejaDemandee: Bool, ceMois: Int, plafond: Int?, debut: Instant, now: Instant
    ) {
      self.motivation = motivation
      self.ouvertes = ouvertes
      self.dejaDemandee = dejaDemandee
      self.ceMois = ceMois
      self.plafond = plafond
      self.debut = debut
      self.now = now
    }
  }

  /// When a request without an answer ends: after the time to answer, or `marge` before the meeting, whichever
  /// is sooner. Always later than `envoi` for a request that `judge` let pass.
  package static func echeance(envoi: Instant, debut: Instant, _ p: Parametres) -> Instant {
    min(envoi + .days(p[delai]), debut - marge(p))
  }

  /// What is left between the end of a request and its meeting, so that both sides can be told:
  /// half of the least time to ask, whatever a programme sets it to. 12 hours by default.
  package static func marge(_ p: Parametres) -> Duration { .minutes(p[prevenance] * 30) }

  /// Holds a request back for the first of the reasons of `examine`.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    .strictest(examine(situation, p))
  }

  /// Every reason to hold the request back, each with its way out, so that a page can say them all at once.
  package static func examine(_ situation: Situation, _ p: Parametres) -> [Verdict] {
    let ceiling = situation.plafond ?? p[plafond]
    let written = length(situation.motivation)
    let left = situation.debut - situation.now
    var reasons: [Motif] = []
    if written < p[motivation] { reasons.append(tooShort(written, p)) }
    if situation.dejaDemandee { reasons.append(alreadyAsked) }
    if situation.ouvertes >= p[ouvertes] { reasons.append(tooMany(situation.ouvertes, p)) }
    if situation.ceMois >= ceiling { reasons.append(full(ceiling)) }
    if left < .hours(p[prevenance]) { reasons.append(left <= .zero ? past : tooSoon(p)) }
    return reasons.map { .refuse($0) }
  }

  /// Characters, a run of spaces or line breaks counting for one.
  private static func length(_ motivation: String) -> Int {
    motivation.split(whereSeparator: \.isWhitespace).joined(separator: " ").count
  }
}

extension DemanderParInteret {
  private static func tooShort(_ written: Int, _ p: Parametres) -> Motif {
    let (has, asks) = (motivation.inWords(written), p.inWords(motivation))
    return motif(
      Phrase(
        "Votre motivation compte \(has.fr), et la charte en prévoit au moins \(asks.fr).",
        "Your motivation is \(has.en) long, and the charter asks for at least \(asks.en)."),
      issue: Phrase(
        "Dites ce qui vous attire dans ce métier, ou ce que vous aimeriez comprendre.",
        "Say what attracts you to this job, or what you would like to understand."))
  }

  private static let alreadyAsked = motif(
    Phrase(
      "Une de vos demandes attend déjà la réponse de cette personne.",
      "One of your requests is already waiting for this person’s answer."),
    issue: Phrase(
      "Attendez sa réponse, ou retirez cette demande pour en écrire une autre.",
      "Wait for their answer, or withdraw that request to write another."))

  private static func tooMany(_ open: Int, _ p: Parametres) -> Motif {
    let open = requests(open)
    return motif(
      Phrase(
        "Vous avez \(open.fr), et la charte en prévoit \(p[ouvertes]) au plus.",
        "You have \(open.en), and the charter allows \(p[ouvertes]) at most."),
      issue: Phrase(
        "Attendez une réponse, ou retirez une demande qui compte moins pour vous.",
        "Wait for an answer, or withdraw a request that matters less to you."))
  }

  private static func full(_ ceiling: Int) -> Motif {
    let meetings = meetings(ceiling)
    return motif(
      Phrase(
        "Cette personne accepte au plus \(meetings.fr) par mois, et ce mois est complet.",
        "This person accepts at most \(meetings.en) a month, and this month is full."),
      issue: Phrase(
        "Choisissez un créneau d’un autre mois, ou une autre personne du même métier.",
        "Choose a slot in another month, or another person in the same job."))
  }

  private static func tooSoon(_ p: Parametres) -> Motif {
    let prevenance = p.inWords(prevenance)
    return motif(
      Phrase(
        "Ce créneau commence dans moins de \(prevenance.fr).",
        "This slot begins in less than \(prevenance.en)."),
      issue: laterSlot)
  }

  private static let past = motif(
    Phrase("L’heure de ce créneau est passée.", "The time of this slot has passed."), issue: laterSlot)

  private static let laterSlot = Phrase(
    "Choisissez un créneau plus lointain, pour laisser le temps de vous répondre.",
    "Choose a later slot, to leave time for an answer.")

  private static func requests(_ count: Int) -> Phrase {
    .count(count, Phrase("demande ouverte", "open request"), Phrase("demandes ouvertes", "open requests"))
  }

  private static func meetings(_ count: Int) -> Phrase {
    .count(count, Phrase("rencontre", "meeting"), Phrase("rencontres", "meetings"))
  }

  /// ", en au moins 40 caractères"; nothing when a programme asks for no length.
  private static func lengthInWords(_ p: Parametres) -> Phrase {
    guard p[motivation] > 0 else { return Phrase("", "") }
    let length = p.inWords(motivation)
    return Phrase(", en au moins \(length.fr)", ", in at least \(length.en)")
  }

  /// "12 heures", "30 minutes", "1 heure et 30 minutes".
  private static func margeInWords(_ p: Parametres) -> Phrase {
    let hours = prevenance.inWords(p[prevenance] / 2)
    guard !p[prevenance].isMultiple(of: 2) else { return hours }
    guard p[prevenance] > 1 else { return Phrase("30\u{a0}minutes", "30\u{a0}minutes") }
    return Phrase("\(hours.fr) et 30\u{a0}minutes", "\(hours.en) and 30\u{a0}minutes")
  }
}
