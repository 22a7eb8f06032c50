import Chartes
import Html
import Testing

@Suite struct CharteTests {
  let charte = Charte.rencontres

  @Test func `les articles viennent dans l’ordre de la charte`() {
    #expect(
      charte.articles.map { $0.cle } == [
        "s-engager", "garder-son-acces", "tenir-ses-rendez-vous", "parler-avec-egards", "preparer-la-rencontre",
        "demander-par-interet", "respecter-la-personne", "rester-bienveillant", "garder-la-bonne-humeur",
        "passer-par-la-plateforme", "faire-son-bilan", "remercier",
      ])
  }

  @Test func `une charte et un article se retrouvent par leur nom`() {
    #expect(Charte.named("rencontres")?.titre == charte.titre)
    #expect(Charte.named("ailleurs") == nil)
    #expect(charte.article(named: "remercier")?.titre == Remercier.titre)
    #expect(charte.article(named: "ailleurs") == nil)
  }

  @Test func `chaque rôle signe un texte à lui`() {
    let texts = Role.allCases.map { charte.texte(pour: $0, Parametres(), .fr) }
    #expect(Set(texts.map(\.contenu)).count == 4)
    #expect(texts[0].articles.count == 12)
    #expect(!texts[1].articles.map(\.cle).contains(FaireSonBilan.cle))
    #expect(texts.allSatisfy { $0.articles.count >= 10 })
  }

  @Test func `le texte signé tient en une forme stable`() {
    let texte = charte.texte(pour: .expert, Parametres(), .fr)
    let again = charte.texte(pour: .expert, Parametres(), .fr)
    #expect(Array(texte.contenu.utf8) == Array(again.contenu.utf8))
    #expect(texte.contenu.hasPrefix("Charte des rencontres\nPour\u{a0}: Expert ou experte\n\nUne rencontre, "))
    #expect(texte.contenu.contains("\n\nTenir ses rendez-vous\nVous gardez libre le créneau"))
    #expect(texte.contenu.hasSuffix("\n\n\(texte.valeurs)\n"))
    #expect(!texte.contenu.unicodeScalars.contains("\r"))
    #expect(!texte.contenu.unicodeScalars.contains { $0.properties.canonicalCombiningClass != .notReordered })
  }

  @Test func `la dernière ligne dit toutes les valeurs`() {
    let p = Parametres.ailleurs
    for langue in Langue.allCases {
      let line = charte.texte(pour: .conseiller, p, langue).valeurs
      #expect(!line.contains("\n"))
      for parametre in charte.parametres {
        #expect(line.contains(langue(parametre.libelle)) && line.contains(langue(p.inWords(parametre)) + "."))
      }
    }
  }

  @Test func `un article se dit tenu à hauteur de ses promesses`() {
    #expect(ParlerAvecEgards.tenue == .notYet && !ParlerAvecEgards.enPartie)
    #expect(SEngager.tenue == .byCode && !SEngager.enPartie)
    #expect(TenirSesRendezVous.tenue == .byCode && TenirSesRendezVous.enPartie)
  }
}
