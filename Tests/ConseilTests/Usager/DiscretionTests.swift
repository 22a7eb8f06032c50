import Base
import Chartes
import Comptage
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct DiscretionTests {
  @Test(arguments: Engine.allCases) func `un plan avance étape par étape, dans le nombre signé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      let besoin = try #require(try await lieu.besoins(of: id).first).id
      func add(_ mots: String) async throws -> Answer {
        try await lieu.conseil.planEtape(
          lieu.visit(
            by: lieu.lila, ["usager": id.text], form: [("besoin", besoin.text), ("etape", mots)],
            geste: .make(at: Scene.now)))
      }
      // The scene began with one; the charter says twelve.
      for rang in 2...12 { #expect(try await add("Étape \(rang)").code == 303) }
      let full = try await add("Encore une")
      #expect(full.code == 422 && full.html().contains("Partir des besoins") && full.html().contains("Encore une"))
      let first = try #require(try await lieu.besoins(of: id).first?.etapes.first)
      _ = try await lieu.conseil.tickEtape(
        lieu.visit(by: lieu.lila, ["usager": id.text, "etape": first.id.text], form: [("faite", "oui")]))
      #expect(try await lieu.besoins(of: id).first?.etapes.first?.faite == Scene.now)
      #expect(try await add("Encore une").code == 303, "one is done: there is room for another")
    }
  }

  @Test(arguments: Engine.allCases) func `une étape pour un besoin laissé de côté entre-temps revient avec ses mots`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      let besoin = try #require(try await lieu.besoins(of: id).first).id
      _ = try await lieu.conseil.settleBesoin(
        lieu.visit(by: lieu.lila, ["usager": id.text, "besoin": besoin.text], form: [("etat", "laisse")]))
      let again = try await lieu.conseil.planEtape(
        lieu.visit(
          by: lieu.lila, ["usager": id.text],
          form: [("besoin", besoin.text), ("etape", "Appeler Aline Rivière au 06 12 34 56 78")]))
      #expect(again.code == 422 && again.html().contains("Appeler Aline Rivière au 06 12 34 56 78"))
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui a été adapté se retrouve à l’entretien suivant`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      let first = try await lieu.open(id, at: Scene.now)
      _ = try await lieu.conseil.keepEntretien(
        lieu.visit(
          by: lieu.lila, ["entretien": first.text],
          form: [("revision", "1"), ("adaptation", "gros_caracteres"), ("suivant", "clore")],
          at: Scene.now + .minutes(20)))
      let second = try await lieu.open(id, at: .fevrier(8, 9))
      let page = try await lieu.conseil.showEntretien(
        lieu.visit(by: lieu.lila, ["entretien": second.text], at: .fevrier(8, 9))
      ).html()
      #expect(page.contains("La dernière fois, vous aviez adapté : de gros caractères"))
    }
  }

  @Test(arguments: Engine.allCases) func `là où d’autres regardent, un prénom et une initiale suffisent`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      _ = try await lieu.conseil.keepIdentite(
        lieu.visit(
          by: lieu.lila, ["usager": id.text],
          form: [("revision", "1"), ("prenom", "Aline"), ("nom", "Rarissimont"), ("telephone", "06 12 34 56 78")]))
      let entretien = try await lieu.open(id, at: Scene.now)
      let pages = [
        try await lieu.conseil.showUsagers(lieu.visit(by: lieu.lila)),
        try await lieu.conseil.showUsager(lieu.visit(by: lieu.lila, ["usager": id.text])),
        try await lieu.conseil.showJournee(lieu.visit(by: lieu.lila)),
        try await lieu.conseil.showEntretien(lieu.visit(by: lieu.lila, ["entretien": entretien.text])),
        try await lieu.conseil.showComptesRendus(lieu.visit(by: lieu.lila)),
        try await lieu.conseil.showRecapitulatif(lieu.visit(by: lieu.lila, ["entretien": entretien.text])),
      ].map { $0.html() }
      for page in pages { #expect(!page.contains("Rarissimont") && !page.contains("06 12")) }
      #expect(pages[0].contains("Aline R."))
    }
  }

  @Test(arguments: Engine.allCases) func `un compte rendu sans suivi ne dit pas de qui il parle`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      try await lieu.conseil.arrive("Zéphyrine", at: lieu.lieu, at: Scene.now)
      let ticket = try #require(try await lieu.tickets().first)
      let path = try await lieu.conseil.receive(
        .ticket(ticket.id), by: lieu.lila, geste: .make(at: Scene.now), at: Scene.now)
      let entretien = try #require(EntretienID(path.replacing("/entretiens/", with: "")))
      _ = try await lieu.conseil.keepEntretien(
        lieu.visit(
          by: lieu.lila, ["entretien": entretien.text],
          form: [("revision", "1"), ("theme", "email"), ("suivant", "clore")], at: Scene.now + .minutes(20)))
      #expect(try await lieu.report(entretien).code == 303)
      let rendu = try #require(try await lieu.rendus().first)
      #expect(rendu.usager == nil && rendu.teneur.ecrits == .init())
      let page = try await lieu.conseil.showCompteRendu(lieu.visit(by: lieu.lila, ["id": rendu.id.text])).html()
      #expect(!page.contains("Zéphyrine"))
      #expect(try await !scene.holds("phyrine"))
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui est écrit sur une personne s’efface avec sa clé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre("Canarine", "Z")
      try await lieu.conseil.hold(
        id, fait: "Une photo canarine envoyée.", themes: [.email], minutes: 30, by: lieu.lila, at: Scene.now)
      #expect(try await !scene.holds("canarine"), "sealed wherever it stands")
      try await scene.house.database.write { [vault = scene.house.vault] _ in try vault.erase(.usager(id)) }
      let page = try await lieu.conseil.showUsager(lieu.visit(by: lieu.lila, ["usager": id.text])).html()
      #expect(!page.lowercased().contains("canarine") && page.contains("Personne n° 1"))
      #expect(try await lieu.compte().rapports == 1, "what was counted stays, and names nobody")
    }
  }

  @Test(arguments: Engine.allCases) func `un mot de passe dans une note ne passe jamais, même dit anodin`(
    engine: Engine
  )
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      let mots = "Son mot de passe est Tilleul#2027."
      let held = try await lieu.conseil.noteBesoin(
        lieu.visit(by: lieu.lila, ["usager": id.text], form: [("mots", mots)]))
      #expect(held.code == 422)
      let denied = held.html().matches(of: /name="mot-(\d+)" value="([^"]*)"/).flatMap { match in
        [("mot-\(match.output.1)", String(match.output.2)), ("issue-\(match.output.1)", "nie")]
      }
      let again = try await lieu.conseil.noteBesoin(
        lieu.visit(by: lieu.lila, ["usager": id.text], form: [("mots", mots)] + denied))
      #expect(again.code == 422)
      #expect(try await !scene.holds("Tilleul#"))
    }
  }
}

extension Guichet {
  func besoins(of id: UsagerID) async throws -> [Besoin] {
    try await read { [lila] store, tx in try store.besoins(of: store.usager(id, for: lila.viewer, in: tx), in: tx) }
  }

  /// Lila receives somebody she follows.
  func open(_ id: UsagerID, at now: Instant) async throws -> EntretienID {
    let path = try await conseil.receive(.usager(id), by: lila, geste: .make(at: now), at: now)
    guard let entretien = EntretienID(path.replacing("/entretiens/", with: "")) else { throw Absent() }
    return entretien
  }
}
