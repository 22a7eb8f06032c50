import Base
import Chartes
import Discretion
import Html
import Personnes
import Temps
import Web
import WhatsApp

/// The gallery's pair: invented, at a fixed moment.
private enum Scene {
  static let now = Exemple.now
  static let marc: PersonneID = Exemple.id(60)
  static let nour: PersonneID = Exemple.id(61)
  static let prenomDeMarc = Prenom(prenom: "Marc", initiale: "A")
  static let prenomDeNour = Prenom(prenom: "Nour", initiale: "H")
  static let id: BinomeID = Exemple.id(62)
  static let p = Parametres()

  static let binome = Binome(
    id: id, dispositif: Exemple.dispositif, mentor: marc, accompagne: nour, forme: now - .days(40), contact: now,
    clos: nil, efface: nil)
  static let premiere = Seance(id: Exemple.id(63), debut: now - .days(20))
  static let prochaine = Seance(id: Exemple.id(64), debut: now + .days(8))
  static let seances = Seances(toutes: [premiere, prochaine], resumees: [], proposee: nil, now: now)
  static let attendue = Seances(
    toutes: [Seance(id: Exemple.id(65), debut: now - .days(30)), premiere], resumees: [],
    proposee: DateProposee(debut: now + .days(9), remplace: nil, par: marc), now: now)

  static let termes: Termes = {
    let frame = Termes(p, in: .paris)
    return Termes(
      plages: frame.plages, fuseau: frame.fuseau, feries: frame.feries, delai: frame.delai,
      conservation: frame.conservation, seances: [premiere.debut, prochaine.debut])
  }()
  static let convention = Convention(
    binome: id, numero: 1, version: 1, termes: termes, proposeePar: marc, proposee: now - .days(38),
    convenue: now - .days(37))
  static let aSigner = Convention(
    binome: id, numero: 1, version: 1, termes: termes, proposeePar: marc, proposee: now - .days(1), convenue: nil)

  static func cadre(_ role: Role, _ seances: Seances = seances) -> Cadre {
    Cadre(
      binome: binome, moi: role, convention: convention, parametres: p, seances: seances,
      horaire: termes.horaire(absences: []))
  }

  static func texte(_ mots: (String, String)...) -> Texte { Texte(FormData(pairs: mots)) }

  static let question = Message(
    id: Exemple.id(66), binome: id, seance: premiere.id, auteur: nour, genre: .question, reponseA: nil,
    ecrit: now - .days(3), arrivee: now - .days(2), retire: nil,
    texte: texte(
      ("situation", "J’ai demandé deux jours pour répondre à une demande. On me les a donnés."),
      ("pensee", "Je ne pensais pas que ce serait aussi simple."),
      ("question", "Comment en faire une habitude\u{a0}?")), formulations: 2)
  static let reponse = Message(
    id: Exemple.id(67), binome: id, seance: premiere.id, auteur: marc, genre: .seance, reponseA: question.id,
    ecrit: now - .days(2), arrivee: now - .days(1), retire: nil,
    texte: texte(("libre", "Parlons-en à notre prochaine séance.")), formulations: 1)
  static let enMain = Message(
    id: Exemple.id(68), binome: id, seance: premiere.id, auteur: nour, genre: .question, reponseA: nil, ecrit: now,
    arrivee: now + .days(2) - .hours(2), retire: nil,
    texte: texte(("libre", "Je voudrais préparer la façon de le dire à mon équipe.")), formulations: 1)

  static func fil(
    _ role: Role, _ messages: [Message], seances: Seances = seances, fait: String = ""
  ) -> FilPage {
    FilPage(
      seal: Exemple.seal, autresGestes: { Exemple.seal }, cadre: cadre(role, seances),
      moi: role == .mentor ? marc : nour, autre: role == .mentor ? prenomDeNour : prenomDeMarc, messages: messages,
      orientations: [], lignes: LigneAide.premieres, enCours: Texte(), quand: now + .days(2) - .hours(2), charge: 2,
      aSigner: false,
      fuseau: .paris, now: now, fait: fait)
  }

