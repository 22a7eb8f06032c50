import Base
import Chartes
import Html
import Mentorat
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Personnes
@testable import Rencontres
@testable import ViePrivee
@testable import Web

/// One structure with somebody of each role, and one thing of each kind: what the access matrix is made of.
struct Monde: Sendable {
  let dispositif: DispositifID
  let coordinatrice, conseillere, autreConseiller, explorateur, expert, mentor, accompagne: Visitor
  let conseillereNumerique: Visitor
  /// What the digital adviser has: a place, somebody at each door, somebody followed, what was done and told.
  let conseil: Conseille
  let rencontre: RencontreID
  let binome: BinomeID
  /// From the mentee to the mentor, arrived.
  let message: String
  let invitation: InvitationID
  let recuperation: RecuperationID
  /// Of the explorer.
  let engagement: EngagementID
  let connexion: ConnexionID
  let cle: CleAccesID
  /// A device of the explorer that asked to be told.
  let appareil: AbonnementID
  /// Asked by the explorer.
  let demandeDeDroit: String

  var people: [Visitor] {
    [coordinatrice, conseillere, autreConseiller, explorateur, expert, mentor, accompagne, conseillereNumerique]
  }

  /// Every id of this structure: none may be read from another one.
  var ids: [String] {
    people.map(\.personne.text) + [dispositif.text, rencontre.text, invitation.text, recuperation.text]
      + [engagement.text, connexion.text, cle.text, appareil.text, binome.text, message, demandeDeDroit] + conseil.ids
  }

  /// The address of a route, about the things of this structure.
  func path(_ route: Route) -> String {
    let parts = route.path.split(separator: "/").map(String.init)
    return "/"
      + parts.enumerated().map { rang, part in part.hasPrefix("{") ? value(of: part, after: parts[rang - 1]) : part }
      .joined(separator: "/")
  }

  private func value(of part: String, after place: String) -> String {
    switch (place, part) {
    case ("rencontres", _): rencontre.text
    case ("binomes", _): binome.text
    case ("messages", _): message
    case ("experts", _): expert.personne.text
    case ("suivi", _), ("personnes", _): explorateur.personne.text
    case ("invitations", _): invitation.text
    case ("recuperations", _): recuperation.text
    case ("engagements", _): engagement.text
    case ("connexions", _): connexion.text
    case ("cles", _): cle.text
    case ("notifications", _): appareil.text
    case ("demandes", _), ("demandes-de-droits", _): demandeDeDroit
    case ("questions", _): "1"
    case ("chartes", _): "rencontres"
    case (_, "{lieu}"): conseil.lieu.text
    case ("rendez-vous", "{id}"): conseil.rendezVous.text
    case ("tickets", _): conseil.ticket.text
    case ("usagers", _): conseil.usager.text
    case ("besoins", _): conseil.besoin.text
    case ("etapes", _): conseil.etape.text
    case ("entretiens", _): conseil.entretien.text
    case ("comptes-rendus", _): conseil.compteRendu.text
    case ("mandats", _): conseil.mandat
    case ("ateliers", _): conseil.atelier
    case ("partenaires", _): conseil.partenaire
    case ("relais", "{relais}"): conseil.relais
    case ("export", "{format}"): "csv"
    default: Token.random().text
    }
  }

  /// Whether somebody may see what a route is about, in this structure.
  func mayReach(_ route: Route, _ visitor: Visitor) -> Bool {
    switch route.objet {
    case .aucun, .ouvert: true
    case .sien: visitor == explorateur
    case .binome: [mentor, accompagne].contains(visitor)
    case .rencontre: [explorateur, expert].contains(visitor)
    case .rencontreSuivie: [explorateur, expert, conseillere].contains(visitor)
    case .fiche: people.contains(visitor) && visitor != conseillereNumerique
    case .personneSuivie: visitor == conseillere
    case .acces: [conseillere, coordinatrice].contains(visitor)
    case .invitation, .demandeDeDroit: visitor == coordinatrice
    case .lieu, .partenaire: [conseillereNumerique, coordinatrice].contains(visitor)
    case .rendezVous, .ticket, .usager, .entretien, .compteRendu, .mandat, .atelier, .relais:
      visitor == conseillereNumerique
    }
  }
}

