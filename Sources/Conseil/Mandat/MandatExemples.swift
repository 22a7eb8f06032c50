import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The gallery's mandates: invented, at a fixed moment.
private enum Scene {
  static let now = Exemple.now
  static let lila: PersonneID = Exemple.id(80)
  static let id: MandatID = Exemple.id(81)
  static let seals = Seals(exemple: Exemple.seal)
  static let p = Parametres()
  static let fin = Mandat.fin(of: 31, from: now, in: .paris)

  static let usager = Usager(
    id: Exemple.id(82), dispositif: Exemple.dispositif, numero: 12, revision: 2,
    identite: Identite(prenom: "Aline", initiale: "R", nom: "Roussel", naissance: 1953), cree: now - .days(60),
    contact: now)

  static let termes = Mandat.Termes(
    prenom: "Aline", nom: "Roussel", naissance: 1953, risque: Risque.allocation.rawValue, avant: "2026-12-04",
    operateur: Operateur.caf.rawValue, agent: AgentDemande.injoignable.rawValue, note: "Trois appels sans réponse.")

  static func mandat(debut: Instant? = now - .hours(3), retraits: [Demarche: Retrait] = [:]) -> Mandat {
    Mandat(
      id: id, usager: usager.id, dispositif: Exemple.dispositif, conseiller: lila, version: 1, ecrit: now - .hours(4),
      fin: fin, jours: 31, langue: .fr, empreinte: Empreinte.of("exemple"), termes: termes, debut: debut,
      demarches: [.famille, .logement], retraits: retraits)
  }

  static let texte = TexteDuMandat(
    termes: termes, demarches: [.famille, .logement], fin: fin, garde: Jour(fin, in: .paris).advanced(by: 2190),
    conseiller: "Lila Ferrand", structure: "Mairie du Perche", fuseau: .paris, reference: reference
  ).contenu(.fr)
  private static let reference: Token = {
    guard let token = Token(presented: "ExempleExempleExempleExempleExem") else { preconditionFailure("no token") }
    return token
  }()

  static let acte = ActeDeMandat(
    contenu: "VADEMECUM MANDAT 1\n…\n",
    cachet: Cachet(signature: [UInt8](repeating: 7, count: 64), clePublique: [UInt8](repeating: 9, count: 32)),
    conseiller: lila, maniere: .ecran)

  static let usages = [
    UsageDeMandat(
      id: Exemple.id(83), demarche: .argent, par: lila, le: now - .hours(1), issue: .refuse,
      contenu: .init(
        pourquoi: Phrase("Cette démarche n’est pas dans le mandat.", "This procedure is not in the mandate."),
        suite: Phrase("Faites-la avec la personne.", "Do it with the person."))),
    UsageDeMandat(
      id: Exemple.id(84), demarche: .famille, par: lila, le: now - .hours(2), issue: .fait,
      contenu: .init(fait: "Déclaration de ressources envoyée.")),
  ]

  static func vu(_ mandat: Mandat, usages: [UsageDeMandat] = []) -> MandatVu {
    MandatVu(
      mandat: mandat, usager: usager, texte: texte, acte: mandat.debut == nil ? nil : acte, usages: usages,
      prenoms: [lila: Prenom(prenom: "Lila", initiale: "F")], garde: mandat.gardeJusque(p, in: .paris), fuseau: .paris)
  }

  static func page(
    _ vu: MandatVu, _ retour: Retour = Retour(), fait: String = "", at now: Instant = now
  ) -> MandatPage {
    MandatPage(seals: seals, vu: vu, retour: retour, fait: fait, now: now)
  }

  static func nouveau(_ form: FormData, _ retour: Retour = Retour()) -> NouveauMandatPage {
    NouveauMandatPage(
      seal: Exemple.seal, usager: usager, form: form, retour: retour, parametres: p,
      aujourdhui: Jour(now, in: .paris))
  }

  static func motif(_ situation: AgirSousMandat.Situation) -> Motif? { AgirSousMandat.judge(situation, p).motif }

