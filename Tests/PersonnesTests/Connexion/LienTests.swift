import Base
import Html
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct LienTests {
  private let browser = Token.random()

  @Test(arguments: Engine.allCases) func `un lien de connexion sert une seule fois`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lien = try await scene.askLien(by: scene.amina, in: browser)
      #expect(lien.isLink && lien.texte.contains("/connexion/lien/"))
      let jeton = try lien.jeton
      let connexion = try #require(try await scene.enter(jeton, in: browser))
      #expect(
        try await scene.identify(Poste(browser: browser, navigateur: "Firefox, Linux", jeton: connexion))?.personne
          == scene.amina.personne)
      #expect(try await scene.enter(jeton, in: browser) == nil)
      let again = try await scene.personnes.showLien(scene.visit(by: nil, ["jeton": jeton.text], in: browser))
      #expect(again.code == 410)
    }
  }

  @Test(arguments: Engine.allCases) func `trente-deux usages au même instant n’en font qu’un`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let jeton = try await scene.askLien(by: scene.amina, in: browser).jeton
      let opened = NIOLockedValueBox<[Token]>([])
      try await together(32) { _ in
        if let connexion = try await scene.enter(jeton, in: browser) { opened.withLockedValue { $0.append(connexion) } }
      }
      #expect(opened.withLockedValue { $0.count } == 1)
      #expect(try await scene.count("SELECT count(*) FROM connexion") == 1)
      #expect(try await scene.traces().filter { $0.geste == "refus:lien" }.count == 31, "chaque refus laisse une trace")
    }
  }

  @Test(arguments: Engine.allCases) func `lire le lien ne l’use pas, ici ni ailleurs`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.askLien(by: scene.amina, in: browser).jeton
      for reader in [browser, .random(), .random(), browser] {
        let page = try await scene.personnes.showLien(scene.visit(by: nil, ["jeton": jeton.text], in: reader))
        #expect(page.code == 200)
        #expect(page.connexion == nil)
      }
      #expect(try await scene.count("SELECT count(*) FROM connexion") == 0)
      #expect(try await scene.enter(jeton, in: browser) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `ouvert ailleurs, le lien montre un code à taper là où l’on a commencé`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.askLien(by: scene.amina, in: browser).jeton
      let elsewhere = Token.random()
      #expect(try await scene.enter(jeton, in: elsewhere) == nil)
      let code = try await scene.code(of: jeton, in: elsewhere)
      #expect(try await scene.type(code, in: elsewhere) == nil)
      let connexion = try #require(try await scene.type(code, in: browser))
      #expect(
        try await scene.identify(Poste(browser: browser, navigateur: "Firefox, Linux", jeton: connexion))?.personne
          == scene.amina.personne)
      #expect(try await scene.type(code, in: browser) == nil)
      #expect(try await scene.enter(jeton, in: browser) == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `tant que le lien n’a pas été ouvert ailleurs, aucun code n’entre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.askLien(by: scene.amina, in: browser).jeton
      #expect(try await scene.personnes.opening(of: jeton, in: browser, at: scene.now) == .ici)
      #expect(try await scene.type(scene.personnes.store.code(of: jeton), in: browser) == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `cinq codes faux ferment le code, le lien reste`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.askLien(by: scene.amina, in: browser).jeton
      let code = try await scene.code(of: jeton, in: .random())
      let wrong = try #require(ShortCode(typed: code.text == "000000" ? "000001" : "000000"))
      for _ in 0..<5 { #expect(try await scene.type(wrong, in: browser) == nil) }
      #expect(try await scene.type(code, in: browser) == nil)
      #expect(try await scene.enter(jeton, in: browser) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `quatre codes faux n’empêchent pas le bon`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.askLien(by: scene.amina, in: browser).jeton
      let code = try await scene.code(of: jeton, in: .random())
      let wrong = try #require(ShortCode(typed: code.text == "000000" ? "000001" : "000000"))
      for _ in 0..<4 { #expect(try await scene.type(wrong, in: browser) == nil) }
      #expect(try await scene.type(code, in: browser) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `au bout de dix minutes, ni le lien ni son code n’entrent`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.askLien(by: scene.amina, in: browser).jeton
      let code = try await scene.code(of: jeton, in: .random())
      let end = scene.now + .minutes(10)
      #expect(try await scene.type(code, in: browser, at: end) == nil)
      #expect(try await scene.enter(jeton, in: browser, at: end) == nil)
      #expect(try await scene.enter(jeton, in: browser, at: end - .milliseconds(1)) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `une adresse inconnue reçoit la même page et aucun courriel`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let known = try await scene.personnes.askLien(
        scene.visit(by: nil, form: [("adresse", try await scene.adresse(of: scene.amina).uppercased())]))
      let unknown = try await scene.personnes.askLien(
        scene.visit(by: nil, form: [("adresse", "personne@exemple.fr")]))
      // Both wait in the same way: who they belong to is looked up afterwards.
      #expect(try await scene.count("SELECT count(*) FROM lien_demande") == 2)
      while try await scene.personnes.sendLien(at: scene.now) {}
      #expect(unknown.location == known.location)
      #expect(unknown.code == known.code)
      #expect(try await scene.plis().count == 1)
      #expect(try await scene.count("SELECT count(*) FROM lien") == 1)
    }
  }

  /// Medians of alternate tries in one run: a ratio, whatever the machine does meanwhile.
  @Test func `connue ou non, une adresse coûte le même temps`() async throws {
    try await withScene(.sqlite) { scene in
      let known = try #require(Adresse(try await scene.adresse(of: scene.amina)))
      let unknown = try #require(Adresse("personne@exemple.fr"))
      var times: [[Duration]] = [[], []]
      for round in 0..<1_000 {
        let clock = ContinuousClock()
        let elapsed = try await clock.measure {
          try await scene.personnes.askLien(
            round.isMultiple(of: 2) ? known : unknown, .fr, browser: browser, at: scene.now)
        }
        times[round % 2].append(elapsed)
      }
      let medians = times.map { $0.sorted()[$0.count / 2] }
      let ratio = medians[0] / medians[1]
      #expect((0.9...1.1).contains(ratio), "\(ratio)")
    }
  }

  @Test(arguments: Engine.allCases) func `l’adresse d’une personne effacée est une adresse inconnue`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let adresse = try await scene.adresse(of: scene.amina)
      try await scene.erase(scene.amina)
      let answer = try await scene.personnes.askLien(scene.visit(by: nil, form: [("adresse", adresse)]))
      #expect(answer.location == "/connexion/attente")
      while try await scene.personnes.sendLien(at: scene.now) {}
      #expect(try await scene.plis().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `une adresse mal écrite revient avec ce qui a été tapé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let answer = try await scene.personnes.askLien(scene.visit(by: nil, form: [("adresse", "amina à la maison")]))
      #expect(answer.html().contains("amina à la maison"))
      #expect(try await scene.plis().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `ni le jeton ni le code ne se lisent dans la base`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let jeton = try await scene.askLien(by: scene.amina, in: browser).jeton
      let connexion = try #require(try await scene.enter(jeton, in: browser))
      let stored = try await scene.house.database.read { tx in
        try tx.all("SELECT jeton FROM lien UNION SELECT jeton FROM connexion") { try $0[0] as String }
      }
      #expect(Set(stored) == [jeton.fingerprint, connexion.fingerprint])
      let code = scene.personnes.store.code(of: jeton).text
      let codes = try await scene.house.database.read { tx in
        try tx.all("SELECT code FROM lien") { try $0[0] as String }
      }
      #expect(codes.count == 1 && !codes[0].contains(code))
    }
  }
}

