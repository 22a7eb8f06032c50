import Base
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import ViePrivee
@testable import Web

@Suite struct ExpirationTests {
  @Test(arguments: Engine.allCases) func `ce que dit le registre s’applique à l’heure dite, ni avant ni après`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.open(scene.amina)
      _ = try await scene.invited("quelquun@exemple.fr")
      _ = try await scene.house.database.act(.make(at: scene.now), by: scene.amina.viewer, at: scene.now) { _ in "/" }
      try await scene.write { tx in
        try tx.execute(
          """
          INSERT INTO lien (id, jeton, personne, navigateur, code, suite, ouvert_ailleurs, essais, expire)
          VALUES ('l', 'j', \(scene.amina.personne), 'n', 'c', '/', \(false), 0, \(Scene.now + .minutes(10)))
          """)
        try tx.execute("UPDATE courrier SET etat = 'parti', apres = \(Scene.now + .hours(1))")
      }
      let terms: [(SQL, Instant)] = [
        ("SELECT count(*) FROM lien", scene.now + .minutes(10) + .days(1)),
        ("SELECT count(*) FROM geste WHERE acteur = \(scene.amina.personne)", scene.now + .days(7)),
        ("SELECT count(*) FROM connexion", scene.now + .days(30)),
        ("SELECT count(*) FROM courrier", scene.now + .hours(1) + .days(30)),
        ("SELECT count(*) FROM invitation", scene.now + Invitation.lasts + .days(30)),
        ("SELECT count(*) FROM navigateur_connu", scene.now + .days(400)),
        ("SELECT count(*) FROM fait", scene.now + .days(5 * 365)),
      ]
      for (rows, term) in terms {
        _ = try await scene.expire(at: term)
        #expect(try await scene.count(rows) > 0, "pas avant")
        _ = try await scene.expire(at: term + .milliseconds(1))
        #expect(try await scene.count(rows) == 0)
      }
      // What has no such term stays: accounts, places, signatures of those who are here.
      #expect(try await scene.count("SELECT count(*) FROM appartenance") == 7)
      #expect(try await scene.count("SELECT count(*) FROM engagement") == 7)
    }
  }

  @Test(arguments: Engine.allCases) func `une signature s’efface cinq ans après le départ`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      _ = try await scene.leaves(scene.amina)
      let mine: SQL = "SELECT count(*) FROM engagement WHERE personne = \(scene.amina.personne)"
      _ = try await scene.expire(at: scene.now + .days(5 * 365))
      #expect(try await scene.count(mine) == 1)
      _ = try await scene.expire(at: scene.now + .days(5 * 365) + .milliseconds(1))
      #expect(try await scene.count(mine) == 0)
      #expect(try await scene.count("SELECT count(*) FROM engagement") == 6)
    }
  }

  @Test(arguments: Engine.allCases) func `un compte qui dort est prévenu, puis s’efface ; une entrée garde tout`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.emptyOutbox()
      let end = scene.now + .days(730)
      func pass(at now: Instant) async throws -> Int {
        try await scene.viePrivee.endSleepingAccounts(for: .house(.echeances), at: now)
      }
      func told(_ visitor: Visitor) async throws -> Int {
        try await scene.plis(to: visitor.personne).count { $0.courriel.sujet == "Votre compte va s’effacer" }
      }
      #expect(try await pass(at: end - .days(30) - .milliseconds(1)) == 0)
      #expect(try await told(scene.amina) == 0)
      for _ in 0..<2 { #expect(try await pass(at: end - .days(30)) == 0) }
      for visitor in [scene.amina, scene.bruno] { #expect(try await told(visitor) == 1) }
      let letter = try #require(
        try await scene.plis(to: scene.amina.personne).first { $0.courriel.sujet == "Votre compte va s’effacer" })
      #expect(letter.courriel.texte.contains("31\u{a0}janvier"))
      // Bruno comes in once.
      try await scene.open(scene.bruno, at: end - .days(3))
      #expect(try await pass(at: end - .milliseconds(1)) == 0)
      #expect(try await pass(at: end) == 5, "sauf Bruno, et Nadia qui coordonne seule")
      #expect(try await scene.count("SELECT count(*) FROM personne WHERE partie IS NULL") == 2)
      #expect(try await told(scene.nadia) == 0)
      #expect(try await scene.plis().count { $0.courriel.sujet == "Votre compte est effacé" } == 5)
      // Of Bruno, two years begin again, with a notice of their own.
      #expect(try await pass(at: end + .days(690)) == 0)
      #expect(try await told(scene.bruno) == 1)
      #expect(try await pass(at: end - .days(3) + .days(700)) == 0)
      #expect(try await told(scene.bruno) == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `un serveur endormi prévient d’abord, trente jours pleins`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      try await scene.emptyOutbox()
      let late = scene.now + .days(900)
      func pass(at now: Instant) async throws -> Int {
        try await scene.viePrivee.endSleepingAccounts(for: .house(.echeances), at: now)
      }
      #expect(try await pass(at: late) == 0)
      #expect(try await pass(at: late + .days(29)) == 0)
      #expect(try await pass(at: late + .days(30)) == 6)
    }
  }

  @Test func `qui n’a pas de boîte est annoncé à qui l’accompagne`() async throws {
    try await withScene(.sqlite) { scene in
      let (lou, _) = try await scene.personnes.inscribe(
        prenom: "Lou", nom: "Vasseurion", in: scene.dispositif, by: scene.claire, geste: .make(at: scene.now),
        at: scene.now)
      try await scene.emptyOutbox()
      _ = try await scene.viePrivee.endSleepingAccounts(for: .house(.echeances), at: scene.now + .days(701))
      let letters = try await scene.plis(to: scene.claire.personne).map(\.courriel.sujet)
      #expect(letters.contains("Un compte va s’effacer\u{a0}: Lou V."))
      #expect(try await scene.plis(to: lou).isEmpty)
    }
  }
}
