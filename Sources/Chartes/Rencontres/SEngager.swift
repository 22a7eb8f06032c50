import Html

/// One commits by signing, and what one signs is what runs.
package enum SEngager: ArticleJuge {
  package static let cle = "s-engager"
  package static let titre = Phrase("S’engager", "Commit")
  package static let raison = Phrase(
    "Une rencontre repose sur la parole de chacun. La vôtre compte dès le premier jour.",
    "A meeting rests on everyone’s word. Yours counts from the first day.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .explorateur:
      Phrase(
        fr: """
          Vous lisez cette charte et vous la signez avant votre première demande. Si une valeur change, on vous \
          montre ce qui change, et vous signez de nouveau avant d’aller plus loin. Les rencontres déjà convenues \
          se tiennent.
          """,
        en: """
          You read this charter and sign it before your first request. If a value changes, you are shown what \
          changes, and you sign again before going further. Meetings already agreed go on.
          """)
    case .expert:
      Phrase(
        fr: """
          Vous lisez cette charte et vous la signez avant de recevoir une première personne. Si une valeur change, \
          vous voyez ce qui change avant d’accepter une nouvelle demande. Ce que vous aviez accepté se tient.
          """,
        en: """
          You read this charter and sign it before you receive a first person. If a value changes, you see what \
          changes before you accept a new request. What you had accepted goes on.
          """)
    case .conseiller:
      Phrase(
        fr: """
          Vous signez vous aussi, car on s’engage à plusieurs. Vous aidez les personnes que vous suivez à \
          comprendre ce qu’elles signent, sans jamais signer à leur place.
          """,
        en: """
          You sign too, because a commitment is shared. You help the people you follow to understand what they \
          sign, and you never sign in their place.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous réglez les valeurs de cette charte, et vous les changez au grand jour. Chaque changement fait une \
          nouvelle version, présentée avec des mots simples à toutes les personnes engagées.
          """,
        en: """
          You set the values of this charter, and you change them openly. Each change makes a new version, \
          presented in simple words to everyone who has committed.
          """)
    case .mentor, .accompagne, .conseillerNumerique: nil
    }
  }

  package static let promesses: [Promesse] = [
    .byCode(
      Phrase(
        "Aucune demande ne part, aucune n’est acceptée, avant que la charte soit signée.",
        "No request leaves, and none is accepted, before the charter is signed."),
      preuve: "on ne demande rien avant d’avoir signé"),
    .byCode(
      Phrase(
        "Une nouvelle version dit en mots ce qui change. Les rencontres déjà convenues ont bien lieu.",
        "A new version says in words what changes. Meetings already agreed still take place."),
      preuve: "un paramètre changé fait signer à nouveau, et la rencontre convenue se tient"),
    .byCode(
      Phrase(
        "Vous pouvez relire chaque version que vous avez signée, telle que vous l’avez lue.",
        "You can read again each version you signed, just as you read it."),
      preuve: "chacun relit ce qu’il a signé"),
  ]
}

extension SEngager {
  package struct Situation: Sendable {
    /// The last version this person signed; nil before the first signature.
    package let signedVersion: Int?
    /// The version in effect.
    package let currentVersion: Int

    package init(signedVersion: Int?, currentVersion: Int) {
      self.signedVersion = signedVersion
      self.currentVersion = currentVersion
    }
  }

  /// Holds back a new act until the version in effect is signed.
  package static func judge(_ situation: Situation, _ p: Parametres) -> Verdict {
    guard let signed = situation.signedVersion else { return .refuse(neverSigned) }
    return signed < situation.currentVersion ? .refuse(newVersion) : .allow
  }

  private static let neverSigned = motif(
    Phrase(
      "Vous n’avez pas encore signé la charte des rencontres.",
      "You have not signed the charter of meetings yet."),
    issue: Phrase(
      "Lisez-la, signez-la, puis reprenez là où vous en étiez.",
      "Read it, sign it, then carry on where you were."))

  private static let newVersion = motif(
    Phrase(
      "La charte a changé depuis votre signature.",
      "The charter has changed since you signed it."),
    issue: Phrase(
      "Lisez ce qui change et signez la nouvelle version. Vos rencontres déjà convenues ont bien lieu.",
      "Read what changes and sign the new version. Your meetings already agreed still take place."))
}
