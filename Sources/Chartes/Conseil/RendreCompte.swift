import Html

/// Each act has its report, and one looks back on one's own work.
package enum RendreCompte: ArticleJuge {
  package static let cle = "rendre-compte"
  package static let titre = Phrase("Rendre compte", "Give an account")
  package static let raison = Phrase(
    "Quelques touches après chaque acte disent ce qui a été fait, et vous aident à voir votre propre chemin.",
    "A few keys after each act tell what was done, and help you to see your own path.")

  package static let rappel = Parametre(
    "rendre-compte.rappel",
    Phrase("Le temps avant le rappel d’un compte rendu", "The time before a reminder to report"),
    .jours, defaut: 2, bornes: 1...14)
  package static let retard = Parametre(
    "rendre-compte.retard", Phrase("Le temps laissé pour rendre compte", "The time given to report"),
    .jours, defaut: 60, bornes: 7...365)
  package static let manquants = Parametre(
    "rendre-compte.manquants",
    Phrase("Le nombre de comptes rendus manquants avant un conseil", "The number of missing reports before advice"),
    .nombre, defaut: 10, bornes: 1...50)
  package static let parametres = [rappel, retard, manquants]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (rappel, retard, missing) = (p.inWords(rappel), p.inWords(retard), missing(p))
    return switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Après chaque acte, vous écrivez un compte rendu\u{a0}: un rappel vient au bout de \(rappel.fr), et vous \
          avez \(retard.fr) en tout. Avec \(missing.fr), un conseil vous propose d’en écrire un avant de continuer. \
          Vous revenez sur votre travail pour vous-même, et vous choisissez ce que vous en dites à votre structure.
          """,
        en: """
          After each act, you write a report: a reminder comes after \(rappel.en), and you have \(retard.en) in all. \
          With \(missing.en), a word of advice suggests writing one before you go on. You look back on your work for \
          yourself, and you choose what you tell your organisation about it.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous regardez combien d’actes ont leur compte rendu, sans classer personne. Quand il manque encore après \
          \(retard.fr), vous écoutez ce qui a empêché de l’écrire, et vous cherchez ensemble comment le compter.
          """,
        en: """
          You look at how many acts have their report, without ranking anybody. When one is still missing after \
          \(retard.en), you listen to what stood in the way, and you look together for how to count it.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  private static func missing(_ p: Parametres) -> Phrase {
    .count(
      p[manquants], Phrase("compte rendu manquant", "missing report"),
      Phrase("comptes rendus manquants", "missing reports"))
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Un compte rendu arrive rempli de ce que l’on sait déjà\u{a0}: douze touches suffisent pour le finir.",
        "A report comes filled with what is already known: twelve keys are enough to finish it."),
      preuve: "un compte rendu prérempli se dépose au clavier seul, en douze touches au plus, ou d’une seule"),
    .byCode(
      Phrase(
        "On voit à tout moment combien d’actes sont tenus, et combien ont leur compte rendu.",
        "One sees at any time how many acts were held, and how many have their report."),
      preuve: "ce qui est tenu et ce qui est rendu se voient, et un rappel part une fois"),
    .byReminder(
      Phrase(
        "Un compte rendu qui manque se rappelle après le temps signé.",
        "A missing report comes back to mind after the signed time."),
      preuve: "un atelier tenu et non rendu manque, se compte et se rappelle"),
    .byCode(
      Phrase(
        "Les chiffres sont à jour dès qu’un compte rendu est déposé.",
        "The figures are up to date as soon as a report is handed in."),
      preuve: "corriger un compte rendu corrige les chiffres"),
    .byCode(
      Phrase(
        "L’auto-évaluation reste à son auteur, au fil du temps. Ni la coordination ni la structure ne la lit.",
        "The self-evaluation stays with its author, over time. Neither the coordinator nor the organisation reads it."
      ), preuve: "l’auto-évaluation n’est lisible que de son auteur"),
    .notYet(
      Phrase(
        "Une page à part sert au dialogue avec la structure\u{a0}: son auteur choisit ce qui y paraît.",
        "A separate page serves the dialogue with the organisation: its author chooses what appears there.")),
  ]
}

extension RendreCompte {
  package enum Situation: Sendable, Equatable {
    /// Handing in a report on an act of so many days ago; negative when its day has not come.
    case deposer(jours: Int)
    /// Receiving somebody more: how many acts have no report yet.
    case accueillir(manquants: Int)
  }

  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    switch situation {
    case .deposer(let jours):
      if jours < 0 { return .refuse(future) }
      return jours > p[retard] ? .refuse(old(p)) : .allow
    case .accueillir(let count): return count < p[manquants] ? .allow : .advise(behind(p))
    }
  }

  private static let future = motif(
    Phrase("Ce jour n’est pas encore venu.", "This day has not come yet."),
    issue: Phrase(
      "Écrivez le jour où l’acte a eu lieu, ou revenez une fois qu’il est fait.",
      "Write the day the act took place, or come back once it is done."))

  private static func old(_ p: Parametres) -> Motif {
    let retard = p.inWords(retard)
    return motif(
      Phrase(
        "Cet acte date de plus de \(retard.fr), le temps laissé pour en rendre compte.",
        "This act is more than \(retard.en) old, which is the time given to report on it."),
      issue: Phrase(
        "Dites-le à la coordination\u{a0}: vous chercherez ensemble comment le compter.",
        "Tell the coordinator: you will look together for how to count it."))
  }

  private static func behind(_ p: Parametres) -> Motif {
    let missing = missing(p)
    return motif(
      Phrase("Vous avez au moins \(missing.fr).", "You have at least \(missing.en)."),
      issue: Phrase(
        "Écrivez le plus récent\u{a0}: c’est le plus facile. Vous pouvez aussi continuer et y revenir plus tard.",
        "Write the most recent: it is the easiest. You can also go on, and come back to it later."))
  }
}
