import Testing
import Troupe

@testable import WhatsApp

@Suite struct SignatureTests {
  /// RFC 4231, test case 2.
  private static let publiee = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
  private static let corps = Array("what do ya want for nothing?".utf8)

  @Test func `la signature est celle que tout le monde calcule`() {
    #expect(SignatureDeMeta.make(of: Self.corps, secret: "Jefe") == Self.publiee)
    #expect(SignatureDeMeta.judge(Self.publiee, of: Self.corps, secret: "Jefe") == .juste)
    #expect(
      SignatureDeMeta.judge(Self.publiee.uppercased().replacing("SHA", with: "sha"), of: Self.corps, secret: "Jefe")
        == .juste
    )
  }

  @Test func `absente ou fausse, elle se distingue`() {
    #expect(SignatureDeMeta.judge(nil, of: Self.corps, secret: "Jefe") == .absente)
    let wrong = [
      "", "sha256=", "sha1=" + Self.publiee.dropFirst(7), String(Self.publiee.dropLast()), Self.publiee + "0",
      String(Self.publiee.dropFirst(7)), Self.publiee.replacing("5b", with: "zz"),
      Self.publiee.replacing("3843", with: "3844"),
      "sha256=" + String(repeating: "é", count: 32),
    ]
    for header in wrong {
      #expect(SignatureDeMeta.judge(header, of: Self.corps, secret: "Jefe") == .fausse, "\(header)")
    }
    #expect(SignatureDeMeta.judge(Self.publiee, of: Self.corps, secret: "jefe") == .fausse, "un autre secret")
  }

  @Test func `un seul octet changé n’est plus signé`() {
    for rang in Self.corps.indices {
      var changed = Self.corps
      changed[rang] ^= 1
      #expect(SignatureDeMeta.judge(Self.publiee, of: changed, secret: "Jefe") == .fausse)
    }
  }

  @Test(
    .enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"), arguments: ["sig_real", "sig_escaped"])
  func `ce qu’un autre a signé se vérifie, et le même texte réécrit non`(_ nom: String) throws {
    let corps = try #require(Charge.named(nom + "_body")).octets
    let vector = try #require(Charge.named(nom + "_vector")).json
    let secret = try #require(vector["app_secret"].mots)
    let header = try #require(vector["X-Hub-Signature-256"].mots)
    #expect(corps.count == Int(try #require(vector["body_bytes"].entier)))
    #expect(SignatureDeMeta.judge(header, of: corps, secret: secret) == .juste)
    #expect(SignatureDeMeta.make(of: corps, secret: secret) == header)
    #expect(SignatureDeMeta.judge(header, of: try Json(corps).octets, secret: secret) == .fausse)
    if let reserialised = vector["wrong_if_reserialised"].mots {
      #expect(SignatureDeMeta.judge(reserialised, of: corps, secret: secret) == .fausse)
    }
  }

  @Test func `la poignée de main rend le mot de Meta, et rien à qui ne sait pas le nôtre`() {
    func judge(_ mode: String?, _ challenge: String?, _ mot: String?) -> Poignee {
      .judge(mode: mode, challenge: challenge, mot: mot, attendu: "entre nous")
    }
    #expect(judge("subscribe", "1158201444", "entre nous") == .tenue("1158201444"))
    for mot in ["", "entre", "entre nous ", "Entre nous"] {
      #expect(judge("subscribe", "1", mot) == .refusee, "\(mot)")
    }
    for unknown in [
      judge(nil, "1", "entre nous"), judge("unsubscribe", "1", "entre nous"), judge("subscribe", nil, "entre nous"),
      judge("subscribe", "", "entre nous"), judge("subscribe", "1", nil),
      judge("subscribe", String(repeating: "1", count: 513), "entre nous"),
    ] { #expect(unknown == .inconnue) }
  }
}
