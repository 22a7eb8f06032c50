import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct PublicationTests {
  private let preavis = TenirSesRendezVous.preavis

  @Test(arguments: Engine.allCases) func `une valeur changée publie une version, et la trace`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let answer = try await scene.personnes.changeParametres(
        scene.visit(by: scene.nadia, form: [(preavis.cle, "48"), (TenirSesRendezVous.duree.cle, "30")]))
      #expect(answer.location == "/parametres?fait=publiee")
      let version = try await scene.version()
      #expect(version.numero == 2)
      #expect(version.parametres[preavis] == 48 && version.parametres[TenirSesRendezVous.duree] == 30)
      let trace = TraceLine("version", on: scene.dispositif, by: scene.nadia.personne)
      #expect(try await scene.traces().contains(trace))
    }
  }

  @Test(arguments: Engine.allCases) func `les mêmes valeurs ne publient rien`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let answer = try await scene.personnes.changeParametres(
        scene.visit(by: scene.nadia, form: [(preavis.cle, "24")]))
      #expect(answer.location == "/parametres?fait=rien")
      #expect(try await scene.version().numero == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `hors des bornes, rien ne change et ce qui est tapé revient`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let duree = TenirSesRendezVous.duree.cle
      let typed = [
        (preavis.cle, "0"), (preavis.cle, "169"), (preavis.cle, "-3"), (preavis.cle, ""), (preavis.cle, "douze"),
        (preavis.cle, "99999999999999999999"), (duree, "50"), (duree, "135"), (duree, "0"),
      ]
      for (cle, value) in typed {
        let answer = try await scene.personnes.changeParametres(
          scene.visit(by: scene.nadia, form: [(cle, value), (FaireSonBilan.delai.cle, "3")]))
        #expect(answer.code == 422, "\(cle) \(value)")
        #expect(answer.html().contains("value=\"\(value)\""), "\(cle) \(value)")
      }
      #expect(try await scene.version().numero == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `le même formulaire deux fois publie une seule version`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let geste = Geste.make(at: scene.now)
      let visit = scene.visit(by: scene.nadia, form: [(preavis.cle, "48")], geste: geste)
      let first = try await scene.personnes.changeParametres(visit)
      let second = try await scene.personnes.changeParametres(visit)
      #expect(first.location == second.location)
      #expect(try await scene.version().numero == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `seule la coordination du dispositif le règle`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let elsewhere = try await scene.personnes.openDemonstration(
        structure: "Autre", dispositif: "Ailleurs", at: scene.now)
      let other = try await scene.personnes.seat(
        Figurant("Odile", "Ailleurson", .coordinateur), in: elsewhere, suivieBy: nil, at: scene.now)
      let (dispositif, _) = try await scene.personnes.coordinated(by: scene.nadia)
      let changed = try #require(Parametres().setting(preavis, to: 48))
      for visitor in [other, scene.claire, scene.amina, scene.bruno] {
        await #expect(throws: Absent()) {
          _ = try await scene.personnes.publish(
            changed, of: dispositif, by: visitor, geste: .make(at: scene.now), at: scene.now)
        }
      }
      #expect(try await scene.version().numero == 1)
    }
  }
}
