import Base
import Html
import Temps
import Testing
import Troupe
import Web
import WebPush

@testable import Personnes

/// What a device is told: once, within its time, sealed for it alone.
@Suite struct NotificationTests {
  @Test(arguments: Engine.allCases) func `chaque appareil est prévenu une fois, en des mots qu’il est seul à lire`(
    engine: Engine
  ) async throws {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      let (telephone, ordinateur, autre) = (NavigateurAbonne(), NavigateurAbonne(), NavigateurAbonne())
      _ = try await abonnes.subscribe(scene.amina, telephone)
      _ = try await abonnes.subscribe(scene.amina, ordinateur)
      _ = try await abonnes.subscribe(scene.yanis, autre)
      try await abonnes.notify(scene.amina)
      #expect(try await abonnes.carry() == [.fait, .fait])
      #expect(try await abonnes.carry(at: scene.now + .minutes(30)) == [])
      for navigateur in [telephone, ordinateur] {
        let mots = try abonnes.passeur.mots(of: navigateur)
        #expect(mots.count == 1 && mots[0].contains("Une réponse vous attend.") && mots[0].contains("binomes"))
      }
      #expect(try abonnes.passeur.mots(of: autre) == [])
      #expect(throws: (any Error).self) { try autre.open(abonnes.passeur.pris[0].corps) }
      #expect(abonnes.passeur.pris.allSatisfy { $0.entetes.contains { $0 == ("TTL", "3600") } })
      #expect(try await abonnes.enAttente == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `passé son heure, un mot tombe au lieu de partir`(engine: Engine) async throws
  {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      _ = try await abonnes.subscribe(scene.amina)
      try await abonnes.notify(scene.amina, until: scene.now, at: scene.now)
      #expect(try await abonnes.enAttente == 0)
      try await abonnes.notify(scene.amina, until: scene.now + .hours(1))
      try await abonnes.carry(at: scene.now + .hours(1))
      #expect(abonnes.passeur.demandes == 0)
      #expect(try await abonnes.enAttente == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `un passeur débordé est repris quand il le dit, jamais après l’heure`(
    engine: Engine
  ) async throws {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      _ = try await abonnes.subscribe(scene.amina)
      abonnes.passeur.fail(429, attendre: "120")
      try await abonnes.notify(scene.amina)
      try await abonnes.carry()
      try await abonnes.carry(at: scene.now + .seconds(120) - .milliseconds(1))
      #expect(abonnes.passeur.demandes == 1)
      try await abonnes.carry(at: scene.now + .seconds(120))
      #expect(abonnes.passeur.pris.count == 1)
      // Asked to wait past the end of the hours: nothing is left to send.
      abonnes.passeur.fail(503, attendre: "7200")
      try await abonnes.notify(scene.amina)
      try await abonnes.carry()
      #expect(try await abonnes.enAttente == 0)
      #expect(try await abonnes.appareils == 1)
    }
  }

