import Base
import HTTPTypes
import HummingbirdTesting
import Temps
import Testing
import Troupe
import Web

/// A whole site, served with an account that owns no table.
@Suite struct CompteDuServeurTests {
  @Test func `le site entier marche avec le compte du serveur, qui ne peut pas changer une trace`() async throws {
    try await withSceneDuCompteDuServeur { scene in
      let site = Site(scene)
      let monde = try await scene.monde()
      try await site.visit { client async throws in
        for visitor in monde.people {
          let browser = try await site.enter(visitor, client)
          let streams = ["/direct", "/flux"]
          for route in site.routes where route.method == .get && !streams.contains(where: route.path.hasSuffix) {
            let answer = try await browser.get(monde.path(route))
            #expect(answer.status.code < 500, "\(visitor.prenom) \(route.path) \(answer.status)")
          }
        }
      }
      while try await TraceChain.append(in: scene.house.database) > 0 {}
      _ = try #require(try await TraceChain.sign(at: scene.now, in: scene.house))
      let constat = try await TraceChain.check(in: scene.house.database)
      #expect(constat.ruptures == [] && constat.lignes > 20)
      await #expect(throws: DatabaseError.other(code: "42501")) {
        try await scene.house.database.write { try $0.execute("UPDATE trace SET acteur = 'autre'") }
      }
    }
  }
}
