import Base
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import Web

@Suite struct ConnexionTests {
  @Test(arguments: Engine.allCases) func `chacun voit ses connexions et en ferme une`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let telephone = try await scene.open(scene.amina, "Firefox, Android")
      let poste = try await scene.open(scene.amina, "Chrome, Windows", at: scene.now + .minutes(1))
      let other = try await scene.open(scene.yanis, "Safari, iPhone")
      let amina = try await scene.visitor(poste)

      let page = try await scene.personnes.showCompte(scene.visit(by: amina)).html()
      #expect(page.contains("Firefox, Android") && page.contains("Chrome, Windows"))
      #expect(!page.contains("Safari, iPhone"))

      let id = try await scene.visitor(telephone).connexion
      let stream = scene.live.listen(to: "personne:\(amina.personne)", bearer: id.text)
      let here = scene.live.listen(to: "personne:\(amina.personne)", bearer: amina.connexion.text)
      _ = try await scene.personnes.endConnexion(scene.visit(by: amina, ["id": id.text]))
      #expect(try await scene.identify(telephone, at: scene.now) == nil)
      #expect(try await scene.identify(poste, at: scene.now)?.personne == amina.personne)
      #expect(try await scene.identify(other, at: scene.now)?.personne == scene.yanis.personne)
      for await event in stream { #expect(event.name == "sortie") }
      #expect(scene.live.send(ServerEvent("change", "{}"), to: "personne:\(amina.personne)") == 1, "celle-ci reste")
      _ = here
      #expect(!(try await scene.personnes.showCompte(scene.visit(by: amina)).html().contains("Firefox, Android")))
      #expect(try await scene.traces().contains(TraceLine("connexion:fin", on: id, by: amina.personne)))
    }
  }

  @Test(arguments: Engine.allCases) func `personne ne ferme la connexion d’un autre`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let amina = try await scene.visitor(try await scene.open(scene.amina, "Firefox"))
      let token = try await scene.open(scene.yanis, "Safari")
      let yanis = try await scene.visitor(token)
      await #expect(throws: Absent()) {
        try await scene.personnes.end(yanis.connexion, of: amina, at: scene.now)
      }
      try await scene.personnes.endOthers(of: amina, at: scene.now)
      #expect(try await scene.identify(token, at: scene.now) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `fermer toutes les autres garde celle-ci`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let here = try await scene.open(scene.amina, "Firefox")
      let others = [try await scene.open(scene.amina, "Chrome"), try await scene.open(scene.amina, "Safari")]
      let amina = try await scene.visitor(here)
      _ = try await scene.personnes.endOtherConnexions(scene.visit(by: amina))
      for other in others { #expect(try await scene.identify(other, at: scene.now) == nil) }
      #expect(try await scene.identify(here, at: scene.now) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `se déconnecter ferme la connexion et l’oublie du navigateur`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let token = try await scene.open(scene.amina, "Firefox")
      let answer = try await scene.personnes.signOut(scene.visit(by: try await scene.visitor(token)))
      #expect(try await scene.identify(token, at: scene.now) == nil)
      #expect(answer.cookies.first?.kind == .connexion)
      #expect(answer.cookies.first?.lasts == .zero)
    }
  }

  @Test(arguments: Engine.allCases) func `une connexion dure trente jours, et dit quand elle a été vue`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let token = try await scene.open(scene.amina, "Firefox")
      // Seen again before two weeks have gone by, twice.
      for days in [13, 26] { #expect(try await scene.identify(token, at: scene.now + .days(days)) != nil) }
      let end = scene.now + .days(30)
      #expect(try await scene.identify(token, at: end - .milliseconds(1)) != nil)
      #expect(try await scene.identify(token, at: end) == nil)
      let seen = try await scene.house.database.read { tx in
        try tx.first("SELECT vue FROM connexion") { try $0[0] as Instant }
      }
      #expect(seen == end - .milliseconds(1))
    }
  }

  @Test(arguments: Engine.allCases) func `une page lue dans les cinq minutes n’écrit rien`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let token = try await scene.open(scene.amina, "Firefox")
      _ = try await scene.identify(token, at: scene.now + .minutes(5))
      #expect(try await scene.count("SELECT count(*) FROM connexion WHERE vue = \(scene.now)") == 1)
      _ = try await scene.identify(token, at: scene.now + .minutes(5) + .milliseconds(1))
      #expect(try await scene.count("SELECT count(*) FROM connexion WHERE vue = \(scene.now)") == 0)
    }
  }
}
