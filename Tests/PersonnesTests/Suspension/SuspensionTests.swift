import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct SuspensionTests {
  @Test(arguments: Engine.allCases) func `suspendre ferme tout à l’instant, et rétablir rend tout`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let postes = [try await scene.open(scene.bruno), try await scene.open(scene.bruno, "Chrome, Android")]
      let connexion = try await scene.visitor(postes[1]).connexion
      let stream = scene.live.listen(to: "personne:\(scene.bruno.personne)", bearer: connexion.text)
      let began = ContinuousClock.now
      try await scene.personnes.suspend(scene.bruno.personne, by: scene.nadia, at: scene.now)
      for await event in stream { #expect(event.name == "sortie") }
      #expect(ContinuousClock.now - began < .seconds(1))
      for poste in postes { #expect(try await scene.identify(poste) == nil) }

      // Coming in again opens one's own account, and nothing of the programme.
      let again = try await scene.visitor(try await scene.open(scene.bruno))
      #expect(again.appartenances.isEmpty)
      try await scene.house.database.read { [store = scene.personnes.store] tx in
        #expect(throws: Absent()) { try store.dispositif(scene.dispositif, for: again.viewer, in: tx) }
        #expect(try store.prenoms(of: scene.people.map(\.personne), for: again.viewer, in: tx).isEmpty)
        let experts = try store.personnes(as: .expert, of: scene.dispositif, for: scene.amina.viewer, in: tx)
        #expect(experts == [scene.ines.personne])
      }
      try await scene.personnes.restore(scene.bruno.personne, by: scene.nadia, at: scene.now)
      #expect(try await scene.visitor(try await scene.open(scene.bruno)).has(.expert))
      let gestes = try await scene.traces().map(\.geste)
      #expect(gestes.contains("suspension") && gestes.contains("suspension:fin"))
    }
  }

  @Test(arguments: Engine.allCases) func `seule la coordination suspend, et jamais elle-même`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let stranger = try await scene.openElsewhere(.coordinateur)
      for other in [scene.claire, scene.karim, scene.bruno, scene.amina, stranger] {
        await #expect(throws: Absent()) {
          try await scene.personnes.suspend(scene.amina.personne, by: other, at: scene.now)
        }
      }
      await #expect(throws: Absent()) {
        try await scene.personnes.suspend(scene.nadia.personne, by: scene.nadia, at: scene.now)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `aucune invitation ne contourne une suspension`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let karim = try await scene.adresse(of: scene.karim)
      let forKarim = try await scene.invite(karim, .expert)
      try await scene.personnes.suspend(scene.karim.personne, by: scene.nadia, at: scene.now)
      let answer = try await scene.personnes.accept(
        forKarim, prenom: "K", nom: "K", langue: .fr, in: .random(), navigateur: "Firefox", at: scene.now)
      #expect(answer == nil)
      #expect(try await scene.visitor(try await scene.open(scene.karim)).appartenances.isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `suspendu, un membre de l’équipe garde les serrures de l’équipe`(
    engine: Engine
  )
    async throws
  {
    try await withScene(engine) { scene in
      try await scene.equip(try await scene.visitor(try await scene.open(scene.claire)))
      try await scene.personnes.suspend(scene.claire.personne, by: scene.nadia, at: scene.now)
      let thief = try await scene.visitor(try await scene.open(scene.claire))
      #expect(!thief.estEquipe && thief.preuve.equipe)
      #expect(!thief.preuve.satisfies(.meilleure, at: scene.now), "la boîte ne suffit pas à changer ses clés")
      let idle = try await scene.open(scene.claire)
      #expect(try await scene.identify(idle, at: scene.now + .hours(12)) == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `un rôle retiré en cours de route ne sert plus à la requête suivante`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let poste = try await scene.open(scene.claire)
      #expect(try await scene.visitor(poste).has(.conseiller))
      try await scene.house.database.write { tx in
        _ = try tx.execute("DELETE FROM appartenance WHERE personne = \(scene.claire.personne)")
      }
      #expect(!(try await scene.visitor(poste).has(.conseiller)))
    }
  }
}
