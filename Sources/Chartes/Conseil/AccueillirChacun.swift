import Html
import Temps

/// Everyone is received alike, with an appointment or without one.
package enum AccueillirChacun: ArticleJuge {
  package static let cle = "accueillir-chacun"
  package static let titre = Phrase("Accueillir chacun", "Welcome everyone")
  package static let raison = Phrase(
    "Quelqu’un a peut-être mis des semaines à pousser la porte. La suite dépend souvent de l’accueil.",
    "Somebody may have taken weeks to push the door open. What follows often depends on the welcome.")

  package static let horizon = Parametre(
    "accueillir-chacun.horizon",
    Phrase("L’avance la plus longue pour un rendez-vous", "The longest time ahead for an appointment"),
    .jours, defaut: 30, bornes: 7...90)
  package static let prevenance = Parametre(
    "accueillir-chacun.prevenance",
    Phrase("Le temps minimal avant un rendez-vous", "The least time before an appointment"),
    .heures, defaut: 2, bornes: 1...48)
  package static let file = Parametre(
    "accueillir-chacun.file",
    Phrase("Le nombre de personnes dans la file au plus", "The greatest number of people in the queue"),
    .nombre, defaut: 30, bornes: 5...200)
  package static let duree = Parametre(
    "accueillir-chacun.duree", Phrase("La durée d’un rendez-vous", "The length of an appointment"),
    .minutes, defaut: 45, bornes: 15...120, pas: 15)
  package static let parametres = [horizon, prevenance, duree, file]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (horizon, prevenance, people) = (p.inWords(horizon), p.inWords(prevenance), people(p))
    let duree = p.inWords(duree)
    return switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous recevez chaque personne avec la même attention, quels que soient son âge, sa langue ou son aisance. \
          Un rendez-vous de \(duree.fr) se prend sans compte, au moins \(prevenance.fr) et au plus \(horizon.fr) à l’avance. Qui \
          vient sans rendez-vous trouve une file, ouverte à \(people.fr) au plus.
          """,
        en: """
          You receive each person with the same attention, whatever their age, their language or their ease. An \
          appointment of \(duree.en) is made without an account, at least \(prevenance.en) and at most \(horizon.en) ahead. Those \
          who come without one find a queue, open to at most \(people.en).
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous regardez, par grands publics et sans aucun nom, qui attend et qui repart sans aide. Là où l’on attend \
          trop, vous cherchez des heures et des lieux.
          """,
        en: """
          You look, by broad audience and without any name, at who waits and who leaves without help. Where people \
          wait too long, you look for more hours and more places.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  private static func people(_ p: Parametres) -> Phrase {
    .count(p[file], Phrase("personne", "person"), Phrase("personnes", "people"))
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "On prend rendez-vous en ligne, sans compte ni e-mail, dans les délais signés.",
        "One makes an appointment online, without account or e-mail, within the signed times."),
      preuve: "un rendez-vous se prend sans compte et se retrouve par son code"),
    .byCode(
      Phrase(
        "Qui téléphone ou passe au guichet obtient le même rendez-vous\u{a0}: l’équipe l’inscrit.",
        "Whoever calls or comes to the desk gets the same appointment: the team writes it down."),
      preuve: "par téléphone, le conseiller note le rendez-vous et donne le code"),
    .byCode(
      Phrase(
        "La file sans rendez-vous dit à chacun son rang et le temps d’attente. Complète, elle propose un rendez-vous.",
        "The queue tells everyone their rank and the waiting time. Once full, it offers an appointment."),
      preuve: "la file garde l’ordre et dit l’attente"),
    .byCode(
      Phrase(
        "La coordination voit les attentes et les refus par grands publics, jamais par personne.",
        "The coordinator sees waiting and refusals by broad audience, never by person."),
      preuve: "qui n’a pas pu être reçu est compté sans être nommé"),
    .notYet(
      Phrase(
        "Chaque page se lit et se remplit au clavier, et avec un lecteur d’écran.",
        "Every page is read and filled in with the keyboard, and with a screen reader."), source: .loi),
    .byPeople(
      Phrase(
        "Écouter sans juger, prendre le temps\u{a0}: cela, aucun logiciel ne le fait.",
        "Listening without judging, taking time: no software does that.")),
  ]
}

extension AccueillirChacun {
  package enum Situation: Sendable, Equatable {
    /// Making an appointment that begins then.
    case rendezVous(debut: Instant, now: Instant)
    /// Joining the queue: how many already wait.
    case file(enAttente: Int)
  }

  /// Both times count elapsed hours, and their very ends are within them.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    switch situation {
    case .rendezVous(let debut, let now):
      if debut < now + .hours(p[prevenance]) { return .refuse(soon(p)) }
      return debut > now + .days(p[horizon]) ? .refuse(far(p)) : .allow
    case .file(let waiting): return waiting < p[file] ? .allow : .refuse(full(p))
    }
  }

  private static func soon(_ p: Parametres) -> Motif {
    let prevenance = p.inWords(prevenance)
    return motif(
      Phrase(
        "Un rendez-vous se prend au moins \(prevenance.fr) à l’avance.",
        "An appointment is made at least \(prevenance.en) ahead."),
      issue: Phrase(
        "Venez dans la file, sans rendez-vous, ou choisissez une heure plus tard.",
        "Come to the queue, without an appointment, or choose a later time."))
  }

  private static func far(_ p: Parametres) -> Motif {
    let horizon = p.inWords(horizon)
    return motif(
      Phrase(
        "Un rendez-vous se prend au plus \(horizon.fr) à l’avance.",
        "An appointment is made at most \(horizon.en) ahead."),
      issue: Phrase(
        "Choisissez un jour plus proche, ou revenez plus tard\u{a0}: d’autres jours s’ouvrent au fil du temps.",
        "Choose a nearer day, or come back later: more days open as time goes by."))
  }

  private static func full(_ p: Parametres) -> Motif {
    let people = people(p)
    return motif(
      Phrase(
        "La file est ouverte à \(people.fr) au plus, et elle est complète.",
        "The queue is open to at most \(people.en), and it is full."),
      issue: Phrase(
        "Prenez un rendez-vous\u{a0}: un moment vous sera gardé.",
        "Make an appointment: a moment will be kept for you."))
  }
}
