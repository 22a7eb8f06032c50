import Base
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct CleAccesTests {
  private let browser = Token.random()

  @Test(arguments: Authentificateur.Algorithme.allCases) func `une clé de chaque sorte s’ajoute, puis ouvre`(
    algorithme: Authentificateur.Algorithme
  ) async throws {
    try await withScene(.sqlite) { scene in
      let cle = try Authentificateur(algorithme)
      #expect(try await scene.register(cle, of: scene.amina, in: browser) == .gardee)
      let jeton = try #require(try await scene.enter(with: cle, in: browser))
      let entered = try await scene.visitor(Poste(browser: browser, navigateur: "Firefox, Linux", jeton: jeton))
      #expect(entered.personne == scene.amina.personne)
      #expect(entered.preuve.moyen == "cle" && entered.preuve.forte == scene.now)
    }
  }

  @Test(arguments: Engine.allCases)
  func `une clé ajoutée se voit, se nomme, se retire, et cela s’écrit à son titulaire`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let cle = try Authentificateur()
      #expect(try await scene.register(cle, of: scene.amina, in: browser) == .gardee)
      #expect(try await scene.register(cle, of: scene.amina, in: browser) == .connue)
      let kept = try await scene.cles(of: scene.amina)
      #expect(kept.map(\.nom) == ["Mon téléphone"])
      try await scene.personnes.rename(kept[0].id, "Clé bleue", by: scene.amina)
      #expect(try await scene.cles(of: scene.amina).map(\.nom) == ["Clé bleue"])
      await #expect(throws: Absent()) { try await scene.personnes.remove(kept[0].id, of: scene.yanis, at: scene.now) }
      await #expect(throws: Absent()) { try await scene.personnes.rename(kept[0].id, "À moi", by: scene.yanis) }
      try await scene.personnes.remove(kept[0].id, of: scene.amina, at: scene.now)
      #expect(try await scene.enter(with: cle, in: browser) == nil)
      let sujets = try await scene.plis(to: scene.amina.personne).map(\.courriel.sujet)
      #expect(sujets == ["Votre accès a changé", "Votre accès a changé"])
      #expect(try await Set(scene.traces().map(\.geste)).isSuperset(of: ["cle:ajout", "preuve", "cle:retrait"]))
    }
  }

  @Test(arguments: Engine.allCases) func `une même réponse, trente-deux fois au même instant, n’ouvre qu’une fois`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let cle = try Authentificateur()
      _ = try await scene.register(cle, of: scene.amina, in: browser)
      let reponse = try cle.sign(try await scene.defi(.connexion, in: browser))
      let opened = NIOLockedValueBox(0)
      try await together(32) { _ in
        let jeton = try await scene.personnes.enter(
          with: reponse, in: browser, navigateur: "Firefox, Linux", at: scene.now)
        if jeton != nil { opened.withLockedValue { $0 += 1 } }
      }
      #expect(opened.withLockedValue { $0 } == 1)
    }
  }

  @Test func `ni autre site, ni autre défi, ni autre navigateur, ni doigt absent`() async throws {
    try await withScene(.sqlite) { scene in
      let cle = try Authentificateur()
      _ = try await scene.register(cle, of: scene.amina, in: browser)
      var wrong: [Authentificateur.Dires] = [
        .init(origin: "https://accompagner.example.evil"), .init(origin: "http://accompagner.example"),
        .init(domaine: "example"), .init(type: "webauthn.create"), .init(crossOrigin: true),
      ]
      // Nobody touched it; touched but not recognised; a key that says it is copied and cannot be.
      // …or that brings a new key where none was asked.
      wrong += [0x04, 0x01, 0x15, 0x45, 0xc5].map { .init(drapeaux: $0) }
      for dires in wrong {
        let reponse = try cle.sign(try await scene.defi(.connexion, in: browser), dires)
        #expect(try await scene.enter(with: reponse, in: browser) == nil, "\(dires)")
      }
      let defi = try await scene.defi(.connexion, in: browser)
      #expect(try await scene.enter(with: cle.sign(defi), in: .random()) == nil, "un autre navigateur")
      #expect(try await scene.enter(with: cle.sign(.random()), in: browser) == nil, "un défi inventé")
      let other = try await scene.defi(.preuve, of: scene.amina.personne, in: browser)
      #expect(try await scene.enter(with: cle.sign(other), in: browser) == nil, "un défi d’un autre usage")
      #expect(
        try await scene.enter(with: cle.sign(defi), in: browser, at: scene.now + .minutes(5)) == nil, "trop tard")
      #expect(try await scene.enter(with: cle.sign(defi), in: browser) != nil)
      #expect(try await scene.enter(with: cle.sign(defi), in: browser) == nil, "deux fois le même défi")
    }
  }

  @Test func `un compteur qui n’avance pas trahit une copie`() async throws {
    try await withScene(.sqlite) { scene in
      let cle = try Authentificateur()
      _ = try await scene.register(cle, of: scene.amina, in: browser)
      func enter(_ compteur: UInt32) async throws -> Token? {
        let defi = try await scene.defi(.connexion, in: browser)
        return try await scene.enter(with: cle.sign(defi, .init(compteur: compteur)), in: browser)
      }
      #expect(try await enter(7) != nil)
      for stale: UInt32 in [7, 3, 0] { #expect(try await enter(stale) == nil) }
      #expect(try await enter(8) != nil)
      #expect(try await scene.traces().filter { $0.geste == "refus:cle-copiee" }.count == 3)
    }
  }

  @Test func `coupée ou abîmée n’importe où, une réponse n’ouvre rien et ne casse rien`() async throws {
    let cle = try Authentificateur()
    let webauthn = Webauthn(origin: Scene.origin)
    let defi = Token.random()
    let attestation = try cle.make(defi)
    let kept = try webauthn.register(attestation: attestation.objet, client: attestation.client, defi: defi)
    for length in 0..<attestation.objet.count {
      #expect(throws: Webauthn.Failure.self) {
        try webauthn.register(
          attestation: Array(attestation.objet.prefix(length)), client: attestation.client, defi: defi)
      }
    }
    let assertion = try cle.sign(defi)
    #expect(try webauthn.verify(assertion, by: kept, defi: defi) == 0)
    for length in 0..<assertion.donnees.count {
      let cut = Assertion(
        identifiant: cle.id, client: assertion.client, donnees: Array(assertion.donnees.prefix(length)),
        signature: assertion.signature)
      #expect(throws: Webauthn.Failure.self) { try webauthn.verify(cut, by: kept, defi: defi) }
    }
    var generator = SystemRandomNumberGenerator()
    for round in 0..<4_000 {
      var (client, donnees, signature) = (assertion.client, assertion.donnees, assertion.signature)
      func spoil(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
      }
      switch round % 3 {
      case 0: spoil(&client)
      case 1: spoil(&donnees)
      default: spoil(&signature)
      }
      let spoilt = Assertion(identifiant: cle.id, client: client, donnees: donnees, signature: signature)
      #expect(throws: Webauthn.Failure.self) { try webauthn.verify(spoilt, by: kept, defi: defi) }
    }
  }

  @Test func `une attestation abîmée au hasard ne fait jamais tomber la maison`() throws {
    let webauthn = Webauthn(origin: Scene.origin)
    let defi = Token.random()
    let attestation = try Authentificateur().make(defi)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var objet = attestation.objet
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        objet[Int.random(in: 0..<objet.count, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
      if Bool.random(using: &generator) { objet.removeLast(Int.random(in: 0..<objet.count, using: &generator)) }
      _ = try? webauthn.register(attestation: objet, client: attestation.client, defi: defi)
    }
  }

  @Test(
    arguments: [
      // A map, an array, a string of bytes and a text that each claim a hundred million of things, and one that never ends.
      [0xbb, 0, 0, 0, 0, 5, 0xf5, 0xe1, 0], [0x9b, 0, 0, 0, 0, 5, 0xf5, 0xe1, 0], [0x5b, 0, 0, 0, 0, 5, 0xf5, 0xe1, 0],
      [0x7b, 0, 0, 0, 0, 5, 0xf5, 0xe1, 0], [0xbf], [0x9f], [0x5f, 0x41, 0, 0xff], [0xc0, 0],
      [0xdb, 1, 1, 1, 1, 1, 1, 1, 1],
      [UInt8](repeating: 0x81, count: 5000), [0xff], [0x1c], [],
    ] as [[UInt8]]) func `une longueur annoncée ne réserve rien`(octets: [UInt8])
  {
    var cbor = Cbor(octets[...])
    #expect(throws: Cbor.Malformed()) { try cbor.skip() }
    #expect(throws: Webauthn.Failure.malformed) { try Webauthn.authenticatorData(of: octets) }
  }

  @Test(arguments: Engine.allCases) func `dix clés, pas onze ; et la clé d’une autre ne prouve rien`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      for _ in 0..<CleAcces.maximum {
        #expect(try await scene.register(Authentificateur(), of: scene.amina, in: browser) == .gardee)
      }
      #expect(try await scene.register(Authentificateur(), of: scene.amina, in: browser) == .tropDeCles)
      let hers = try Authentificateur()
      _ = try await scene.register(hers, of: scene.yanis, in: browser)
      let poste = try await scene.open(scene.amina, in: browser)
      let amina = try await scene.visitor(poste)
      let defi = try await scene.defi(.preuve, of: amina.personne, in: browser)
      let proven = try await scene.personnes.prove(
        with: hers.sign(defi), by: amina, in: browser, navigateur: "Firefox, Linux", at: scene.now)
      #expect(proven == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `ni le nom d’une clé ni l’adresse ne se lisent dans la base`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      _ = try await scene.register(Authentificateur(), of: scene.amina, in: browser, nom: "Téléphone-canari")
      #expect(!(try await scene.holds("Téléphone-canari")))
    }
  }
}

