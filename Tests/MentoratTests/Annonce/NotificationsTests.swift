import Base
import Chartes
import Temps
import Testing
import Troupe
import Web
import WebPush

@testable import Mentorat
@testable import Personnes

/// What a pair's devices are told: beside the mail, never more often, never outside the hours agreed.
@Suite struct NotificationsTests {
  private struct Alerte {
    let lieu: Accompagnement
    let passeur = FauxPasseur()
    let room: PersonnesRoom
    let marc = NavigateurAbonne()
    let nour = NavigateurAbonne()

    init(_ scene: Scene) async throws {
      lieu = try await scene.accompagnement()
      room = scene.personnes(notifications: try passeur.reglages())
      for (visitor, navigateur) in [(lieu.marc, marc), (lieu.nour, nour)] {
        _ = try await room.subscribe(
          navigateur.subscribe(), by: visitor, in: .random(), navigateur: "Firefox, Android", at: Scene.now)
      }
    }

    /// Both schedules, as they run at this moment.
    func run(at now: Instant) async throws {
      _ = try await lieu.mentorat.announceArrivals(for: .house(.echeances), at: now)
      while try await room.carryNotification(for: .house(.echeances), at: now) != .rien {}
    }
  }

  @Test(arguments: Engine.allCases) func `le mentor est prévenu à l’ouverture, une fois, et jusqu’à la fermeture`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let alerte = try await Alerte(scene)
      for rang in 1...3 { _ = try await alerte.lieu.send("Canarimessage \(rang).", at: .fevrier(1, 19 + rang)) }
      for now in [Instant.fevrier(1, 22), .fevrier(2, 3), .fevrier(2, 8) - .milliseconds(1)] {
        try await alerte.run(at: now)
      }
      #expect(alerte.passeur.demandes == 0, "rien en dehors des heures")
      for now in [Instant.fevrier(2, 8), .fevrier(2, 8, 1), .fevrier(2, 12)] { try await alerte.run(at: now) }
      let mots = try alerte.passeur.mots(of: alerte.marc)
      #expect(mots.count == 1 && mots[0].contains("Des messages vous attendent."))
      for nom in ["Canari", "Nour", "Marc"] { #expect(!mots[0].contains(nom)) }
      #expect(try alerte.passeur.mots(of: alerte.nour) == [])
      // From eight to six: ten hours.
      #expect(alerte.passeur.pris[0].entetes.contains { $0 == ("TTL", "36000") })
    }
  }

  @Test(arguments: Engine.allCases) func `la personne accompagnée est prévenue quand la réponse arrive, pas avant`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let alerte = try await Alerte(scene)
      let lieu = alerte.lieu
      _ = try await lieu.send("Comment dire non ?", at: .fevrier(1, 17))
      let question = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 17)).first)
      _ = try await lieu.answer(question, "Qu’est-ce qui vous retient ?", at: .fevrier(1, 17, 30))
      try await alerte.run(at: .fevrier(2, 9) - .milliseconds(1))
      #expect(alerte.passeur.demandes == 0)
      try await alerte.run(at: .fevrier(2, 9))
      try await alerte.run(at: .fevrier(2, 9, 1))
      let mots = try alerte.passeur.mots(of: alerte.nour)
      #expect(mots.count == 1 && mots[0].contains("Une réponse vous attend."))
      #expect(mots[0].replacing("\\/", with: "/").contains("/binomes/\(lieu.binome)"))
      #expect(!mots[0].contains("Marc") && !mots[0].contains("retient"))
    }
  }

  @Test(arguments: Engine.allCases) func `un mot que rien n’a porté avant la fermeture ne part jamais`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let alerte = try await Alerte(scene)
      _ = try await alerte.lieu.send("Bonsoir.", at: .fevrier(1, 20))
      alerte.passeur.fail(503, times: 3)
      try await alerte.run(at: .fevrier(2, 17, 59))
      for now in [Instant.fevrier(2, 18), .fevrier(2, 22), .fevrier(3, 8)] { try await alerte.run(at: now) }
      #expect(alerte.passeur.demandes == 1 && alerte.passeur.pris.isEmpty)
      // The mail, on its side, was written.
      let plis = try await scene.plis(to: alerte.lieu.marc.personne)
      #expect(plis.filter { $0.words.contains("On vous a écrit") }.count == 1)
    }
  }
}
