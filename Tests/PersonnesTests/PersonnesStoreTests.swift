import Base
import Chartes
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import Web

@Suite struct PersonnesStoreTests {
  @Test(arguments: Engine.allCases) func `chacun se lit soi-même, et personne d’autre`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      for reader in scene.people {
        for other in scene.people where other != reader {
          await #expect(throws: Absent()) {
            try await scene.house.database.read { [store = scene.personnes.store] tx in
              _ = try store.personne(other.personne, for: reader.viewer, in: tx)
            }
          }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `d’un dispositif à l’autre, on n’a pas même de prénom`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      var strangers: [Visitor] = []
      for charte in Charte.toutes {
        let elsewhere = try await scene.personnes.openDemonstration(
          structure: "Autre", dispositif: "Ailleurs", charte: charte, at: scene.now)
        for role in charte.roles {
          strangers.append(
            try await scene.personnes.seat(
              Figurant("\(charte.cle)\(role.rawValue)", "Ailleurson", role), in: elsewhere, suivieBy: nil,
              at: scene.now))
        }
      }
      #expect(Set(strangers.flatMap(\.appartenances).map(\.role)) == Set(Role.allCases))
      for stranger in strangers {
        try await scene.house.database.read { [store = scene.personnes.store, people = scene.people] (tx) throws in
          #expect(try store.prenoms(of: people.map(\.personne), for: stranger.viewer, in: tx).isEmpty)
          #expect(throws: Absent()) { try store.prenom(of: people[0].personne, for: stranger.viewer, in: tx) }
          #expect(throws: Absent()) { try store.dispositif(scene.dispositif, for: stranger.viewer, in: tx) }
          for role in Role.allCases {
            #expect(try store.personnes(as: role, of: scene.dispositif, for: stranger.viewer, in: tx).isEmpty)
          }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `les autres ne lisent qu’un prénom et une initiale`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let seen = try await scene.house.database.read { [store = scene.personnes.store] tx in
        try store.prenoms(of: scene.people.map(\.personne), for: scene.amina.viewer, in: tx)
      }
      #expect(seen.count == 7)
      #expect(seen[scene.ines.personne] == Prenom(prenom: "Inès", initiale: "M"))
    }
  }

  @Test(arguments: Engine.allCases) func `une clé effacée rend la personne absente, et personne d’autre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let poste = try await scene.open(scene.amina)
      #expect(try await scene.identify(poste) != nil)
      try await scene.erase(scene.amina)
      #expect(try await scene.identify(poste) == nil)
      try await scene.house.database.read { [store = scene.personnes.store] tx in
        #expect(throws: Absent()) { try store.personne(scene.amina.personne, for: scene.amina.viewer, in: tx) }
        let seen = try store.prenoms(of: scene.people.map(\.personne), for: scene.claire.viewer, in: tx)
        #expect(seen.count == 6 && seen[scene.amina.personne] == nil)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `ni nom ni adresse ne se lisent en clair dans la base`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      _ = try await scene.invite("canarisation@exemple.fr", .expert)
      let people = try await scene.house.database.read { [store = scene.personnes.store] tx in
        try scene.people.map { try store.personne($0.personne, for: $0.viewer, in: tx) }
      }
      #expect(try await scene.holds("Mission locale du Perche"), "la fouille voit ce qui est en clair")
      #expect(!(try await scene.holds("canarisation")))
      for personne in people {
        #expect(!(try await scene.holds(personne.nom)), "\(personne.nom)")
        #expect(!(try await scene.holds(personne.adresse)), "\(personne.adresse)")
      }
    }
  }
}
