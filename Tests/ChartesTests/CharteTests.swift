import Chartes
import Html
import Testing

@Suite struct CharteTests {
  let rencontres = Charte.rencontres

  @Test func `les articles viennent dans l’ordre de la charte`() {
    #expect(
      rencontres.articles.map { $0.cle } == [
        "s-engager", "garder-son-acces", "tenir-ses-rendez-vous", "parler-avec-egards", "preparer-la-rencontre",
        "demander-par-interet", "respecter-la-personne", "rester-bienveillant", "garder-la-bonne-humeur",
        "passer-par-la-plateforme", "faire-son-bilan", "remercier",
      ])
    #expect(
      Charte.mentorat.articles.map { $0.cle } == [
        "ecrire-entre-deux-seances", "taire-ce-qui-identifie", "lire-aux-heures-dites", "formuler-sa-question",
        "relire-son-chemin", "orienter-ailleurs", "signer-a-deux",
      ])
    #expect(
      Charte.conseil.articles.map { $0.cle } == [
        "accueillir-chacun", "garder-sa-reserve", "rester-discret", "aller-vers", "partir-des-besoins",
        "rendre-autonome", "conseiller-sans-parti", "proteger-les-donnees", "agir-sous-mandat", "passer-le-relais",
        "s-appuyer-sur-ses-pairs", "rendre-compte",
      ])
  }

  @Test(arguments: Charte.toutes)
  func `une charte et un article se retrouvent par leur nom`(_ charte: Charte) {
    #expect(Charte.named(charte.cle)?.titre == charte.titre)
    #expect(Charte.named("ailleurs") == nil)
    for article in charte.articles { #expect(charte.article(named: article.cle)?.titre == article.titre) }
    #expect(charte.article(named: "ailleurs") == nil)
  }

  @Test func `deux chartes ne se partagent ni nom, ni article, ni paramètre`() {
    #expect(Charte.toutes.map(\.cle) == ["rencontres", "mentorat", "conseil"])
    let articles = Charte.toutes.flatMap(\.articles).map { $0.cle }
    #expect(Set(articles).count == articles.count)
    let parametres = Charte.toutes.flatMap(\.parametres).map(\.cle)
    #expect(Set(parametres).count == parametres.count)
  }

  @Test(arguments: Charte.toutes)
  func `chaque rôle signe un texte à lui`(_ charte: Charte) {
    let texts = charte.roles.map { charte.texte(pour: $0, Parametres(), .fr) }
    #expect(Set(texts.map(\.contenu)).count == charte.roles.count)
    #expect(Set(texts.map { $0.articles.map(\.phrase) }).count == charte.roles.count)
  }

  @Test(arguments: Charte.toutes)
  func `seuls les rôles de la charte y promettent quelque chose`(_ charte: Charte) {
    for role in Role.allCases {
      let owes = charte.articles.contains { $0.texte(pour: role, Parametres()) != nil }
      #expect(owes == charte.roles.contains(role), "\(role)")
    }
  }

  @Test func `chacun des quatre rôles des rencontres a sa part des articles`() {
    let texts = rencontres.roles.map { rencontres.texte(pour: $0, Parametres(), .fr) }
    #expect(rencontres.roles == [.explorateur, .expert, .conseiller, .coordinateur])
    #expect(texts[0].articles.count == 12)
    #expect(!texts[1].articles.map(\.cle).contains(FaireSonBilan.cle))
    #expect(texts.allSatisfy { $0.articles.count >= 10 })
  }

  @Test func `au mentorat, chacun des trois rôles doit quelque chose dans chaque article`() {
    #expect(Charte.mentorat.roles == [.accompagne, .mentor, .coordinateur])
    for role in Charte.mentorat.roles {
      #expect(Charte.mentorat.texte(pour: role, Parametres(), .fr).articles.count == 7, "\(role)")
    }
  }

  @Test func `au conseil, qui aide et qui coordonne doivent quelque chose dans chaque article`() {
    #expect(Charte.conseil.roles == [.conseillerNumerique, .coordinateur])
    for role in Charte.conseil.roles {
      #expect(Charte.conseil.texte(pour: role, Parametres(), .fr).articles.count == 12, "\(role)")
    }
  }

  @Test(arguments: Charte.toutes)
  func `le texte signé tient en une forme stable`(_ charte: Charte) {
    for langue in Langue.allCases {
      for role in charte.roles {
        let texte = charte.texte(pour: role, Parametres(), langue)
        let again = charte.texte(pour: role, Parametres(), langue)
        #expect(Array(texte.contenu.utf8) == Array(again.contenu.utf8))
        #expect(texte.contenu.hasPrefix("\(langue(charte.titre))\n\(texte.destinataire)\n\n\(texte.preambule)\n\n"))
        #expect(texte.contenu.hasSuffix("\n\n\(texte.valeurs)\n"))
        #expect(!texte.contenu.unicodeScalars.contains("\r"))
        #expect(!texte.contenu.unicodeScalars.contains { $0.properties.canonicalCombiningClass != .notReordered })
      }
    }
  }

  @Test func `un texte signé se lit de son titre à ses articles`() {
    let expert = rencontres.texte(pour: .expert, Parametres(), .fr).contenu
    #expect(expert.hasPrefix("Charte des rencontres\nPour\u{a0}: Expert ou experte\n\nUne rencontre, "))
    #expect(expert.contains("\n\nTenir ses rendez-vous\nVous gardez libre le créneau"))
    let mentor = Charte.mentorat.texte(pour: .mentor, Parametres(), .fr).contenu
    #expect(mentor.hasPrefix("Charte du mentorat\nPour\u{a0}: Mentor\n\nEntre deux séances, "))
    #expect(mentor.contains("\n\nLire aux heures dites\nVous lisez et vous répondez"))
    let adviser = Charte.conseil.texte(pour: .conseillerNumerique, Parametres(), .fr).contenu
    #expect(adviser.hasPrefix("Charte du conseil numérique\nPour\u{a0}: Conseiller ou conseillère numérique\n\nOn "))
    #expect(adviser.contains("\n\nAgir sous mandat\nVous agissez pour une personne"))
  }

  @Test(arguments: Charte.toutes)
  func `la dernière ligne dit toutes les valeurs, et celles d’aucune autre charte`(_ charte: Charte) {
    let p = Parametres.ailleurs
    let others = Charte.toutes.filter { $0.cle != charte.cle }.flatMap(\.parametres)
    for langue in Langue.allCases {
      for role in charte.roles {
        let line = charte.texte(pour: role, p, langue).valeurs
        #expect(!line.contains("\n"))
        let colon = langue("\u{a0}: ", ": ")
        for parametre in charte.parametres {
          #expect(line.contains(langue(parametre.libelle) + colon + langue(p.inWords(parametre)) + "."))
        }
        for parametre in others { #expect(!line.contains(langue(parametre.libelle) + colon)) }
      }
    }
  }

  @Test func `un article se dit tenu à hauteur de ses promesses`() {
    #expect(ParlerAvecEgards.tenue == .notYet && !ParlerAvecEgards.enPartie)
    #expect(SEngager.tenue == .byCode && !SEngager.enPartie)
    #expect(TenirSesRendezVous.tenue == .byCode && TenirSesRendezVous.enPartie)
    #expect(OrienterAilleurs.tenue == .byCode && !OrienterAilleurs.enPartie)
  }

  @Test(arguments: Charte.toutes)
  func `un motif nomme son article, et donne une raison et une issue`(_ charte: Charte) {
    let motifs = Textes.motifs(charte, Parametres())
    for motif in motifs {
      #expect(motif.titre == charte.article(named: motif.cle)?.titre)
      #expect(motif.pourquoi.fr != motif.issue.fr && motif.pourquoi.en != motif.issue.en)
    }
    let judges = charte.articles.filter { $0 is any ArticleJuge.Type }
    #expect(Set(motifs.map(\.cle)) == Set(judges.map { $0.cle }))
  }
}