extension Courriel {
  fileprivate var isLink: Bool { sujet == "Votre lien pour entrer" }

  /// The token at the end of the link.
  fileprivate var jeton: Token {
    get throws {
      let link = try #require(texte.split(whereSeparator: \.isWhitespace).first { $0.contains("/connexion/lien/") })
      return try #require(Token(presented: String(link.suffix(32))))
    }
  }
}

extension Scene {
  /// The mail that arrives.
  fileprivate func askLien(by visitor: Visitor, in browser: Token) async throws -> Courriel {
    let adresse = try #require(Adresse(try await adresse(of: visitor)))
    try await personnes.askLien(adresse, .fr, browser: browser, at: now)
    #expect(try await personnes.sendLien(at: now))
    let courriel = try #require(try await plis(to: visitor.personne).last).courriel
    #expect(courriel.destinataire == adresse.text)
    return courriel
  }

  fileprivate func enter(_ jeton: Token, in browser: Token, at now: Instant = Scene.now) async throws -> Token? {
    try await personnes.enter(by: jeton, in: browser, navigateur: "Firefox, Linux", at: now)?.jeton
  }

  fileprivate func type(_ code: ShortCode, in browser: Token, at now: Instant = Scene.now) async throws -> Token? {
    try await personnes.enter(with: code, in: browser, navigateur: "Firefox, Linux", at: now)?.jeton
  }

  /// What the page shows on another device.
  fileprivate func code(of jeton: Token, in browser: Token) async throws -> ShortCode {
    guard case .ailleurs(let code) = try await personnes.opening(of: jeton, in: browser, at: now) else {
      throw Absent()
    }
    let page = try await personnes.showLien(visit(by: nil, ["jeton": jeton.text], in: browser))
    #expect(page.html().contains(code.spaced.replacing("\u{a0}", with: " ")))
    return code
  }
}
