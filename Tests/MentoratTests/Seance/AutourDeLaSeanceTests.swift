import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

/// What happens on both sides of a session, where an interval ends and another begins.
@Suite struct AutourDeLaSeanceTests {
  private static let seconde = Accompagnement.seconde

  @Test(arguments: Engine.allCases) func `une date proposée avant la synthèse ne déplace pas la séance tenue`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let after = Self.seconde + .hours(2)
      let next = Self.seconde + .days(20)
      _ = try await lieu.mentorat.suggest(next, in: lieu.binome, by: lieu.marc, geste: .make(at: after), at: after)
      try await lieu.mentorat.summarize("Je garde l’idée du délai.", in: lieu.binome, by: lieu.nour, at: after)
      _ = try await lieu.mentorat.agree(to: next, in: lieu.binome, by: lieu.nour, geste: .make(at: after), at: after)
      let debuts = try await lieu.read { [lieu] store, tx in
        let binome = try store.binome(lieu.binome, for: lieu.nour.viewer, in: tx)
        return try store.seances(of: binome, at: after, in: tx).toutes.map(\.debut)
      }
      #expect(debuts == [Accompagnement.premiere, Self.seconde, next])
    }
  }

  /// The page that follows the summary holds another form: it must not be taken for the one just sent.
  @Test(arguments: Engine.allCases) func `la date se propose depuis la page qui suit la synthèse`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let after = Self.seconde + .hours(2)
      let geste = Geste.make(at: after)
      let page = try await lieu.mentorat.writeSynthese(
        lieu.visit(by: lieu.nour, form: [("libre", "Je garde l’idée du délai.")], at: after, geste: geste))
      #expect(page.code == 200 && page.html().contains("Datez la prochaine séance"))
      #expect(!page.html().contains(geste.text))
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui arrive pendant la séance se lit dans le fil`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Comment dire non ?", at: Self.seconde - .hours(2) + .minutes(30))
      let asked = Self.seconde - .hours(1)
      let question = try #require(try await lieu.messages(of: lieu.marc, at: asked).first)
      _ = try await lieu.answer(question, "Canarireponse, qu’est-ce qui vous retient ?", at: asked)
      let arrived = Self.seconde + .minutes(30)
      #expect(try await lieu.messages(of: lieu.nour, at: arrived).last?.arrivee == arrived)
      #expect(try await lieu.fil(of: lieu.nour, at: arrived).contains("Canarireponse"))
    }
  }

  @Test(arguments: Engine.allCases) func `un message qui attend se change même quand la séance a commencé`(
    engine: Engine
  )
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      // The day before, Marc is away until after the session.
      let absence = try AbsenceSaisie(
        FormData(pairs: [("premier", "2027-02-25"), ("dernier", "2027-02-26")]),
        today: Jour(.fevrier(24, 9), in: .paris))
      _ = try await lieu.mentorat.add(absence, by: lieu.marc, geste: .make(at: Scene.now), at: .fevrier(24, 9))
      _ = try await lieu.send("Un.", at: .fevrier(25, 9))
      let message = try #require(try await lieu.messages(of: lieu.nour, at: .fevrier(25, 9)).first)
      let changed = try await lieu.mentorat.changeMessage(
        lieu.visit(
          by: lieu.nour, ["message": message.id.text], form: [("libre", "Deux.")], at: Self.seconde + .minutes(5)))
      #expect(changed.code == 200)
    }
  }

  @Test(arguments: Engine.allCases) func `l’heure de l’autre est celle de son arrivée`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Comment dire non ?", at: .fevrier(2, 2, 13))
      #expect(try await lieu.fil(of: lieu.nour, at: .fevrier(2, 9)).contains("02:13"))
      let page = try await lieu.fil(of: lieu.marc, at: .fevrier(2, 9))
      #expect(page.contains("mardi 2 février à 08:00") && !page.contains("02:13"))
    }
  }

  @Test(arguments: Engine.allCases) func `répondre à une ancienne question laisse mûrir la nouvelle`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Une première question.", at: .fevrier(1, 9))
      let first = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 9)).first)
      _ = try await lieu.send("Une seconde.", at: .fevrier(2, 10))
      _ = try await lieu.answer(first, "À quoi le verrez-vous ?", at: .fevrier(2, 10, 5))
      #expect(try await lieu.messages(of: lieu.marc, at: .fevrier(2, 10, 6)).last?.arrivee == .fevrier(2, 12))
    }
  }
}
