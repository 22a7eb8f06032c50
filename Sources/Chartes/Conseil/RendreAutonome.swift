import Html

/// One helps so that the person can do without help: alone, or in a group that learns together.
package enum RendreAutonome: ArticleJuge {
  package static let cle = "rendre-autonome"
  package static let titre = Phrase("Rendre autonome", "Help people do it themselves")
  package static let raison = Phrase(
    "Ce que l’on a fait de sa main, on sait le refaire. Et l’on apprend bien à plusieurs.",
    "What one has done with one’s own hand, one can do again. And people learn well together.")

  package static let places = Parametre(
    "rendre-autonome.places",
    Phrase("Le nombre de places d’un atelier au plus", "The greatest number of seats in a workshop"),
    .nombre, defaut: 12, bornes: 2...500)
  package static let attente = Parametre(
    "rendre-autonome.attente",
    Phrase("Le nombre de personnes en liste d’attente au plus", "The greatest number of people on a waiting list"),
    .nombre, defaut: 10, bornes: 1...100)
  package static let suite = Parametre(
    "rendre-autonome.suite",
    Phrase("Le nombre de fois de suite avant un conseil", "The number of times in a row before advice is given"),
    .nombre, defaut: 3, bornes: 2...10)
  package static let parametres = [places, attente, suite]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (seats, people, times) = (seats(p), people(p), times(p))
    return switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous faites avec la personne plutôt qu’à sa place\u{a0}; au bout de \(times.fr) de suite à sa place, un \
          conseil vous le rappelle. Vos ateliers ont \(seats.fr) au plus, et leur liste d’attente \(people.fr) au \
          plus. Entre deux ateliers, vous aidez le groupe à continuer.
          """,
        en: """
          You do things with the person rather than for them; after \(times.en) in a row for them, a word of advice \
          reminds you. Your workshops have at most \(seats.en), and their waiting list at most \(people.en). Between \
          two workshops, you help the group to carry on.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous donnez aux ateliers une salle, du matériel et des heures où l’on peut venir. Vous laissez à l’équipe \
          le temps d’apprendre aux gens plutôt que de faire à leur place.
          """,
        en: """
          You give the workshops a room, equipment and hours when people can come. You leave the team time to teach \
          people rather than do things for them.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  private static func seats(_ p: Parametres) -> Phrase {
    .count(p[places], Phrase("place", "seat"), Phrase("places", "seats"))
  }

  private static func people(_ p: Parametres) -> Phrase {
    .count(p[attente], Phrase("personne", "person"), Phrase("personnes", "people"))
  }

  private static func times(_ p: Parametres) -> Phrase {
    .count(p[suite], Phrase("fois", "time"), Phrase("fois", "times"))
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Un atelier dit à l’avance son programme, son lieu et ses places, et l’on s’y inscrit sans compte.",
        "A workshop tells ahead its programme, its place and its seats, and one enrols without an account."),
      preuve: "on s’inscrit à un atelier sans compte, et un code permet de revenir"),
    .byCode(
      Phrase(
        "Les places signées sont tenues, même quand plusieurs inscriptions arrivent au même instant.",
        "The signed seats hold, even when several enrolments arrive at the same instant."),
      preuve: "cinquante inscriptions au même instant ne prennent que les places signées"),
    .byCode(
      Phrase(
        "Une place qui se libère va à la première personne en attente, et elle en est prévenue.",
        "A seat that becomes free goes to the first person waiting, and they are told."),
      preuve: "une place qui se libère va à la première personne en attente, et elle en est prévenue", source: .maison),
    .byCode(
      Phrase(
        "Les présences notées font le compte rendu de l’atelier, en un geste.",
        "The attendance noted makes the report of the workshop, in one step."),
      preuve: "les présences notées font le compte rendu, en un geste"),
    .byCode(
      Phrase(
        "On note si l’on a fait pour la personne, avec elle, ou transmis. Trop de suite pour elle\u{a0}: un conseil.",
        "One notes whether one did it for the person, with them, or taught it. Too often for them: a word of advice."),
      preuve: "trois fois de suite à sa place, un conseil vient avec le dépôt"),
    .notYet(
      Phrase(
        "Entre deux ateliers, un groupe retrouve ses supports et sa prochaine date.",
        "Between two workshops, a group finds its materials and its next date.")),
  ]
}

extension RendreAutonome {
  package enum Situation: Sendable, Equatable {
    /// Opening a workshop of so many seats.
    case ouvrir(places: Int)
    /// Enrolling one more person.
    case inscrire(inscrits: Int, places: Int, enAttente: Int)
    /// Doing it for the person: how many times in a row, this one included.
    case aider(pourDeSuite: Int)
  }

  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    switch situation {
    case .ouvrir(let places):
      if places < 1 { return .refuse(empty(p)) }
      return places > p[Self.places] ? .refuse(large(p)) : .allow
    case .inscrire(let inscrits, let places, let enAttente):
      if inscrits < places { return .allow }
      return enAttente < p[attente] ? .advise(waiting) : .refuse(full(p))
    case .aider(let times): return times < p[suite] ? .allow : .advise(again(p))
    }
  }
}

extension RendreAutonome {
  private static func empty(_ p: Parametres) -> Motif {
    let seats = seats(p)
    return motif(
      Phrase("Cet atelier n’a encore aucune place.", "This workshop has no seat yet."),
      issue: Phrase(
        "Écrivez combien de personnes peuvent venir\u{a0}: jusqu’à \(seats.fr).",
        "Write how many people can come: up to \(seats.en)."))
  }

  private static func large(_ p: Parametres) -> Motif {
    let seats = seats(p)
    return motif(
      Phrase("Un atelier a \(seats.fr) au plus.", "A workshop has at most \(seats.en)."),
      issue: Phrase(
        "Ouvrez-en un autre à un autre moment\u{a0}: chacun y sera mieux entouré.",
        "Open another one at another time: everyone will get more help."))
  }

  private static let waiting = motif(
    Phrase("Toutes les places de cet atelier sont prises.", "All the seats of this workshop are taken."),
    issue: Phrase(
      "Cette inscription va sur la liste d’attente. Dès qu’une place se libère, la personne est prévenue.",
      "This enrolment goes on the waiting list. As soon as a seat is free, the person is told."))

  private static func full(_ p: Parametres) -> Motif {
    let people = people(p)
    return motif(
      Phrase(
        "Cet atelier est complet, et sa liste d’attente aussi\u{a0}: \(people.fr) au plus.",
        "This workshop is full, and so is its waiting list: at most \(people.en)."),
      issue: Phrase(
        "Choisissez une autre date, ou prenez un rendez-vous.",
        "Choose another date, or make an appointment."))
  }

  private static func again(_ p: Parametres) -> Motif {
    let times = times(p)
    return motif(
      Phrase(
        "Vous l’avez fait pour la personne au moins \(times.fr) de suite.",
        "You have done it for the person at least \(times.en) in a row."),
      issue: Phrase(
        "La prochaine fois, essayez avec elle\u{a0}: sa main sur la souris, votre voix à côté.",
        "Next time, try doing it with them: their hand on the mouse, your voice beside it."))
  }
}
