import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The gallery's workshop: invented, at a fixed moment.
private enum Scene {
  static let now = Exemple.now
  static let alice: PersonneID = Exemple.id(80)
  static let p = Parametres()
  static let lieu = Lieu(
    id: Exemple.id(81), dispositif: Exemple.dispositif, nom: "Maison du Pont", adresse: "3 rue du Pont",
    codePostal: "61110", commune: "Rémalard", telephone: "02 33 00 00 00", semaine: .vide, fuseau: .paris,
    aUnComptoir: false)

  static let programme = Atelier.Programme(
    titre: "Mes photos, à l’abri", finalite: "Mettre les photos de son téléphone à l’abri, et les retrouver.",
    etapes: ["Trouver ses photos", "Les copier", "Les retrouver le lendemain"],
    apporter: "Votre téléphone et son chargeur", retrouver: "Le pas à pas de l’atelier est à l’accueil.",
    niveau: .debutant, themes: Ensemble([.contenus, .materiel]), lieu: lieu.id, debut: now + .days(12) + .hours(4),
    fin: now + .days(12) + .hours(6), places: 3)

  static func atelier(_ etat: Atelier.Etat = .publie, dans jours: Int = 0) -> Atelier {
    var programme = programme
    (programme.debut, programme.fin) = (programme.debut + .days(jours), programme.fin + .days(jours))
    return Atelier(
      id: Exemple.id(82), dispositif: Exemple.dispositif, conseiller: alice, programme: programme, etat: etat,
      arrivees: jours < 0 ? 2 : 0, pointe: jours < 0 ? now - .hours(1) : nil, revision: 1)
  }

  static func inscrit(
    _ rang: Int, _ prenom: String, place: Int?, appeler: Bool = false, tiers: String = "",
    presence: Inscrit.Presence? = nil
  ) -> Inscrit {
    Inscrit(
      id: Exemple.id(90 + rang), atelier: Exemple.id(82), usager: nil, ordre: rang, par: .soi, etat: .inscrit,
      demande: now, aAppeler: appeler ? now : nil, presence: presence, place: place,
      contenu: .init(
        arrivant: Arrivant(prenom: prenom, initiale: "M", adaptations: ["lentement"]), tiers: tiers,
        contact: tiers.isEmpty ? "" : "02 33 11 22 33"))
  }

  static let inscrits = [
    inscrit(1, "Aline", place: 1, presence: .present), inscrit(2, "Zoé-Maëlle", place: 2, appeler: true),
    inscrit(3, "D’Artagnan", place: 3, tiers: "Léa, Mission locale"), inscrit(4, "Ousmane", place: nil),
  ]

  static func annonce(_ effectif: Effectif, _ etat: Atelier.Etat = .publie, dans jours: Int = 0) -> AtelierAnnonce {
    AtelierAnnonce(atelier: atelier(etat, dans: jours), lieu: lieu, effectif: effectif)
  }

  static let libre = Effectif(assis: 1, enAttente: 0)
  static let complet = Effectif(assis: 3, enAttente: 2)

  static func page(_ annonce: AtelierAnnonce, _ retour: Retour = Retour()) -> AtelierPage {
    AtelierPage(seal: Exemple.seal, annonce: annonce, parametres: p, retour: retour, now: now)
  }

  static func suivi(_ atelier: Atelier, _ inscrits: [Inscrit], fait: String = "", usager: UsagerID? = nil)
    -> AtelierSuiviPage
  {
    AtelierSuiviPage(
      seals: Seals(exemple: Exemple.seal), atelier: atelier, lieu: lieu, inscrits: inscrits,
      connus: [Option("1", "Aline R.")], usager: usager, mien: true, conseiller: "Alice M.", compteRendu: nil,
      retour: Retour(), fait: fait, now: now)
  }

  static func programmePage(_ atelier: Atelier?, _ retour: Retour) -> ProgrammePage {
    ProgrammePage(seal: Exemple.seal, atelier: atelier, lieux: [lieu], places: p[RendreAutonome.places], retour: retour)
  }

