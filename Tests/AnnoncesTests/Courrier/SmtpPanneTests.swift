import Annonces
import Foundation
import Temps
import Testing
import Troupe

/// Relays that vanish, hang up or fall silent.
@Suite(.serialized) struct SmtpPanneTests {
  @Test func `sans personne au bout, le relais est injoignable`() async throws {
    let serveur = try await ServeurSmtp.start()
    serveur.stop()
    #expect(await send(Smtp(try relais(serveur))) == .unreachable(code: 7))
  }

  @Test func `un nom qui n’existe pas est injoignable`() async throws {
    let smtp = Smtp(
      try Relais(host: "relais.invalid", port: 25, security: .none, heloDomain: "vademecum.test"), patience: .courte)
    let remise = await send(smtp)
    // Without a resolver the answer may be long in coming.
    #expect([.unreachable(code: 6), .unreachable(code: 28)].contains(remise))
  }

  @Test func `un relais muet n’est pas attendu plus longtemps que prévu`() async throws {
    var reglages = ServeurSmtp.Reglages()
    reglages.mode = .muet
    try await withServeur(reglages) { serveur async throws in
      let smtp = Smtp(try relais(serveur), patience: .courte)
      let (remise, duree) = await timed { await send(smtp) }
      #expect(remise == .unreachable(code: 28))
      #expect(duree < .seconds(6))
    }
  }

  @Test func `un relais muet après le corps n’est pas attendu plus longtemps que prévu`() async throws {
    try await withServeur { serveur async throws in
      let smtp = Smtp(try relais(serveur), patience: .courte)
      let (remise, duree) = await timed { await send(smtp, to: "muet@exemple.test") }
      #expect(remise == .unreachable(code: 28))
      #expect(duree < .seconds(6))
      // The next mail passes; a busy machine may need more than one try in so little time.
      var suivante = await send(smtp)
      for _ in 1...3 where suivante != .accepted { suivante = await send(smtp) }
      #expect(suivante == .accepted)
    }
  }

  @Test func `pendant qu’un relais se tait, les autres tâches avancent`() async throws {
    var reglages = ServeurSmtp.Reglages()
    reglages.mode = .muet
    try await withServeur(reglages) { serveur async throws in
      // Four rounds of silence, were they to hold the cooperative threads.
      let count = 4 * ProcessInfo.processInfo.activeProcessorCount
      let muets = try (1...count).map { _ in Smtp(try relais(serveur), patience: .courte) }
      let (_, duree) = await timed {
        await withTaskGroup(of: Remise.self) { group in
          for smtp in muets { group.addTask { await send(smtp) } }
          for await remise in group { #expect(remise == .unreachable(code: 28)) }
        }
      }
      #expect(duree < .seconds(7))
    }
  }

  @Test func `un relais redémarré entre deux courriels est rejoint`() async throws {
    let premier = try await ServeurSmtp.start()
    let smtp = Smtp(try relais(premier))
    #expect(await send(smtp) == .accepted)
    let second = try await premier.restart()
    defer { second.stop() }
    #expect(await send(smtp) == .accepted)
    #expect(try second.recus().count == 2)
  }

  @Test func `un relais qui raccroche sur une connexion gardée reçoit le courriel une seule fois`() async throws {
    try await withServeur { serveur async throws in
      let smtp = Smtp(try relais(serveur))
      #expect(await send(smtp) == .accepted)
      #expect(await send(smtp, to: "raccroche@exemple.test") == .accepted)
      let recus = try serveur.recus()
      #expect(recus.count == 2)
      #expect(Set(recus.map(\.connexion)).count == 2)
    }
  }

  private func timed<T: Sendable>(_ work: () async -> T) async -> (T, Duration) {
    let start = ContinuousClock.now
    let result = await work()
    return (result, ContinuousClock.now - start)
  }
}

extension Patience {
  /// Long enough for the loopback, short enough for a test.
  fileprivate static let courte = Patience(connect: .seconds(2), message: .seconds(2), slow: .seconds(2))
}
