import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The gallery's meeting: invented, at a fixed moment.
private enum Scene {
  static let now = Exemple.now
  static let aujourdhui = Jour(now, in: .paris)
  static let bruno = Prenom(prenom: "Bruno", initiale: "L")
  static let amina = Prenom(prenom: "Amina", initiale: "R")
  static let profil = Profil(
    expert: Exemple.bruno, dispositif: Exemple.dispositif, metier: "Boulanger",
    fiche:
      "Je commence à trois heures. On pétrit, on façonne, on cuit\u{a0}; à sept heures la boutique sent bon.\nLe plus dur, c’est le rythme. Le plus beau, c’est la première fournée.",
    presentation: "Venez avec toutes vos questions, même celles qui vous semblent bêtes.", plafond: 4)
  static let motivation =
    "J’aime le travail du matin et faire quelque chose de mes mains. Je voudrais comprendre une vraie journée."
  static let questions = [
    Question(rang: 1, texte: "À quelle heure commence votre journée, et comment tient-on\u{a0}?", posee: true),
    Question(rang: 2, texte: "Qu’est-ce qui vous a fait choisir ce métier\u{a0}?", posee: false),
    Question(rang: 3, texte: "Par quelle formation êtes-vous passé\u{a0}?", posee: false),
  ]

  static var creneaux: [Creneau] {
    let semaine = PlageHebdomadaire(weekday: 4, start: 1080, end: 1200).flatMap { try? Semaine([$0]) } ?? .vide
    return semaine.creneaux(from: now, to: now + .days(28), in: .paris, minutes: 45)
  }

  static func rencontre(_ etat: Rencontre.Etat, debut: Instant) -> Rencontre {
    Rencontre(
      id: Exemple.id(40), dispositif: Exemple.dispositif, explorateur: Exemple.amina, expert: Exemple.bruno,
      debut: debut, fin: debut + .minutes(45), etat: etat, version: 1, sequence: 1, envoyee: now - .days(1),
      echeance: now + .days(4), bilanAttendu: debut + .days(7))
  }

  static let aVenir = rencontre(.acceptee, debut: now + .days(5))
  static let passee = rencontre(.acceptee, debut: now - .days(2))
  static let demandee = rencontre(.demandee, debut: now + .days(6))

  static let bilan = Bilan(
    tenue: true, humeur: .bonne, projet: .confirme,
    appris: "Le réveil à deux heures m’impressionne, mais le travail d’équipe me plaît.",
    remerciement: "Bonjour Bruno, merci pour votre temps et votre franchise. Amina", remis: now - .days(1), lu: nil,
    reponse: "")

  static func page(_ rencontre: Rencontre, for moi: PersonneID, bilan: Bilan? = nil, fait: String = "") -> RencontrePage
  {
    RencontrePage(
      seal: Exemple.seal, rencontre: rencontre, moi: moi, explorateur: amina, expert: bruno, metier: profil.metier,
      motivation: motivation, questions: questions,
      mot: rencontre.etat == .acceptee ? "Avec plaisir, à jeudi\u{a0}!" : "",
      annulation: nil, bilan: bilan, ouverture: rencontre.debut - .minutes(15), now: now, fuseau: .paris, fait: fait)
  }

  /// What an expert keeps of a meeting whose explorer left.
  static let partie = RencontrePage(
    seal: Exemple.seal, rencontre: passee, moi: Exemple.bruno, explorateur: .partie(.fr), expert: bruno,
    metier: profil.metier, motivation: "", questions: [], mot: "", annulation: nil, bilan: nil,
    ouverture: passee.debut - .minutes(15), now: now, fuseau: .paris, fait: "")
}

extension RencontresRoom {
  /// Every page of this room, with its states.
  package static let specimens: [Specimen] = search + asking + agreed + room + reviews + following

  private static var search: [Specimen] {
    let found = Trouvaille(
      expert: Exemple.bruno, prenom: Scene.bruno, metier: "Boulanger", presentation: Scene.profil.presentation)
    return [
      Specimen("recherche", RecherchePage(mots: "", trouvailles: [found])),
      Specimen("recherche-vide", RecherchePage(mots: "dompteur", trouvailles: [])),
      Specimen(
        "fiche",
        FichePage(
          profil: Scene.profil, prenom: Scene.bruno, premier: Scene.creneaux.first, fuseau: .paris,
          aujourdhui: Scene.aujourdhui, duree: Parametres().inWords(TenirSesRendezVous.duree), explore: true)),
      Specimen(
        "profil",
        ProfilPage(
          seal: Exemple.seal, profil: Scene.profil, plafondPropose: 4, form: .empty, saisie: Saisie(), refus: nil,
          fait: "publie")),
      Specimen(
        "disponibilite",
        DisponibilitePage(
          seal: Exemple.seal,
          lignes: [.init(jour: "4", debut: "18:00", fin: "20:00"), .init(jour: "1", debut: "19:00", fin: "18:00")],
          fuseau: .paris,
          saisie: Saisie(
            "plage-1",
            Phrase(
              "Donnez une heure de début, puis une heure de fin plus tard. Comptez par quarts d’heure\u{a0}: 18:00, 18:15…",
              "Give a start time, then a later end time. Count in quarter hours: 18:00, 18:15…")), fait: "")),
    ]
  }