  static let nomme = "Sandrine Vidal m’a demandé de rappeler avant midi au 06 12 34 56 78."
  static let relecture = Relecture(
    texte: texte(("libre", nomme)),
    parties: [
      .init(
        partie: .libre, texte: nomme,
        trouvailles: [
          trouvaille(0..<14, .personne, .probable, "Mme A"),
          trouvaille(53..<67, .telephone, .certaine, "[numéro de téléphone]"),
        ])
    ], savoir: Savoir(carnet: Carnet(), noms: [], nies: []), role: .accompagne)

  static func trouvaille(
    _ place: Range<Int>, _ sorte: Trouvaille.Sorte, _ certitude: Trouvaille.Certitude, _ mots: String
  ) -> Trouvaille {
    Trouvaille(place: place, sorte: sorte, certitude: certitude, proposition: .init(place: place, texte: mots))
  }

  static func ecrire(
    _ sujet: EcrirePage.Sujet, _ relecture: Relecture? = nil, _ motif: Motif? = nil, aide: Aide? = nil
  ) -> EcrirePage {
    EcrirePage(
      sujet: sujet,
      composeur: Composeur(
        vers: "/binomes/\(id)/messages", seal: Exemple.seal, relire: "/binomes/\(id)/relecture",
        texte: relecture?.texte ?? Texte(), parties: sujet == .nouveau ? Texte.Partie.allCases : [.libre],
        relecture: relecture, motif: motif, conseil: motif?.cle == FormulerSaQuestion.cle, nies: [], envoyer: "Envoyer"),
      question: sujet == .reponse ? MessageVu(message: question, auteur: "Nour", mien: false) : nil, aide: aide,
      quand: now + .days(2), autre: sujet == .reponse ? "Nour" : "Marc",
      role: sujet == .reponse ? .mentor : .accompagne, fuseau: .paris,
      fuseauDuMentor: Fuseau("Indian/Reunion") ?? .paris, now: now, fermeture: sujet == .reponse ? now + .days(1) : nil)
  }

  static let acte = Acte(
    binome: id, numero: 1,
    contenu:
      "VADEMECUM ACTE 1\nbinome \(id)\nconvention 1\nsel exemple\n\n[fr] SHA-256 9f86d0…\n\nCharte du mentorat\n…\n",
    cachet: Cachet(signature: [UInt8](repeating: 7, count: 64), clePublique: [UInt8](repeating: 9, count: 32)))
}

extension MentoratRoom {
  /// Every page of this room, with its states.
  package static let specimens: [Specimen] = pairs + agreements + threads + writing + paths + elsewhere

  private static var pairs: [Specimen] {
    func page(_ lignes: [BinomesPage.Ligne], _ coordination: BinomesPage.Coordination?, _ motif: Motif? = nil)
      -> BinomesPage
    {
      BinomesPage(
        seal: Exemple.seal, lignes: lignes, coordination: coordination, form: .empty, saisie: Saisie(), motif: motif,
        fuseau: .paris, now: Scene.now, fait: "forme")
    }
    let lignes = [
      BinomesPage.Ligne(
        id: Scene.id, autre: Scene.prenomDeNour, role: .mentor, etat: .encours(prochaine: Scene.prochaine.debut)),
      .init(id: Exemple.id(70), autre: Prenom(prenom: "Elsa", initiale: "R"), role: .mentor, etat: .aConvenir),
      .init(id: Exemple.id(71), autre: Prenom(prenom: "Tom", initiale: "G"), role: .mentor, etat: .clos),
    ]
    let vu = BinomeVu(
      mentor: Scene.marc, accompagne: Scene.nour, signe: true, prochaine: Scene.prochaine.debut, clos: false)
    let coordination = BinomesPage.Coordination(
      dispositif: "Mentorat du Perche", binomes: [(vu, "Marc A.", "Nour H.")], mentors: [("1", "Marc A.")],
      accompagnes: [("2", "Nour H.")], binomesParMentor: 5)
    let full = EcrireEntreDeuxSeances.judge(.former(binomes: 5), Scene.p).motif
    return [
      Specimen("binomes", page(lignes, nil)), Specimen("binomes-vide", page([], nil)),
      Specimen("binomes-coordination", page([], coordination)),
      Specimen("binomes-complet", page([], coordination, full)),
      Specimen(
        "absences",
        AbsencesPage(
          seal: Exemple.seal, retraits: [Exemple.seal],
          absences: [Jour(Scene.now, in: .paris)...Jour(Scene.now + .days(6), in: .paris)],
          today: Jour(Scene.now, in: .paris), form: .empty, saisie: Saisie(), fait: "gardee")),
      Specimen("fin-binome", FinPage(seal: Exemple.seal, binome: Scene.id, autre: "Marc", enAttente: 1)),
    ]
  }

