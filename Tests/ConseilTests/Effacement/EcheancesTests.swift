import Base
import Chartes
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct EcheancesTests {
  /// In Paris.
  private static func le(_ jour: String, _ minute: Int = 0) throws -> Instant {
    try #require(Jour(jour)?.instant(atMinute: minute, in: .paris))
  }

  @Test(arguments: Engine.allCases)
  func `un suivi s’efface de lui-même après le temps signé, annoncé avant`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      // Last seen on Monday 1 February 2027: twenty-four whole months end with 1 February 2029.
      let id = try await lieu.suivre("Canarine", "Z")
      let (notice, end) = (try Self.le("2029-01-03"), try Self.le("2029-02-02"))
      #expect(try await lieu.passes(at: notice - .milliseconds(1)) == 0)
      #expect(try await !lieu.list(at: notice - .milliseconds(1)).contains("Ces suivis s’effacent bientôt"))
      #expect(try await lieu.passes(at: notice) == 0)
      let list = try await lieu.list(at: notice + .days(1))
      #expect(list.contains("Ces suivis s’effacent bientôt") && list.contains("vendredi 2 février"))
      let page = try await lieu.conseil.showUsager(
        lieu.visit(by: lieu.lila, ["usager": id.text], at: notice + .days(1))
      ).html()
      #expect(
        page.contains("ce suivi s’effacera le vendredi 2 février") && page.contains("Ce suivi s’effacera bientôt"))
      #expect(try await lieu.passes(at: end - .milliseconds(1)) == 0)
      #expect(try await lieu.count(id) == 1)
      #expect(try await lieu.passes(at: end) == 1)
      #expect(try await lieu.passes(at: end + .hours(1)) == 0, "once")
      #expect(try await lieu.count(id) == 0)
      #expect(try await scene.count("SELECT count(*) FROM effacement_suivi WHERE raison = 'terme'") == 1)
      await #expect(throws: VaultError.erased) {
        try await scene.house.database.write { [vault = scene.house.vault] _ in
          _ = try vault.seal("encore", of: .usager(id), at: Place("essai.mot", "1"))
        }
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `le 29 février et les changements d’heure ne volent pas un jour`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let leap = try await lieu.suivre("Leap", at: try Self.le("2028-02-29", 1439))
      let spring = try await lieu.suivre("Spring", at: try Self.le("2027-03-28", 600))
      #expect(try await lieu.passes(at: try Self.le("2029-02-27")) == 0, "announced")
      #expect(try await lieu.passes(at: try Self.le("2029-03-29") - .milliseconds(1)) == 0)
      #expect(try await lieu.passes(at: try Self.le("2029-03-29")) == 1)
      #expect(try await lieu.count(spring) == 0)
      #expect(try await lieu.count(leap) == 1)
      #expect(try await lieu.passes(at: try Self.le("2030-01-30")) == 0, "announced")
      #expect(try await lieu.passes(at: try Self.le("2030-03-01") - .milliseconds(1)) == 0)
      #expect(try await lieu.passes(at: try Self.le("2030-03-01")) == 1)
      #expect(try await lieu.count(leap) == 0)
    }
  }

  @Test(arguments: Engine.allCases)
  func `un serveur resté éteint annonce d’abord, un contact repousse tout`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      let late = try Self.le("2029-09-10", 500)
      #expect(try await lieu.passes(at: late) == 0, "nobody was told")
      let end = try Self.le("2029-10-10")
      #expect(try await lieu.passes(at: end - .milliseconds(1)) == 0)
      // Seen again the day before.
      let seen = end - .hours(20)
      _ = try await lieu.conseil.noteBesoin(
        lieu.visit(
          by: lieu.lila, ["usager": id.text], form: [("mots", "Je voudrais lire à l’écran.")], at: seen,
          geste: .make(at: seen)))
      #expect(try await lieu.passes(at: end) == 0)
      #expect(try await !lieu.list(at: end).contains("Ces suivis s’effacent bientôt"))
      #expect(try await lieu.passes(at: try Self.le("2031-09-11")) == 0, "announced anew")
      #expect(try await lieu.passes(at: try Self.le("2031-10-11") - .milliseconds(1)) == 0)
      #expect(try await lieu.passes(at: try Self.le("2031-10-11")) == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `un mandat en cours ou une place à venir retient le suivi`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      // As short as the charter lets it be, and a mandate that goes on after it.
      try await jardin.lieu.publish(ProtegerLesDonnees.conservation, 12)
      #expect(try await jardin.usager().contact == .fevrier(3, 10))
      let far = try Self.le("2028-03-09")
      try await jardin.scene.house.database.write { [mandat = jardin.mandat] tx in
        _ = try tx.execute("UPDATE mandat SET fin = \(far) WHERE id = \(mandat)")
      }
      #expect(try await jardin.passes(at: try Self.le("2028-01-05")) == 0)
      #expect(try await jardin.passes(at: try Self.le("2028-02-04")) == 1, "the neighbour, whom nothing holds")
      #expect(try await jardin.lieu.count(jardin.voisine) == 0)
      #expect(try await !jardin.lieu.list(at: try Self.le("2028-02-04")).contains("Ces suivis s’effacent bientôt"))
      #expect(try await jardin.passes(at: far - .milliseconds(1)) == 0)
      #expect(try await jardin.passes(at: far) == 0, "announced, now that nothing holds it")
      #expect(try await jardin.lieu.list(at: far).contains("Ces suivis s’effacent bientôt"))
      #expect(try await jardin.passes(at: try Self.le("2028-04-08") - .milliseconds(1)) == 0)
      #expect(try await jardin.passes(at: try Self.le("2028-04-08")) == 1)
      try await jardin.expectsNothingLeft(mandats: 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `ce qui est dit à la porte s’efface trois mois après le mois, l’heure reste`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let open = try #require(
        try await lieu.conseil.reserve("Canarine", at: lieu.lieu, after: .fevrier(2, 9), at: Scene.now))
      try await lieu.conseil.arrive("Canarine", at: lieu.lieu, at: Scene.now)
      func names() async throws -> [String] {
        try await lieu.read { [lila = lieu.lila] store, tx in
          let rendezVous = try store.rendezVous(open, for: lila.viewer, in: tx)
          let ids = try tx.all("SELECT id FROM ticket ORDER BY id") { row in try row[0] as TicketID }
          return [rendezVous.contenu.prenom]
            + (try ids.map { try store.ticket($0, for: lila.viewer, in: tx).contenu.prenom })
        }
      }
      #expect(try await names() == ["Canarine", "Canarine"])
      let owner = Owner.porte(lieu.lieu, mois: "2027-02")
      let end = try Self.universal("2027-06-01")
      _ = try await lieu.passes(at: end - .milliseconds(1))
      #expect(try await names() == ["Canarine", "Canarine"])
      _ = try await lieu.passes(at: end)
      #expect(try await names() == ["", ""])
      _ = try await lieu.passes(at: end + .hours(1))
      #expect(try await scene.count("SELECT count(*) FROM rendez_vous WHERE code LIKE 'efface:%'") == 1)
      #expect(try await scene.count("SELECT count(*) FROM ticket") == 1, "that somebody came stays counted")
      await #expect(throws: VaultError.erased) {
        try await scene.house.database.write { [vault = scene.house.vault] _ in
          _ = try vault.seal("encore", of: owner, at: Place("essai.mot", "1"))
        }
      }
      // The door of another month is another key.
      try await lieu.conseil.arrive("Zoé", at: lieu.lieu, at: end + .days(1))
      #expect(try await names() == ["", "", "Zoé"])
    }
  }

  private static func universal(_ jour: String) throws -> Instant {
    Instant(milliseconds: Int64(try #require(Jour(jour)).number) * 86_400_000)
  }
}

extension Guichet {
  @discardableResult
  func passes(at now: Instant) async throws -> Int { try await conseil.erase(for: .house(.echeances), at: now) }

  func list(at now: Instant) async throws -> String {
    try await conseil.showUsagers(visit(by: lila, at: now, geste: .make(at: now))).html()
  }

  func count(_ id: UsagerID) async throws -> Int {
    try await scene.count("SELECT count(*) FROM usager WHERE id = \(id)")
  }

  /// Another value of the charter, in force at once.
  func publish(_ parametre: Parametre, _ value: Int, at now: Instant = Scene.now) async throws {
    let p = try #require(Parametres().setting(parametre, to: value))
    try await scene.house.database.write { [dispositif] tx in
      _ = try tx.execute(
        "INSERT INTO version (dispositif, numero, parametres, effet) VALUES (\(dispositif), 2, \(p.json), \(now))")
    }
  }
}
