import Base
import Crypto
import Foundation
import Testing
import Troupe

@Suite struct MasterKeyTests {
  /// The bytes 0 to 31.
  private static let known = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

  @Test func `une clé maîtresse se relit, blancs autour pardonnés`() throws {
    let key = MasterKey.random()
    #expect(try #require(MasterKey(base64: key.base64)).base64 == key.base64)
    #expect(MasterKey(base64: " \(Self.known)\n")?.base64 == Self.known)
    #expect(MasterKey.random().base64 != key.base64)
  }

  @Test(arguments: [
    "", "non", "AAAA", known + "AAAA", String(known.dropLast(4)), String(known.dropLast()), "é" + known,
  ])
  func `ce qui n’est pas trente-deux octets n’est pas une clé`(text: String) {
    #expect(MasterKey(base64: text) == nil)
  }

  /// Computed apart: a fingerprint already stored must be found again by every version to come.
  @Test func `l’empreinte d’une adresse ne change jamais`() async throws {
    try await withVault { vault in
      let expected = "6d5f3b04bc44ee0fac47b3da7bc0b52ea79297afa1ddaebe85cf78eabb70e02f"
      #expect(vault.fingerprint("zoé@example.org", for: "adresse") == expected)
      #expect(vault.fingerprint("zoé@example.org", for: "telephone") != expected)
      #expect(vault.fingerprint("zoe@example.org", for: "adresse") != expected)
    }
  }

  @Test func `chaque usage a sa clé, tirée de la clé maîtresse`() async throws {
    try await withVault { vault in
      #expect(vault.derivedKey("csrf") == vault.derivedKey("csrf"))
      #expect(vault.derivedKey("csrf") != vault.derivedKey("adresse"))
      #expect(vault.derivedKey("csrf").bitCount == 256)
    }
  }

  private func withVault(_ body: (Vault) throws -> Void) async throws {
    try await withDatabase(.sqlite) { keys in
      try body(Vault(keys: keys, master: #require(MasterKey(base64: Self.known))))
    }
  }
}