  private static var agreements: [Specimen] {
    func page(_ convention: Convention?, form: TermesForm? = nil, fait: String = "") -> ConventionPage {
      ConventionPage(
        seal: Exemple.seal, binome: Scene.id, autre: "Marc", convention: convention, parametres: Scene.p,
        empreinte: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        signataires: [
          .init(role: .mentor, nom: "Marc", le: Scene.now - .days(1)), .init(role: .accompagne, nom: "Nour", le: nil),
        ], jaiSigne: false, formulaire: form, clos: false, fuseau: .paris, now: Scene.now, fait: fait)
    }
    let form = TermesForm(
      form: .empty, lignes: LigneDeSemaine.lignes(Scene.termes.semaine, .fr), depart: Scene.termes,
      parametres: Scene.p, saisie: Saisie("seances", Phrase("Donnez deux séances au moins.", "Give two sessions.")))
    func verification(_ verification: Verification?) -> VerificationPage {
      VerificationPage(
        seal: Exemple.seal, clePublique: Scene.acte.cachet.clePublique.base64,
        empreinteDeLaCle: Scene.acte.cachet.empreinteDeLaCle, texte: "", verification: verification, fuseau: .paris)
    }
    return [
      Specimen("convention-a-signer", page(Scene.aSigner)), Specimen("convention-form", page(nil, form: form)),
      Specimen("acte", ActePage(binome: Scene.id, acte: Scene.acte, pdf: true, origin: "https://exemple.fr")),
      Specimen("verification", verification(nil)),
      Specimen("verification-concorde", verification(.concorde(Scene.now))),
      Specimen("verification-non", verification(.neConcordePas)),
    ]
  }

  private static var threads: [Specimen] {
    let far = Fuseau("Indian/Reunion") ?? .paris
    func seances(_ seances: Seances) -> SeancesPage {
      SeancesPage(
        seal: Exemple.seal, accord: Exemple.seal, binome: Scene.id, moi: Scene.nour, autre: "Marc", seances: seances,
        syntheses: [
          Synthese(
            seance: Scene.premiere.id, auteur: Scene.nour, contenu: "Je peux demander du temps.", le: Scene.now)
        ], parametres: Scene.p, form: .empty, saisie: Saisie(), clos: false, fuseau: .paris, fuseauDuMentor: .paris,
        fait: "")
    }
    return [
      Specimen("fil-accompagnee", Scene.fil(.accompagne, [Scene.question, Scene.reponse, Scene.enMain])),
      Specimen("fil-mentor", Scene.fil(.mentor, [Scene.question, Scene.reponse], fait: "signee")),
      Specimen("fil-vide", Scene.fil(.accompagne, [])),
      Specimen("fil-synthese", Scene.fil(.accompagne, [], seances: Scene.attendue)),
      Specimen(
        "fil-clos",
        ClosPage(
          autre: Scene.prenomDeNour, binome: Scene.id, ouverture: Scene.now + .days(2), fuseau: .paris, du: far,
          now: Scene.now)),
      Specimen("seances", seances(Scene.seances)), Specimen("seances-a-convenir", seances(Scene.attendue)),
    ]
  }

