import Chartes
import Html
import Testing

@Suite struct DifferencesTests {
  let charte = Charte.rencontres

  @Test func `ce qui change se dit en mots, avec les deux valeurs`() {
    let old = Parametres()
    let found = charte.differences(from: old, to: old.with(TenirSesRendezVous.preavis, 48))
    #expect(
      found == [
        Difference(
          cle: "tenir-ses-rendez-vous", titre: TenirSesRendezVous.titre,
          phrase: Phrase(
            "Le délai pour prévenir passe de 24\u{a0}heures à 48\u{a0}heures.",
            "The notice to give goes from 24\u{a0}hours to 48\u{a0}hours."))
      ])
  }

  @Test func `une heure de la journée se dit comme sur une horloge`() {
    let found = Charte.mentorat.differences(
      from: Parametres(), to: Parametres().with(LireAuxHeuresDites.fermeture, 17))
    #expect(
      found.map(\.phrase) == [
        Phrase(
          "L’heure de fermeture au plus tard passe de 18\u{a0}h à 17\u{a0}h.",
          "The latest closing hour goes from 18:00 to 17:00.")
      ])
  }

  @Test(arguments: Charte.toutes)
  func `sans changement, il n’y a rien à dire`(_ charte: Charte) {
    #expect(charte.differences(from: .ailleurs, to: .ailleurs).isEmpty)
  }

  @Test(arguments: Charte.toutes)
  func `plusieurs changements viennent dans l’ordre des articles`(_ charte: Charte) {
    let found = charte.differences(from: Parametres(), to: .ailleurs)
    #expect(found.map(\.cle) == charte.articles.flatMap { article in article.parametres.map { _ in article.cle } })
    #expect(Set(found.map(\.phrase)).count == charte.parametres.count)
  }

  @Test func `les changements des rencontres vont du rendez-vous au bilan`() {
    let found = charte.differences(from: Parametres(), to: .ailleurs)
    #expect(found.first?.cle == "tenir-ses-rendez-vous" && found.last?.cle == "faire-son-bilan")
  }

  @Test(arguments: Charte.toutes)
  func `ce qui change dans une autre charte n’est pas dit dans celle-ci`(_ charte: Charte) {
    for other in Charte.toutes where other.cle != charte.cle {
      let new = other.parametres.reduce(Parametres()) { $0.with($1, Parametres.ailleurs[$1]) }
      #expect(charte.differences(from: Parametres(), to: new).isEmpty)
    }
  }

  @Test(arguments: Charte.toutes.flatMap(\.parametres))
  func `chaque paramètre changé change un texte, et la différence le dit`(_ parametre: Parametre) throws {
    let charte = try #require(Charte.toutes.first { $0.parametres.contains(parametre) })
    let old = Parametres()
    for value in [parametre.bornes.lowerBound, parametre.bornes.upperBound] where value != parametre.defaut {
      let new = old.with(parametre, value)
      #expect(Textes.signed(charte, new).map(\.fr) != Textes.signed(charte, old).map(\.fr))
      #expect(Textes.signed(charte, new).map(\.en) != Textes.signed(charte, old).map(\.en))
      let phrase = try #require(charte.differences(from: old, to: new).first?.phrase)
      for langue in Langue.allCases {
        #expect(langue(phrase).contains(langue(old.inWords(parametre))))
        #expect(langue(phrase).contains(langue(new.inWords(parametre))))
      }
    }
  }
}
