import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  /// Reports, one's own month: with their states.
  static let comptesSpecimens: [Specimen] = saisies + listes + moisSpecimens

  private static var saisies: [Specimen] {
    func page(_ retour: Retour, personne: String? = nil, depose: CompteRenduID? = nil) -> CompteRenduPage {
      CompteRenduPage(
        seal: Exemple.seal, vers: "/comptes-rendus", personne: personne, revision: depose.map { _ in 2 },
        lieux: [Decor.pont, Decor.bourg], retour: retour, depose: depose, autre: Exemple.seal)
    }
    let atelier = FormData(pairs: [
      ("type", TypeDeCompteRendu.collectif.rawValue), ("jour", Decor.jour.iso), ("minutes", "120"),
      ("canal", Canal.lieu.rawValue), ("lieu", Decor.pont.id.text), ("theme", Thematique.contenus.rawValue),
      ("participants", "6"), ("titre", "Mes photos, à l’abri"), ("age-\(TrancheAge.de40a59.rawValue)", "3"),
      ("age-\(TrancheAge.de60a69.rawValue)", "5"), ("genre-\(Genre.feminin.rawValue)", "4"),
    ])
    let refuse = Decor.saisie { _ = try CompteRendu.Teneur(atelier, attente: nil, ecrits: .init()) }
    return [
      Specimen("compte-rendu", page(Retour(form: Decor.rendu(1, .avec).teneur.form), personne: "Aline R.")),
      Specimen("compte-rendu-nombres", page(Retour(form: atelier, saisie: refuse))),
      Specimen(
        "compte-rendu-correction",
        page(Retour(form: Decor.rendu(1, .avec).teneur.form), personne: "Aline R.", depose: Exemple.id(281))),
    ]
  }

  private static var listes: [Specimen] {
    func page(
      _ manquants: [ComptesRendusPage.Manquant], _ rendus: [CompteRendu], depose: CompteRenduID? = nil,
      conseil: Motif? = nil
    ) -> ComptesRendusPage {
      ComptesRendusPage(
        seal: Exemple.seal, manquants: manquants, couvertures: rendus.isEmpty ? [] : Decor.couvertures, rendus: rendus,
        lieux: [Decor.pont.id: Decor.pont.nom], depose: depose, fait: "depose", conseil: conseil, fuseau: .paris,
        now: Decor.now)
    }
    let manquants = [
      ComptesRendusPage.Manquant(
        vers: "/comptes-rendus/nouveau?entretien=\(Decor.tenu.id)", debut: Decor.tenu.debut, quoi: "Aline R."),
      .init(vers: "/comptes-rendus/nouveau", debut: Decor.now - .days(1), quoi: ""),
    ]
    let rendus = [Decor.rendu(1, .pour), Decor.rendu(2, .apprendre), Decor.atelier(3)]
    let again = RendreAutonome.judge(.aider(pourDeSuite: 10_000), Decor.p).motif
    return [
      Specimen("comptes-rendus-vide", page([], [])),
      Specimen("comptes-rendus", page(manquants, rendus, depose: rendus[0].id)),
      Specimen("comptes-rendus-conseil", page([], rendus, depose: rendus[0].id, conseil: again)),
    ]
  }

  private static var moisSpecimens: [Specimen] {
    let passe = AutoEvaluation(
      mois: "2026-10",
      contenu: .init(
        reussi: "J’ai laissé la souris plus souvent.", difficile: "Les matins où la file est longue.",
        change: "Poser la question du besoin avant d’ouvrir l’ordinateur."))
    func page(_ evaluations: [AutoEvaluation], fait: String = "") -> AutoEvaluationPage {
      AutoEvaluationPage(
        seal: Exemple.seal, mois: Decor.jour.mois, evaluations: evaluations, couvertures: Decor.couvertures,
        retour: Retour(), fait: fait)
    }
    let courante = AutoEvaluation(
      mois: Decor.jour.mois, contenu: .init(reussi: "Deux personnes reviennent seules.", difficile: "", change: ""))
    return [
      Specimen("auto-evaluation-vide", page([])), Specimen("auto-evaluation", page([courante, passe], fait: "garde")),
    ]
  }
}

extension Decor {
  static let couvertures = [
    Couverture(mois: "2026-11", tenus: 31, rendus: 29), Couverture(mois: "2026-10", tenus: 44, rendus: 44),
  ]

  /// An interview told, some days ago.
  static func rendu(_ rang: Int, _ facon: Facon, ilYA jours: Int = 0) -> CompteRendu {
    compteRendu(rang, ilYA: jours) { teneur in
      teneur.facon = facon
      teneur.autonomie = facon == .pour ? .guidee : .partielle
    }
  }

  /// A workshop told: eight people, whose ages were partly said.
  static func atelier(_ rang: Int, ilYA jours: Int = 0) -> CompteRendu {
    compteRendu(rang, ilYA: jours) { teneur in
      (teneur.type, teneur.minutes, teneur.attente) = (.collectif, 120, nil)
      (teneur.themes, teneur.demarches, teneur.niveau) = (Ensemble([.contenus, .materiel]), Ensemble([]), .debutant)
      teneur.publics = Publics(
        participants: 8, deja: 2, genres: [2, 5, 1], ages: [0, 0, 0, 1, 1, 1, 5, 0], statuts: [6, 0, 1, 0, 1])
      teneur.ecrits.titre = "Mes photos, à l’abri"
    }
  }

  private static func compteRendu(
    _ rang: Int, ilYA jours: Int, _ change: (inout CompteRendu.Teneur) -> Void
  ) -> CompteRendu {
    var teneur = CompteRendu.Teneur(
      jour: jour.advanced(by: -jours), type: .individuel, canal: .lieu, lieu: pont.id, minutes: 45, attente: 8,
      themes: Ensemble([.sante, .demarches]), demarches: Ensemble([.social]), materiel: Ensemble([.ordinateur]),
      facon: nil, autonomie: nil, redirection: nil, issue: nil, niveau: nil,
      publics: Publics(genre: .feminin, age: .plusDe70, statut: .retraite, deja: true), ecrits: .init())
    change(&teneur)
    return CompteRendu(
      id: Exemple.id(280 + rang), dispositif: Exemple.dispositif, conseiller: alice, entretien: nil,
      usager: suivie.id, revision: 1, cree: now, modifie: now, teneur: teneur)
  }
}