/// One thing of each kind in an advising programme.
struct Conseille: Sendable {
  let lieu: LieuID
  let rendezVous: RendezVousID
  let ticket: TicketID
  let usager: UsagerID
  let besoin: BesoinID
  let etape: EtapeID
  let entretien: EntretienID
  let compteRendu: CompteRenduID
  let mandat, atelier, partenaire, relais: String

  /// What nobody else may read. A place is public: it stands on its door.
  var ids: [String] {
    [rendezVous.text, ticket.text, usager.text, besoin.text, etape.text, entretien.text, compteRendu.text, mandat]
      + [atelier, partenaire, relais]
  }
}

extension Scene {
  /// The scene's own structure, with one thing of each kind.
  func monde() async throws -> Monde {
    try await furnish(
      dispositif, coordinatrice: nadia, conseillere: claire, autreConseiller: karim, explorateur: amina, expert: bruno)
  }

  /// Its shadow: another structure, made alike.
  func ombre() async throws -> Monde {
    let elsewhere = try await personnes.openDemonstration(
      structure: "Ailleurs-canari", dispositif: "Ombre-canari", at: now)
    func seat(_ prenom: String, _ role: Role, by conseiller: Visitor? = nil) async throws -> Visitor {
      try await personnes.seat(
        Figurant("\(prenom)-canari", "Ombreuse", role), in: elsewhere, suivieBy: conseiller?.personne, at: now)
    }
    let conseillere = try await seat("Coline", .conseiller)
    let expert = try await seat("Edgar", .expert)
    try await rencontres.publish(Distribution.boulanger, by: expert, at: now)
    return try await furnish(
      elsewhere, coordinatrice: seat("Odile", .coordinateur), conseillere: conseillere,
      autreConseiller: seat("Marius", .conseiller), explorateur: seat("Zélie", .explorateur, by: conseillere),
      expert: expert, suffixe: "-canari")
  }

