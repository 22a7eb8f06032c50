import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct OrientationTests {
  @Test(arguments: Engine.allCases) func `une orientation ne garde aucun contenu`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Canariquestion, comment dire non ?")
      let before = try await lieu.state()
      try await scene.emptyOutbox()
      // What else a form might carry goes nowhere.
      let answer = try await lieu.orient(
        [
          ("cadre", "service"), ("ligne", "3114"), ("mot", "Canarimot"), ("libre", "Canarilibre"),
          ("pourquoi", "Canari"),
        ])
      #expect(answer.location == lieu.path("?fait=orientation"))
      #expect(try await scene.columns(of: "orientation") == ["binome", "contenu", "id", "le"])
      #expect(try await lieu.rows() == [["service", "3114", "\(Scene.now.milliseconds)"]])
      for word in ["canarimot", "canarilibre"] { #expect(!(try await scene.holds(word))) }

      // The mentee sees it at once, at any hour, in the words that everybody gets.
      for now in [Scene.now, .fevrier(1, 23), .fevrier(6, 3)] {
        let page = try await lieu.fil(of: lieu.nour, at: now)
        #expect(page.contains("Marc vous propose : Un service ou une ligne d’aide"))
        #expect(page.contains("href=\"tel:3114\"") && !page.contains("href=\"tel:3919\""))
      }
      let mails = try await scene.plis()
      #expect(mails.map(\.proprietaire) == ["personne:\(lieu.nour.personne)"] && mails[0].apres == Scene.now)
      #expect(!mails[0].words.contains("3114") && !mails[0].words.contains("Canari"), "a mail does not say where to")
      #expect(try await scene.traces().allSatisfy { !$0.geste.contains("orient") })
      let after = try await lieu.state()
      #expect(zip(before, after).count { $0 != $1 } == 2, "an orientation and a mail; no fact")
    }
  }

  @Test(arguments: Engine.allCases) func `un cadre inconnu ou une ligne inventée ne passent pas`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      for cadre in ["", "autre", "SERVICE", "Canaricadre"] {
        let answer = try await lieu.orient([("cadre", cadre), ("ligne", "3114")])
        #expect(answer.code == 422 && answer.html().contains("Choisissez vers quoi."))
      }
      #expect(try await lieu.rows() == [])
      // A number that is not one of the lines, or one where none is called for, is left out.
      let others = [("service", "06 12 34 56 78"), ("service", "Canariligne"), ("seance", "3114")]
      for (rang, (cadre, ligne)) in others.enumerated() {
        let answer = try await lieu.orient([("cadre", cadre), ("ligne", ligne)], at: Scene.now + .minutes(rang))
        #expect(answer.code == 303)
      }
      #expect(try await lieu.rows().map { $0[1] } == ["", "", ""])
      #expect(!(try await scene.holds("canari")))
      let page = try await lieu.fil(of: lieu.nour, at: .fevrier(1, 10))
      #expect(page.contains("En parler en séance"), "the newest one")
    }
  }

  @Test(arguments: Engine.allCases) func `le mentor seul oriente, aux heures dites`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Canariquestion, comment dire non ?")
      for stranger in [lieu.nour, lieu.elsa, lieu.odile] {
        await #expect(throws: Absent.self) { _ = try await lieu.orient([("cadre", "seance")], by: stranger) }
        await #expect(throws: Absent.self) {
          _ = try await lieu.mentorat.showOrientation(lieu.visit(by: stranger))
        }
      }
      for closed in [Instant.fevrier(1, 8) - .milliseconds(1), .fevrier(1, 18), .fevrier(6, 12), .fevrier(7, 12)] {
        await #expect(throws: Absent.self) { _ = try await lieu.orient([("cadre", "seance")], at: closed) }
      }
      #expect(try await lieu.rows() == [])
      for open in [Instant.fevrier(2, 8), .fevrier(1, 18) - .milliseconds(1)] {
        #expect(try await lieu.orient([("cadre", "seance")], at: open).code == 303)
      }
      _ = try await lieu.mentorat.endBinome(lieu.visit(by: lieu.nour, at: .fevrier(2, 10)))
      await #expect(throws: Absent.self) { _ = try await lieu.orient([("cadre", "seance")], at: .fevrier(2, 11)) }
    }
  }

  @Test(arguments: Engine.allCases) func `une orientation ne suit pas dans l’intervalle suivant`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.orient([("cadre", "professionnel")])
      let after = Accompagnement.seconde + .hours(2)
      #expect(try await lieu.fil(of: lieu.nour, at: after - .hours(3)).contains("Marc vous propose"))
      #expect(!(try await lieu.fil(of: lieu.nour, at: after)).contains("Marc vous propose"))
    }
  }
}

extension Accompagnement {
  fileprivate func orient(
    _ form: [(String, String)], by visitor: Visitor? = nil, at now: Instant = Scene.now
  ) async throws -> Answer {
    try await mentorat.orient(visit(by: visitor ?? marc, form: form, at: now, geste: .make(at: now)))
  }
}

extension Accompagnement {
  /// Frame, line and moment of each orientation, opened with the pair's key.
  fileprivate func rows() async throws -> [[String]] {
    try await read { [binome, marc] store, tx in
      try store.orientations(of: store.binome(binome, for: marc.viewer, in: tx), in: tx).map {
        [$0.cadre.rawValue, $0.ligne ?? "", "\($0.le.milliseconds)"]
      }
    }
  }
}

extension Scene {
  /// What a table has room for.
  func columns(of table: String) async throws -> [String] {
    try await house.database.read { [engine] tx in
      let query: SQL =
        engine == .sqlite
        ? "SELECT name FROM pragma_table_info(\(table)) ORDER BY name"
        : """
        SELECT column_name::text FROM information_schema.columns
        WHERE table_name = \(table) AND table_schema = current_schema() ORDER BY column_name
        """
      return try tx.all(query) { try $0[0] }
    }
  }
}
