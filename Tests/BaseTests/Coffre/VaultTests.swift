import Base
import Foundation
import Testing
import Troupe

@Suite struct VaultTests {
  private static let place = Place("billet.mots", "un")
  private static let textes = [
    "", " ", "Bonjour", "l’été à Noël, œuf, ﬁn, e\u{301}", "🧑🏽‍🔧 شكرا 谢谢", "a\0b\u{1f}\r\n\t", "'; DROP TABLE cle; --",
    "</textarea><script>alert(1)</script>", "%00%2e%2e/", String(repeating: "é", count: 50_000),
  ]

  @Test(arguments: Engine.allCases) func `ce qui est scellé se relit tel quel`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let owner = Owner.personne(.someone())
      try await fondation.database.write { [vault = fondation.vault] tx in
        try tx.execute("CREATE TABLE billet (rang BIGINT PRIMARY KEY, mots BYTEA NOT NULL)")
        for (rang, texte) in Self.textes.enumerated() {
          let sealed = try vault.seal(texte, of: owner, at: Place("billet.mots", rang))
          try tx.execute("INSERT INTO billet (rang, mots) VALUES (\(rang), \(sealed))")
        }
      }
      // A vault that has nothing in memory, as after a restart.
      let vault = fondation.anotherVault()
      let relus = try await fondation.database.read { tx in
        try tx.all("SELECT rang, mots FROM billet ORDER BY rang") { row in
          try vault.open(try row[1] as Sealed, of: owner, at: Place("billet.mots", try row[0] as Int))
        }
      }
      #expect(relus.count == Self.textes.count)
      for (relu, texte) in zip(relus, Self.textes) { #expect(relu.map { Array($0.utf8) } == Array(texte.utf8)) }
    }
  }

  @Test(arguments: Engine.allCases) func `le même mot scellé deux fois ne se ressemble pas`(engine: Engine) async throws
  {
    try await withFondation(engine) { fondation in
      let owner = Owner.personne(.someone())
      let sealed = try await fondation.onThread { [vault = fondation.vault] in
        try (0..<50).map { _ in try vault.seal("oui", of: owner, at: Self.place).bytes }
      }
      #expect(Set(sealed).count == 50)
    }
  }

  @Test(arguments: Engine.allCases) func `ailleurs que chez soi, rien ne s’ouvre`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let (owner, other) = (Owner.personne(.someone()), Owner.personne(.someone()))
      try await fondation.onThread { [vault = fondation.vault] in
        _ = try vault.seal("autre", of: other, at: Self.place)
        let sealed = try vault.seal("un secret", of: owner, at: Self.place)
        #expect(try vault.open(sealed, of: owner, at: Self.place) == "un secret")
        let elsewhere = [
          (owner, Place("billet.mots", "deux")), (owner, Place("lettre.mots", "un")), (other, Self.place),
        ]
        for (owner, place) in elsewhere {
          #expect(throws: VaultError.damaged) { try vault.open(sealed, of: owner, at: place) }
        }
        #expect(try vault.open(sealed, of: .personne(.someone()), at: Self.place) == nil)
        #expect(try vault.open(nil, of: owner, at: Self.place) == nil)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un seul octet changé se voit`(engine: Engine) async throws {
    try await withFondation(engine) { fondation in
      let owner = Owner.personne(.someone())
      try await fondation.onThread { [vault = fondation.vault] in
        let bytes = try vault.seal("un secret", of: owner, at: Self.place).bytes
        for index in bytes.indices {
          var changed = bytes
          changed[index] ^= UInt8(1) << UInt8.random(in: 0..<8)
          #expect(throws: VaultError.damaged) { try vault.open(Sealed(bytes: changed), of: owner, at: Self.place) }
        }
        for length in 0..<bytes.count {
          let cut = Sealed(bytes: Array(bytes.prefix(length)))
          #expect(throws: VaultError.damaged) { try vault.open(cut, of: owner, at: Self.place) }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une autre clé maîtresse se dit, et n’écrit rien`(engine: Engine) async throws
  {
    try await withFondation(engine) { fondation in
      let owner = Owner.personne(.someone())
      try await fondation.onThread { [vault = fondation.vault, keys = fondation.keys] in
        let sealed = try vault.seal("un secret", of: owner, at: Self.place)
        let stranger = Vault(keys: keys, master: .random())
        #expect(throws: VaultError.wrongMasterKey) { try stranger.open(sealed, of: owner, at: Self.place) }
        #expect(throws: VaultError.wrongMasterKey) { try stranger.seal("autre", of: owner, at: Self.place) }
        #expect(try vault.open(sealed, of: owner, at: Self.place) == "un secret")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une clé rangée sous un autre nom ne s’ouvre pas`(engine: Engine) async throws
  {
    try await withFondation(engine) { fondation in
      let (owner, thief) = (Owner.personne(.someone()), PersonneID.someone())
      try await fondation.onThread { [vault = fondation.vault, keys = fondation.keys] in
        let sealed = try vault.seal("un secret", of: owner, at: Self.place)
        try keys.writeNow { tx in
          try tx.execute("INSERT INTO cle (proprietaire, scellee) SELECT \("personne:\(thief)"), scellee FROM cle")
        }
        #expect(throws: VaultError.wrongMasterKey) { try vault.open(sealed, of: .personne(thief), at: Self.place) }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `effacer une personne efface ses mots, et ceux d’elle seule`(
    engine: Engine
  ) async throws {
    try await withFondation(engine) { fondation in
      let (owner, other, unseen) = (Owner.personne(.someone()), Owner.personne(.someone()), Owner.invitation("x"))
      try await fondation.onThread { [vault = fondation.vault] in
        let sealed = try vault.seal("un secret", of: owner, at: Self.place)
        let kept = try vault.seal("à garder", of: other, at: Self.place)
        for erased in [owner, owner, unseen] { try vault.erase(erased) }
        for vault in [vault, fondation.anotherVault()] {
          #expect(try vault.open(sealed, of: owner, at: Self.place) == nil)
          #expect(try vault.open(kept, of: other, at: Self.place) == "à garder")
          #expect(throws: VaultError.erased) { try vault.seal("encore", of: owner, at: Self.place) }
          #expect(throws: VaultError.erased) { try vault.seal("encore", of: unseen, at: Self.place) }
        }
      }
    }
  }
  @Test func `une clé effacée n’est plus dans le fichier, ni dans son journal`() async throws {
    try await withFondation(.sqlite) { fondation in
      let owner = Owner.personne(.someone())
      _ = try await fondation.onThread { [vault = fondation.vault] in
        try vault.seal("un secret", of: owner, at: Self.place)
      }
      let wrapped = try await fondation.keys.read { tx in
        try tx.first("SELECT scellee FROM cle") { try $0[0] as [UInt8] }
      }
      let needle = Data(try #require(wrapped))
      #expect(try fondation.files("cles").range(of: needle) != nil, "la fouille voit la clé enveloppée")
      try await fondation.onThread { [vault = fondation.vault] in try vault.erase(owner) }
      #expect(try fondation.files("cles").range(of: needle) == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `qui lisait pendant l’effacement ne lit plus ensuite`(engine: Engine)
    async throws
  {
    try await withFondation(engine) { fondation in
      for _ in 0..<40 {
        let owner = Owner.personne(.someone())
        let sealed = try await fondation.onThread { [vault = fondation.vault] in
          try vault.seal("un secret", of: owner, at: Self.place)
        }
        // A vault that must read the key again while it is being erased.
        let vault = fondation.anotherVault()
        try await together(4) { rang in
          try await fondation.onThread {
            if rang == 0 { try vault.erase(owner) } else { _ = try vault.open(sealed, of: owner, at: Self.place) }
          }
        }
        let after = try await fondation.onThread { try vault.open(sealed, of: owner, at: Self.place) }
        #expect(after == nil)
      }
    }
  }
}
