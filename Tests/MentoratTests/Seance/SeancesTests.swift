import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct SeancesTests {
  @Test(arguments: Engine.allCases) func `le fil ouvre après une séance et se ferme à la suivante`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let (first, second) = (Accompagnement.premiere, Accompagnement.seconde)
      let before = try await lieu.send("Trop tôt.", at: first - .hours(1))
      #expect(before.code == 422 && before.html().contains("Trop tôt."), "what was typed is still there")
      #expect(before.html().contains("s’ouvre après votre première séance"))
      #expect(try await lieu.send("Pendant.", at: first + .minutes(59)).html().contains("l’heure de votre séance"))
      #expect(try await lieu.send("Après.", at: first + .minutes(60)).code == 200)
      #expect(try await lieu.send("Avant la seconde.", at: second - .milliseconds(1)).code == 200)
      #expect(try await lieu.send("Elle commence.", at: second).code == 422)

      // It closed an interval: a summary and a date open the next one.
      let after = second + .hours(2)
      let held = try await lieu.send("Sans synthèse.", at: after)
      #expect(held.html().contains("sa synthèse n’est pas encore écrite"))
      try await lieu.mentorat.summarize("Je garde l’idée du délai.", in: lieu.binome, by: lieu.nour, at: after)
      #expect(try await lieu.send("Sans date.", at: after).html().contains("n’a pas encore de date"))
      try await lieu.mentorat.date(
        second + .days(30), in: lieu.binome, by: lieu.nour, and: lieu.marc, at: after + .minutes(1))
      #expect(try await lieu.send("De nouveau.", at: after + .minutes(2)).code == 200)
      let intervals = Set(try await lieu.messages(of: lieu.nour, at: after + .minutes(2)).map(\.seance))
      #expect(intervals.count == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `une date se convient à deux, et se lit à l’identique`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      func suggest(_ jour: String, by visitor: Visitor) async throws -> Answer {
        try await lieu.mentorat.suggestDate(
          lieu.visit(by: visitor, form: [("jour", jour), ("heure", "17:00")], geste: .make(at: Scene.now)))
      }
      func agree(to debut: Instant, by visitor: Visitor) async throws -> String? {
        try await lieu.mentorat.agreeToDate(
          lieu.visit(by: visitor, form: [("debut", String(debut.milliseconds))], geste: .make(at: Scene.now))
        ).location
      }
      _ = try await suggest("2027-02-18", by: lieu.marc)
      #expect(
        try await agree(to: .fevrier(18, 17), by: lieu.marc) == lieu.path("/seances?fait=change"), "nobody agrees alone"
      )
      _ = try await suggest("2027-02-19", by: lieu.marc)
      #expect(
        try await agree(to: .fevrier(18, 17), by: lieu.nour) == lieu.path("/seances?fait=change"),
        "another date came meanwhile")
      #expect(try await agree(to: .fevrier(19, 17), by: lieu.nour) == lieu.path("/seances?fait=convenue"))
      let dates = try await lieu.read { [lieu] store, tx in
        let binome = try store.binome(lieu.binome, for: lieu.nour.viewer, in: tx)
        return try store.seances(of: binome, at: Scene.now, in: tx).toutes.map(\.debut)
      }
      #expect(dates == [Accompagnement.premiere, .fevrier(19, 17)], "moved, not added")
    }
  }

  @Test(arguments: Engine.allCases, ["2027-01-31", "2027-04-15", "2027-02-30", "", "demain"])
  func `une date impossible revient avec ce qui était écrit`(engine: Engine, jour: String) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let answer = try await lieu.mentorat.suggestDate(
        lieu.visit(by: lieu.nour, form: [("jour", jour), ("heure", "17:00")]))
      #expect(answer.code == 422)
      #expect(answer.html().contains("value=\"\(jour)\""))
    }
  }

  @Test(arguments: Engine.allCases) func `une séance manquée se déplace sans synthèse`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let after = Accompagnement.seconde + .hours(2)
      try await lieu.mentorat.date(
        after + .days(5), in: lieu.binome, by: lieu.marc, and: lieu.nour, at: after)
      #expect(try await lieu.send("Le fil continue.", at: after + .minutes(1)).code == 200)
    }
  }
}