extension Scene {
  /// A challenge, as the route gives it.
  func defi(
    _ usage: Defi.Usage, of personne: PersonneID? = nil, in browser: Token, at now: Instant = Scene.now
  ) async throws -> Token {
    let defi = Token.random()
    try await house.database.write { [store = personnes.store] tx in
      try store.insert(defi, for: usage, of: personne, in: browser, at: now, in: tx)
    }
    return defi
  }

  func register(
    _ cle: Authentificateur, of visitor: Visitor, in browser: Token, jeton: Token = .random(),
    nom: String = "Mon téléphone"
  ) async throws -> PersonnesRoom.Inscription {
    let defi = try await defi(.inscription, of: visitor.personne, in: browser)
    return try await personnes.register(try cle.make(defi), nom: nom, by: visitor, jeton: jeton, in: browser, at: now)
  }

  fileprivate func enter(with cle: Authentificateur, in browser: Token) async throws -> Token? {
    try await enter(with: try cle.sign(try await defi(.connexion, in: browser)), in: browser)
  }

  fileprivate func enter(
    with reponse: Assertion, in browser: Token, at now: Instant = Scene.now
  ) async throws -> Token? {
    try await personnes.enter(with: reponse, in: browser, navigateur: "Firefox, Linux", at: now)
  }

  fileprivate func cles(of visitor: Visitor) async throws -> [CleAcces] {
    try await house.database.read { [store = personnes.store] tx in
      try store.cles(of: visitor.personne, for: visitor.viewer, in: tx)
    }
  }
}