  private static var writing: [Specimen] {
    let envoye = EnvoyePage(
      binome: Scene.id, message: Scene.enMain, autre: "Marc", role: .accompagne, fuseau: .paris,
      fuseauDuMentor: .paris, now: Scene.now, aide: Aide(.detresse, LigneAide.premieres, Scene.p))
    return [
      Specimen("ecrire", Scene.ecrire(.nouveau)),
      Specimen("ecrire-nomme", Scene.ecrire(.changement, Scene.relecture, Scene.relecture.judge(Scene.p).motif)),
      Specimen(
        "ecrire-conseil",
        Scene.ecrire(
          .nouveau, nil,
          FormulerSaQuestion.judge(.init(longueur: 9, demandeDeDecider: true, ordonne: false), Scene.p).motif)),
      Specimen("ecrire-danger", Scene.ecrire(.nouveau, aide: Aide(.danger, LigneAide.premieres, Scene.p))),
      Specimen("ecrire-reponse", Scene.ecrire(.reponse)), Specimen("envoye", envoye),
      Specimen(
        "formulations",
        FormulationsPage(
          binome: Scene.id,
          formulations: [
            Formulation(rang: 1, texte: Scene.texte(("libre", "Que dois-je faire\u{a0}?")), le: Scene.now - .days(3)),
            Formulation(
              rang: 2, texte: Scene.texte(("question", "Qu’est-ce qui m’empêche de dire non\u{a0}?")),
              le: Scene.now - .days(2)),
          ], heures: (.paris, .paris, Scene.now))),
    ]
  }

  private static var paths: [Specimen] {
    let intervalle = CheminPage.Intervalle(
      seance: Scene.premiere, messages: [Scene.question, Scene.reponse],
      syntheses: [
        Synthese(seance: Scene.premiere.id, auteur: Scene.marc, contenu: "Nour ose demander.", le: Scene.now)
      ])
    func page(_ intervalles: [CheminPage.Intervalle], mots: String = "", motif: Motif? = nil) -> CheminPage {
      CheminPage(
        seal: Exemple.seal, marquer: { Exemple.seal }, binome: Scene.id, moi: Scene.nour, autre: "Marc",
        intervalles: intervalles, marques: [Scene.question.id: .prise], mots: mots, marque: nil,
        effacement: Scene.now + .days(700), motif: motif, emporte: true, fuseau: .paris, fuseauDuMentor: .paris,
        now: Scene.now)
    }
    let soon = RelireSonChemin.judge(
      .init(dernierContact: Scene.now - .days(720), conservation: 730, now: Scene.now), Scene.p
    ).motif
    let export = Export(
      moi: Scene.nour, autre: "Marc", fuseau: .paris,
      intervalles: [
        .init(
          seance: Scene.premiere.debut, synthese: [(true, "Je peux demander du temps.")],
          passages: [.init(message: Scene.question, marque: .prise, formulations: [])])
      ])
    return [
      Specimen("chemin", page([intervalle], motif: soon)), Specimen("chemin-vide", page([])),
      Specimen("chemin-cherche", page([], mots: "équipe")),
      Specimen("export", ExportPage(binome: Scene.id, export: export, now: Scene.now)),
    ]
  }

  private static func liaison(_ etat: LiaisonPage.Etat) -> LiaisonPage {
    LiaisonPage(
      seal: Exemple.seal, binome: Scene.id, autre: "Marc", etat: etat, numero: "+33 1 00 00 00 00", choisis: [],
      saisie: Saisie(), fuseau: .paris, now: Scene.now, fait: "")
  }

  private static var elsewhere: [Specimen] {
    [
      Specimen("lignes-aide", LignesAidePage(lignes: LigneAide.premieres, coordonne: true)),
      Specimen(
        "lignes-aide-reglage",
        ReglageDesLignesPage(
          seal: Exemple.seal, lignes: Array(LigneAide.premieres.prefix(2)), form: .empty, saisie: Saisie(),
          anciennes: 1, today: Jour(Scene.now, in: .paris), fait: "")),
      Specimen(
        "orientation",
        OrientationPage(
          seal: Exemple.seal, binome: Scene.id, autre: "Nour", lignes: LigneAide.premieres, form: .empty,
          saisie: Saisie())),
      Specimen("whatsapp-choix", liaison(.none)),
      Specimen("whatsapp-code", liaison(.waiting("K7MQ-4PT2", until: Scene.now + .minutes(30)))),
      Specimen("whatsapp-relie", liaison(.linked(Scene.now - .days(2), fin: "0000", ennui: nil))),
      Specimen("whatsapp-ennui", liaison(.linked(Scene.now - .days(2), fin: "0000", ennui: .destinataire))),
    ] + RaccordementPage.specimens
  }
}
