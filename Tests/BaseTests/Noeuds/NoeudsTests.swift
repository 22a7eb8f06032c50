import Base
import Crypto
import Foundation
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe

@Suite struct NoeudsTests {
  /// What a node heard, in order; "–" for a silence that was too long.
  private final class Oreille: Sendable {
    private let words = NIOLockedValueBox<[String]>([])
    var heard: [String] { words.withLockedValue { $0 } }

    init(_ noeuds: Noeuds) {
      noeuds.hear(
        .direct, onde: { [words] word in words.withLockedValue { $0.append(word) } },
        gap: { [words] in words.withLockedValue { $0.append("–") } })
    }
  }

  @Test func `ce qu’un nœud dit, l’autre l’entend une fois, dans l’ordre`() async throws {
    try await withVoisins { voisins in
      let (ici, ailleurs) = (Oreille(voisins.ici), Oreille(voisins.ailleurs))
      #expect(voisins.ici.hasOthers && voisins.ailleurs.hasOthers)
      let words = (0..<300).map { "mot \($0)" }
      for word in words.prefix(200) { voisins.ici.publish(Onde(.direct, word)) }
      try await voisins.pass()
      for word in words.dropFirst(200) { voisins.ici.publish(Onde(.direct, word)) }
      for _ in 0..<3 { try await voisins.pass() }
      #expect(ailleurs.heard == words)
      #expect(ici.heard == [], "nobody hears themselves")
    }
  }

  @Test func `rien de ce qui voyage ne se lit dans la base, et rien n’y reste`() async throws {
    try await withVoisins { voisins in
      voisins.ici.publish(Onde(.direct, "personne:aline"))
      try await voisins.pass()
      let rows = try await voisins.base.read { tx in try tx.all("SELECT contenu FROM onde") { try $0[0] as [UInt8] } }
      #expect(rows.count == 1 && Data(rows[0]).range(of: Data("aline".utf8)) == nil)
      try await voisins.pass(.seconds(200))
      #expect(try await voisins.count("SELECT count(*) FROM onde") == 0)
    }
  }

  @Test func `seul, un nœud n’écrit rien`() async throws {
    try await withVoisins { voisins in
      let later = Scene.now + .seconds(100)
      try await voisins.ici.turn(at: later)
      #expect(!voisins.ici.hasOthers, "the other was not seen for more than a minute")
      voisins.ici.publish(Onde(.direct, "à personne"))
      try await voisins.ici.turn(at: later + .seconds(1))
      #expect(try await voisins.count("SELECT count(*) FROM onde") == 0)
    }
  }

  @Test func `un nœud qui arrive n’entend que ce qui suit, un nœud qui a dormi le sait`() async throws {
    try await withVoisins { voisins in
      voisins.ici.publish(Onde(.direct, "avant"))
      try await voisins.pass()
      let tard = Noeuds(voisins.base, key: Voisins.key, at: Scene.now)
      let oreille = Oreille(tard)
      try await tard.turn(at: Scene.now + .seconds(8))
      voisins.ici.publish(Onde(.direct, "après"))
      try await voisins.pass()
      try await tard.turn(at: Scene.now + .seconds(9))
      #expect(oreille.heard == ["après"])
      voisins.ici.publish(Onde(.direct, "pendant le sommeil"))
      try await voisins.pass()
      try await voisins.pass(.seconds(300))
      try await tard.turn(at: Scene.now + .seconds(310))
      #expect(oreille.heard == ["après", "–"])
    }
  }

  @Test func `une onde scellée par une autre clé n’est pas entendue`() async throws {
    try await withVoisins { voisins in
      let stranger = Noeuds(voisins.base, key: SymmetricKey(size: .bits256), at: Scene.now)
      let ici = Oreille(voisins.ici)
      try await stranger.turn(at: Scene.now + .seconds(7))
      stranger.publish(Onde(.direct, "forgée"))
      try await stranger.turn(at: Scene.now + .seconds(8))
      #expect(try await voisins.count("SELECT count(*) FROM onde") == 1)
      try await voisins.pass()
      #expect(ici.heard == [])
    }
  }

  @Test func `une clé effacée sur un nœud ne s’ouvre plus sur l’autre`() async throws {
    try await withVoisins { voisins in
      let master = MasterKey.random()
      let (ici, ailleurs) = (Vault(keys: voisins.base, master: master), Vault(keys: voisins.base, master: master))
      ici.share(over: voisins.ici)
      ailleurs.share(over: voisins.ailleurs)
      let owner = Owner.personne(PersonneID.make(at: Scene.now))
      let place = Place("essai.mots", "1")
      let sealed = try ici.seal("Aline", of: owner, at: place)
      #expect(try ailleurs.open(sealed, of: owner, at: place) == "Aline")
      try ici.erase(owner)
      #expect(try ailleurs.open(sealed, of: owner, at: place) == "Aline", "it still holds the key in memory")
      try await voisins.pass()
      #expect(try ailleurs.open(sealed, of: owner, at: place) == nil)
    }
  }

  @Test func `PostgreSQL réveille qui écoute`() async throws {
    try await withPostgres { conninfo in
      let base = try Database.postgres(conninfo)
      defer { base.close() }
      let calls = NIOLockedValueBox(0)
      let listening = try #require(base.listen { calls.withLockedValue { $0 += 1 } })
      defer { listening.stop() }
      // The first call says that it listens.
      try await until { calls.withLockedValue { $0 } >= 1 }
      try await base.write { tx in _ = try tx.execute("SELECT pg_notify('vademecum', '')") }
      try await until { calls.withLockedValue { $0 } >= 2 }
    }
  }

  @Test func `sur SQLite, il n’y a personne à qui parler`() async throws {
    try await withDatabase(.sqlite) { base in
      try base.migrate(baseMigrations, at: Scene.now)
      let seul = Noeuds(base, key: Voisins.key, at: Scene.now)
      seul.publish(Onde(.direct, "à personne"))
      await seul.run(Horloge { Scene.now })
      #expect(!seul.hasOthers && base.listen {} == nil)
      let written = try await base.read { tx in try tx.first("SELECT count(*) FROM onde") { try $0[0] as Int } }
      #expect(written == 0)
    }
  }

  private func until(_ condition: () -> Bool) async throws {
    for _ in 0..<400 where !condition() { try await Task.sleep(for: .milliseconds(50)) }
    #expect(condition())
  }
}

extension Voisins {
  fileprivate func count(_ sql: SQL) async throws -> Int {
    try await base.read { tx in try tx.first(sql) { try $0[0] as Int } } ?? 0
  }
}
