import Chartes
import Foundation
import Html
import Testing

@Suite struct ParametresTests {
  let preavis = TenirSesRendezVous.preavis

  @Test(arguments: Charte.toutes)
  func `chaque paramètre porte la clé de son article et un défaut permis`(_ charte: Charte) {
    for article in charte.articles {
      for parametre in article.parametres {
        #expect(parametre.cle.hasPrefix(article.cle + "."))
        #expect(parametre.admits(parametre.defaut), "\(parametre.cle)")
        #expect(parametre.admits(parametre.bornes.lowerBound) && parametre.admits(parametre.bornes.upperBound))
        #expect(Parametres()[parametre] == parametre.defaut)
      }
    }
  }

  @Test func `les rencontres ont dix paramètres, le mentorat onze, le conseil dix-neuf`() {
    #expect(Set(Charte.rencontres.parametres.map(\.cle)).count == 10)
    #expect(Set(Charte.mentorat.parametres.map(\.cle)).count == 11)
    #expect(Set(Charte.conseil.parametres.map(\.cle)).count == 19)
  }

  @Test func `une valeur hors des bornes ou hors du pas n’est pas prise`() {
    let p = Parametres()
    #expect(p.setting(preavis, to: 0) == nil)
    #expect(p.setting(preavis, to: 1)?[preavis] == 1)
    #expect(p.setting(preavis, to: 168)?[preavis] == 168)
    #expect(p.setting(preavis, to: 169) == nil)
    #expect(p.setting(TenirSesRendezVous.duree, to: 50) == nil)
    #expect(p.setting(TenirSesRendezVous.duree, to: 60) != nil)
  }

  @Test func `l’écriture est une seule pour des valeurs égales`() throws {
    let p = Parametres().with(preavis, 48)
    #expect(
      p.json == """
        {"accueillir-chacun.duree":45,"accueillir-chacun.file":30,"accueillir-chacun.horizon":30,"accueillir-chacun.prevenance":2,\
        "agir-sous-mandat.conservation":2190,"agir-sous-mandat.duree":365,\
        "demander-par-interet.delai":5,"demander-par-interet.motivation":40,"demander-par-interet.ouvertes":3,\
        "demander-par-interet.plafond":4,"demander-par-interet.prevenance":24,\
        "ecrire-entre-deux-seances.binomes":5,"ecrire-entre-deux-seances.duree":60,\
        "ecrire-entre-deux-seances.intervalle":42,"ecrire-entre-deux-seances.messages":3,"faire-son-bilan.delai":7,\
        "formuler-sa-question.longueur":4000,"lire-aux-heures-dites.delai":2,"lire-aux-heures-dites.fermeture":18,\
        "lire-aux-heures-dites.ouverture":8,"orienter-ailleurs.verification":180,\
        "partir-des-besoins.etapes":12,"passer-le-relais.relance":10,"passer-le-relais.relances":3,\
        "passer-le-relais.verification":365,"preparer-la-rencontre.questions":3,\
        "proteger-les-donnees.avis":30,"proteger-les-donnees.conservation":24,"relire-son-chemin.avis":14,\
        "relire-son-chemin.conservation":730,"rendre-autonome.attente":10,"rendre-autonome.places":12,\
        "rendre-autonome.suite":3,"rendre-compte.manquants":10,"rendre-compte.rappel":2,"rendre-compte.retard":60,\
        "rester-discret.verrou":5,\
        "tenir-ses-rendez-vous.avance":15,"tenir-ses-rendez-vous.duree":45,"tenir-ses-rendez-vous.preavis":48}
        """)
    #expect(try Parametres(json: p.json) == p)
    let coded = try JSONDecoder().decode(Parametres.self, from: JSONEncoder().encode(p))
    #expect(coded == p)
    #expect(p.with(preavis, 24) == Parametres())
  }

  @Test func `une clé inconnue s’oublie, une clé absente prend son défaut`() throws {
    let p = try Parametres(json: #"{"tenir-ses-rendez-vous.preavis":36,"autre.chose":7,"libre":"mot"}"#)
    #expect(p == Parametres().with(preavis, 36))
  }

  @Test func `ce qu’une charte avait écrit seule se relit quand il y en a d’autres`() throws {
    let p = try Parametres(json: #"{"faire-son-bilan.delai":9,"tenir-ses-rendez-vous.preavis":36}"#)
    #expect(p[preavis] == 36 && p[FaireSonBilan.delai] == 9)
    for charte in [Charte.mentorat, .conseil] {
      for parametre in charte.parametres { #expect(p[parametre] == parametre.defaut) }
    }
  }

  @Test func `une valeur qui n’est plus permise devient la plus proche`() throws {
    let low = try Parametres(json: #"{"tenir-ses-rendez-vous.preavis":-3,"tenir-ses-rendez-vous.duree":44}"#)
    #expect(low[preavis] == 1)
    #expect(low[TenirSesRendezVous.duree] == 30)
    let high = try Parametres(json: #"{"tenir-ses-rendez-vous.preavis":900,"tenir-ses-rendez-vous.duree":1}"#)
    #expect(high[preavis] == 168)
    #expect(high[TenirSesRendezVous.duree] == 15)
  }

  @Test func `ce qui n’est pas un nombre entier ne se lit pas`() {
    #expect(throws: DecodingError.self) { try Parametres(json: #"{"tenir-ses-rendez-vous.preavis":"36"}"#) }
    #expect(throws: DecodingError.self) { try Parametres(json: "[]") }
  }

  @Test func `une valeur se dit avec son unité, au singulier comme au pluriel`() {
    #expect(preavis.inWords(24) == Phrase("24\u{a0}heures", "24\u{a0}hours"))
    #expect(preavis.inWords(1) == Phrase("1\u{a0}heure", "1\u{a0}hour"))
    #expect(FaireSonBilan.delai.inWords(1) == Phrase("1\u{a0}jour", "1\u{a0}day"))
    #expect(ProtegerLesDonnees.conservation.inWords(24) == Phrase("24\u{a0}mois", "24\u{a0}months"))
    #expect(ProtegerLesDonnees.conservation.inWords(1) == Phrase("1\u{a0}mois", "1\u{a0}month"))
    #expect(TenirSesRendezVous.duree.inWords(45) == Phrase("45\u{a0}minutes", "45\u{a0}minutes"))
    #expect(DemanderParInteret.motivation.inWords(0) == Phrase("0\u{a0}caractère", "0\u{a0}characters"))
    #expect(PreparerLaRencontre.questions.inWords(3) == Phrase("3", "3"))
    #expect(LireAuxHeuresDites.ouverture.inWords(8) == Phrase("8\u{a0}h", "8:00"))
  }
}
