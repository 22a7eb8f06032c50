import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

/// Sentences that the model that ships recognises. No clinician reviewed them.
@Suite struct AlerteTests {
  private static let detresse = "Je me sens vide, je pleure tous les soirs, je ne dors plus."
  private static let danger = "Je n’en peux plus, je veux mourir ce soir."

  @Test(arguments: Engine.allCases) func `les lignes d’aide paraissent aussitôt, et le message part`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      var now = Scene.now
      // In the open, at night, on a Sunday; by one and by the other.
      for (moment, by) in [
        (now, lieu.nour), (.fevrier(1, 10), lieu.marc), (.fevrier(1, 23), lieu.nour), (.fevrier(7, 4), lieu.nour),
      ] {
        for mots in [Self.danger, Self.detresse] {
          now = max(now + .milliseconds(1), moment)
          let question = by == lieu.marc ? try await lieu.messages(of: lieu.marc, at: now).first : nil
          let answer = try await lieu.compose(mots, by: by, answering: question, at: now)
          #expect(answer.code == 200)
          #expect(try await lieu.newest(of: by, at: now) == mots)
          #expect(answer.html().helplines.first == "3114")
          #expect(try await lieu.relecture(mots, by: by, at: now).contains("tel:3114"))
        }
      }
      // In danger, the numbers that save and no other; in distress, a few, and the way to the rest.
      let grave = try await lieu.compose(Self.danger, at: now + .days(1)).html()
      #expect(grave.helplines == ["3114", "15", "112", "114"])
      let heavy = try await lieu.compose(Self.detresse, at: now + .days(1)).html()
      #expect(heavy.helplines.first == "3114" && heavy.contains("href=\"/lignes-aide\""))
      #expect(grave.contains("appelez tout de suite") && heavy.contains("a l’air lourd à porter"))
    }
  }

  @Test(arguments: Engine.allCases) func `elles paraissent même quand le message est retenu`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      // The opening is full.
      for rang in 1...3 {
        _ = try await lieu.send("Une question de plus, la \(rang)e.", at: Scene.now + .minutes(rang))
      }
      let full = try await lieu.send(Self.danger, at: Scene.now + .minutes(10))
      #expect(full.code == 200 && full.html().helplines.first == "3114")
      #expect(full.html().contains("pourra le lire dès mardi 2 février à 08:00"))
      // A name holds it back.
      let held = try await lieu.send("\(Self.danger) Kevin Lebrun m’a fait attendre.")
      #expect(held.code == 422 && held.html().helplines.first == "3114")
      // So does the session, and the summary that is missing.
      for now in [Accompagnement.seconde, Accompagnement.seconde + .hours(2)] {
        let closed = try await lieu.send(Self.danger, at: now)
        #expect(closed.code == 422 && closed.html().helplines.first == "3114" && closed.html().contains(Self.danger))
      }
      // It is an answer to whoever wrote, not to whoever reads.
      #expect(try await lieu.fil(of: lieu.marc, at: .fevrier(2, 9)).helplines == [])
      #expect(try await lieu.fil(of: lieu.nour, at: .fevrier(2, 9)).helplines == [])
    }
  }

  @Test(arguments: Engine.allCases) func `une synthèse lourde montre aussi les lignes d’aide`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let answer = try await lieu.mentorat.writeSynthese(
        lieu.visit(by: lieu.nour, form: [("libre", Self.danger)], at: Accompagnement.seconde + .hours(2)))
      #expect(answer.html().helplines.first == "3114", "\(answer.code) \(answer.location ?? "")")
    }
  }

  @Test(arguments: Engine.allCases) func `la réponse est la même avec et sans alerte`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let calm = "Une question sur le délai."
      for now in [Scene.now, .fevrier(1, 23)] {
        let (grave, plain) = (try await lieu.send(Self.danger, at: now), try await lieu.send(calm, at: now))
        #expect(grave.code == plain.code && grave.location == plain.location)
        #expect(!plain.html().contains("aide-maintenant") && grave.html().contains("aide-maintenant"))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `les lignes d’aide se lisent sans entrer, à toute heure`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let before = try await lieu.state()
      for visitor in [nil, lieu.nour, lieu.marc, lieu.odile, scene.amina] {
        for now in [Scene.now, .fevrier(7, 4)] {
          let page = try await lieu.mentorat.showLignesAide(lieu.visit(by: visitor, at: now)).html()
          #expect(page.helplines.prefix(4) == ["3114", "15", "112", "114"])
          #expect(page.contains("vérifiée le") && page.contains("Source : "))
        }
      }
      #expect(try await lieu.state() == before, "nobody knows who looked")
    }
  }
}

extension String {
  /// The numbers one may call from a page, in its order.
  var helplines: [String] { matches(of: /href="tel:([^"]*)"/).map { String($0.output.1) } }
}
