import NIOConcurrencyHelpers
import Testing
import Troupe

@testable import Web

/// A live stream whose listeners are on another node.
@Suite struct AutresNoeudsTests {
  private static let bonjour = ServerEvent("change", "{}")

  private func two(_ body: (Voisins, LiveStream, LiveStream) async throws -> Void) async throws {
    try await withVoisins { voisins in
      let (ici, ailleurs) = (LiveStream(), LiveStream())
      ici.share(over: voisins.ici)
      ailleurs.share(over: voisins.ailleurs)
      try await body(voisins, ici, ailleurs)
    }
  }

  @Test func `ce qui se dit ici réveille qui écoute ailleurs, et lui seul`() async throws {
    try await two { voisins, ici, ailleurs in
      var lea = ailleurs.listen(to: "léa").makeAsyncIterator()
      let marc = ailleurs.listen(to: "marc")
      #expect(ici.send(Self.bonjour, to: "léa") == 0 && ici.reaches(Self.bonjour, "léa"))
      try await voisins.pass()
      #expect(await lea.next() == Self.bonjour)
      ailleurs.end("marc")
      for await event in marc { Issue.record("\(event.name) was for somebody else") }
    }
  }

  @Test func `une connexion fermée ici se tait ailleurs, et son canal y finit`() async throws {
    try await two { voisins, ici, ailleurs in
      let ended = NIOLockedValueBox<[LiveStream.Ending]>([])
      var lea = ailleurs.listen(to: "léa", bearer: "volée") { ending in ended.withLockedValue { $0.append(ending) } }
        .makeAsyncIterator()
      var marc = ailleurs.listen(to: "marc", bearer: "sienne").makeAsyncIterator()
      ici.dismiss("volée")
      try await voisins.pass()
      #expect(await lea.next() == ServerEvent("sortie", "{}"))
      #expect(await lea.next() == nil)
      #expect(ended.withLockedValue { $0 } == [.dismissed])
      ici.end("marc")
      try await voisins.pass()
      #expect(await marc.next() == nil)
    }
  }

  @Test func `qui écoute ailleurs répond de sa présence`() async throws {
    try await two { voisins, ici, ailleurs in
      var lea = ici.listen(to: "léa").makeAsyncIterator()
      let marc = ailleurs.listen(to: "marc")
      ici.ask("marc", reply: Self.bonjour, to: "léa")
      ici.ask("personne", reply: ServerEvent("faux", "{}"), to: "léa")
      try await voisins.pass()
      try await voisins.pass()
      #expect(await lea.next() == Self.bonjour)
      ici.end("léa")
      #expect(await lea.next() == nil)
      _ = marc
    }
  }

  @Test func `après un long sommeil, les flux finissent et les pages se relisent`() async throws {
    try await two { voisins, ici, ailleurs in
      var lea = ailleurs.listen(to: "léa").makeAsyncIterator()
      try await voisins.pass(.seconds(300))
      #expect(await lea.next() == nil)
      _ = ici
    }
  }
}