  private func furnish(
    _ dispositif: DispositifID, coordinatrice: Visitor, conseillere: Visitor, autreConseiller: Visitor,
    explorateur: Visitor, expert: Visitor, suffixe: String = ""
  ) async throws -> Monde {
    let rencontre = try await ask(expert, by: explorateur)
    try await rencontres.accept(rencontre, with: "Avec plaisir.", by: expert, at: now)
    func seat(_ prenom: String, _ nom: String, _ role: Role) async throws -> Visitor {
      try await personnes.seat(Figurant(prenom, nom, role), in: dispositif, suivieBy: nil, at: now)
    }
    // The last names of a pair stand in the record they signed, and nowhere else.
    let (mentor, accompagne) = (
      try await seat("Marc\(suffixe)", "Taciturnel", .mentor),
      try await seat("Nour\(suffixe)", "Discretante", .accompagne)
    )
    let binome = try await mentorat.pair(mentor, accompagne, in: dispositif, by: coordinatrice, at: now)
    try await mentorat.suggest([now - .days(3), now + .days(20)], in: binome, by: mentor, at: now)
    try await mentorat.sign(binome, by: mentor, at: now)
    try await mentorat.sign(binome, by: accompagne, at: now)
    let message = try await mentorat.write(
      [("libre", "Comment demander du temps sans me justifier ?")], in: binome, by: accompagne, at: now)
    _ = try await personnes.askRecuperation(
      of: explorateur.personne, by: coordinatrice, geste: .make(at: now), at: now)
    let place = try await house.database.read { [store = personnes.store] tx in
      try store.dispositif(dispositif, for: coordinatrice.viewer, in: tx)
    }
    _ = try await personnes.invite(
      NewInvitation(
        FormData(pairs: [("adresse", "invitee@exemple.fr"), ("role", "expert")]), roles: [.expert],
        conseillers: []),
      to: place, by: coordinatrice, geste: .make(at: now), at: now)
    let advising = try await personnes.openDemonstration(
      structure: place.structure, dispositif: "Conseil\(suffixe)", charte: .conseil, at: now)
    // Who coordinates the meetings coordinates the advisers too.
    try await house.database.write { [store = personnes.store] tx in
      try store.join(coordinatrice.personne, advising, as: .coordinateur, suivieBy: nil, at: now, in: tx)
    }
    let coordinatriceDuConseil = coordinatrice.with(Appartenance(dispositif: advising, role: .coordinateur))
    let conseillereNumerique = try await personnes.seat(
      Figurant("Lila\(suffixe)", "Ferrandine", .conseillerNumerique), in: advising, suivieBy: nil, at: now)
    let conseille = try await furnish(
      advising, lieu: suffixe.isEmpty ? "Espace" : "Là-bas", by: conseillereNumerique, for: coordinatriceDuConseil)
    let connexion = NewConnexion(by: .lien, in: .random(), "Firefox, Linux", at: now)
    let cle = CleAccesID.make(at: now)
    let told = personnes(notifications: try FauxPasseur().reglages())
    _ = try await told.subscribe(
      NavigateurAbonne().subscribe(), by: explorateur, in: .random(), navigateur: "Firefox, Linux", at: now)
    let asked = try await viePrivee.askDroit(
      Visit(
        now: now, visitor: explorateur, langue: .fr, browser: .random(), reference: "ESSAI", path: "/", parameters: [:],
        query: .empty,
        form: FormData(pairs: [
          ("droit", "opposition"), ("mots", "Plus de rappels\(suffixe)"), ("_geste", Geste.make(at: now).text),
        ]), body: [], navigateur: "", wantsJSON: false, csrf: "essai"))
    let demande = String(
      try #require(asked.headers.first?.1.firstMatch(of: /[0-9a-f]{8}-[0-9a-f-]{27}/)).output)
    return try await house.database.write { [store = personnes.store, vault = house.vault] tx in
      try store.insert(connexion, of: explorateur.personne, in: tx)
      try tx.execute(
        """
        INSERT INTO cle_acces (id, personne, identifiant, algorithme, cle_publique, compteur, synchronisee, nom, creee)
        VALUES (\(cle), \(explorateur.personne), \(cle.text), -7, \([UInt8](repeating: 1, count: 64)), 0, \(false),
          \(vault.seal("Téléphone", of: .personne(explorateur.personne), at: Place("cle_acces.nom", cle))), \(Scene.now))
        """)
      return Monde(
        dispositif: dispositif, coordinatrice: coordinatrice, conseillere: conseillere,
        autreConseiller: autreConseiller, explorateur: explorateur, expert: expert, mentor: mentor,
        accompagne: accompagne,
        conseillereNumerique: conseillereNumerique, conseil: conseille,
        rencontre: rencontre, binome: binome, message: message,
        invitation: try #require(try store.invitations(of: dispositif, for: coordinatrice.viewer, in: tx).first).id,
        recuperation: try #require(try store.recuperation(of: explorateur.personne, at: Scene.now, in: tx)).id,
        engagement: try #require(try store.engagements(for: explorateur.viewer, in: tx).first).id,
        connexion: connexion.id, cle: cle,
        appareil: try #require(
          try tx.first("SELECT id FROM abonnement WHERE personne = \(explorateur.personne)") { row in try row[0] }),
        demandeDeDroit: demande)
    }
  }
}