  static func exclu(_ cas: AgirSousMandat.Exclusion) -> AilleursPage? {
    motif(.ouvrir(.init(risque: true, agent: true, exclusion: cas, duree: 31, demarches: 1))).map {
      AilleursPage(usager: usager, exclu: cas, motif: $0)
    }
  }
}

extension ConseilRoom {
  /// The same mandate, once its thread is erased.
  static let mandatGardeExemple = MandatGarde(
    mandat: Scene.mandat(retraits: [
      .famille: Retrait(le: Scene.now, par: Scene.lila, raison: .parole),
      .logement: Retrait(le: Scene.now, par: Scene.lila, raison: .parole),
    ]), acte: Scene.acte, usages: Scene.usages, jusque: Scene.fin + .days(2190), fuseau: .paris)

  /// Every page of a mandate, with its states.
  static let mandatSpecimens: [Specimen] = mandatsEcrits + mandatsVivants

  private static var mandatsEcrits: [Specimen] {
    let premier = Scene.mandat(debut: nil)
    let refus = Scene.motif(
      .ouvrir(.init(risque: false, agent: true, exclusion: nil, duree: 31, demarches: 1)))
    return [
      Specimen(
        "mandats-vide", MandatsPage(usager: Scene.usager, mandats: [], fuseau: .paris, now: Scene.now)),
      Specimen(
        "mandats",
        MandatsPage(
          usager: Scene.usager, mandats: [Scene.mandat(), premier], fuseau: .paris, now: Scene.now)),
      Specimen("mandat-nouveau", Scene.nouveau(Scene.usager.identite.form)),
      Specimen(
        "mandat-nouveau-reprise",
        Scene.nouveau(
          premier.form,
          Retour(
            form: premier.form,
            saisie: Saisie(
              "avant", Phrase("Ce jour est passé. Écrivez celui qui vient.", "That day is past. Write the one to come.")
            ),
            motif: refus))),
      Specimen("mandat-signature", SignaturePage(seals: Scene.seals, vu: Scene.vu(premier), retour: Retour())),
      Specimen(
        "mandat-signature-papier",
        SignaturePage(
          seals: Scene.seals, vu: Scene.vu(premier),
          retour: Retour(
            form: FormData(pairs: [("maniere", "papier")]),
            saisie: Saisie(
              "accord-papier", Phrase("Cochez si vous avez vu la personne signer.", "Tick if you saw the person sign."))
          ))),
    ]
      + AgirSousMandat.Exclusion.allCases.compactMap { cas in
        Scene.exclu(cas).map { Specimen("mandat-ailleurs-\(cas.rawValue)", $0) }
      }
  }

  private static var mandatsVivants: [Specimen] {
    let signe = Scene.mandat()
    let retrait = Retrait(le: Scene.now, par: Scene.lila, raison: .parole)
    let retire = Scene.mandat(retraits: [.famille: retrait, .logement: retrait])
    let refus = Scene.motif(.agir(signe.usage(of: .argent, at: Scene.now)))
    return [
      Specimen("mandat-a-signer", Scene.page(Scene.vu(Scene.mandat(debut: nil)))),
      Specimen("mandat-signe", Scene.page(Scene.vu(signe), fait: "signe")),
      Specimen(
        "mandat-refus",
        Scene.page(
          Scene.vu(signe, usages: Scene.usages),
          Retour(form: FormData(pairs: [("demarche", "argent_impots"), ("fait", "Virement demandé.")]), motif: refus))),
      Specimen("mandat-retire", Scene.page(Scene.vu(retire, usages: Scene.usages), fait: "retire")),
      Specimen("mandat-fini", Scene.page(Scene.vu(signe, usages: Scene.usages), at: Scene.fin)),
      Specimen(
        "mandat-attestation", AttestationPage(vu: Scene.vu(signe), acte: Scene.acte, now: Scene.now)),
    ]
  }
}
