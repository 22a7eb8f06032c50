import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What the gallery erases: invented.
private enum Fin {
  static let reste = Reste(
    mandats: [
      .init(
        ecrit: Decor.jour.advanced(by: -20), jusque: Decor.jour.advanced(by: 2201),
        empreinte: Empreinte.of("exemple"), enCours: true)
    ], comptesRendus: 7, aRendre: 1)
  /// Not seen for almost two years.
  static func ancien(_ usager: Usager, _ jours: Int) -> Usager {
    Usager(
      id: usager.id, dispositif: usager.dispositif, numero: usager.numero, revision: usager.revision,
      identite: usager.identite, cree: Decor.now - .days(jours + 40), contact: Decor.now - .days(jours),
      prevenu: Decor.now - .days(10))
  }

  static let rien = Reste(mandats: [], comptesRendus: 0, aRendre: 0)

  static func page(
    _ reste: Reste = reste, _ raison: RaisonDEffacement? = nil, _ saisie: Saisie = Saisie(), change: Bool = false
  ) -> EffacementPage {
    EffacementPage(
      seal: Exemple.seal, usager: Decor.suivie, reste: reste, raison: raison, saisie: saisie, change: change,
      fuseau: .paris, now: Decor.now)
  }

  static let dossier = Dossier(
    usager: Decor.suivie,
    rubriques: [
      Rubrique(
        "identite", Phrase("Qui vous êtes", "Who you are"),
        [
          [
            .ecrit("prenom", Titres.prenom, "Aline"),
            .nombre("naissance", Phrase("Année de naissance", "Year of birth"), 1954),
            .codes("adaptations", Titres.aide, Decor.suivie.identite.adaptationsConnues),
            .instant("contact", Phrase("Dernier contact", "Last contact"), Decor.suivie.contact),
          ]
        ]),
      Rubrique(
        "entretiens", Phrase("Les entretiens", "The interviews"),
        [6, 20].map { jours in
          [
            .instant("debut", Titres.debut, Decor.now - .days(jours)), .ecrit("avec", Titres.avec, "Alice M."),
            .ecrit("fait", Phrase("Ce qui a été fait", "What was done"), Decor.tenu.contenu.fait),
          ]
        }),
      Rubrique(
        "relais", Phrase("Les relais vers un service", "The referrals to a service"),
        [
          [
            .ecrit(
              "lettre", Phrase("La lettre", "The letter"),
              "Madame, Monsieur,\n\nNous vous confions une personne.\n\nAlice Marchand"),
            .mot("etat", Titres.etat, Relais.Etat.promis.phrase),
            .ecrit("empreinte", Phrase("Empreinte", "Fingerprint"), Empreinte.of("lettre")),
          ]
        ]),
    ], traitements: ConseilRoom.traitements.filter { ConseilRoom.traitementsDesUsagers.contains($0.cle) },
    terme: Decor.now + .days(724), donne: Decor.now, fuseau: .paris)
}

extension ConseilRoom {
  /// What a person may have of their thread, and its end.
  static let effacementSpecimens: [Specimen] = suiviFini + effacements + gardes

  private static var suiviFini: [Specimen] {
    let motif = ProtegerLesDonnees.judge(
      .init(contact: Decor.now - .days(710), prevenu: nil, retenu: false, fuseau: .paris, now: Decor.now), Decor.p
    ).motif
    return [
      Specimen("dossier", DossierPage(dossier: Fin.dossier)),
      Specimen(
        "usagers-bientot",
        UsagersPage(
          seal: Exemple.seal, usagers: [Fin.ancien(Decor.suivie, 719), Fin.ancien(Decor.anonyme, 701)], mots: "",
          form: .empty, saisie: Saisie(),
          fuseau: .paris, now: Decor.now,
          bientot: [
            (Fin.ancien(Decor.suivie, 719), Decor.jour.advanced(by: 12)),
            (Fin.ancien(Decor.anonyme, 701), Decor.jour.advanced(by: 30)),
          ],
          fait: "efface")),
      Specimen(
        "usager-bientot",
        UsagerPage(
          seals: Decor.seals, usager: Fin.ancien(Decor.suivie, 719), besoins: Decor.besoins, entretiens: [],
          retour: Retour(), fait: "",
          fuseau: .paris, now: Decor.now, fin: motif.map { (Decor.jour.advanced(by: 12), $0) })),
    ]
  }

  private static var effacements: [Specimen] {
    let demander = Decor.saisie { _ = try EffacementSaisi(.empty) }
    return [
      Specimen("effacement", Fin.page()), Specimen("effacement-sans-reste", Fin.page(Fin.rien)),
      Specimen("effacement-sans-raison", Fin.page(Fin.reste, nil, demander)),
      Specimen("effacement-confirmer", Fin.page(Fin.reste, .demande)),
      Specimen("effacement-change", Fin.page(change: true)),
      Specimen(
        "effacements",
        EffacementsPage(
          effacements: [(Decor.now - .days(2), .demande), (Decor.now - .days(9), .terme)], fuseau: .paris,
          now: Decor.now)),
      Specimen("effacements-vide", EffacementsPage(effacements: [], fuseau: .paris, now: Decor.now)),
    ]
  }

  private static var gardes: [Specimen] {
    let inconnue = Saisie(
      "empreinte",
      Phrase("Aucun mandat gardé ici ne porte cette empreinte.", "No mandate kept here bears this fingerprint."))
    return [
      Specimen("garde", GardePage(seal: Exemple.seal, empreinte: "", saisie: Saisie())),
      Specimen("garde-inconnue", GardePage(seal: Exemple.seal, empreinte: "a1b2", saisie: inconnue)),
      Specimen("garde-ouverte", MandatGardePage(garde: mandatGardeExemple, now: Decor.now)),
    ]
  }
}
