import Base
import Chartes
import Html
import Temps
import Web

/// The gallery's people: invented, at a fixed moment.
package enum Exemple {
  /// Saturday 21 November 2026, 10:00 in Paris.
  package static let now = Instant(milliseconds: 1_795_251_600_000)
  package static let seal = Sceau(csrf: "exemple", geste: "01993f00-0000-7000-8000-000000000000")
  package static let amina: PersonneID = id(1)
  package static let bruno: PersonneID = id(2)
  package static let dispositif: DispositifID = id(3)

  /// The same id each time, for the same number.
  package static func id<Tag>(_ number: Int) -> ID<Tag> {
    let text = String(number)
    let padded = String(repeating: "0", count: 12 - text.count) + text
    guard let id = ID<Tag>("01993f00-0000-7000-8000-\(padded)") else { preconditionFailure("an example is not an id") }
    return id
  }

  static let perche = Dispositif(
    id: dispositif, nom: "Rencontres métiers du Perche", structure: "Mission locale du Perche", fuseau: .paris,
    charte: "rencontres")
  static let premiere = Version(numero: 1, parametres: Parametres(), effet: now - .days(60))
  static let place = Appartenance(dispositif: dispositif, role: .explorateur)
}

extension PersonnesRoom {
  /// Every page of this room, with its states.
  package static let specimens: [Specimen] =
    [
      Specimen("verrou", VerrouPage()),
      Specimen("bienvenue", BienvenuePage()),
      Specimen("ouverture", OuverturePage(seal: Exemple.seal, form: .empty, saisie: Saisie())),
      Specimen(
        "ouverture-reprise",
        OuverturePage(
          seal: Exemple.seal, form: FormData(pairs: [("structure", "Mission locale")]),
          saisie: Saisie("adresse", .adresseAttendue))),
      Specimen("connexion", ConnexionPage(seal: Exemple.seal, adresse: "", saisie: Saisie(), proposeCles: false)),
      Specimen(
        "connexion-reprise",
        ConnexionPage(
          seal: Exemple.seal, adresse: "amina", saisie: Saisie("adresse", .adresseAttendue), proposeCles: false)),
      Specimen("attente", AttentePage(seal: Exemple.seal, saisie: Saisie())),
      Specimen("lien", LienPage(seal: Exemple.seal, jeton: "exemple")),
      Specimen("code", CodePage(code: "123\u{a0}456")),
      Specimen("lien-fini", LienFiniPage()),
    ] + invitationSpecimens + engagementSpecimens + compteSpecimens + accesSpecimens
    + notificationsSpecimens

  private static var invitationSpecimens: [Specimen] {
    let invitation = Invitation(
      id: Exemple.id(10), dispositif: Exemple.dispositif, role: .expert, adresse: "bruno@exemple.fr",
      inviteePar: Exemple.amina, suiviePar: nil, creee: Exemple.now - .days(1), expire: Exemple.now + .days(13),
      etat: .ouverte)
    let liste = InvitationsPage(
      seal: Exemple.seal, dispositif: Exemple.perche.nom, roles: Exemple.perche.roles,
      conseillers: [("1", "Claire D.")], invitations: [invitation],
      now: Exemple.now, fuseau: .paris, form: .empty, saisie: Saisie(), fait: "envoyee")
    let empty = InvitationsPage(
      seal: Exemple.seal, dispositif: Exemple.perche.nom, roles: Exemple.perche.roles, conseillers: [], invitations: [],
      now: Exemple.now,
      fuseau: .paris, form: .empty, saisie: Saisie("adresse", .adresseAttendue), fait: "")
    let page = InvitationPage(
      seal: Exemple.seal, jeton: "exemple", inviter: "Claire", dispositif: Exemple.perche, role: .explorateur,
      form: .empty, saisie: Saisie())
    return [
      Specimen("invitations", liste), Specimen("invitations-vide", empty), Specimen("invitation", page),
      Specimen("invitation-finie", InvitationPage(seal: Exemple.seal, jeton: nil, form: .empty, saisie: Saisie())),
    ]
  }

