import Html

/// Needs come first, in the person's own words; the plan comes after.
package enum PartirDesBesoins: ArticleJuge {
  package static let cle = "partir-des-besoins"
  package static let titre = Phrase("Partir des besoins", "Start from needs")
  package static let raison = Phrase(
    "Ce que la personne veut pouvoir faire donne le chemin. Le reste s’y ajuste.",
    "What the person wants to be able to do shows the way. The rest fits around it.")

  package static let etapes = Parametre(
    "partir-des-besoins.etapes",
    Phrase("Le nombre d’étapes d’un plan au plus", "The greatest number of steps in a plan"),
    .nombre, defaut: 12, bornes: 3...30)
  package static let parametres = [etapes]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let steps = steps(p)
    return switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous demandez d’abord à la personne ce qu’elle aimerait pouvoir faire, et vous l’écrivez avec ses mots. Le \
          plan vient ensuite, de \(steps.fr) au plus, et il change quand elle change. Vous adaptez votre façon \
          d’aider, et vous notez ce qui a aidé.
          """,
        en: """
          You first ask the person what they would like to be able to do, and you write it in their words. The plan \
          comes next, of at most \(steps.en), and it changes when they change. You adapt your way of helping, and \
          you note what helped.
          """)
    case .coordinateur:
      Phrase(
        "Vous laissez à l’équipe le temps d’écouter. Vous ne jugez pas une aide à sa vitesse.",
        "You leave the team time to listen. You do not judge help by its speed.")
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  private static func steps(_ p: Parametres) -> Phrase {
    .count(p[etapes], Phrase("étape", "step"), Phrase("étapes", "steps"))
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Aucun plan ne commence avant un besoin écrit avec les mots de la personne.",
        "No plan begins before a need is written in the person’s words."),
      preuve: "le plan vient après le besoin, dit avec les mots de la personne"),
    .notYet(
      Phrase(
        "Un court regard sur ce que la personne sait faire se propose sans s’imposer, et s’arrête dès qu’il suffit.",
        "A short look at what the person can already do is offered, not imposed, and stops once it is enough.")),
    .byCode(
      Phrase(
        "Un plan avance étape par étape, dans le nombre signé.",
        "A plan moves on step by step, within the signed number."),
      preuve: "un plan avance étape par étape, dans le nombre signé"),
    .byCode(
      Phrase(
        "Ce qui a été adapté se note, et se retrouve à l’entretien suivant.",
        "What was adapted is noted, and is there again at the next interview."),
      preuve: "ce qui a été adapté se retrouve à l’entretien suivant"),
    .notYet(
      Phrase(
        "Le même regard se refait plus tard, et le chemin parcouru se dessine.",
        "The same look is taken again later, and the progress is drawn.")),
    .byCode(
      Phrase(
        "La personne repart avec un résumé imprimé\u{a0}: ses besoins, ce qui a été fait, la suite.",
        "The person leaves with a printed summary: their needs, what was done, what comes next."),
      preuve: "le résumé à emporter ne porte que ce qui est à la personne"),
  ]
}

extension PartirDesBesoins {
  package enum Situation: Sendable, Equatable {
    /// Adding a step to a plan: the needs written, and the steps it has already.
    case planifier(besoins: Int, etapes: Int)
    /// Closing a session: the needs written so far.
    case tenir(besoins: Int)
  }

  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    switch situation {
    case .planifier(let besoins, let etapes):
      if besoins == 0 { return .refuse(unasked) }
      return etapes < p[Self.etapes] ? .allow : .refuse(long(p))
    case .tenir(let besoins): return besoins == 0 ? .advise(unsaid) : .allow
    }
  }

  private static let unasked = motif(
    Phrase("Aucun besoin n’est encore écrit.", "No need is written yet."),
    issue: Phrase(
      "Écrivez d’abord ce que la personne voudrait pouvoir faire, avec ses mots. Le plan suivra.",
      "First write what the person would like to be able to do, in their words. The plan will follow."))

  private static func long(_ p: Parametres) -> Motif {
    let steps = steps(p)
    return motif(
      Phrase("Ce plan compte déjà \(steps.fr).", "This plan already has \(steps.en)."),
      issue: Phrase(
        "Terminez une étape, ou retirez celle qui ne sert plus. Une suite peut faire un second plan.",
        "Finish a step, or take out one that no longer serves. What comes after may make a second plan."))
  }

  private static let unsaid = motif(
    Phrase(
      "Cette séance se termine sans qu’un besoin soit écrit.",
      "This session ends without any need written."),
    issue: Phrase(
      "Si vous le pouvez, notez ce que la personne espère. Vous pourrez aussi le lui demander la prochaine fois.",
      "If you can, note what the person hopes for. You can also ask them next time."))
}
