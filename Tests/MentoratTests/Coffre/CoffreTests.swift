import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct CoffreTests {
  @Test(arguments: Engine.allCases) func `ni la coordination, ni une copie de la base, ne montre ce qui s’écrit`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let (messages, now) = try await lieu.writeEverywhere()
      #expect(try await scene.holds("Mission locale du Perche"), "the search sees what is there")
      for words in Canari.all { #expect(!(try await scene.holds(words)), "\(words)") }
      #expect(try await scene.plis().allSatisfy { !$0.words.contains("Canari") }, "no mail says what was written")
      for visitor in [lieu.odile, lieu.elsa, scene.nadia, scene.claire] {
        for message in messages {
          for route in lieu.mentorat.routes where !route.isPost {
            let asked = lieu.visit(by: visitor, ["message": message.id.text], at: now, path: route.path)
            guard let page = try? await route.answer(asked) else { continue }
            let words = page.html() + String(decoding: page.file, as: UTF8.self)
            for word in Canari.all { #expect(!words.contains(word), "\(route.path): \(word)") }
            #expect(!route.path.contains("{id}"), "\(route.path) of a pair answers nobody else")
          }
        }
      }
      // The two do read them: the pages that were looked through hold something.
      let path = try await lieu.mentorat.showChemin(lieu.visit(by: lieu.nour, at: now)).html()
      for word in ["Canariquestion", "Canarisituation", "Canarireponse", "Canarisynthese"] {
        #expect(path.contains(word), "\(word)")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `la base sans ses clés ne s’ouvre pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let (messages, _) = try await lieu.writeEverywhere()
      let sealed = try await scene.house.database.read { tx in
        try tx.first("SELECT contenu FROM formulation WHERE message = \(messages[0].id)") { try $0[0] as Sealed }
      }
      let stolen = try #require(sealed)
      let place = Place("formulation.contenu", "\(messages[0].id):1")
      func opens(_ vault: Vault, as owner: Owner) async throws -> String? {
        try await scene.house.database.write { _ in try vault.open(stolen, of: owner, at: place) }
      }
      let pair = Owner.binome(lieu.binome)
      #expect(try await opens(scene.house.vault, as: pair)?.contains("Canariattend") == true)
      // A copy of the main base beside another keeper of keys: nothing opens, whatever its master key.
      try await withDatabase(engine) { keys in
        try keys.migrate(vaultMigrations, at: Scene.now)
        let thief = Vault(keys: keys, master: .random())
        #expect(try await opens(thief, as: pair) == nil)
        // Its own key for the same pair is not the pair's key.
        _ = try await scene.house.database.write { _ in try thief.seal("essai", of: pair, at: place) }
        await #expect(throws: VaultError.damaged) { _ = try await opens(thief, as: pair) }
      }
      // Nor with the key of one of the two: what is shared is the pair's.
      await #expect(throws: VaultError.damaged) {
        _ = try await opens(scene.house.vault, as: .personne(lieu.nour.personne))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `des mots déplacés ou d’un autre binôme ne s’ouvrent pas`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let (messages, _) = try await lieu.writeEverywhere()
      try await scene.house.database.write { tx in
        _ = try tx.execute(
          """
          UPDATE formulation SET contenu = (SELECT contenu FROM formulation WHERE message = \(messages[1].id) AND rang = 1)
          WHERE message = \(messages[0].id)
          """)
      }
      await #expect(throws: VaultError.damaged) { _ = try await lieu.messages(of: lieu.nour) }
    }
  }

  @Test(arguments: Engine.allCases) func `une clé effacée pendant qu’on lit se dit, et rien ne casse`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let (messages, now) = try await lieu.writeEverywhere()
      try await scene.house.database.write { [vault = scene.house.vault, lieu] _ in
        try vault.erase(.binome(lieu.binome))
      }
      for visitor in [lieu.nour, lieu.marc] {
        for (route, result) in await lieu.answers(to: visitor, at: now, ["message": messages[0].id.text])
        where !route.isPost || route.path.contains("recherche") || route.path.contains("relecture") {
          #expect(result.failure == nil || result.failure is Absent, "\(route.path): \(result)")
          if case .success(let answer) = result { #expect(answer.code < 400, "\(route.path)") }
        }
        let path = try await lieu.mentorat.showChemin(lieu.visit(by: visitor, at: now))
        #expect(path.code == 200 && path.html().contains("Ces mots sont effacés.") && !path.html().contains("Canari"))
      }
      let export = try await lieu.mentorat.showExport(lieu.visit(by: lieu.nour, at: now))
      #expect(export.code == 200 && export.html().contains("Ces mots sont effacés."))
      for file in [
        try await lieu.mentorat.giveMarkdown(lieu.visit(by: lieu.nour, at: now)),
        try await lieu.mentorat.giveDonnees(lieu.visit(by: lieu.nour, at: now)),
      ] {
        #expect(file.code == 200 && !String(decoding: file.file, as: UTF8.self).contains("Canari"))
      }
    }
  }
}
