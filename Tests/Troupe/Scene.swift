import Base
import Chartes
import Conseil
import Foundation
import Mentorat
import Personnes
import Rencontres
import Temps
import ViePrivee
import Web

/// A programme on a fresh database and a fresh vault, at a fixed moment, with a small cast that has signed the charter.
package struct Scene: Sendable {
  /// Monday 1 February 2027, 9:00 in Paris: the four weeks one may ask for all stand in this month, without a change
  /// of clocks.
  package static let now = Instant(milliseconds: 1_801_468_800_000)
  package static let origin = "https://accompagner.example"

  package let engine: Engine
  package let house: House
  package let live: LiveStream
  package let personnes: PersonnesRoom
  package let rencontres: RencontresRoom
  package let mentorat: MentoratRoom
  package let conseil: ConseilRoom
  package let viePrivee: ViePriveeRoom
  package let dispositif: DispositifID
  package let nadia: Visitor
  /// Follows Amina.
  package let claire: Visitor
  /// Follows Yanis.
  package let karim: Visitor
  package let amina: Visitor
  package let yanis: Visitor
  package let bruno: Visitor
  package let ines: Visitor
  let stage: Stage

  package var now: Instant { Self.now }
  package var people: [Visitor] { [nadia, claire, karim, amina, yanis, bruno, ines] }

  fileprivate init(_ stage: Stage) async throws {
    self.stage = stage
    engine = stage.database.engine
    house = stage.house(stage.database)
    live = LiveStream()
    personnes = stage.personnes(house, live)
    rencontres = stage.rencontres(house, live)
    mentorat = stage.mentorat(house, live)
    conseil = stage.conseil(house, live)
    viePrivee = ViePriveeRoom(
      house: house, personnes: personnes, origin: Self.origin,
      donnees: [
        personnes.donneesPersonnelles, rencontres.donneesPersonnelles, mentorat.donneesPersonnelles,
        conseil.donneesPersonnelles, house.donneesPersonnelles,
      ],
      conges: [rencontres.takeLeave, mentorat.takeLeave, personnes.takeLeave])
    let now = Self.now
    let room = personnes
    let dispositif = try await room.openDemonstration(
      structure: "Mission locale du Perche", dispositif: "Rencontres du Perche", at: now)
    self.dispositif = dispositif
    func seat(_ figurant: Figurant, by conseiller: Visitor? = nil) async throws -> Visitor {
      try await room.seat(figurant, in: dispositif, suivieBy: conseiller?.personne, at: now)
    }
    nadia = try await seat(Distribution.nadia)
    claire = try await seat(Distribution.claire)
    karim = try await seat(Distribution.karim)
    amina = try await seat(Distribution.amina, by: claire)
    yanis = try await seat(Distribution.yanis, by: karim)
    bruno = try await seat(Distribution.bruno)
    ines = try await seat(Distribution.ines)
    try await rencontres.publish(Distribution.boulanger, by: bruno, at: now)
    try await rencontres.publish(Distribution.electricienne, by: ines, at: now)
  }

  /// Somebody more, who has signed.
  package func seat(_ figurant: Figurant, suivieBy conseiller: Visitor? = nil) async throws -> Visitor {
    try await personnes.seat(figurant, in: dispositif, suivieBy: conseiller?.personne, at: now)
  }

  /// So many explorers more, followed by Claire.
  package func seat(explorers count: Int) async throws -> [Visitor] {
    var visitors: [Visitor] = []
    for number in 0..<count {
      visitors.append(try await seat(Distribution.figurant(.explorateur, number), suivieBy: claire))
    }
    return visitors
  }

  /// Asks for the first free slot; fails the test when there is none.
  package func ask(
    _ expert: Visitor, by explorateur: Visitor, after instant: Instant = Self.now, at now: Instant = Self.now
  ) async throws -> RencontreID {
    let id = try await rencontres.ask(
      expert, by: explorateur, motivation: Distribution.motivation, questions: Distribution.questions, after: instant,
      at: now)
    guard let id else { throw NoFreeSlot() }
    return id
  }

  /// A meeting that Amina asked for and Bruno accepted at once.
  package func agree(after instant: Instant = Self.now) async throws -> RencontreID {
    let id = try await ask(bruno, by: amina, after: instant)
    try await rencontres.accept(id, with: "Avec plaisir.", by: bruno, at: now)
    return id
  }

  /// The rooms of several servers on one database: only PostgreSQL has more than one, SQLite gives the same room.
  package func withNodes(_ count: Int, _ body: ([RencontresRoom]) async throws -> Void) async throws {
    try await withHouses(count) { houses in
      try await body([rencontres] + houses.dropFirst().map { stage.rencontres($0, LiveStream()) })
    }
  }

  /// The same for a room of advisers.
  package func withConseils(_ count: Int, _ body: ([ConseilRoom]) async throws -> Void) async throws {
    try await withHouses(count) { houses in
      try await body([conseil] + houses.dropFirst().map { stage.conseil($0, LiveStream()) })
    }
  }

  /// The room of people, with push services.
  package func personnes(notifications: ReglagesDeNotifications) -> PersonnesRoom {
    stage.personnes(house, live, notifications: notifications)
  }

  /// The mentoring room, with a number at WhatsApp.
  package func mentorat(whatsApp: ReglagesWhatsApp) -> MentoratRoom { stage.mentorat(house, live, whatsApp: whatsApp) }

  /// The same for a mentoring room with a number at WhatsApp.
  package func withMentorats(
    _ count: Int, whatsApp: ReglagesWhatsApp, _ body: ([MentoratRoom]) async throws -> Void
  ) async throws {
    try await withHouses(count) { houses in
      try await body(houses.map { stage.mentorat($0, LiveStream(), whatsApp: whatsApp) })
    }
  }

  private func withHouses(_ count: Int, _ body: ([House]) async throws -> Void) async throws {
    let others = try engine == .sqlite ? [] : (1..<count).map { _ in try stage.another() }
    defer { for other in others { other.close() } }
    let all = [house] + others.map { stage.house($0) }
    try await body((0..<count).map { all[$0 % all.count] })
  }

  /// Everything that the databases hold, clear or sealed, as bytes to look into.
  package func everything() async throws -> [Data] { try await stage.everything() }
}

