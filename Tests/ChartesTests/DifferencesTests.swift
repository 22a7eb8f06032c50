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

  @Test func `sans changement, il n’y a rien à dire`() {
    #expect(charte.differences(from: .ailleurs, to: .ailleurs).isEmpty)
  }

  @Test func `plusieurs changements viennent dans l’ordre des articles`() {
    let found = charte.differences(from: Parametres(), to: .ailleurs)
    #expect(found.count == charte.parametres.count)
    #expect(found.first?.cle == "tenir-ses-rendez-vous" && found.last?.cle == "faire-son-bilan")
  }

  @Test(arguments: Charte.rencontres.parametres)
  func `chaque paramètre changé change un texte, et la différence le dit`(_ parametre: Parametre) throws {
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