  static let code = CodeEcrit(fingerprint: String(repeating: "3c", count: 16), letters: ConseilRoom.lettresDuCode)

  static func trouve(rang: Int?) -> InscritTrouve {
    InscritTrouve(
      inscrit: inscrits[rang == nil ? 0 : 3], atelier: atelier(), lieu: lieu, rang: rang)
  }
}

extension ConseilRoom {
  /// The pages of workshops, with their states.
  static let atelierSpecimens: [Specimen] = publics + equipe

  private static var publics: [Specimen] {
    func retour(_ trouve: InscritTrouve?, fait: String = "", _ saisie: Saisie = Saisie()) -> RetourAtelierPage {
      RetourAtelierPage(
        seal: Exemple.seal, trouve: trouve, code: "", saisie: saisie, fait: fait, now: Scene.now)
    }
    return [
      Specimen(
        "ateliers", AteliersPage(ateliers: [Scene.annonce(Scene.libre), Scene.annonce(Scene.complet)], now: Scene.now)),
      Specimen("ateliers-vide", AteliersPage(ateliers: [], now: Scene.now)),
      Specimen("atelier", Scene.page(Scene.annonce(Scene.libre))),
      Specimen("atelier-attente", Scene.page(Scene.annonce(Scene.complet))),
      Specimen("atelier-complet", Scene.page(Scene.annonce(Effectif(assis: 3, enAttente: 10)))),
      Specimen("atelier-annule", Scene.page(Scene.annonce(Scene.libre, .annule))),
      Specimen("atelier-passe", Scene.page(Scene.annonce(Scene.libre, .tenu, dans: -20))),
      Specimen(
        "atelier-inscription",
        InscriptionPage(trouve: Scene.trouve(rang: nil), code: Scene.code, now: Scene.now, auTelephone: false)),
      Specimen(
        "atelier-inscription-attente",
        InscriptionPage(trouve: Scene.trouve(rang: 1), code: Scene.code, now: Scene.now, auTelephone: true)),
      Specimen("atelier-inscription-code", retour(nil)),
      Specimen("atelier-inscription-retrouvee", retour(Scene.trouve(rang: nil))),
      Specimen("atelier-inscription-annulee", retour(nil, fait: "annule")),
    ]
  }

  private static var equipe: [Specimen] {
    let liste = AteliersDeLEquipePage(
      ateliers: [
        (Scene.atelier(.brouillon, dans: 9), Scene.libre), (Scene.atelier(), Scene.libre),
        (Scene.atelier(.publie, dans: -14), Scene.complet), (Scene.atelier(.tenu, dans: -40), Scene.complet),
      ], lieux: [Scene.lieu.id: Scene.lieu], moi: Scene.alice, usager: nil, fuseau: .paris, now: Scene.now)
    let large = RendreAutonome.judge(.ouvrir(places: 10_000), Scene.p).motif
    let form = Scene.atelier().form(in: .paris)
    return [
      Specimen("ateliers-equipe", liste),
      Specimen("atelier-nouveau", Scene.programmePage(nil, Retour(form: FormData(pairs: [("places", "8")])))),
      Specimen("atelier-dix-mille", Scene.programmePage(nil, Retour(form: form, motif: large))),
      Specimen("atelier-programme", Scene.programmePage(Scene.atelier(), Retour(form: form))),
      Specimen("atelier-brouillon", Scene.suivi(Scene.atelier(.brouillon), [], fait: "garde")),
      Specimen("atelier-suivi", Scene.suivi(Scene.atelier(), Scene.inscrits, fait: "publie")),
      Specimen("atelier-jour", Scene.suivi(Scene.atelier(.publie, dans: -13), Scene.inscrits, fait: "pointe")),
      Specimen(
        "atelier-feuille",
        FeuillePage(
          atelier: Scene.atelier(), lieu: Scene.lieu, inscrits: Scene.inscrits.assis, conseiller: "Alice M.")),
    ]
  }
}