  private static var asking: [Specimen] {
    func page(_ form: FormData, _ saisie: Saisie, _ motif: Motif?) -> DemandePage {
      DemandePage(
        seal: Exemple.seal, profil: Scene.profil, prenom: Scene.bruno, creneaux: Scene.creneaux, fuseau: .paris,
        aujourdhui: Scene.aujourdhui, parametres: Parametres(), form: form, saisie: saisie, motif: motif, fait: "")
    }
    let typed = FormData(pairs: [("motivation", Scene.motivation), ("question", Scene.questions[0].texte)])
    let refused = PreparerLaRencontre.judge(.init(questions: [Scene.questions[0].texte]), Parametres()).motif
    return [
      Specimen("demande", page(.empty, Saisie(), nil)), Specimen("demande-refusee", page(typed, Saisie(), refused)),
      Specimen(
        "reponse",
        ReponsePage(
          seal: Exemple.seal, rencontre: Scene.demandee, prenom: Scene.amina, motivation: Scene.motivation,
          questions: Scene.questions.map(\.texte), fuseau: .paris, aujourdhui: Scene.aujourdhui, form: .empty,
          saisie: Saisie(), motif: nil)),
    ]
  }

  private static var agreed: [Specimen] {
    let lignes = [Scene.demandee, Scene.aVenir, Scene.passee].map {
      RencontresPage.Ligne(rencontre: $0, prenom: Scene.bruno, bilanRemis: false)
    }
    return [
      Specimen(
        "rencontres",
        RencontresPage(
          moi: Exemple.amina, lignes: lignes, now: Scene.now, fuseau: .paris, explore: true, recoit: false)),
      Specimen(
        "rencontres-vide",
        RencontresPage(moi: Exemple.amina, lignes: [], now: Scene.now, fuseau: .paris, explore: true, recoit: false)),
      Specimen("rencontre-demandee", Scene.page(Scene.demandee, for: Exemple.amina, fait: "envoyee")),
      Specimen("rencontre-a-venir", Scene.page(Scene.aVenir, for: Exemple.bruno)),
      Specimen("rencontre-passee", Scene.page(Scene.passee, for: Exemple.bruno, bilan: Scene.bilan)),
      Specimen("rencontre-partie", Scene.partie),
      Specimen("annulation", annulation(.acceptee)),
      Specimen("annulation-demande", annulation(.demandee)),
    ]
  }

  /// Three hours before: too late for the notice, if it was agreed.
  private static func annulation(_ etat: Rencontre.Etat) -> AnnulationPage {
    let situation = TenirSesRendezVous.Situation(debut: Scene.now + .hours(3), now: Scene.now)
    return AnnulationPage(
      seal: Exemple.seal, rencontre: Scene.rencontre(etat, debut: situation.debut), prenom: Scene.bruno,
      classe: TenirSesRendezVous.classe(situation, Parametres()),
      verdict: TenirSesRendezVous.judge(situation, Parametres()), limite: Scene.now - .hours(21), fuseau: .paris,
      aujourdhui: Scene.aujourdhui, form: .empty, saisie: Saisie())
  }

  private static var room: [Specimen] {
    func page(open: Bool) -> SallePage {
      SallePage(
        seal: Exemple.seal, salle: Salle(rencontre: Scene.aVenir, ouverture: Scene.aVenir.debut - .minutes(15)),
        ouverte: open, poli: true, prenom: Scene.bruno, questions: Scene.questions, fuseau: .paris,
        aujourdhui: Scene.aujourdhui)
    }
    return [Specimen("salle", page(open: true)), Specimen("salle-avant", page(open: false))]
  }

  private static var reviews: [Specimen] {
    func form(_ motif: Motif?) -> BilanFormPage {
      BilanFormPage(
        seal: Exemple.seal, rencontre: Scene.passee, expert: Scene.bruno, moi: "Amina", fuseau: .paris,
        aujourdhui: Scene.aujourdhui, form: motif == nil ? .empty : FormData(pairs: [("remerciement", "")]),
        saisie: Saisie(), motif: motif, fait: "")
    }
    func page(_ accompagne: Bool) -> BilanPage {
      BilanPage(
        seal: Exemple.seal, rencontre: Scene.passee, bilan: Scene.bilan, accompagne: accompagne,
        explorateur: Scene.amina, expert: Scene.bruno, fuseau: .paris, saisie: Saisie(), fait: "")
    }
    return [
      Specimen("bilan-a-ecrire", form(nil)),
      Specimen("bilan-sans-merci", form(Remercier.judge(.init(tenue: true, mot: ""), Parametres()).motif)),
      Specimen("bilan", page(false)), Specimen("bilan-a-lire", page(true)),
    ]
  }

  private static var following: [Specimen] {
    let lignes = [
      SuiviPage.Ligne(
        personne: Exemple.amina, prenom: Scene.amina, rencontres: [Scene.passee], bilans: [Scene.passee.id: false]),
      SuiviPage.Ligne(
        personne: Exemple.id(5), prenom: Prenom(prenom: "Yanis", initiale: "T"),
        rencontres: [Scene.rencontre(.acceptee, debut: Scene.now - .days(12))], bilans: [:]),
      SuiviPage.Ligne(
        personne: Exemple.id(6), prenom: Prenom(prenom: "Lou", initiale: "M"), rencontres: [Scene.aVenir], bilans: [:]),
    ]
    let names: [Fait.Nom] = [.entree, .engagement, .demande, .acceptation, .arrivee, .bilan, .remerciement]
    let faits = zip(names, 0...).map { nom, rank in
      Fait(nom, of: Exemple.amina, about: "exemple", by: .person(Exemple.amina), at: Scene.now - .days(10 - rank))
    }
    return [
      Specimen("suivi", SuiviPage(lignes: lignes, now: Scene.now, fuseau: .paris)),
      Specimen("suivi-vide", SuiviPage(lignes: [], now: Scene.now, fuseau: .paris)),
      Specimen(
        "chemin",
        CheminPage(
          personne: Exemple.amina, prenom: Scene.amina, rencontres: [Scene.passee],
          experts: [Exemple.bruno: Scene.bruno], faits: faits,
          now: Scene.now, fuseau: .paris)),
    ]
  }
}
