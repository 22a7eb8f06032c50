import Base
import Chartes
import Foundation
import HTTPTypes
import HummingbirdTesting
import Temps
import Testing
import Troupe
import Web

@testable import Personnes
@testable import Rencontres

/// Who may reach what, made from the one table of routes and tried, route by route.
@Suite struct MatriceTests {
  /// Every door exists; this provider answers nobody.
  private static func site(_ scene: Scene) throws -> Site {
    try Site(
      scene, proConnect: ReglagesProConnect(base: "http://127.0.0.1:9", client: "essai", secret: "essai"),
      whatsApp: Meta.reglages, notifications: FauxPasseur().reglages())
  }

  @Test(arguments: Engine.allCases) func `chaque route n’ouvre qu’aux rôles de sa ligne`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let site = try Self.site(scene)
      let monde = try await scene.monde()
      let cast: [(Role, Visitor)] = [
        (.coordinateur, monde.coordinatrice), (.conseiller, monde.conseillere), (.explorateur, monde.explorateur),
        (.expert, monde.expert), (.mentor, monde.mentor), (.accompagne, monde.accompagne),
        (.conseillerNumerique, monde.conseillereNumerique),
      ]
      try await site.visit { client async throws in
        let stranger = Navigation(client, secure: true, agent: Site.agent)
        let seal = try await stranger.seal(of: "/connexion")
        for route in site.routes where !route.entry.needsNobody {
          let answer =
            route.method == .get
            ? try await stranger.get(monde.path(route)) : try await stranger.post(monde.path(route), seal)
          #expect(answer.status == (route.method == .get ? .seeOther : .unauthorized), "\(route.path)")
          if route.method == .get { #expect(answer.header("Location") == "/connexion", "\(route.path)") }
        }
        for (role, visitor) in cast {
          let browser = try await site.enter(visitor, client)
          let seal = try await browser.seal(of: "/chartes/rencontres")
          for route in site.routes
          where !route.path.contains("{") && !["/direct", "/ouverture", "/comptoir"].contains(route.path) {
            let opens = route.entry.opens(to: role)
            // What a form does is tried elsewhere: here, that it is not there for the others.
            if route.method == .post, opens { continue }
            let answer =
              route.method == .get
              ? try await browser.get(route.path) : try await browser.post(route.path, seal)
            #expect((answer.status == .notFound) == !opens, "\(role) \(route.method) \(route.path) \(answer.status)")
          }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `chaque chose n’existe que pour les siens`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let site = try Self.site(scene)
      let mondes = [try await scene.monde(), try await scene.ombre()]
      let others = [scene.yanis, scene.ines]
      try await site.visit { client async throws in
        for visitor in mondes.flatMap(\.people) + others {
          let browser = try await site.enter(visitor, client)
          let seal = try await browser.seal(of: "/chartes/rencontres")
          for (monde, route) in mondes.flatMap({ monde in site.routes.map { (monde, $0) } })
          where route.objet != .aucun && route.objet != .ouvert && !route.path.hasSuffix("/flux") {
            let reaches =
              visitor.appartenances.contains { route.entry.opens(to: $0.role) }
              && (monde.mayReach(route, visitor)
                || route.objet == .fiche && others.contains(visitor) && monde.people.contains(scene.nadia))
            if route.method == .post, reaches { continue }
            let answer =
              route.method == .get
              ? try await browser.get(monde.path(route)) : try await browser.post(monde.path(route), seal)
            if reaches, Self.dependsOnTheHour(route) { continue }
            #expect(
              (answer.status != .notFound) == reaches,
              "\(visitor.prenom) \(route.method) \(route.path) \(answer.status)")
            if !reaches {
              for id in monde.ids where !visitor.owns(id) { #expect(!answer.text.contains(id), "\(route.path)") }
            }
          }
        }
      }
    }
  }

  /// Pages that come and go with the hour, with what was answered, with whose words they are: tried with their own act.
  private static func dependsOnTheHour(_ route: Route) -> Bool {
    [
      "/salle/relais", "/bilan", "/reponse", "/synthese", "/messages/{message}", "/formulations", "/acte/pdf",
      "/attestation", "/mandats/{mandat}/acte",
    ].contains { route.path.hasSuffix($0) }
  }

  @Test(arguments: Engine.allCases) func `aucune page ne laisse passer un mot d’une autre structure`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let site = try Self.site(scene)
      let (monde, ombre) = (try await scene.monde(), try await scene.ombre())
      let noms = try await scene.house.database.read { [store = scene.personnes.store] tx in
        try monde.people.map { try store.personne($0.personne, for: $0.viewer, in: tx) }
      }
      try await site.visit { client async throws in
        for visitor in monde.people {
          let browser = try await site.enter(visitor, client)
          for route in site.routes
          where route.method == .get && !["/direct", "/flux"].contains(where: route.path.hasSuffix) {
            let text = try await browser.get(monde.path(route)).text
            for id in ombre.ids { #expect(!text.contains(id), "\(visitor.prenom) \(route.path)") }
            #expect(!text.contains("canari") && !text.contains("Ombreuse"), "\(visitor.prenom) \(route.path)")
            // Of the others one knows a first name and an initial: neither last name nor address.
            // Both names stand in the record that both signed.
            for personne in noms where personne.id != visitor.personne && !route.path.contains("/acte") {
              #expect(!text.contains(personne.nom), "\(visitor.prenom) \(route.path) \(personne.nom)")
              #expect(!text.contains(personne.adresse), "\(visitor.prenom) \(route.path)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `lire les affaires d’un autre laisse une trace, être refusé aussi`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let site = try Self.site(scene)
      let monde = try await scene.monde()
      try await site.visit { client async throws in
        let claire = try await site.enter(monde.conseillere, client)
        let lila = try await site.enter(monde.conseillereNumerique, client)
        let nadia = try await site.enter(monde.coordinatrice, client)
        for route in site.routes where route.trace == .lecture {
          // A thread is read in one sitting, one line for a quarter of an hour: here, each page begins one.
          try await scene.house.database.write { try $0.execute("DELETE FROM consultation") }
          let before = try await scene.traces().filter { $0.geste.hasPrefix("lecture:") }.count
          let advises = [.usager, .mandat, .relais, .entretien, .atelier].contains(route.objet)
          let reader = advises ? lila : route.objet == .demandeDeDroit ? nadia : claire
          let answer = try await reader.get(monde.path(route))
          let comesAndGoes = ["/bilan", "/attestation", "/acte"].contains(where: route.path.hasSuffix)
          #expect(answer.status == .ok || comesAndGoes, "\(route.path) \(answer.status)")
          guard answer.status == .ok else { continue }
          let after = try await scene.traces().filter { $0.geste.hasPrefix("lecture:") }.count
          // Giving somebody's file opens their thread too: both are said.
          let lines = route.path.contains("/dossier") ? 2 : 1
          #expect(after == before + lines, "\(route.path)")
        }
        let amina = try await site.enter(monde.explorateur, client)
        _ = try await amina.get("/suivi")
        _ = try await amina.get("/personnes/\(monde.expert.personne)")
        let refus = try await scene.traces().filter {
          $0.geste.hasPrefix("refus:") && $0.acteur == monde.explorateur.personne.text
        }
        #expect(Set(refus.map(\.objet)) == ["/suivi", "/personnes/{personne}"])
        // Knocking a thousand times does not fill the log.
        for _ in 0..<200 { _ = try await amina.get("/suivi") }
        let written = try await scene.traces().filter { $0.geste == "refus:absent" }.count
        #expect(written <= 20 * 1000 && written >= 20)
      }
    }
  }

  /// The table as people read it. `VADEMECUM_REGENERE=1` writes it anew.
  @Test func `la table des accès publiée est celle qui court`() async throws {
    try await withScene(.sqlite) { scene in
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/securite/acces.md")
      let expected = Self.document(try Self.site(scene).routes)
      if ProcessInfo.processInfo.environment["VADEMECUM_REGENERE"] != nil {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try expected.write(to: file, atomically: true, encoding: .utf8)
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == expected, "VADEMECUM_REGENERE=1 la réécrit")
    }
  }

  private static func document(_ routes: [Route]) -> String {
    let lines = routes.map { route in
      let cells = [
        route.method.rawValue, "`\(route.path)`", route.entry.mots, route.objet.rawValue, "\(route.rate)",
        route.trace.rawValue, route.preuve.rawValue,
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return """
      # Qui entre où

      Cette table est écrite par `MatriceTests` depuis les routes du logiciel, puis essayée ligne par ligne sur les deux moteurs :
      chaque route par chaque rôle, chaque chose par chaque personne, avec une seconde structure dont rien ne doit paraître. Ce qui
      n’est pas à vous répond comme ce qui n’existe pas (404). Deux adresses ne sont à aucune salle, donc pas dans la table :
      `/sante` dit à tout le monde si la base répond ; `/metrics` ne répond qu’à qui présente le jeton donné au serveur, et
      n’existe pas sans lui.

      | Méthode | Adresse | Qui entre | Quelle chose | Fréquence | Trace | Preuve |
      | --- | --- | --- | --- | --- | --- | --- |
      \(lines.joined(separator: "\n"))

      """
  }
}

extension Entry {
  fileprivate var needsNobody: Bool {
    switch self {
    case .everyone, .development, .machine: true
    case .entering, .proving, .signedIn, .equipe, .role, .oneOf: false
    }
  }

  fileprivate func opens(to role: Role) -> Bool {
    switch self {
    case .everyone, .entering, .proving, .signedIn, .machine: true
    case .equipe: role.estEquipe
    case .role(let wanted): wanted == role
    case .oneOf(let wanted): wanted.contains(role)
    case .development: false
    }
  }

  fileprivate var mots: String {
    switch self {
    case .everyone: "tout le monde"
    case .entering: "qui est entré, même s’il reste une seconde preuve à donner"
    case .proving: "qui est entré, même en doute"
    case .signedIn: "qui est entré"
    case .equipe: "conseiller, conseiller numérique ou coordinateur"
    case .role(let role): role.rawValue
    case .oneOf(let roles): roles.map(\.rawValue).joined(separator: " ou ")
    case .development: "démonstration"
    case .machine: "un autre serveur, par ce qu’il signe"
    }
  }
}

extension Visitor {
  fileprivate func owns(_ id: String) -> Bool {
    personne.text == id || appartenances.contains { $0.dispositif.text == id }
  }
}
