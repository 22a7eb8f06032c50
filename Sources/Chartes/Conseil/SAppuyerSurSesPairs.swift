import Html

/// One asks others in the same craft, and shares what worked.
package enum SAppuyerSurSesPairs: Article {
  package static let cle = "s-appuyer-sur-ses-pairs"
  package static let titre = Phrase("S’appuyer sur ses pairs", "Lean on peers")
  package static let raison = Phrase(
    "Quelqu’un, ailleurs, a déjà eu cette question. Une réponse partagée sert longtemps.",
    "Somebody, somewhere, has already had this question. A shared answer serves for a long time.")

  package static func texte(pour role: Role, _ p: Parametres) -> Phrase? {
    switch role {
    case .conseillerNumerique:
      Phrase(
        fr: """
          Quand vous ne savez pas, vous demandez à vos pairs, sans nommer personne. Vous gardez les bonnes réponses \
          là où d’autres les trouveront. Vous prenez part à la vie de votre hub et des outils nationaux.
          """,
        en: """
          When you do not know, you ask your peers, without naming anybody. You keep the good answers where others \
          will find them. You take part in the life of your hub and of the national tools.
          """)
    case .coordinateur:
      Phrase(
        fr: """
          Vous donnez du temps pour se parler entre pairs. Vous faites le lien avec le hub de votre territoire, et \
          vous ne faites rien saisir deux fois.
          """,
        en: """
          You give time for peers to talk. You keep the link with the hub of your area, and you have nothing typed \
          twice.
          """)
    case .explorateur, .expert, .conseiller, .mentor, .accompagne: nil
    }
  }

  package static let promesses: [Promesse] = [
    .notYet(
      Phrase(
        "Une question posée aux pairs ne part pas tant qu’elle nomme quelqu’un.",
        "A question asked to peers does not leave as long as it names somebody.")),
    .notYet(
      Phrase(
        "Une bonne réponse devient une ressource, rangée par thème, par territoire et par hub.",
        "A good answer becomes a resource, filed by theme, by area and by hub.")),
    .byCode(
      Phrase(
        "Les comptes rendus sortent dans les colonnes de La Coop\u{a0}: rien n’est à taper deux fois.",
        "Reports come out in the columns of La Coop: nothing is to be typed twice."),
      preuve: "l’export est dans les colonnes de La Coop, et ne nomme que chez soi"),
    .byPeople(
      Phrase(
        "Répondre à la question d’un pair reste un geste de métier.",
        "Answering a peer’s question remains a gesture between people of one craft.")),
  ]
}