  private static var engagementSpecimens: [Specimen] {
    let charte = Charte.rencontres
    let changed = Exemple.premiere.parametres.setting(TenirSesRendezVous.preavis, to: 48) ?? Parametres()
    func page(_ p: Parametres, _ differences: [Difference]?) -> EngagementPage {
      EngagementPage(
        seal: Exemple.seal, dispositif: Exemple.perche.nom, charte: charte.cle, place: Exemple.place, numero: 1,
        empreinte: "9f86d081884c7d65", texte: charte.texte(pour: .explorateur, p, .fr), differences: differences,
        fait: "")
    }
    let engagement = Engagement(
      id: Exemple.id(11), dispositif: Exemple.dispositif, role: .explorateur, numero: 1, langue: .fr,
      empreinte: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", acces: "lien",
      le: Exemple.now - .days(3))
    let texte = charte.texte(pour: .explorateur, Parametres(), .fr).contenu
    return [
      Specimen("engagement", page(Parametres(), nil)),
      Specimen("engagement-change", page(changed, charte.differences(from: Parametres(), to: changed))),
      Specimen("engagements", EngagementsPage(engagements: [(engagement, Exemple.perche.nom)], fuseau: .paris)),
      Specimen("engagements-vide", EngagementsPage(engagements: [], fuseau: .paris)),
      Specimen("texte-signe", SignedTextPage(engagement: engagement, contenu: texte, fuseau: .paris)),
      Specimen("chartes", ChartesPage()), Specimen("charte", ChartePage(charte: charte, parametres: Parametres())),
      Specimen("charte-mentorat", ChartePage(charte: .mentorat, parametres: Parametres())),
      Specimen("tenue-mentorat", TenuePage(charte: .mentorat)),
      Specimen("tenue", TenuePage(charte: charte)),
      Specimen(
        "parametres",
        ParametresPage(
          seal: Exemple.seal, dispositif: Exemple.perche.nom, charte: charte, version: Exemple.premiere, form: .empty,
          saisie: Saisie(TenirSesRendezVous.preavis.cle, TenirSesRendezVous.preavis.attendu), fait: "publiee")),
    ]
  }

  private static var compteSpecimens: [Specimen] {
    let personne = Personne(
      id: Exemple.amina, adresse: "amina@exemple.fr", prenom: "Amina", nom: "Rahmani", langue: .fr, fuseau: .paris)
    let connexions = [
      Connexion(id: Exemple.id(20), navigateur: "Firefox, Android", ouverte: Exemple.now - .days(2), vue: Exemple.now),
      Connexion(id: Exemple.id(21), navigateur: "", ouverte: Exemple.now - .days(9), vue: Exemple.now - .days(8)),
    ]
    return [
      Specimen(
        "compte",
        ComptePage(
          seal: Exemple.seal, personne: personne, connexions: connexions, ici: Exemple.id(20), form: .empty,
          saisie: Saisie(), fait: "garde")),
      Specimen(
        "coordination",
        CoordinationPage(
          dispositif: Exemple.perche.nom, structure: Exemple.perche.structure, version: 1,
          groupes: Role.allCases.map {
            .init(role: $0, personnes: $0 == .conseiller ? [(Exemple.bruno, "Claire D.")] : [])
          },
          courriersPerdus: 1, moi: Exemple.amina)),
    ]
  }

  /// The ways of coming in, and of proving it.
  private static var accesSpecimens: [Specimen] {
    let cles = [
      CleAcces(
        id: Exemple.id(30), nom: "Mon téléphone", synchronisee: true, creee: Exemple.now - .days(9), servie: Exemple.now
      ),
      CleAcces(id: Exemple.id(31), nom: "Clé bleue", synchronisee: false, creee: Exemple.now - .days(1), servie: nil),
    ]
    func code(_ etat: CodeTemporairePage.Etat, _ saisie: Saisie = Saisie()) -> CodeTemporairePage {
      CodeTemporairePage(seal: Exemple.seal, etat: etat, fuseau: .paris, saisie: saisie, fait: "")
    }
    let secret = CodeTemporaire(secret: Array("12345678901234567890".utf8))
    let papiers = ["7QXK-93VD-HN2A", "0B4M-TT6R-9KWE", "XZ81-C3PF-5YGJ"]
    return [
      Specimen(
        "cles",
        ClesPage(
          seal: Exemple.seal, cles: cles, ici: "Firefox, Android", fuseau: .paris, saisie: Saisie(), fait: "ajoutee")),
      Specimen(
        "cles-vide",
        ClesPage(seal: Exemple.seal, cles: [], ici: "Firefox, Android", fuseau: .paris, saisie: Saisie(), fait: "")),
      Specimen("code-temporaire", code(.absent)),
      Specimen(
        "code-temporaire-a-lire",
        code(
          .attend(secret, compte: "claire@exemple.fr"),
          Saisie("code", Phrase("Ce n’est pas le bon code.", "This is not the right code.")))),
      Specimen("code-temporaire-en-place", code(.sert(depuis: Exemple.now - .days(20), secours: 8))),
      Specimen("codes-secours", CodesSecoursPage(codes: papiers, premiers: true)),
      Specimen("proconnect-depart", ProConnectDepartPage(adresse: "https://proconnect.example/authorize")),
      Specimen("proconnect", ProConnectPage(seal: Exemple.seal, depuis: nil, fuseau: .paris, fait: "")),
      Specimen(
        "proconnect-relie",
        ProConnectPage(seal: Exemple.seal, depuis: Exemple.now - .days(9), fuseau: .paris, fait: "relie")),
      Specimen(
        "exigence",
        ExigencePage(
          seal: Exemple.seal, dispositif: Exemple.perche.nom, equipe: [.conseiller, .coordinateur],
          roles: [.coordinateur], fait: "")),
      Specimen("entree-papier", EntreePapierPage(seal: Exemple.seal, saisie: Saisie())),
      Specimen(
        "code-papier",
        CodePapierPage(
          personne: Exemple.amina, prenom: "Amina", code: "7QXK-93VD", site: "https://accompagner.example",
          expire: Exemple.now + .hours(24), fuseau: .paris)),
      Specimen("inscription", InscriptionPage(seal: Exemple.seal, form: .empty, saisie: Saisie())),
    ] + ProConnectManquePage.Raison.allCases.map { Specimen("proconnect-\($0)", ProConnectManquePage(raison: $0)) }
      + preuveSpecimens + secoursSpecimens
  }

