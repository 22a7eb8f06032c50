import Base
import HTTPTypes
import HummingbirdTesting
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct EcranVerrouilleTests {
  @Test(arguments: Engine.allCases) func `un écran verrouillé n’ouvre rien avant une preuve`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let site = Site(scene)
      try await site.visit { client async throws in
        let lila = try await site.enter(lieu.lila, client)
        let open = try await lila.get("/journee")
        #expect(open.status == .ok && open.text.contains("data-verrou=\"5\""))
        let locked = try await lila.post("/verrou", try await lila.seal(of: "/journee"))
        #expect(locked.status == .seeOther && locked.header("Location") == "/verrou")
        for path in ["/journee", "/usagers", "/comptes-rendus", "/compte"] {
          let answer = try await lila.get(path)
          #expect(answer.status == .unauthorized && answer.text.contains("L’écran était verrouillé"), "\(path)")
          #expect(!answer.text.contains("Espace du Perche"))
        }
        #expect(try await lila.get("/verrou/etat").text == #"{"verrouille":true}"#)
        // Another browser of the same person goes on.
        #expect(try await site.enter(lieu.lila, client).get("/journee").status == .ok)
        let visitor = try #require(try await site.visitor(lila))
        #expect(visitor.preuve.attendue == .verrou)
        try await scene.house.database.write { [store = scene.personnes.store] tx in
          try store.prove(visitor, forte: true, by: .random(), at: site.now, in: tx)
        }
        #expect(
          try await scene.count("SELECT count(*) FROM connexion WHERE verrouillee IS NOT NULL") == 0, "proven, it opens"
        )
      }
    }
  }
}
