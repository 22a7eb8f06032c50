import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The gallery's referral: invented, at a fixed moment.
private enum Scene {
  static let now = Exemple.now
  static let usager = Usager(
    id: Exemple.id(300), dispositif: Exemple.dispositif, numero: 12, revision: 1,
    identite: Identite(prenom: "Aline", initiale: "R"), cree: now - .days(30), contact: now)
  static let service = partenaire(
    301, "Maison des solidarités", .social, "Service social du département\u{a0}: assistantes sociales diplômées.",
    montre: true)
  static let inconnu = partenaire(302, "Association Coup de main", .autre, "", verifie: now - .days(500))

  static func partenaire(
    _ rang: Int, _ nom: String, _ genre: Redirection, _ habilitation: String, montre: Bool = false,
    verifie: Instant = now - .days(20)
  ) -> Partenaire {
    Partenaire(
      id: Exemple.id(rang), dispositif: Exemple.dispositif, revision: 1, genre: genre,
      themes: Ensemble([Thematique.demarches]), montre: montre,
      contenu: .init(
        nom: nom, habilitation: habilitation, commune: "Mortagne-au-Perche", telephone: "02 33 00 00 00",
        courriel: "accueil@exemple.fr", site: "https://exemple.fr"), verifie: verifie, retire: nil)
  }

  static let lettre = LettreDeRelais(
    langue: .fr, structure: "Mairie du Perche", dispositif: "Conseil numérique du Perche",
    jour: Jour(now, in: .paris), partenaire: service.contenu.nom, personne: .prenom("Aline"),
    raison: "Sa demande d’aide au logement est bloquée depuis deux mois.",
    demande: "La recevoir, et voir avec elle ses droits.", limites: Langue.fr(Limite.defaut),
    conseiller: "Lila Ferrandis", joindre: "Espace du Perche, 02 33 00 00 00")

  static func relais(
    voie: Relais.Voie = .lien, reponse: Relais.Reponse? = nil, prochaine: Instant? = now + .days(8),
    repondu: Instant = now, retire: Instant? = nil
  ) -> Relais {
    Relais(
      id: Exemple.id(303), dispositif: Exemple.dispositif, usager: usager.id, conseiller: Exemple.bruno,
      partenaire: service.id, entretien: nil, version: 1, voie: voie, accord: .oral,
      accordLe: Jour(now - .days(2), in: .paris), parti: now - .days(2), ouvert: now - .days(1),
      relances: prochaine == nil ? 3 : 0, prochaine: reponse == nil ? prochaine : nil,
      issue: reponse?.genre.issue ?? .attendue, reponse: reponse, repondu: reponse.map { _ in repondu },
      par: reponse.map { _ in .service }, retire: retire, revision: 1, empreinte: "9f86d081884c7d65",
      contenu: .init(lettre: lettre.texte, sel: "", jeton: "exemple", code: voie == .lettre ? "7QXK93VD" : ""))
  }

  static let recue = Relais.Reponse(genre: .recue, jour: Jour(now, in: .paris), mots: "Son dossier est reparti.")
}

extension ConseilRoom {
  /// Every page of the referrals, with its states.
  static let relaisSpecimens: [Specimen] = directory + leaving + standing + answering

  private static var directory: [Specimen] {
    func page(_ partenaires: [Partenaire], _ cherche: FormData = .empty) -> PartenairesPage {
      PartenairesPage(
        seals: Seals(exemple: Exemple.seal), partenaires: partenaires, cherche: cherche, limite: 365, fait: "verifie",
        fuseau: .paris, now: Scene.now)
    }
    func limites(_ texte: String, _ fait: String) -> MesLimitesPage {
      MesLimitesPage(
        seal: Exemple.seal, retour: Retour(form: FormData(pairs: [("limites", texte)])), fait: fait)
    }
    return [
      Specimen("partenaires", page([Scene.service, Scene.inconnu])), Specimen("partenaires-vide", page([])),
      Specimen("partenaires-rien", page([], FormData(pairs: [("mots", "notaire")]))),
      Specimen(
        "partenaire",
        PartenairePage(
          seals: Seals(exemple: Exemple.seal), seal: Exemple.seal, partenaire: Scene.service,
          retour: Retour(form: Scene.service.form))),
      Specimen(
        "partenaire-nouveau",
        PartenairePage(
          seals: Seals(exemple: Exemple.seal), seal: Exemple.seal, partenaire: nil,
          retour: Retour(saisie: Saisie("nom", Phrase("Donnez le nom du service.", "Give the name of the service."))))),
      Specimen("limites", LimitesPage(services: [Scene.service])), Specimen("mes-limites", limites("", "garde")),
    ]
  }