  private static var preuveSpecimens: [Specimen] {
    func preuve(
      _ pourquoi: Preuve.Attente?, _ exigence: Preuve.Exigence, cle: Bool, code: Bool, courriel: Bool,
      _ reprise: Reprise = Reprise(suite: "/parametres"), _ saisie: Saisie = Saisie()
    ) -> PreuvePage {
      PreuvePage(
        seal: Exemple.seal, pourquoi: pourquoi, exigence: exigence,
        moyens: MoyensDePreuve(cle: cle, code: code, courriel: courriel), reprise: reprise, saisie: saisie)
    }
    let ecrite = Reprise(suite: "/parametres", champs: [(nom: "preavis", valeur: "48")], geste: Exemple.seal.geste)
    return [
      Specimen(
        "preuve",
        preuve(
          nil, .forte, cle: true, code: true, courriel: false, ecrite,
          Saisie("code", .mauvaisCode))),
      Specimen("preuve-attente", AttentePage(seal: Exemple.seal, saisie: Saisie(), preuve: true)),
      Specimen("preuve-doute", preuve(.doute, .aucune, cle: false, code: false, courriel: true)),
      Specimen("preuve-seconde", preuve(.seconde, .aucune, cle: false, code: false, courriel: false)),
      Specimen("reprise", ReprisePage(seal: Exemple.seal, reprise: ecrite)),
    ]
  }

  private static var secoursSpecimens: [Specimen] {
    let claire = Prenom(prenom: "Claire", initiale: "D")
    func acces(adresse: Bool, suspendue: Instant? = nil, _ recuperation: Recuperation? = nil) -> AccesPage {
      AccesPage(
        seal: Exemple.seal,
        acces: Acces(
          personne: Exemple.amina, dispositif: Exemple.dispositif, prenom: Prenom(prenom: "Amina", initiale: "R"),
          roles: [.explorateur], aUneAdresse: adresse, suspendue: suspendue, recuperation: recuperation, coordonne: true
        ),
        moi: Exemple.bruno, fuseau: .paris, fait: "")
    }
    func demande(by id: PersonneID) -> Recuperation {
      Recuperation(
        id: Exemple.id(40), personne: Exemple.amina, demandeePar: id, prenom: claire, demandee: Exemple.now - .hours(1))
    }
    let adresse = ChangementAdresse(
      personne: Exemple.amina, nouvelle: "amina@ailleurs.fr", nouvelleConfirmee: true, ancienneConfirmee: false)
    func confirmation(_ etat: ConfirmationAdressePage.Etat) -> ConfirmationAdressePage {
      ConfirmationAdressePage(seal: Exemple.seal, jeton: "exemple", etat: etat)
    }
    return [
      Specimen("acces", acces(adresse: true)),
      Specimen("acces-sans-adresse", acces(adresse: false)),
      Specimen("acces-a-confirmer", acces(adresse: true, demande(by: Exemple.amina))),
      Specimen("acces-demande", acces(adresse: true, demande(by: Exemple.bruno))),
      Specimen("acces-suspendu", acces(adresse: true, suspendue: Exemple.now - .days(2))),
      Specimen(
        "adresse",
        ChangementAdressePage(
          seal: Exemple.seal, actuelle: "amina@exemple.fr", enCours: adresse, typed: "", saisie: Saisie())),
      Specimen("adresse-a-confirmer", confirmation(.demandee(.ancienne))),
      Specimen("adresse-attend", confirmation(.attend(.nouvelle))),
      Specimen("adresse-changee", confirmation(.faite)),
      Specimen("adresse-finie", confirmation(.finie)),
    ]
  }
}
