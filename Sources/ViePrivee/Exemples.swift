import Base
import Html
import Personnes
import Temps
import Web

extension ViePriveeRoom {
  /// Every page of this room, with its states.
  package static let specimens: [Specimen] = registreSpecimens + copieSpecimens + effacementSpecimens + demandeSpecimens

  private static let compte = Traitement(
    "exemple-compte", Phrase("Votre compte", "Your account"),
    finalite: Phrase("Vous reconnaître et vous écrire.", "Knowing you and writing to you."), fondement: .contrat,
    personnes: Phrase("Toute personne qui a un compte.", "Everybody who has an account."),
    donnees: Phrase("Prénom, nom, adresse e-mail.", "First name, last name, e-mail address."),
    destinataires: Phrase("Vous. Les autres voient un prénom.", "You. Others see a first name."),
    duree: .conservation(.days(730)))
  private static let signatures = Traitement(
    "exemple-signatures", Phrase("Ce que vous avez signé", "What you signed"),
    finalite: Phrase("Pouvoir le montrer.", "Being able to show it."), fondement: .interetLegitime,
    personnes: Phrase("Toute personne qui a un compte.", "Everybody who has an account."),
    donnees: Phrase("La version, l’instant.", "The version, the moment."), destinataires: Phrase("Vous.", "You."),
    duree: .conservation(.days(5 * 365)))
  private static let tables = [
    TableTenue(
      "personne", pour: "exemple-compte", personnes: ["id"], effacement: .change { _, _ in [] }, terme: .compte),
    TableTenue(
      "engagement", pour: "exemple-signatures", personnes: ["personne"],
      effacement: .garde(
        Phrase("La preuve qu’une version a été signée.", "Proof that a version was signed.")),
      terme: .apres(.days(5 * 365)) { _ in [] }),
    TableTenue(
      "message", pour: "exemple-compte", personnes: ["auteur"], effacement: .illisible,
      terme: .regle(Phrase("Comme vous l’avez signé.", "As you signed."))),
  ]

  private static var registreSpecimens: [Specimen] {
    func mesDonnees(_ lectures: [Lecture], _ demandes: [DemandeDeDroit]) -> MesDonneesPage {
      MesDonneesPage(
        rubriques: [(Phrase("Votre compte", "Your account"), 1), (Phrase("Vos rencontres", "Your meetings"), 3)],
        traitements: [compte, signatures], lectures: lectures, demandes: demandes, fuseau: .paris, now: Exemple.now)
    }
    let lecture = Lecture(
      le: Exemple.now - .days(2), qui: "Claire D.", quoi: Lecture.quoi("lecture:chemin"))
    return [
      Specimen("mes-donnees", mesDonnees([lecture], [demande(.ouverte)])),
      Specimen("mes-donnees-jamais-ouvertes", mesDonnees([], [])),
      Specimen("registre", RegistrePage(structures: [], traitements: [compte, signatures], tables: tables)),
      Specimen(
        "registre-de-structure",
        RegistrePage(structures: ["Mission locale du Perche"], traitements: [compte], tables: tables)),
    ]
  }

  private static var copieSpecimens: [Specimen] {
    func page(_ etat: Copie.Etat?, fait: String = "") -> CopiePage {
      CopiePage(
        seal: Exemple.seal,
        copie: etat.map {
          Copie(
            id: Exemple.id(60), langue: .fr, etat: $0, demandee: Exemple.now - .minutes(1),
            prete: $0 == .prete ? Exemple.now : nil)
        }, fait: fait, fuseau: .paris, now: Exemple.now)
    }
    return [
      Specimen("copie", page(nil)), Specimen("copie-attend", page(.demandee)), Specimen("copie-prete", page(.prete)),
      Specimen("copie-manquee", page(.manquee)), Specimen("copie-absente", page(nil, fait: "absente")),
    ]
  }

  private static var effacementSpecimens: [Specimen] {
    func page(_ empechements: [Phrase], _ saisie: Saisie = Saisie()) -> EffacementPage {
      EffacementPage(
        seal: Exemple.seal, traitements: [compte, signatures], tables: tables, empechements: empechements,
        saisie: saisie, typed: "efacer")
    }
    let seule = Phrase(
      "Vous êtes seul ou seule à coordonner. Invitez d’abord quelqu’un.",
      "You are the only coordinator. Invite somebody first.")
    return [
      Specimen("effacement", page([])), Specimen("effacement-empeche", page([seule])),
      Specimen(
        "effacement-mot",
        page([], Saisie("mot", Phrase("Écrivez le mot «\u{a0}effacer\u{a0}».", "Write the word “erase”.")))),
      Specimen("au-revoir", AuRevoirPage()),
    ]
  }

  private static func demande(
    _ etat: DemandeDeDroit.Etat, reponse: String = "", recue: Instant = Exemple.now - .days(3)
  ) -> DemandeDeDroit {
    DemandeDeDroit(
      id: Exemple.id(61), dispositif: Exemple.dispositif, personne: Exemple.amina, qui: "", droit: .rectification,
      mots: "Mon deuxième entretien n’était pas le 3 mais le 5.", recue: recue,
      terme: DemandeDeDroit.terme(from: recue, in: .paris), etat: etat, reponse: reponse,
      close: etat == .ouverte ? nil : Exemple.now)
  }

  private static var demandeSpecimens: [Specimen] {
    let repondue = demande(.repondue, reponse: "C’est corrigé. Merci de nous l’avoir dit.")
    let enRetard = demande(.ouverte, recue: Exemple.now - .days(40))
    func mienne(_ demande: DemandeDeDroit, fait: String = "") -> MaDemandePage {
      MaDemandePage(demande: demande, fait: fait, fuseau: .paris, now: Exemple.now)
    }
    func laSienne(_ demande: DemandeDeDroit, fait: String = "") -> DemandePage {
      DemandePage(
        seal: Exemple.seal, demande: demande, qui: "Amina R.", form: .empty, saisie: Saisie(), fait: fait,
        fuseau: .paris, now: Exemple.now)
    }
    func liste(_ demandes: [DemandeDeDroit], _ saisie: Saisie = Saisie()) -> DemandesPage {
      DemandesPage(
        seal: Exemple.seal, lignes: demandes.map { .init(demande: $0, qui: "Amina R.") }, form: .empty,
        saisie: saisie, fuseau: .paris, now: Exemple.now)
    }
    return [
      Specimen("demande-de-droit-neuve", NouvelleDemandePage(seal: Exemple.seal, form: .empty, saisie: Saisie())),
      Specimen(
        "demande-de-droit-reprise",
        NouvelleDemandePage(
          seal: Exemple.seal, form: .empty,
          saisie: Saisie("mots", Phrase("Dites-le en quelques mots.", "Say it in a few words.")))),
      Specimen("ma-demande-de-droit", mienne(demande(.ouverte), fait: "envoyee")),
      Specimen("ma-demande-de-droit-repondue", mienne(repondue)),
      Specimen("ma-demande-de-droit-en-retard", mienne(enRetard)),
      Specimen("demandes-de-droits", liste([enRetard, demande(.ouverte), repondue])),
      Specimen(
        "demandes-de-droits-vide",
        liste([], Saisie("qui", Phrase("Écrivez son prénom.", "Write their first name.")))),
      Specimen("demande-de-droit", laSienne(demande(.ouverte))),
      Specimen("demande-de-droit-repondue", laSienne(repondue, fait: "repondue")),
    ]
  }
}
