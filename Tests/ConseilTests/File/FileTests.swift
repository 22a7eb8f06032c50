import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Web

@Suite struct FileTests {
  @Test(arguments: Engine.allCases) func `la file garde l’ordre et dit l’attente`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      for (rang, prenom) in ["Aline", "", "Omar"].enumerated() {
        try await lieu.conseil.arrive(prenom, at: lieu.lieu, at: Scene.now + .minutes(rang * 5))
      }
      let page = try await lieu.conseil.showJournee(lieu.visit(by: lieu.lila, at: .fevrier(1, 9, 20))).html()
      #expect(page.contains("3 personnes attendent"))
      let (aline, second, omar) = (page.range(of: "Aline"), page.range(of: "Numéro 2"), page.range(of: "Omar"))
      #expect(try #require(aline).lowerBound < #require(second).lowerBound)
      #expect(try #require(second).lowerBound < #require(omar).lowerBound)
      #expect(page.contains("attend depuis 20 minutes") && page.contains("attend depuis 10 minutes"))
      let porte = try await lieu.conseil.showPorte(lieu.visit(by: nil, at: .fevrier(1, 9, 20))).html()
      #expect(porte.contains("3 personnes attendent en ce moment."))
      // Tomorrow is another queue.
      let demain = try await lieu.conseil.showJournee(lieu.visit(by: lieu.lila, at: .fevrier(2, 9))).html()
      #expect(demain.contains("Personne n’attend"))
    }
  }

  @Test(arguments: Engine.allCases) func `un numéro ne sert qu’une fois`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      try await lieu.conseil.arrive("Aline", at: lieu.lieu, at: Scene.now)
      let ticket = try #require(try await lieu.tickets().first)
      let paths = Chemins()
      try await together(8) { rang in
        let who = rang.isMultiple(of: 2) ? lieu.lila : lieu.hugo
        let path = try await lieu.conseil.receive(
          .ticket(ticket.id), by: who, geste: .make(at: Scene.now), at: .fevrier(1, 9, 12))
        await paths.add(path, by: who.prenom)
      }
      #expect(try await scene.count("SELECT count(*) FROM entretien") == 1)
      let byWho = await paths.paths
      let holders = byWho.filter { $0.value.contains { $0.hasPrefix("/entretiens/") } }
      #expect(holders.count == 1, "\(byWho)")
      #expect(byWho.filter { !holders.keys.contains($0.key) }.values.allSatisfy { $0 == ["/journee?fait=deja-recu"] })
      let held = try await scene.house.database.read { tx in
        try tx.first("SELECT attente FROM entretien") { try $0[0] as Int }
      }
      #expect(held == 12, "the wait is measured at the door")
    }
  }

  @Test(arguments: Engine.allCases) func `qui est reçu tout de suite garde le prénom donné à la porte`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let form = [("lieu", lieu.lieu.text), ("prenom", "Aline")]
      let received = try await lieu.conseil.receive(lieu.visit(by: lieu.lila, form: form))
      #expect(received.location?.hasPrefix("/entretiens/") == true)
      #expect(try await lieu.conseil.showJournee(lieu.visit(by: lieu.lila)).html().contains("Aline"))
      #expect(try await lieu.tickets().isEmpty, "nobody waits for it")
    }
  }

  @Test(arguments: Engine.allCases) func `la journée n’a qu’un grand bouton, pour qui passe en premier`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      func big() async throws -> Int {
        try await lieu.conseil.showJournee(lieu.visit(by: lieu.lila)).html().split(separator: "class=\"bouton\"").count
          - 1
      }
      #expect(try await big() == 1, "nobody is there: receiving somebody is next")
      for prenom in ["Aline", "Omar"] { try await lieu.conseil.arrive(prenom, at: lieu.lieu, at: Scene.now) }
      #expect(try await big() == 1, "whoever waits longest")
      _ = try await lieu.conseil.receive(lieu.visit(by: lieu.lila, form: [("lieu", lieu.lieu.text)]))
      #expect(try await big() == 1, "the interview under way")
    }
  }

  @Test(arguments: Engine.allCases) func `un numéro appelé l’est par un seul`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      try await lieu.conseil.arrive("Aline", at: lieu.lieu, at: Scene.now)
      let ticket = try #require(try await lieu.tickets().first)
      let first = try await lieu.conseil.call(ticket.id, by: lieu.hugo, geste: .make(at: Scene.now), at: Scene.now)
      let second = try await lieu.conseil.call(ticket.id, by: lieu.lila, geste: .make(at: Scene.now), at: Scene.now)
      #expect(first.hasSuffix("fait=appele") && second.hasSuffix("fait=deja-appele"))
      let page = try await lieu.conseil.showJournee(lieu.visit(by: lieu.lila)).html()
      #expect(page.contains("Appelé par Hugo T."))
      #expect(page.contains("Personne n’attend"), "whoever was called waits no longer")
      _ = try await lieu.conseil.letGo(ticket.id, by: lieu.lila, geste: .make(at: Scene.now), at: Scene.now)
      #expect(try await lieu.tickets().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `la file pleine le dit et propose un rendez-vous`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      for _ in 0..<30 { try await lieu.conseil.arrive("", at: lieu.lieu, at: Scene.now) }
      let answer = try await lieu.conseil.addToQueue(
        lieu.visit(by: lieu.lila, ["lieu": lieu.lieu.text], form: [("prenom", "Zoé")]))
      #expect(answer.code == 422)
      #expect(answer.html().contains("rendez-vous") && answer.html().contains("value=\"Zoé\""))
    }
  }

  @Test(arguments: Engine.allCases) func `l’écran d’accueil n’ouvre que sur un numéro, et se relit seul`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let tablette = Token.random()
      await #expect(throws: Absent.self) {
        _ = try await lieu.conseil.showComptoir(lieu.visit(by: nil, browser: tablette))
      }
      let ouvert = try await lieu.conseil.openComptoir(
        lieu.visit(by: lieu.lila, ["lieu": lieu.lieu.text], browser: tablette))
      #expect(ouvert.location == "/comptoir")
      let page = try await lieu.conseil.showComptoir(lieu.visit(by: nil, browser: tablette))
      #expect(page.html().contains("Prendre un numéro"))
      #expect(page.headers.contains { "\($0.0)" == "Refresh" && $0.1 == "30; url=/comptoir" })
      let numero = try await lieu.conseil.takeNumber(
        lieu.visit(by: nil, form: [("prenom", "Inès")], browser: tablette))
      #expect(numero.html().contains("C’est bientôt à vous.") && numero.html().contains(">1<"))
      #expect(numero.headers.contains { "\($0.0)" == "Refresh" && $0.1 == "20; url=/comptoir" })
      #expect(!(try await lieu.conseil.showComptoir(lieu.visit(by: nil, browser: tablette)).html().contains("Inès")))
      _ = try await lieu.conseil.closeComptoir(lieu.visit(by: lieu.hugo, ["lieu": lieu.lieu.text]))
      await #expect(throws: Absent.self) {
        _ = try await lieu.conseil.takeNumber(lieu.visit(by: nil, browser: tablette))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `qui n’a pas pu être reçu est compté sans être nommé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      _ = try await lieu.conseil.countRefusal(
        lieu.visit(
          by: lieu.lila, ["lieu": lieu.lieu.text], form: [("raison", "complet"), ("age", "soixante_dix_plus")]))
      let seen = try await lieu.read { [odile = lieu.odile, dispositif = lieu.dispositif] store, tx in
        try store.refusals(of: dispositif, since: Jour(year: 2027, month: 1, day: 1)!, for: odile.viewer, in: tx)
      }
      #expect(seen.count == 1 && seen[0].raison == .complet && seen[0].age == .plusDe70 && seen[0].nombre == 1)
    }
  }
}

extension Guichet {
  func tickets(at now: Instant = Scene.now) async throws -> [Ticket] {
    try await read { [lila, lieu] store, tx in
      try store.queue(at: store.lieu(lieu, for: lila.viewer, in: tx), at: now, for: lila.viewer, in: tx)
    }
  }
}

actor Chemins {
  private(set) var paths: [String: Set<String>] = [:]
  func add(_ path: String, by who: String) { paths[who, default: []].insert(path) }
}
