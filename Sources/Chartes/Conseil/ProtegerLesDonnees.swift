import Html
import Temps

/// What is kept of a person is theirs: little, sealed, shown to them, and one day erased.
package enum ProtegerLesDonnees: ArticleJuge {
  package static let cle = "proteger-les-donnees"
  package static let titre = Phrase("Protéger les données", "Protect people’s data")
  package static let raison = Phrase(
    "Pour être aidée, une personne montre ses papiers, ses comptes, sa vie. Elle doit pouvoir le faire sans crainte.",
    "To be helped, a person shows their papers, their accounts, their life. They must be able to do so without fear.")

  package static let conservation = Parametre(
    "proteger-les-donnees.conservation",
    Phrase("La garde d’un suivi après le dernier contact", "The keeping of a file after the last contact"),
    .mois, defaut: 24, bornes: 12...36)
  package static let avis = Parametre(
    "proteger-les-donnees.avis",
    Phrase("L’avis avant l’effacement d’un suivi", "The notice before a file is erased"),
    .jours, defaut: 30, bornes: 7...60)
  package static let parametres = [conservation, avis]

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    let (conservation, avis) = (p.inWords(conservation), p.inWords(avis))
    return switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Vous gardez peu\u{a0}: ce qui sert à aider, et vous dites à la personne quoi, pourquoi et jusqu’à quand. Vous \
          n’ouvrez que les dossiers où vous aidez, sachant que chaque ouverture est notée, et la personne peut tout voir, \
          corriger, emporter et faire effacer, sauf ce que la loi fait garder. Un dossier s’efface \(conservation.fr) \
          après le dernier contact, et vous le savez \(avis.fr) avant.
          """,
        en: """
          You keep little: what serves to help, and you tell the person what, why and until when. You open only the \
          files where you help, knowing that each opening is noted, and the person may see, correct, take along and \
          have erased everything, except what the law has kept. A file is erased \(conservation.en) after the last \
          contact, and you know it \(avis.en) before.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous tenez à jour le registre\u{a0}: ce qui est gardé, pourquoi, jusqu’à quand. Quand une personne demande \
          à voir ou à faire effacer ses données, vous veillez à la réponse, sans lire son dossier.
          """,
        en: """
          You keep the register up to date: what is kept, why, until when. When a person asks to see their data or to \
          have it erased, you see to the answer, without reading their file.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Un registre public dit ce qui est gardé, pourquoi et combien de temps. Le logiciel lit ce même registre.",
        "A public register tells what is kept, why and for how long. The software reads this same register."),
      preuve: "chaque table est au registre une fois, et le registre est ouvert à tous", source: .loi),
    .byCode(
      Phrase(
        "Ce qui est écrit sur une personne est scellé par une clé à elle. Une copie volée ne le montre pas.",
        "What is written about a person is sealed with a key of their own. A stolen copy does not show it."),
      preuve: "ce qui est écrit sur une personne s’efface avec sa clé"),
    .byCode(
      Phrase(
        "La personne voit, corrige et emporte tout ce qui est gardé sur elle, sur papier ou en données.",
        "The person sees, corrects and takes along all that is kept about them, on paper or as data."),
      preuve: "la personne emporte tout ce qui est gardé sur elle, sur papier et en données", source: .loi),
    .byCode(
      Phrase(
        "Ce qui est effacé le reste, même quand une sauvegarde plus ancienne est remise en place.",
        "What is erased stays erased, even when an older backup is put back."),
      preuve: "une sauvegarde plus ancienne ne ramène pas une personne effacée", source: .loi),
    .byCode(
      Phrase(
        "Un dossier s’efface de lui-même quand son temps est passé.",
        "A file is erased by itself when its time is over."),
      preuve: "un suivi s’efface de lui-même après le temps signé, annoncé avant", source: .loi),
    .byCode(
      Phrase(
        "La personne peut savoir qui a ouvert son dossier, et quand.",
        "The person can know who opened their file, and when."),
      preuve: "la personne sait qui a ouvert son suivi, et quand"),
  ]
}

extension ProtegerLesDonnees {
  /// A file, as it waits for its end.
  package struct Situation: Sendable {
    /// The last time somebody saw the person, or did something for them.
    package let contact: Instant
    /// When its advisers were first told of its end; nil before.
    package let prevenu: Instant?
    /// Something still runs with the person: a mandate in force, a seat in a workshop to come.
    package let retenu: Bool
    /// Whose calendar its days are.
    package let fuseau: Fuseau
    package let now: Instant

    package init(contact: Instant, prevenu: Instant?, retenu: Bool, fuseau: Fuseau, now: Instant) {
      self.contact = contact
      self.prevenu = prevenu
      self.retenu = retenu
      self.fuseau = fuseau
      self.now = now
    }
  }

  /// When its time is over: at the end of the day that bears the same number, so many months later.
  package static func terme(_ situation: Situation, _ p: Parametres) -> Instant {
    jour(situation, p).start(in: situation.fuseau)
  }

  /// When everything is erased: never before its time, never before it was announced as long as was signed.
  package static func effacement(_ situation: Situation, _ p: Parametres) -> Instant {
    let told = Jour(situation.prevenu ?? situation.now, in: situation.fuseau).advanced(by: p[avis])
    return max(terme(situation, p), told.start(in: situation.fuseau))
  }

  /// Allows keeping; says when the end is near; refuses once it has come.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    let notice = jour(situation, p).advanced(by: -p[avis]).start(in: situation.fuseau)
    if situation.retenu || situation.now < notice { return .allow }
    let isOver = situation.prevenu != nil && situation.now >= effacement(situation, p)
    return isOver ? .refuse(gone) : .advise(soon)
  }

  /// The day on which it is over: the months are whole.
  private static func jour(_ situation: Situation, _ p: Parametres) -> Jour {
    Jour(situation.contact, in: situation.fuseau).advanced(byMonths: p[conservation]).advanced(by: 1)
  }

  private static let soon = motif(
    Phrase("Ce suivi s’effacera bientôt.", "This thread will be erased soon."),
    issue: Phrase(
      "Si la personne y tient, donnez-lui ce qui est gardé. La revoir repousse la date.",
      "If the person wants it, give them what is kept. Seeing them again puts the date off."))

  private static let gone = motif(
    Phrase("Le temps de ce suivi est passé.", "The time of this thread is over."),
    issue: Phrase(
      "Il s’efface, comme vous l’aviez signé. La personne peut revenir\u{a0}: un nouveau suivi s’ouvre.",
      "It is erased, as you had signed. The person may come back: a new thread opens."))
}
