import Html

/// Both sign, and what both signed is what runs.
package enum SignerADeux: ArticleJuge {
  package static let cle = "signer-a-deux"
  package static let titre = Phrase("Signer à deux", "Sign together")
  package static let raison = Phrase(
    "Une convention tient parce que deux personnes l’ont voulue. Chacune peut y mettre fin.",
    "An agreement holds because two people wanted it. Either of them may end it.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .accompagne:
      Phrase(
        fr: """
          Vous convenez à deux des heures, du temps de réflexion, des dates et de la durée de garde, puis vous signez \
          la même version. Rien ne s’envoie avant les deux signatures. Vous pouvez y mettre fin quand vous voulez, \
          sans vous expliquer.
          """,
        en: """
          You agree together on the hours, the time for thought, the dates and how long things are kept, then you sign \
          the same version. Nothing is sent before both signatures. You may end it whenever you like, without \
          explaining yourself.
          """)
    case .mentor:
      Phrase(
        fr: """
          Vous signez la même version que la personne que vous accompagnez. Ce que vous changez ensemble se signe de \
          nouveau à deux, et l’ancienne version court jusque-là. Vous pouvez y mettre fin vous aussi.
          """,
        en: """
          You sign the same version as the person you accompany. What you change together is signed again by both, and \
          the former version runs until then. You too may end it.
          """)
    case .coordinateur:
      Phrase(
        "Vous ne signez pour personne, et vous ne faites pas pression pour qu’on signe.",
        "You sign for nobody, and you put no pressure on anybody to sign.")
    case .explorateur, .expert, .conseiller, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Rien ne s’envoie avant que les deux aient signé la même version.",
        "Nothing is sent before both have signed the same version."),
      preuve: "rien ne s’envoie avant les deux signatures"),
    .byCode(
      Phrase(
        "Un seul acte garde le texte et les deux signatures. Si une lettre change, cela se voit.",
        "A single record keeps the text and both signatures. If one letter changes, it shows."),
      preuve: "un octet changé ne se vérifie plus"),
    .byCode(
      Phrase(
        "Une page publique dit si un acte est le nôtre, sans montrer aucun nom.",
        "A public page says whether a record is ours, and shows no name."),
      preuve: "la page de vérification ne montre aucun nom"),
    .byCode(
      Phrase(
        "Chacun peut y mettre fin. Ce qui attendait n’est pas remis, et reste à son auteur.",
        "Either may end it. What was waiting is not delivered, and stays with its author."),
      preuve: "chacun met fin au binôme et ce qui attendait n’est pas remis"),
    .byPeople(
      Phrase(
        "C’est une signature électronique simple\u{a0}: la loi lui donne moins de force qu’à une signature qualifiée.",
        "It is a simple electronic signature: the law gives it less weight than a qualified one."), source: .loi),
  ]
}

extension SignerADeux {
  package struct Situation: Sendable {
    /// Who signed the version that runs.
    package let signatures: Set<Role>
    package let clos: Bool

    package init(signatures: Set<Role>, clos: Bool) {
      self.signatures = signatures
      self.clos = clos
    }
  }

  /// Lets a pair write once both have signed, until one of them ends it.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    if situation.clos { return .refuse(ended) }
    return situation.signatures.isSuperset(of: [.mentor, .accompagne]) ? .allow : .refuse(unsigned)
  }

  private static let unsigned = motif(
    Phrase("Vous n’avez pas encore signé tous les deux.", "You have not both signed yet."),
    issue: Phrase(
      "Relisez ce que vous avez convenu, et signez. L’échange s’ouvre avec la seconde signature.",
      "Read again what you agreed on, and sign. The exchange opens with the second signature."))

  private static let ended = motif(
    Phrase("Ce binôme a pris fin.", "This pair has come to an end."),
    issue: Phrase(
      "Vous pouvez encore relire vos échanges, jusqu’à leur effacement.",
      "You can still read your exchanges again, until they are erased."))
}