  @Test func `un passeur qui ne répond plus est laissé après vingt essais`() async throws {
    try await withAbonnes(.sqlite) { abonnes in
      _ = try await abonnes.subscribe(abonnes.scene.amina)
      abonnes.passeur.fail(503, times: 100)
      try await abonnes.notify(abonnes.scene.amina, until: Scene.now + .days(10))
      for hour in 0..<48 { try await abonnes.carry(at: Scene.now + .hours(hour)) }
      #expect(abonnes.passeur.demandes == 20)
      #expect(try await abonnes.enAttente == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `un abonnement fini est effacé, un refus est dit par son code`(engine: Engine)
    async throws
  {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      _ = try await abonnes.subscribe(scene.amina)
      abonnes.passeur.fail(403)
      try await abonnes.notify(scene.amina)
      #expect(try await abonnes.carry() == [.refus(code: 403)])
      #expect(try await abonnes.appareils == 1)
      #expect(try await abonnes.enAttente == 0)
      for code in [410, 404] {
        abonnes.passeur.fail(code)
        _ = try await abonnes.subscribe(scene.amina)
        try await abonnes.notify(scene.amina)
        try await abonnes.carry()
      }
      #expect(try await abonnes.appareils == 1)
      #expect(try await abonnes.enAttente == 0)
      #expect(try await scene.traces().map(\.geste).filter { $0 == "notifications:fin" }.count == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `un mot qui n’est pas parti laisse sa place au suivant`(engine: Engine)
    async throws
  {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      let navigateur = NavigateurAbonne()
      _ = try await abonnes.subscribe(scene.amina, navigateur)
      for minute in 0..<3 { try await abonnes.notify(scene.amina, at: scene.now + .minutes(minute)) }
      #expect(try await abonnes.enAttente == 1)
      try await abonnes.carry(at: scene.now + .minutes(3))
      #expect(try abonnes.passeur.mots(of: navigateur).count == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `à plusieurs porteurs, chaque mot part une fois`(engine: Engine) async throws {
    try await withAbonnes(engine) { abonnes in
      for _ in 0..<8 { _ = try await abonnes.subscribe(abonnes.scene.amina) }
      try await abonnes.notify(abonnes.scene.amina)
      try await withThrowingTaskGroup { group in
        for _ in 0..<4 { group.addTask { _ = try await abonnes.carry() } }
        try await group.waitForAll()
      }
      #expect(abonnes.passeur.demandes == 8)
      #expect(Set(abonnes.passeur.pris.map(\.adresse)).count == 8)
    }
  }

  @Test(arguments: Engine.allCases) func `rien ne part vers qui n’est plus, ni vers un passeur retiré de la liste`(
    engine: Engine
  ) async throws {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      _ = try await abonnes.subscribe(scene.amina)
      try await abonnes.notify(scene.amina)
      let other = scene.personnes(notifications: try abonnes.passeur.reglages(["push.example.org"]))
      #expect(try await other.carryNotification(for: .house(.echeances), at: scene.now) == .fait)
      #expect(try await abonnes.enAttente == 0)

      try await abonnes.notify(scene.amina)
      // The key is gone, and the rows are not yet.
      try await scene.erase(scene.amina)
      try await abonnes.carry()
      #expect(abonnes.passeur.demandes == 0)
      #expect(try await abonnes.enAttente == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `un mot abîmé ne retient pas les autres, et son appareil s’arrête encore`(
    engine: Engine
  ) async throws {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      let (abime, sain) = (NavigateurAbonne(), NavigateurAbonne())
      _ = try await abonnes.subscribe(scene.amina, abime)
      _ = try await abonnes.subscribe(scene.yanis, sain)
      try await scene.house.database.write { tx in
        try tx.execute("UPDATE abonnement SET contenu = \([UInt8]([1, 2])) WHERE personne = \(scene.amina.personne)")
      }
      for visitor in [scene.amina, scene.yanis] { try await abonnes.notify(visitor) }
      try await abonnes.carry()
      #expect(try abonnes.passeur.mots(of: sain).count == 1)
      #expect(abonnes.passeur.demandes == 1)
      #expect(try await abonnes.page(of: scene.amina).contains("Ne plus me prévenir"))

      try await abonnes.notify(scene.yanis)
      try await scene.house.database.write { tx in
        _ = try tx.execute("UPDATE notification SET contenu = \([UInt8]([1, 2]))")
      }
      try await abonnes.carry()
      #expect(abonnes.passeur.demandes == 1)
      #expect(try await abonnes.enAttente == 0)
    }
  }

  @Test func `la maison seule porte, et sans passeur rien ne part`() async throws {
    try await withAbonnes(.sqlite) { abonnes in
      let scene = abonnes.scene
      _ = try await abonnes.subscribe(scene.amina)
      try await abonnes.notify(scene.amina)
      #expect(try await abonnes.room.carryNotification(for: scene.amina.viewer, at: scene.now) == .rien)
      #expect(try await scene.personnes.carryNotification(for: .house(.echeances), at: scene.now) == .rien)
      #expect(try await abonnes.enAttente == 1)
      // Kept no longer than the day after.
      try await scene.expire(abonnes.room.donneesPersonnelles, at: scene.now + .hours(26))
      #expect(try await abonnes.enAttente == 0)
    }
  }
}
