import Base
import HummingbirdTesting
import NIOConcurrencyHelpers
import Testing
import Troupe

@testable import Web

/// On a real server: what matters here is when a connection ends.
@Suite struct EventStreamBodyTests {
  private static let cookie = "connexion=\(Site.connexionDeMarc.text)"

  private static func listen(_ client: any TestClientProtocol) async throws -> Ligne {
    let ligne = try await Ligne.open("/direct", cookie: cookie, port: try #require(client.port))
    try await soon { ligne.text.contains("event: bienvenue\ndata: 1\n\n") }
    return ligne
  }

  @Test func `une page ouverte reçoit ce qui change, aussitôt`() async throws {
    let site = Site()
    try await site.application().test(.live) { client in
      let ligne = try await Self.listen(client)
      #expect(ligne.text.contains("200 OK") && ligne.text.lowercased().contains("content-type: text/event-stream"))
      #expect(ligne.text.lowercased().contains("cache-control: no-store"))
      #expect(ligne.text.contains("retry: 1500"))
      #expect(site.live.count == 1)
      for rang in 1...3 {
        site.live.send(ServerEvent("nouveau", "rencontre \(rang)"), to: "Marc")
        try await soon { ligne.text.contains("event: nouveau\ndata: rencontre \(rang)\n\n") }
      }
      try await ligne.close()
    }
  }

  @Test func `celui qui ferme la page libère sa place`() async throws {
    let site = Site()
    try await site.application().test(.live) { client in
      let lignes = [try await Self.listen(client), try await Self.listen(client)]
      #expect(site.live.count == 2)
      try await lignes[0].close()
      try await soon { site.live.count == 1 }
      site.live.send(ServerEvent("nouveau", "encore"), to: "Marc")
      try await soon { lignes[1].text.contains("data: encore") }
      try await lignes[1].close()
      try await soon { site.live.count == 0 }
    }
  }

  @Test func `un canal fermé termine la page`() async throws {
    let site = Site()
    try await site.application().test(.live) { client in
      let ligne = try await Self.listen(client)
      site.live.end("Marc")
      // The last chunk of the body.
      try await soon { ligne.text.hasSuffix("0\r\n\r\n") || ligne.isClosed }
      try await soon { site.live.count == 0 }
      try await ligne.close()
    }
  }

  @Test func `des pages ouvertes n’empêchent pas le serveur de s’arrêter`() async throws {
    let site = Site()
    let lignes = NIOLockedValueBox<[Ligne]>([])
    let clock = ContinuousClock()
    let asked = try await site.application().test(.live) { client in
      for _ in 0..<5 {
        let ligne = try await Self.listen(client)
        lignes.withLockedValue { $0.append(ligne) }
      }
      #expect(site.live.count == 5)
      return clock.now
    }
    // Kept open, they would hold it for ever; a busy machine is slow to close.
    #expect(clock.now - asked < .seconds(60))
    try await soon { site.live.count == 0 }
    try await soon { lignes.withLockedValue { $0 }.allSatisfy(\.isClosed) }
  }

  @Test(.timeLimit(.minutes(1))) func `une page ouverte entend battre le serveur`() async throws {
    let site = Site()
    try await site.application().test(.live) { client in
      let ligne = try await Self.listen(client)
      let opened = ContinuousClock.now
      while !ligne.text.contains(": toujours là\n\n") { try await Task.sleep(for: .milliseconds(100)) }
      #expect(ContinuousClock.now - opened < .seconds(25))
      try await ligne.close()
    }
  }
}
