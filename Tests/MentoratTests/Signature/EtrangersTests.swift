import Base
import Chartes
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct EtrangersTests {
  @Test(arguments: Engine.allCases) func `un binôme n’existe pas pour qui n’en est pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Comment dire non sans me fâcher ?")
      let message = try #require(try await lieu.messages(of: lieu.marc).first)
      let elsewhere = try await scene.personnes.openDemonstration(
        structure: "Autre", dispositif: "Mentorat d’ailleurs", charte: .mentorat, at: Scene.now)
      var strangers = [lieu.odile, lieu.elsa, scene.nadia, scene.amina, scene.bruno, scene.claire]
      for role in [Role.mentor, .accompagne, .coordinateur] {
        strangers.append(
          try await scene.personnes.seat(
            Distribution.figurant(role, 1), in: elsewhere, suivieBy: nil, at: Scene.now))
      }
      let before = try await lieu.state()
      for stranger in strangers {
        let answers = await lieu.answers(to: stranger, ["message": message.id.text])
        try #require(answers.count > 20)
        for (route, result) in answers { #expect(result.failure is Absent, "\(route.method) \(route.path)") }
        await #expect(throws: Absent.self) { _ = try await lieu.mentorat.endBinome(lieu.visit(by: stranger)) }
      }
      #expect(try await lieu.state() == before, "nothing has moved")
    }
  }

  @Test(arguments: Engine.allCases) func `une personne suspendue ne voit plus son binôme, l’autre si`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Comment dire non sans me fâcher ?")
      let message = try #require(try await lieu.messages(of: lieu.marc).first)
      try await lieu.suspend(lieu.marc)
      for (route, result) in await lieu.answers(to: lieu.marc, ["message": message.id.text]) {
        #expect(result.failure is Absent, "\(route.method) \(route.path)")
      }
      #expect(try await lieu.fil(of: lieu.nour).contains("Comment dire non sans me fâcher ?"))
      #expect(try await lieu.convention(of: lieu.nour).contains("Notre convention"))
    }
  }

  @Test(arguments: Engine.allCases) func `on met fin au binôme d’une personne suspendue`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      try await lieu.suspend(lieu.marc)
      // No mail can reach them: that is no reason to keep the other.
      let end = try await lieu.mentorat.endBinome(lieu.visit(by: lieu.nour, geste: .make(at: Scene.now)))
      #expect(end.location == lieu.path("?fait=fin"))
      #expect(try await lieu.pair(for: lieu.nour).clos == Scene.now)
      #expect(try await scene.plis(to: lieu.marc.personne).filter { $0.courriel.sujet.contains("prend fin") }.isEmpty)
    }
  }
}

extension Accompagnement {
  /// As the coordinator's page does it.
  func suspend(_ visitor: Visitor) async throws {
    try await scene.house.database.write { [dispositif] tx in
      _ = try tx.execute(
        """
        UPDATE appartenance SET suspendue = \(Scene.now)
        WHERE personne = \(visitor.personne) AND dispositif = \(dispositif)
        """)
    }
  }

  /// What an act of somebody would change.
  func state() async throws -> [Int] {
    var counts: [Int] = []
    let tables: [SQL] = [
      "binome WHERE clos IS NULL", "convention", "signature", "acte", "seance", "date_proposee", "synthese", "message",
      "formulation", "marque", "orientation", "carnet", "passage_mentor", "absence", "ligne_aide", "courrier", "fait",
      "trace_attente", "message_en_cours",
    ]
    for table in tables { counts.append(try await scene.count("SELECT count(*) FROM \(sql: table)")) }
    return counts
  }
}