extension Scene {
  private func furnish(
    _ dispositif: DispositifID, lieu nom: String, by conseillere: Visitor, for coordination: Visitor
  ) async throws -> Conseille {
    let lieu = try await conseil.addLieu(
      nom, "3 place des Tilleuls", "61400", "Mortagne-au-Perche", heures: [(jour: 1, de: 540, a: 720)],
      by: coordination, at: now)
    try await conseil.giveHours(
      (1...5).map { (jour: $0, de: 540, a: 720) }, at: lieu, by: conseillere, at: now)
    let rendezVous = try #require(try await conseil.reserve("Aline", at: lieu, after: now, at: now))
    try await conseil.arrive("Omar", at: lieu, at: now)
    let usager = try await conseil.follow(
      "Aline", "R", naissance: 1950, genre: .feminin, statut: .retraite, besoin: "Je voudrais envoyer des photos.",
      etapes: ["Ouvrir la galerie"], by: conseillere, at: now)
    try await conseil.hold(
      usager, fait: "Nous avons regardé ensemble.", themes: [.email], minutes: 30, by: conseillere, at: now)
    let done = try await acts(of: conseillere, for: usager, at: lieu)
    return try await house.database.read { [store = conseil.store] tx in
      let found = try store.usager(usager, for: conseillere.viewer, in: tx)
      let besoin = try #require(try store.besoins(of: found, in: tx).first)
      let place = try store.lieu(lieu, for: conseillere.viewer, in: tx)
      return Conseille(
        lieu: lieu, rendezVous: rendezVous,
        ticket: try #require(try store.queue(at: place, at: Scene.now, for: conseillere.viewer, in: tx).first).id,
        usager: usager, besoin: besoin.id, etape: try #require(besoin.etapes.first).id,
        entretien: try #require(try store.entretiens(of: found, for: conseillere.viewer, in: tx).first).id,
        compteRendu: try #require(
          try store.comptesRendus("TRUE", limit: 1, for: conseillere.viewer, in: tx).first
        ).id, mandat: done.mandat, atelier: done.atelier, partenaire: done.partenaire, relais: done.relais)
    }
  }

  /// A mandate to sign, a workshop of the team, a service, and somebody handed over to it.
  private func acts(
    of conseillere: Visitor, for usager: UsagerID, at lieu: LieuID
  ) async throws -> (mandat: String, atelier: String, partenaire: String, relais: String) {
    func send(
      _ parameters: [String: String] = [:], _ form: [(String, String)],
      to act: (Visit) async throws -> Answer
    ) async throws -> Answer {
      try await act(
        Visit(
          now: now, visitor: conseillere, langue: .fr, browser: .random(), reference: "ESSAI", path: "/",
          parameters: parameters, query: .empty,
          form: FormData(pairs: form + [("_geste", Geste.make(at: now).text)]), body: [], navigateur: "",
          wantsJSON: false, csrf: "essai"))
    }
    func id(_ answer: Answer) throws -> String {
      let path = try #require(answer.headers.first { "\($0.0)" == "Location" }?.1)
      return String(try #require(path.firstMatch(of: /[0-9a-f]{8}-[0-9a-f-]{27}/)).output)
    }
    let mandat = try await send(
      ["usager": usager.text],
      [
        ("risque", "allocation"), ("avant", "2027-02-12"), ("operateur", "caf"), ("agent", "injoignable"),
        ("note", "Trois appels."), ("prenom", "Aline"), ("nom", "Rarissimont"), ("naissance", "1950"),
        ("exclusion", "aucune"), ("langue", "fr"), ("demarche", "logement"), ("jours", "31"),
      ], to: conseil.writeMandat)
    let atelier = try await send(
      [:],
      [
        ("titre", "Mes photos"), ("finalite", "Copier ses photos."), ("etapes", "Les trouver"), ("theme", "email"),
        ("places", "4"), ("jour", "2027-02-11"), ("debut", "14:00"), ("fin", "16:00"), ("lieu", lieu.text),
      ], to: conseil.keepNewAtelier)
    _ = try await send(
      [:],
      [
        ("nom", "Maison des solidarités"), ("genre", "aide_sociale"), ("habilitation", "Assistantes sociales."),
        ("commune", "Mortagne"), ("courriel", "accueil@exemple.fr"),
      ], to: conseil.keepNewPartenaire)
    let dispositif = try #require(conseillere.appartenances.first?.dispositif)
    let service = try await house.database.read { tx in
      try #require(
        try tx.first("SELECT id FROM partenaire WHERE dispositif = \(dispositif)") { row in try row[0] as String })
    }
    let words = [
      ("partenaire", service), ("raison", "Le logement est en jeu."), ("demande", "Un rendez-vous bientôt."),
      ("identite", "prenom"), ("voie", "lien"),
    ]
    let shown = try await send(["usager": usager.text], words, to: conseil.referUsager)
    guard case .page(let letter) = shown.body else { throw Absent() }
    let relais = try await send(
      ["usager": usager.text], words + [("vu", letter.contenu(.fr).string.hidden("vu")), ("accord", "oral")],
      to: conseil.referUsager)
    return (try id(mandat), try id(atelier), service, try id(relais))
  }
}

extension Visitor {
  fileprivate func with(_ place: Appartenance) -> Visitor {
    Visitor(
      personne: personne, connexion: connexion, prenom: prenom, langue: langue, fuseau: fuseau,
      appartenances: appartenances + [place], preuve: preuve)
  }
}