  private static var leaving: [Specimen] {
    func page(_ retour: Retour, _ montre: LettreAMontrer? = nil, _ services: [Partenaire] = [Scene.service])
      -> NouveauRelaisPage
    {
      NouveauRelaisPage(
        seal: Exemple.seal, usager: Scene.usager, services: services, limites: Langue.fr(Limite.defaut),
        montre: montre, retour: retour, aujourdhui: Jour(Scene.now, in: .paris))
    }
    func judge(_ accord: Bool, _ verifieDepuis: Int) -> Motif? {
      PasserLeRelais.judge(
        .init(consentement: accord, habilitation: true, verifieDepuis: verifieDepuis), Parametres()
      ).motif
    }
    let typed = FormData(pairs: [("partenaire", Scene.service.id.text), ("voie", "lien"), ("raison", "Un blocage.")])
    let shown = LettreAMontrer(
      texte: Scene.lettre.texte, partenaire: Scene.service.contenu.nom, vu: "9f86", conseil: judge(true, 500))
    return [
      Specimen("relais-nouveau", page(Retour())), Specimen("relais-nouveau-sans-service", page(Retour(), nil, [])),
      Specimen(
        "relais-nouveau-reprise",
        page(
          Retour(
            form: typed, saisie: Saisie("demande", Phrase("Écrivez-le en quelques mots.", "Write it in a few words."))))
      ),
      Specimen("relais-lettre", page(Retour(form: typed), shown)),
      Specimen("relais-sans-accord", page(Retour(form: typed, motif: judge(false, 1)), shown)),
    ]
  }

  private static var standing: [Specimen] {
    func page(_ relais: Relais, _ fait: String = "") -> RelaisPage {
      RelaisPage(
        seals: Seals(exemple: Exemple.seal), seal: Exemple.seal, relais: relais, usager: "Aline R.",
        partenaire: Scene.service.contenu, retour: Retour(), fait: fait, fuseau: .paris, now: Scene.now)
    }
    func ligne(_ relais: Relais) -> RelaisListePage.Ligne {
      .init(relais: relais, usager: "Aline R.", partenaire: Scene.service.contenu)
    }
    func liste(_ lignes: [RelaisListePage.Ligne]) -> RelaisListePage {
      RelaisListePage(lignes: lignes, usager: nil, fuseau: .paris, now: Scene.now)
    }
    return [
      Specimen("relais", page(Scene.relais(), "parti")),
      Specimen("relais-sans-nouvelle", page(Scene.relais(prochaine: nil))),
      Specimen("relais-repondu", page(Scene.relais(reponse: Scene.recue))),
      Specimen("relais-retire", page(Scene.relais(retire: Scene.now), "retire")),
      Specimen("relais-liste", liste([ligne(Scene.relais()), ligne(Scene.relais(reponse: Scene.recue))])),
      Specimen("relais-liste-vide", liste([])),
      Specimen(
        "relais-imprime", LettreImprimeePage(relais: Scene.relais(voie: .lettre), origin: "https://exemple.fr")),
    ]
  }

  private static var answering: [Specimen] {
    let code = CodeEcrit(fingerprint: String(repeating: "ab", count: 32), letters: ConseilRoom.lettresDuCode)
    func page(_ relais: Relais, fait: Bool = false, deja: Bool = false) -> LettrePage {
      LettrePage(
        seal: Exemple.seal, porteur: .code(code), relais: relais, qui: "Conseil numérique du Perche, Mairie du Perche",
        retour: Retour(), fait: fait, deja: deja, fuseau: .paris, now: Scene.now)
    }
    return [
      Specimen("lettre-a-ouvrir", LettreAOuvrirPage(seal: Exemple.seal, jeton: "exemple")),
      Specimen("lettre", page(Scene.relais())),
      Specimen("lettre-merci", page(Scene.relais(reponse: Scene.recue), fait: true)),
      Specimen(
        "lettre-deja", page(Scene.relais(reponse: Scene.recue, repondu: Scene.now - .days(1)), deja: true)),
      Specimen("lettre-reprise", LettreFermeePage(reprise: true)),
      Specimen("lettre-fermee", LettreFermeePage(reprise: false)),
      Specimen("lettre-code", CodeDeRelaisPage(seal: Exemple.seal, code: "", saisie: Saisie())),
    ]
  }
}
