import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct RecuperationTests {
  @Test(arguments: Engine.allCases) func `il faut deux personnes pour rétablir un accès`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let poste = try await scene.open(scene.amina)
      let cle = try Authentificateur()
      _ = try await scene.register(cle, of: scene.visitor(poste), in: poste.browser, jeton: poste.jeton)
      try await scene.equip(scene.visitor(poste), jeton: poste.jeton)

      let demande = try await scene.ask(for: scene.amina, by: scene.claire)
      await #expect(throws: Absent(), "celle qui demande ne confirme pas") {
        try await scene.personnes.confirm(demande, by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      }
      for other in [scene.karim, scene.bruno, scene.yanis, scene.amina] {
        await #expect(throws: Absent()) {
          try await scene.personnes.confirm(demande, by: other, geste: .make(at: scene.now), at: scene.now)
        }
      }
      let (personne, code) = try await scene.personnes.confirm(
        demande, by: scene.nadia, geste: .make(at: scene.now), at: scene.now)
      #expect(personne == scene.amina.personne && code.recupere)
      await #expect(throws: Absent(), "une seule fois") {
        try await scene.personnes.confirm(demande, by: scene.nadia, geste: .make(at: scene.now), at: scene.now)
      }
      // Nothing is lost until the code is typed.
      #expect(try await scene.identify(poste) != nil)

      let stream = scene.live.listen(to: "personne:\(personne)", bearer: try await scene.visitor(poste).connexion.text)
      let browser = Token.random()
      let jeton = try #require(try await scene.enter(code.texte, in: browser))
      let back = try await scene.visitor(Poste(browser: browser, navigateur: "Firefox, Linux", jeton: jeton))
      #expect(back.personne == personne && !back.preuve.possedeForte)
      #expect(try await scene.identify(poste) == nil)
      for await event in stream { #expect(event.name == "sortie") }
      let said = try await scene.plis(to: personne).map(\.courriel.texte)
      #expect(said.contains { $0.contains("deux personnes de votre structure") })
      let gestes = try await scene.traces().map(\.geste)
      #expect(gestes.contains("recuperation:demande") && gestes.contains("recuperation:confirmation"))
    }
  }

  @Test(arguments: Engine.allCases) func `une demande retirée ou refusée n’ouvre rien`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let demande = try await scene.ask(for: scene.amina, by: scene.claire)
      _ = try await scene.personnes.withdraw(demande, by: scene.nadia, at: scene.now) as PersonneID
      await #expect(throws: Absent()) {
        try await scene.personnes.confirm(demande, by: scene.nadia, geste: .make(at: scene.now), at: scene.now)
      }
      let again = try await scene.ask(for: scene.amina, by: scene.nadia)
      #expect(again != demande)
      let (_, code) = try await scene.personnes.confirm(
        again, by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      #expect(try await scene.enter(code.texte) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `l’équipe se rétablit entre collègues, jamais soi-même`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      await #expect(throws: Absent()) { try await scene.ask(for: scene.claire, by: scene.claire) }
      let demande = try await scene.ask(for: scene.claire, by: scene.nadia)
      await #expect(throws: Absent()) {
        try await scene.personnes.confirm(demande, by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      }
      _ = try await scene.personnes.confirm(demande, by: scene.karim, geste: .make(at: scene.now), at: scene.now)
    }
  }

  @Test(arguments: Engine.allCases) func `rétablir efface aussi ProConnect et une adresse en chemin`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let thief = Fournisseur.Identite(emetteur: "https://fournisseur.example", sujet: "voleur", niveau: "eidas2")
      _ = try await scene.personnes.askChangementAdresse(
        #require(Adresse("voleur@exemple.fr")), by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      try await scene.house.database.write { [store = scene.personnes.store] tx in
        _ = try store.link(thief, to: scene.claire.personne, at: scene.now, in: tx)
      }
      let demande = try await scene.ask(for: scene.claire, by: scene.nadia)
      let (_, code) = try await scene.personnes.confirm(
        demande, by: scene.karim, geste: .make(at: scene.now), at: scene.now)
      _ = try await scene.enter(code.texte)
      let (opened, waiting) = try await scene.house.database.read { [store = scene.personnes.store] tx in
        (
          try store.personne(known: thief, in: tx),
          try store.changementAdresse(of: scene.claire.viewer, at: scene.now, in: tx)
        )
      }
      #expect(opened == nil && waiting == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `une demande dure un jour, et ne survit pas à qui l’a faite`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let old = try await scene.ask(for: scene.amina, by: scene.claire)
      await #expect(throws: Absent()) {
        try await scene.personnes.confirm(
          old, by: scene.nadia, geste: .make(at: scene.now), at: scene.now + .hours(24))
      }
      let demande = try await scene.ask(for: scene.yanis, by: scene.karim)
      try await scene.personnes.suspend(scene.karim.personne, by: scene.nadia, at: scene.now)
      await #expect(throws: Absent()) {
        try await scene.personnes.confirm(demande, by: scene.nadia, geste: .make(at: scene.now), at: scene.now)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `deux conseillers ne rétablissent pas l’accès de la coordination`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let demande = try await scene.ask(for: scene.nadia, by: scene.claire)
      await #expect(throws: Absent()) {
        try await scene.personnes.confirm(demande, by: scene.karim, geste: .make(at: scene.now), at: scene.now)
      }
      let second = try await scene.seat(Figurant("Dora", "Lemoigne", .coordinateur))
      _ = try await scene.personnes.confirm(demande, by: second, geste: .make(at: scene.now), at: scene.now)
    }
  }

  @Test(arguments: Engine.allCases) func `confirmée deux fois du même geste, elle montre le même code`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let demande = try await scene.ask(for: scene.amina, by: scene.claire)
      let geste = Geste.make(at: scene.now)
      let codes = [
        try await scene.personnes.confirm(demande, by: scene.nadia, geste: geste, at: scene.now).1,
        try await scene.personnes.confirm(demande, by: scene.nadia, geste: geste, at: scene.now).1,
      ]
      #expect(codes[0].texte == codes[1].texte)
      #expect(try await scene.enter(codes[1].texte) != nil)
      let seen = Set(
        (0..<500).map { _ in
          CodePapier.drawn(by: .make(at: scene.now), vault: scene.house.vault, at: scene.now).texte.brut
        })
      #expect(seen.count == 500, "deux gestes, deux codes")
    }
  }

  @Test(arguments: Engine.allCases) func `demandée deux fois, elle n’est qu’une`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let first = try await scene.ask(for: scene.amina, by: scene.claire)
      #expect(try await scene.ask(for: scene.amina, by: scene.nadia) == first)
    }
  }
}

extension Scene {
  fileprivate func ask(for visitor: Visitor, by helper: Visitor) async throws -> RecuperationID {
    _ = try await personnes.askRecuperation(
      of: visitor.personne, by: helper, geste: .make(at: now), at: now)
    let open = try await house.database.read { [store = personnes.store] tx in
      try store.recuperation(of: visitor.personne, at: Scene.now, in: tx)
    }
    return try #require(open).id
  }
}
