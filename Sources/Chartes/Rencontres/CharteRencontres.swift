import Html

extension Charte {
  /// The charter of meetings between people who explore a job and people who do it.
  package static let rencontres = Charte(
    cle: "rencontres",
    titre: Phrase("Charte des rencontres", "Charter of meetings"),
    objet: Phrase(
      "Des personnes qui cherchent leur voie rencontrent, en visio, des personnes qui racontent leur métier.",
      "People who look for their way meet, by video, people who tell about their job."),
    preambule: Phrase(
      fr: """
        Une rencontre, c’est quelqu’un qui cherche sa voie et quelqu’un qui raconte la sienne. On en sort plus \
        riche, des deux côtés, quand chacun fait sa part. Voici ce que vous promettez. Le logiciel applique les \
        valeurs écrites ici, et aucune autre.
        """,
      en: """
        In a meeting, someone looks for their way and someone else tells of theirs. Both come away richer when \
        each does their share. Here is what you promise. The software applies the values written here, and no others.
        """),
    roles: [.explorateur, .expert, .conseiller, .coordinateur],
    articles: [
      SEngager.self,
      GarderSonAcces.self,
      TenirSesRendezVous.self,
      ParlerAvecEgards.self,
      PreparerLaRencontre.self,
      DemanderParInteret.self,
      RespecterLaPersonne.self,
      ResterBienveillant.self,
      GarderLaBonneHumeur.self,
      PasserParLaPlateforme.self,
      FaireSonBilan.self,
      Remercier.self,
    ])
}
