import Base
import Chartes
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

/// A crowd at one door. On PostgreSQL it comes through four servers at once.
@Suite(.serialized) struct SimultaneTests {
  @Test(arguments: Engine.allCases) func `le plafond mensuel tient sous des demandes simultanées`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let explorers = try await scene.seat(explorers: 40)
      try await scene.open((1...7).map { (jour: $0, de: 480, a: 840) }, by: scene.bruno)
      try await scene.limit(scene.bruno, to: 5)
      let slots = try await scene.slots(of: scene.bruno, for: scene.amina)
      try #require(slots.count >= 200)
      let highest = NIOLockedValueBox(0)
      try await scene.withNodes(4) { nodes in
        try await together(200) { rang in
          let sent = await patiently {
            try await scene.ask(
              for: slots[rang], with: scene.bruno, by: explorers[rang % 40], in: nodes[rang % 4])
          }
          guard sent else { return }
          let held = try await scene.held(by: scene.bruno)
          highest.withLockedValue { $0 = max($0, held) }
        }
      }
      #expect(highest.withLockedValue { $0 } == 5)
      #expect(try await scene.held(by: scene.bruno) == 5)
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == 30)
    }
  }

  @Test(arguments: Engine.allCases) func `un créneau n’est jamais pris deux fois`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let explorers = try await scene.seat(explorers: 32)
      try await scene.open((1...7).map { (jour: $0, de: 600, a: 645) }, by: scene.bruno)
      try await scene.limit(scene.bruno, to: 60)
      let slots = try await scene.slots(of: scene.bruno, for: scene.amina)
      try await scene.withNodes(4) { nodes in
        for (round, slot) in slots.prefix(12).enumerated() {
          let winners = NIOLockedValueBox(0)
          try await together(32) { rang in
            let sent = await patiently {
              try await scene.ask(for: slot, with: scene.bruno, by: explorers[rang], in: nodes[rang % 4])
            }
            if sent { winners.withLockedValue { $0 += 1 } }
          }
          #expect(winners.withLockedValue { $0 } == 1, "tour \(round)")
        }
      }
      let doubles = try await scene.count(
        "SELECT count(*) FROM (SELECT debut FROM rencontre GROUP BY expert, debut HAVING count(*) > 1) AS double")
      #expect(doubles == 0)
      #expect(try await scene.count("SELECT count(*) FROM rencontre") == 12)
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == 12 * 6)
      #expect(try await scene.plis().count == 12)
    }
  }

  @Test(arguments: Engine.allCases) func `une personne n’est jamais à deux endroits à la fois`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.open([(jour: 2, de: 720, a: 810)], by: scene.bruno)
      let slots = try await scene.slots(of: scene.ines, for: scene.amina).filter { $0.weekday == 2 }
      #expect(Set(slots) == Set(try await scene.slots(of: scene.bruno, for: scene.amina)))
      try await scene.withNodes(2) { nodes in
        for slot in slots.prefix(3) {
          let sent = NIOLockedValueBox(0)
          try await together(8) { rang in
            let expert = rang.isMultiple(of: 2) ? scene.bruno : scene.ines
            let took = await patiently {
              try await scene.ask(for: slot, with: expert, by: scene.amina, in: nodes[rang % 2])
            }
            if took { sent.withLockedValue { $0 += 1 } }
          }
          #expect(sent.withLockedValue { $0 } == 1)
          let taken = try await scene.count(
            "SELECT count(*) FROM creneau_pris WHERE personne = \(scene.amina.personne)")
          #expect(taken == 3)
          let id = try await scene.read { store, tx in try store.rencontres(of: scene.amina.viewer, in: tx)[0].id }
          try await scene.cancel(id, by: scene.amina)
        }
      }
    }
  }
}

/// True when it was done, false when an article or the time already taken held it back. A server that is full is asked
/// again, as a person would.
func patiently<T>(_ body: () async throws -> T) async -> Bool {
  for _ in 0..<200 {
    do {
      _ = try await body()
      return true
    } catch DatabaseError.busy {
      try? await Task.sleep(for: .milliseconds(.random(in: 5...40)))
    } catch is Refus {
      return false
    } catch is CreneauPris {
      return false
    } catch {
      Issue.record(error)
      return false
    }
  }
  Issue.record("toujours occupé")
  return false
}

extension Scene {
  /// The ceiling that an expert chooses.
  fileprivate func limit(_ expert: Visitor, to plafond: Int) async throws {
    let saisi = try ProfilSaisi(
      FormData(pairs: [
        ("metier", Distribution.boulanger.metier), ("fiche", Distribution.boulanger.fiche),
        ("plafond", String(plafond)),
      ]))
    _ = try await rencontres.publish(saisi, by: expert, geste: .make(at: now), at: now)
  }

  /// Asked for or agreed with this expert: all in one month.
  fileprivate func held(by expert: Visitor) async throws -> Int {
    try await read { store, tx in try store.count(of: expert.personne, month: "2027-02", in: tx) }
  }
}

extension Creneau {
  fileprivate var weekday: Int { Jour(start, in: .paris).weekday }
}
