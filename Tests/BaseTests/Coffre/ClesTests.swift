import Base
import Html
import Foundation
import NIOConcurrencyHelpers
import Testing
import Troupe

@Suite struct ClesTests {
  private static let place = Place("billet.mots", "un")
  private struct Empechement: Error {}

  @Test(arguments: Engine.allCases) func `trente-deux premiers usages ensemble font une seule clé`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      for _ in 0..<5 {
        let owner = Owner.personne(.someone())
        // Two nodes: neither sees what the other keeps in memory.
        let vaults = [fondation.anotherVault(), fondation.anotherVault()]
        let sealed = NIOLockedValueBox<[Sealed]>([])
        try await together(32) { rang in
          let one = try await fondation.onThread { try vaults[rang % 2].seal("mot", of: owner, at: Self.place) }
          sealed.withLockedValue { $0.append(one) }
        }
        let all = sealed.withLockedValue { $0 }
        let opened = try await fondation.onThread { [vault = fondation.anotherVault()] in
          try all.map { try vault.open($0, of: owner, at: Self.place) }
        }
        #expect(opened == Array(repeating: "mot", count: 32))
      }
      let count = try await fondation.keys.read { tx in try tx.first("SELECT count(*) FROM cle") { try $0[0] as Int } }
      #expect(count == 5)
    }
  }

  @Test(arguments: Engine.allCases) func `un acte défait laisse une clé qui sert encore`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let owner = Owner.personne(.someone())
      let kept = NIOLockedValueBox<Sealed?>(nil)
      await #expect(throws: Empechement.self) {
        try await fondation.database.write { [vault = fondation.vault] tx in
          let sealed = try vault.seal("un mot", of: owner, at: Self.place)
          kept.withLockedValue { $0 = sealed }
          try Fondation.mark("jamais", in: tx)
          throw Empechement()
        }
      }
      let sealed = try #require(kept.withLockedValue { $0 })
      try await fondation.onThread { [vault = fondation.anotherVault()] in
        #expect(try vault.open(sealed, of: owner, at: Self.place) == "un mot")
        let again = try vault.seal("encore", of: owner, at: Self.place)
        #expect(try fondation.vault.open(again, of: owner, at: Self.place) == "encore")
      }
      #expect(try await fondation.effets() == [])
    }
  }

  @Test(arguments: Engine.allCases) func `aucun mot en clair dans aucune des deux bases`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let (secret, sujet, personne) = ("pamplemousse-secret", "sujet-en-clair", PersonneID.someone())
      let courriel = Courriel(
        destinataire: "\(secret)@example.org", sujet: secret, texte: secret, html: secret, langue: .fr)
      let outbox = Outbox(vault: fondation.vault, keepsSent: true)
      try await fondation.database.write { tx in
        try outbox.enqueue(
          courriel, as: .make(at: Fondation.now), to: .personne(personne), about: sujet, from: Fondation.now, in: tx)
      }
      let main = try await fondation.bytes(
        of: "SELECT contenu, proprietaire || sujet FROM courrier", in: fondation.database)
      let keys = try await fondation.bytes(of: "SELECT scellee, proprietaire FROM cle", in: fondation.keys)
      let all = try main + keys + fondation.files("")
      #expect(all.range(of: Data(secret.utf8)) == nil)
      // The look would find what is there, and the keys know nothing of what they seal.
      #expect(main.range(of: Data(sujet.utf8)) != nil && keys.range(of: Data(personne.text.utf8)) != nil)
      #expect(try (keys + fondation.files("cles")).range(of: Data(sujet.utf8)) == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `les clés sont à part de ce qu’elles scellent`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      await #expect(throws: DatabaseError.self) { _ = try await fondation.number("SELECT count(*) FROM cle") }
      await #expect(throws: DatabaseError.self) {
        try await fondation.keys.read { tx in try tx.first("SELECT count(*) FROM courrier") { try $0[0] as Int } }
      }
    }
  }
}

extension Fondation {
  /// A sealed column, then a clear one.
  fileprivate func bytes(of sql: SQL, in database: Database) async throws -> Data {
    try await database.read { tx in
      try tx.all(sql) { row in Data(try row[0] as [UInt8]) + Data((try row[1] as String).utf8) }
        .reduce(into: Data()) { $0 += $1 }
    }
  }
}
