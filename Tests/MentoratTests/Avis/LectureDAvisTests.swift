import Base
import Temps
import Testing
import Troupe
import Web
import WhatsApp

@testable import Mentorat

@Suite struct LectureDAvisTests {
  private static let house = Viewer.house(.echeances)

  @Test(arguments: Engine.allCases) func `deux nœuds qui reçoivent et lisent la même chose la prennent une fois`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.withMentorats(2, whatsApp: Meta.reglages) { rooms in
        let corps = Meta.texte((0..<40).map { ("Bonjour \($0)", "wamid.\($0)") })
        let taken = try await withThrowingTaskGroup(of: Int.self) { group in
          for room in rooms {
            group.addTask {
              try await room.keep(corps, at: Scene.now)
              return try await Self.readAll(room)
            }
          }
          return try await group.reduce(0, +)
        }
        #expect(taken == 40)
        #expect(try await Self.readAll(rooms[0]) == 0)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une lecture perdue avec son processus reprend, une seule fois`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let room = scene.mentorat(whatsApp: Meta.reglages)
      try await room.keep(Meta.texte("Bonjour", "wamid.A"), at: Scene.now)
      // As a process leaves it that stopped in the middle.
      try await scene.house.database.write { tx in
        try tx.execute("UPDATE avis_whatsapp SET etat = 'lecture', apres = \(Scene.now + .minutes(3))")
      }
      #expect(try await room.readAvis(for: Self.house, at: Scene.now) == .aucun)
      #expect(try await room.readAvis(for: Self.house, at: Scene.now + .minutes(3)) == .lu(nouvelles: 1))
      #expect(try await room.readAvis(for: Self.house, at: Scene.now + .minutes(9)) == .aucun)
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui attend est scellé, et ne s’ouvre plus ailleurs`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let room = scene.mentorat(whatsApp: Meta.reglages)
      try await room.keep(Meta.texte("Canarimot", "wamid.Canariwamid", from: "33612345678"), at: Scene.now)
      for secret in ["Canarimot", "Canariwamid", "33612345678"] {
        #expect(!(try await scene.holds(secret)), "\(secret)")
      }
      // Moved onto another row, it is not what was posted.
      try await scene.house.database.write { tx in
        try tx.execute("UPDATE avis_whatsapp SET id = \(AvisID.make(at: Scene.now))")
      }
      #expect(try await room.readAvis(for: Self.house, at: Scene.now) == .ecarte)
    }
  }

  @Test(arguments: Engine.allCases) func `après la lecture ne reste aucun nom, même de message`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let room = scene.mentorat(whatsApp: Meta.reglages)
      try await room.keep(Meta.texte("Canarimot", "wamid.Canariwamid", from: "33612345678"), at: Scene.now)
      #expect(try await Self.readAll(room) == 1)
      let rows = try await scene.house.database.read { tx in
        try tx.all("SELECT cle, genre FROM nouvelle_whatsapp") { row in (try row[0] as String, try row[1] as String) }
      }
      #expect(rows.count == 1 && rows[0].0.count == 64 && rows[0].1 == "message")
      for secret in ["Canari", "33612345678"] { #expect(!(try await scene.holds(secret)), "\(secret)") }
    }
  }

  @Test(arguments: Engine.allCases) func `la clé d’un mois passé est détruite, celle du mois en cours reste`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let room = scene.mentorat(whatsApp: Meta.reglages)
      let later = Scene.now + .days(62)
      for now in [Scene.now, later] { try await room.keep(Array("illisible".utf8), at: now) }
      try await room.endAvis(for: Self.house, at: Scene.now + .days(20))
      #expect(try scene.house.vault.erased("avis") == [])
      try await room.endAvis(for: Self.house, at: later)
      #expect(try scene.house.vault.erased("avis") == [Scene.now.moisUniversel])
      let left = try await scene.house.database.read { tx in
        try tx.all("SELECT mois FROM avis_whatsapp") { try $0[0] as String }
      }
      #expect(left == [later.moisUniversel])
      #expect(try await room.readAvis(for: Self.house, at: later) == .ecarte)
    }
  }

  @Test func `personne ne lit les avis à la place de la maison`() async throws {
    try await withScene(.sqlite) { scene in
      let room = scene.mentorat(whatsApp: Meta.reglages)
      try await room.keep(Meta.texte("Bonjour", "wamid.A"), at: Scene.now)
      await #expect(throws: Absent.self) { try await room.readAvis(for: scene.nadia.viewer, at: Scene.now) }
      #expect(try await Self.readAll(room) == 1)
    }
  }

  private static func readAll(_ room: MentoratRoom) async throws -> Int {
    var taken = 0
    while true {
      switch try await room.readAvis(for: house, at: Scene.now) {
      case .aucun: return taken
      case .lu(let nouvelles): taken += nouvelles
      case .ecarte: Issue.record("unreadable")
      }
    }
  }
}
