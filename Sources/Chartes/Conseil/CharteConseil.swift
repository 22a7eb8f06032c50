import Html

extension Charte {
  /// The charter of digital advisers, who help people with screens, procedures and what they are afraid of in both.
  package static let conseil = Charte(
    cle: "conseil",
    titre: Phrase("Charte du conseil numérique", "Charter of digital advising"),
    objet: Phrase(
      "Des conseillers et conseillères numériques aident chacun à se débrouiller avec un écran.",
      "Digital advisers help everyone to manage with a screen."),
    preambule: Phrase(
      fr: """
        On vient vous voir avec une question, parfois avec une inquiétude. On repart avec une réponse et, chaque fois \
        que c’est possible, avec un geste que l’on saura refaire. Voici ce que vous promettez. Le logiciel applique \
        les valeurs écrites ici, et aucune autre.
        """,
      en: """
        People come to see you with a question, sometimes with a worry. They leave with an answer and, whenever it is \
        possible, with something they can do again by themselves. Here is what you promise. The software applies the \
        values written here, and no others.
        """),
    roles: [.conseillerNumerique, .coordinateur],
    articles: [
      AccueillirChacun.self,
      GarderSaReserve.self,
      ResterDiscret.self,
      AllerVers.self,
      PartirDesBesoins.self,
      RendreAutonome.self,
      ConseillerSansParti.self,
      ProtegerLesDonnees.self,
      AgirSousMandat.self,
      PasserLeRelais.self,
      SAppuyerSurSesPairs.self,
      RendreCompte.self,
    ])
}
