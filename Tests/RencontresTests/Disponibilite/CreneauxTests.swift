import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct CreneauxTests {
  @Test(arguments: Engine.allCases) func `un créneau qui en chevauche un autre n’est plus offert`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.open([(jour: 3, de: 1080, a: 1125)], by: scene.bruno)
      let taken = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      try await scene.ask(for: taken, with: scene.bruno, by: scene.amina)

      try await scene.open([(jour: 3, de: 1035, a: 1215)], by: scene.bruno)
      let sameDay = try await scene.slots(of: scene.bruno, for: scene.yanis).filter {
        $0.start < taken.start + .days(1)
      }
      #expect(sameDay.map { ($0.start - taken.start).milliseconds / 60_000 } == [-45, 45, 90])
      #expect(!sameDay.contains { $0.overlaps(taken) })

      try await scene.open([(jour: 3, de: 1050, a: 1095), (jour: 3, de: 1110, a: 1155)], by: scene.bruno)
      for minutes in [-30, 30] {
        let overlapping = try #require(Creneau(start: taken.start + .minutes(minutes), minutes: 45))
        #expect(!(try await scene.slots(of: scene.bruno, for: scene.yanis).contains(overlapping)))
        await #expect(throws: CreneauPris()) {
          try await scene.ask(for: overlapping, with: scene.bruno, by: scene.yanis)
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `deux créneaux qui se touchent se prennent`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let slots = try await scene.slots(of: scene.bruno, for: scene.amina)
      #expect(slots[0].end == slots[1].start)
      try await scene.ask(for: slots[0], with: scene.bruno, by: scene.amina)
      try await scene.ask(for: slots[1], with: scene.bruno, by: scene.yanis)
    }
  }

  @Test(arguments: Engine.allCases) func `ce que je tiens déjà ne m’est plus offert, ni chez un autre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.open([(jour: 2, de: 735, a: 780)], by: scene.bruno)
      let mine = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      let clash = try await scene.slots(of: scene.ines, for: scene.amina).filter { $0.overlaps(mine) }
      #expect(clash.count == 2)
      try await scene.ask(for: mine, with: scene.bruno, by: scene.amina)
      #expect(!(try await scene.slots(of: scene.ines, for: scene.amina).contains { $0.overlaps(mine) }))
      #expect(Set(clash).isSubset(of: try await scene.slots(of: scene.ines, for: scene.yanis)))
      for slot in clash {
        await #expect(throws: CreneauPris()) { try await scene.ask(for: slot, with: scene.ines, by: scene.amina) }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `le stock refuse un quart d’heure déjà pris, quoi qu’on lui demande`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let rencontre = try await scene.rencontre(try await scene.agree())
      for minutes in [-30, -15, 0, 15, 30] {
        let creneau = try #require(Creneau(start: rencontre.debut + .minutes(minutes), minutes: 45))
        let took = try await scene.house.database.write { [store = scene.rencontres.store] tx in
          try store.take(creneau, for: rencontre, in: tx)
        }
        #expect(!took, "\(minutes)")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un mois complet n’est plus offert`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let explorers = try await scene.seat(explorers: 6)
      for explorer in explorers { _ = try await scene.ask(scene.bruno, by: explorer) }
      let left = try await scene.slots(of: scene.bruno, for: scene.amina)
      #expect(left.isEmpty)
      let next = scene.now + .days(7)
      let march = try await scene.slots(of: scene.bruno, for: scene.amina, at: next)
      #expect(!march.isEmpty && march.allSatisfy { Jour($0.start, in: .paris).month == 3 })
    }
  }

  @Test(arguments: Engine.allCases) func `des heures qui se chevauchent ne sont pas gardées`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let before = try await scene.read { store, tx in try store.semaine(of: scene.bruno.personne, in: tx) }
      let lines = [
        [("1", "18:00", "19:00"), ("1", "18:45", "20:00")], [("1", "18:07", "19:00")], [("1", "19:00", "18:00")],
        [("8", "18:00", "19:00")], [("1", "25:00", "26:00")], [("1", "18:00", "")], [("1", "soir", "nuit")],
      ]
      for line in lines {
        let form = line.flatMap { [("jour", $0.0), ("debut", $0.1), ("fin", $0.2)] }
        let answer = try await scene.rencontres.changeDisponibilite(scene.visit(by: scene.bruno, form: form))
        #expect(answer.code == 422, "\(line)")
      }
      #expect(try await scene.read { store, tx in try store.semaine(of: scene.bruno.personne, in: tx) } == before)
    }
  }

  @Test(arguments: Engine.allCases) func `changer ses heures garde les rencontres convenues`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      try await scene.open([], by: scene.bruno)
      #expect(try await scene.rencontre(id).etat == .acceptee)
      #expect(try await scene.slots(of: scene.bruno, for: scene.yanis).isEmpty)
    }
  }
}
