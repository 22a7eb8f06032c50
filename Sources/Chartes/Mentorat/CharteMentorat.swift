import Html

extension Charte {
  /// The charter of a mentor and the person they accompany, who write to each other between two sessions.
  package static let mentorat = Charte(
    cle: "mentorat",
    titre: Phrase("Charte du mentorat", "Charter of mentoring"),
    objet: Phrase(
      "Une personne et son mentor s’écrivent entre deux séances.",
      "Somebody and their mentor write to each other between two sessions."),
    preambule: Phrase(
      fr: """
        Entre deux séances, on écrit pour penser, pas pour aller vite. Un mentor lit à ses heures, prend le temps de \
        réfléchir, et aide à chercher sans décider. Voici ce que vous promettez à deux. Le logiciel applique les \
        valeurs écrites ici, et aucune autre.
        """,
      en: """
        Between two sessions, one writes in order to think, not to go fast. A mentor reads at set hours, takes time to \
        reflect, and helps to search without deciding. Here is what you promise together. The software applies the \
        values written here, and no others.
        """),
    roles: [.accompagne, .mentor, .coordinateur],
    articles: [
      EcrireEntreDeuxSeances.self,
      TaireCeQuiIdentifie.self,
      LireAuxHeuresDites.self,
      FormulerSaQuestion.self,
      RelireSonChemin.self,
      OrienterAilleurs.self,
      SignerADeux.self,
    ])
}
