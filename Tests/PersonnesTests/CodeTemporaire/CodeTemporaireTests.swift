import Base
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct CodeTemporaireTests {
  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
    (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ]) func `les codes sont ceux de la RFC 6238`(seconde: Int, code: String) {
    let secret = CodeTemporaire(secret: Array("12345678901234567890".utf8))
    let step = CodeTemporaire.step(at: Instant(milliseconds: Int64(seconde) * 1000))
    #expect(secret.digits(at: step, count: 8) == code)
    #expect(secret.digits(at: step) == String(code.suffix(6)))
  }

  @Test func `le secret s’écrit en base 32, et l’adresse dit à qui il est`() {
    let secret = CodeTemporaire(secret: Array("12345678901234567890".utf8))
    #expect(secret.texte == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(secret.texteEspace.hasPrefix("GEZD GNBV GY3T"))
    let adresse = secret.adresse(compte: "claire+équipe@exemple.fr", site: "Vademecum")
    #expect(adresse.hasPrefix("otpauth://totp/Vademecum%3Aclaire%2B"))
    #expect(
      adresse.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Vademecum&algorithm=SHA1&digits=6&period=30"))
    #expect(!adresse.contains("é") && CodeQR(adresse) != nil)
  }

  @Test(arguments: Engine.allCases) func `une horloge d’un pas en avance ou en retard est admise, pas de deux`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let claire = try await scene.visitor(try await scene.open(scene.claire))
      let secret = try await scene.equip(claire)
      var now = scene.now + .hours(1)
      for (pas, bon) in [(-2, false), (2, false), (-1, true), (1, true)] {
        now = now + .minutes(5)
        let code = secret.digits(at: CodeTemporaire.step(at: now) + pas)
        let proven = try await scene.personnes.prove(with: code, by: claire, navigateur: "Firefox, Linux", at: now)
        #expect((proven != nil) == bon, "\(pas)")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un code ne sert qu’une fois, même trente-deux fois au même instant`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let claire = try await scene.visitor(try await scene.open(scene.claire))
      let secret = try await scene.equip(claire)
      let now = scene.now + .minutes(10)
      let code = secret.digits(at: CodeTemporaire.step(at: now))
      let proven = NIOLockedValueBox(0)
      try await together(32) { _ in
        let jeton = try await scene.personnes.prove(with: code, by: claire, navigateur: "Firefox, Linux", at: now)
        if jeton != nil { proven.withLockedValue { $0 += 1 } }
      }
      #expect(proven.withLockedValue { $0 } == 1)
      // Nor an earlier one, that the neighbourhood would still admit.
      let before = secret.digits(at: CodeTemporaire.step(at: now) - 1)
      #expect(try await scene.personnes.prove(with: before, by: claire, navigateur: "", at: now) == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `le secret n’est plus montré une fois confirmé, et un mauvais code ne confirme rien`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let claire = try await scene.visitor(try await scene.open(scene.claire))
      try await scene.personnes.prepareCodeTemporaire(by: claire, at: scene.now)
      let secret = try #require(try await scene.pending(claire))
      let right = secret.digits(at: CodeTemporaire.step(at: scene.now))
      let wrong = try #require(ShortCode(typed: right == "000000" ? "000001" : "000000"))
      #expect(
        try await scene.personnes.confirmCodeTemporaire(wrong, by: claire, jeton: .random(), at: scene.now) == nil)
      #expect(try await scene.pending(claire) == secret)
      let code = try #require(ShortCode(typed: right))
      let secours = try #require(
        try await scene.personnes.confirmCodeTemporaire(code, by: claire, jeton: .random(), at: scene.now))
      #expect(secours.count == 10 && Set(secours.map(\.texte.brut)).count == 10)
      #expect(try await scene.pending(claire) == nil)
      await #expect(throws: Absent()) { try await scene.personnes.prepareCodeTemporaire(by: claire, at: scene.now) }
      #expect(try await scene.traces().contains { $0.geste == "refus:code-temporaire" })
    }
  }

  @Test(arguments: Engine.allCases) func `un secret préparé ailleurs, ou il y a longtemps, ne se confirme pas`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let thief = try await scene.visitor(try await scene.open(scene.claire))
      try await scene.personnes.prepareCodeTemporaire(by: thief, at: scene.now)
      let planted = try #require(try await scene.pending(thief))
      let claire = try await scene.visitor(try await scene.open(scene.claire))
      #expect(try await scene.pending(claire) == nil)
      let code = try #require(ShortCode(typed: planted.digits(at: CodeTemporaire.step(at: scene.now))))
      let confirmed = try await scene.personnes.confirmCodeTemporaire(
        code, by: claire, jeton: .random(), at: scene.now)
      #expect(confirmed == nil)
      #expect(try await scene.pending(thief, at: scene.now + .minutes(10)) == nil)
      try await scene.equip(claire)
    }
  }

  @Test(arguments: Engine.allCases) func `dix codes faux de suite font attendre, de plus en plus, et cela s’écrit`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let claire = try await scene.visitor(try await scene.open(scene.claire))
      let secret = try await scene.equip(claire)
      func prove(_ code: String, at now: Instant) async throws -> Bool {
        try await scene.personnes.prove(with: code, by: claire, navigateur: "", at: now) != nil
      }
      func right(at now: Instant) -> String { secret.digits(at: CodeTemporaire.step(at: now)) }
      let now = scene.now + .hours(1)
      for _ in 0..<10 { #expect(!(try await prove("000000", at: now))) }
      #expect(!(try await prove(right(at: now), at: now)), "même le bon attend")
      #expect(try await scene.plis(to: claire.personne).contains { $0.courriel.texte.contains("Plusieurs codes faux") })
      #expect(!(try await prove("000000", at: now + .minutes(1))))
      #expect(!(try await prove(right(at: now + .minutes(2)), at: now + .minutes(2))), "deux minutes, la fois d’après")
      #expect(try await prove(right(at: now + .minutes(3)), at: now + .minutes(3)))
      #expect(!(try await prove("000000", at: now + .minutes(4))))
      #expect(try await prove(right(at: now + .minutes(5)), at: now + .minutes(5)), "et tout est oublié")
    }
  }

  @Test(arguments: Engine.allCases) func `un code de secours sert une fois, et les nouveaux remplacent les anciens`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let claire = try await scene.visitor(try await scene.open(scene.claire))
      try await scene.equip(claire)
      let first = try await scene.personnes.renewCodesSecours(by: claire, at: scene.now).map(\.texte.imprime)
      func prove(_ code: String) async throws -> Bool {
        try await scene.personnes.prove(with: code, by: claire, navigateur: "", at: scene.now) != nil
      }
      #expect(try await prove(first[0].lowercased().replacing("-", with: " ")))
      #expect(!(try await prove(first[0])))
      let second = try await scene.personnes.renewCodesSecours(by: claire, at: scene.now).map(\.texte.imprime)
      #expect(!(try await prove(first[1])))
      #expect(try await prove(second[9]))
      for typed in ["", "0", "ABCD-EFGH", String(repeating: "A", count: 5_000), "ⅫⅫⅫⅫⅫⅫⅫⅫⅫⅫⅫⅫ"] {
        #expect(!(try await prove(typed)))
      }
      // Kept by their fingerprint only.
      #expect(!(try await scene.holds(second[5].replacing("-", with: ""))))
    }
  }

  @Test func `un code écrit pardonne casse, tirets et lettres prises pour des chiffres`() {
    let code = CodeEcrit.random(letters: 8)
    #expect(CodeEcrit(typed: code.imprime.lowercased(), letters: 8) == code)
    #expect(CodeEcrit(typed: "OIL0 - 1110", letters: 8)?.brut == "01101110")
    #expect(CodeEcrit(typed: "ABCD-EFG", letters: 8) == nil)
    #expect(CodeEcrit(typed: "ABCD-EFGU", letters: 8) == nil)
  }
}

extension Scene {
  /// Sets up an application with the codes; answers its secret.
  @discardableResult
  func equip(
    _ visitor: Visitor, jeton: Token = .random(), at now: Instant = Scene.now
  ) async throws -> CodeTemporaire {
    try await personnes.prepareCodeTemporaire(by: visitor, at: now)
    let secret = try #require(try await pending(visitor, at: now))
    let code = try #require(ShortCode(typed: secret.digits(at: CodeTemporaire.step(at: now))))
    _ = try #require(try await personnes.confirmCodeTemporaire(code, by: visitor, jeton: jeton, at: now))
    return secret
  }

  fileprivate func pending(_ visitor: Visitor, at now: Instant = Scene.now) async throws -> CodeTemporaire? {
    try await house.database.read { [store = personnes.store] tx in
      try store.pendingCodeTemporaire(of: visitor, at: now, in: tx)
    }
  }
}
