import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct SignatureTests {
  @Test(arguments: Engine.allCases, [true, false])
  func `rien ne s’envoie avant les deux signatures`(engine: Engine, mentorFirst: Bool) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement(signed: false)
      let order = mentorFirst ? [lieu.marc, lieu.nour] : [lieu.nour, lieu.marc]
      for signs in order {
        for visitor in [lieu.nour, lieu.marc] { try await lieu.expectsNothingLeaves(by: visitor) }
        #expect(try await lieu.acte() == nil)
        _ = try await lieu.sign(by: signs)
      }
      #expect(try await lieu.send("Comment dire non sans me fâcher ?").code == 200)
      #expect(try await lieu.messages(of: lieu.marc).count == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `une proposition changée pendant la lecture ne signe rien`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement(signed: false)
      let page = try await lieu.convention(of: lieu.nour)
      #expect(try await lieu.propose(["delai": ["4"]], by: lieu.marc).code == 303)
      #expect(try await lieu.sign(page, by: lieu.nour).location == lieu.path("/convention?fait=change"))
      #expect(try await scene.count("SELECT count(*) FROM signature") == 0)
      // The number alone, with another text, is no signature either: the hash of what was read decides.
      let forged = page.replacing("name=\"numero\" value=\"1\"", with: "name=\"numero\" value=\"2\"")
      #expect(try await lieu.sign(forged, by: lieu.nour).location == lieu.path("/convention?fait=change"))
      #expect(try await scene.count("SELECT count(*) FROM signature") == 0)
      #expect(try await lieu.sign(by: lieu.nour).location == lieu.path("/convention?fait=signee"))
    }
  }

  @Test(arguments: Engine.allCases) func `les mêmes termes ne demandent pas de signer de nouveau`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let mails = try await scene.plis().count
      for visitor in [lieu.marc, lieu.nour] {
        #expect(try await lieu.propose(by: visitor).location == lieu.path("/convention"))
      }
      #expect(try await scene.count("SELECT count(*) FROM convention") == 1)
      #expect(try await scene.plis().count == mails, "nobody is written to about nothing")
      #expect(try await lieu.propose(["conservation": ["60"]], by: lieu.nour).code == 303)
      #expect(try await scene.count("SELECT count(*) FROM convention") == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `l’ancienne convention court jusqu’à la seconde signature`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.propose(["delai": ["8"]], by: lieu.nour)
      _ = try await lieu.sign(by: lieu.nour)
      #expect(try await lieu.enVigueur()?.numero == 1)
      #expect(try await lieu.acte()?.numero == 1)
      _ = try await lieu.send("Comment dire non sans me fâcher ?")
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      try await lieu.write(
        "Prenez deux jours pour y penser.", by: lieu.marc, answering: question, at: Scene.now + .minutes(1))
      let answer = try #require(try await lieu.messages(of: lieu.marc).last)
      #expect(answer.arrivee == question.arrivee + .hours(2))

      // Signed by both, the new time for thought moves what still waits.
      let signed = Scene.now + .minutes(30)
      #expect(try await lieu.sign(by: lieu.marc, at: signed).location == lieu.path("?fait=signee"))
      #expect(try await lieu.enVigueur()?.numero == 2)
      #expect(try await lieu.acte()?.numero == 2)
      #expect(try await lieu.messages(of: lieu.marc).last?.arrivee == question.arrivee + .hours(8))
      #expect(try await scene.count("SELECT count(*) FROM acte") == 2, "the former record is kept")
    }
  }

  @Test(arguments: Engine.allCases) func `signer deux fois, ou tous les deux à la fois, fait un seul acte`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement(signed: false)
      let (page, theirs) = (try await lieu.convention(of: lieu.nour), try await lieu.convention(of: lieu.marc))
      try await together(8) { rang in
        _ =
          rang.isMultiple(of: 2)
          ? try await lieu.sign(page, by: lieu.nour) : try await lieu.sign(theirs, by: lieu.marc)
      }
      #expect(try await scene.count("SELECT count(*) FROM signature") == 2)
      #expect(try await scene.count("SELECT count(*) FROM acte") == 1)
      #expect(try await scene.count("SELECT count(*) FROM seance") == 2)
      #expect(try await scene.count("SELECT count(*) FROM fait WHERE nom = 'convention'") == 2)
    }
  }
}

extension Accompagnement {
  /// By every route and by the verb: an answer is the agreement or nothing, and nothing is in the base.
  fileprivate func expectsNothingLeaves(by visitor: Visitor) async throws {
    for (route, result) in await answers(to: visitor) where !route.path.hasSuffix("/convention") {
      if let failure = result.failure {
        #expect(failure is Absent, "\(route.method) \(route.path): \(type(of: failure))")
      }
    }
    for route in ["", "/chemin", "/seances", "/synthese"] {
      let found = mentorat.routes.first { $0.path == "/binomes/{id}\(route)" && "\($0.method)" == "GET" }
      #expect(try await found?.answer(visit(by: visitor)).location == path("/convention"), "\(route)")
    }
    await #expect(throws: Refus.self) { try await self.write("Comment dire non ?", by: visitor) }
    for table in ["message", "formulation", "carnet", "synthese", "orientation", "seance"] as [SQL] {
      #expect(try await scene.count("SELECT count(*) FROM \(sql: table)") == 0)
    }
  }
}
