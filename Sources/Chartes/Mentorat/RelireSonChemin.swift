import Html
import Temps

/// What was written stays as a trace to read again: neither control nor appraisal.
package enum RelireSonChemin: ArticleJuge {
  package static let cle = "relire-son-chemin"
  package static let titre = Phrase("Relire son chemin", "Look back on the path")
  package static let raison = Phrase(
    "Se relire montre le chemin fait. Cette trace est à vous deux, et ne sert à noter personne.",
    "Reading your words again shows how far you have come. They belong to the two of you, and grade nobody.")

  package static let conservation = Parametre(
    "relire-son-chemin.conservation",
    Phrase("La garde après le dernier contact au plus", "The longest keeping after the last contact"),
    .jours, defaut: 730, bornes: 30...1095)
  package static let avis = Parametre(
    "relire-son-chemin.avis", Phrase("L’avis avant l’effacement", "The notice before erasure"),
    .jours, defaut: 14, bornes: 7...28)
  package static let parametres = [conservation, avis]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (conservation, avis) = (p.inWords(conservation), p.inWords(avis))
    return switch role {
    case .accompagne:
      Phrase(
        fr: """
          Vous relisez vos échanges, vous y posez vos marques, vous les emportez quand vous voulez. Ils s’effacent au \
          plus tard \(conservation.fr) après votre dernier contact, et vous le savez \(avis.fr) avant.
          """,
        en: """
          You read your exchanges again, put your marks on them, take them with you whenever you like. They are erased \
          at the latest \(conservation.en) after your last contact, and you know it \(avis.en) before.
          """)
    case .mentor:
      Phrase(
        fr: """
          Vous n’utilisez pas ces échanges pour évaluer, ni pour rendre compte à qui que ce soit. Ils s’effacent au \
          plus tard \(conservation.fr) après le dernier contact.
          """,
        en: """
          You do not use these exchanges to appraise, nor to report to anybody. They are erased at the latest \
          \(conservation.en) after the last contact.
          """)
    case .coordinateur:
      Phrase(
        "Vous n’avez accès à aucun échange, et aucun chiffre n’en est tiré.",
        "You have access to no exchange, and no figure is drawn from them.")
    case .explorateur, .expert, .conseiller, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Les échanges sont scellés par une clé propre au binôme. Ni la coordination ni une copie volée ne les lit.",
        "Exchanges are sealed with a key of the pair’s own. Neither the coordinator nor a stolen copy reads them."),
      preuve: "ni la coordination, ni une copie de la base, ne montre ce qui s’écrit"),
    .byCode(
      Phrase(
        "On relit son chemin dans le temps, on y cherche un mot, on y pose des marques que l’autre ne voit pas.",
        "One reads one’s path over time, looks for a word in it, and puts marks that the other does not see."),
      preuve: "le chemin se relit, se cherche et se marque"),
    .byCode(
      Phrase(
        "La personne accompagnée emporte ses échanges\u{a0}: à imprimer, en texte, ou en données.",
        "The mentee takes their exchanges along: to print, as text, or as data."),
      preuve: "la personne accompagnée emporte ses échanges"),
    .byCode(
      Phrase(
        "Tout s’efface après le temps signé, à compter du dernier contact. La personne accompagnée le sait avant.",
        "Everything is erased after the signed time, counted from the last contact. The mentee is told before."),
      preuve: "les échanges s’effacent après le temps signé, et un avis vient avant"),
  ]
}

extension RelireSonChemin {
  package struct Situation: Sendable {
    package let dernierContact: Instant
    /// What the pair signed: whole days.
    package let conservation: Int
    package let now: Instant

    package init(dernierContact: Instant, conservation: Int, now: Instant) {
      self.dernierContact = dernierContact
      self.conservation = conservation
      self.now = now
    }
  }

  /// When everything is erased.
  package static func effacement(_ situation: Situation) -> Instant {
    situation.dernierContact + .days(situation.conservation)
  }

  /// Allows reading; says when the end is near; refuses once it has come.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    let end = effacement(situation)
    if situation.now >= end { return .refuse(gone) }
    return situation.now >= end - .days(p[avis]) ? .advise(soon) : .allow
  }

  private static let soon = motif(
    Phrase("Vos échanges s’effaceront bientôt.", "Your exchanges will be erased soon."),
    issue: Phrase(
      "Emportez-les si vous y tenez\u{a0}: ensuite, personne ne pourra les retrouver.",
      "Take them along if you want to keep them: afterwards nobody can bring them back."))

  private static let gone = motif(
    Phrase("Ces échanges sont effacés, comme vous l’aviez signé.", "These exchanges are erased, as you had signed."),
    issue: Phrase(
      "Ce que vous aviez emporté reste à vous.",
      "What you had taken along stays yours."))
}