package struct NoFreeSlot: Error {}

/// Runs a test on a scene of its own.
@discardableResult
package func withScene<R>(_ engine: Engine, _ body: (Scene) async throws -> R) async throws -> R {
  switch engine {
  case .sqlite:
    try await inTurn {
      try await withTemporaryFolder { folder in try await play(Stage(folder: folder), body) }
    }
  case .postgres:
    try await withPostgres { conninfo in try await play(Stage(conninfo: conninfo), body) }
  }
}

/// Runs a test on a scene that a server plays with the account of deploy/postgresql-role.sql: it owns no table.
@discardableResult
package func withSceneDuCompteDuServeur<R>(_ body: (Scene) async throws -> R) async throws -> R {
  try await withPostgres { conninfo in
    let owner = try Stage(conninfo: conninfo)
    defer { owner.close() }
    try owner.database.migrate(owner.migrations, at: Scene.now)
    return try await withCompteDuServeur(conninfo) { compte in
      let stage = try Stage(conninfo: compte)
      defer { stage.close() }
      try stage.database.migrate(stage.migrations, at: Scene.now)
      return try await body(Scene(stage))
    }
  }
}

/// Each scene has ten threads or so, and all tests begin at once.
private let stages = Places(8)

private func inTurn<R>(_ body: () async throws -> R) async throws -> R {
  await stages.take()
  let result: Result<R, any Error>
  do { result = .success(try await body()) } catch { result = .failure(error) }
  await stages.give()
  return try result.get()
}

private func play<R>(_ stage: Stage, _ body: (Scene) async throws -> R) async throws -> R {
  defer { stage.close() }
  try stage.keys.migrate(vaultMigrations, at: Scene.now)
  try stage.database.migrate(stage.migrations, at: Scene.now)
  return try await body(Scene(stage))
}
