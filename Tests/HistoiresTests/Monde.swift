import Base
import Chartes
import Mentorat
import Temps
import Testing
import Troupe
import Web

@testable import Personnes
@testable import Rencontres

/// One structure with somebody of each role, and one thing of each kind: what the access matrix is made of.
struct Monde: Sendable {
  let dispositif: DispositifID
  let coordinatrice, conseillere, autreConseiller, explorateur, expert, mentor, accompagne: Visitor
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

  var people: [Visitor] { [coordinatrice, conseillere, autreConseiller, explorateur, expert, mentor, accompagne] }

  /// Every id of this structure: none may be read from another one.
  var ids: [String] {
    people.map(\.personne.text) + [dispositif.text, rencontre.text, invitation.text, recuperation.text]
      + [engagement.text, connexion.text, cle.text, binome.text, message]
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
    case ("questions", _): "1"
    case ("chartes", _): "rencontres"
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
    case .fiche: people.contains(visitor)
    case .personneSuivie: visitor == conseillere
    case .acces: [conseillere, coordinatrice].contains(visitor)
    case .invitation: visitor == coordinatrice
    }
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
    let connexion = NewConnexion(by: .lien, in: .random(), "Firefox, Linux", at: now)
    let cle = CleAccesID.make(at: now)
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
        rencontre: rencontre, binome: binome, message: message,
        invitation: try #require(try store.invitations(of: dispositif, for: coordinatrice.viewer, in: tx).first).id,
        recuperation: try #require(try store.recuperation(of: explorateur.personne, at: Scene.now, in: tx)).id,
        engagement: try #require(try store.engagements(for: explorateur.viewer, in: tx).first).id,
        connexion: connexion.id, cle: cle)
    }
  }
}
