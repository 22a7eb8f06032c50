import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Personnes
@testable import Rencontres

@Suite struct RechercheTests {
  @Test(arguments: Engine.allCases) func `la recherche ignore accents, majuscules et ligatures`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.write("Œnologue", "À L’Aigle, je goûte des vins et j’accompagne les vignerons.", by: scene.ines)
      let found = [
        "œnologue", "OENOLOGUE", "Œnologue", "oenologue", "aigle", "L’Aigle", "l'aigle", "goute", "GOÛTE des vins",
        "vins oeno", "  vins ,  aigle ",
      ]
      for words in found {
        #expect(try await scene.search(words) == ["Œnologue"], "\(words)")
      }
      #expect(try await scene.search("PETRIT") == ["Boulanger"])
      #expect(try await scene.search("pe\u{301}trit") == ["Boulanger"])
    }
  }

  @Test(arguments: Engine.allCases) func `tous les mots comptent, dans n’importe quel ordre`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let expected = [
        ("", ["Boulanger", "Électricienne"]), ("pain boutique", ["Boulanger"]),
        ("boutique pain boulanger", ["Boulanger"]), ("pain lumière", []), ("dompteur", []),
      ]
      for (words, jobs) in expected {
        let found = try await scene.search(words)
        #expect(found == jobs, "\(words)")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `des signes hostiles cherchent leurs mots, rien d’autre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      // A sign parts words and is nothing more: "_" is not any letter, "%" is not anything.
      let nothing = [
        "_ompteur", "dompt%", "%dompteur%", "boulanger' OR '1'='1", "'; DROP TABLE profil; --", "\\%zz\\_",
      ]
      for words in nothing {
        #expect(try await scene.search(words) == [], "\(words)")
      }
      for words in ["'boulanger'", "\"boulanger\"", "%boulanger%", "boulanger;", "<boulanger>", "boulanger\u{0}"] {
        #expect(try await scene.search(words) == ["Boulanger"], "\(words)")
      }
      let page = try await scene.rencontres.showRecherche(
        scene.visit(by: scene.amina, query: [("mots", "<script>alert(1)</script>")])
      ).html()
      #expect(!page.contains("<script>") && page.contains("&lt;script&gt;"))
      _ = try await scene.search(String(repeating: "a b ", count: 5000))
    }
  }

  @Test(arguments: Engine.allCases) func `on ne trouve jamais les experts d’un autre dispositif`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let (elsewhere, people) = try await scene.openElsewhere()
      // Amina knows this programme too, but she does not explore there.
      try await scene.house.database.write { [store = scene.personnes.store] tx in
        try store.join(scene.amina.personne, elsewhere, as: .conseiller, suivieBy: nil, at: Scene.now, in: tx)
      }
      try await scene.write(
        "Boulangère", "Une autre boulangerie, dans une autre ville, avec un autre four.", by: people[2])
      #expect(try await scene.search("boulang") == ["Boulanger"])
      #expect(try await scene.search("boulang", by: people[3]) == ["Boulangère"])
      #expect(try await scene.search("", by: scene.bruno) == [])
      await #expect(throws: Absent()) {
        _ = try await scene.rencontres.showFiche(scene.visit(by: scene.yanis, ["expert": people[2].personne.text]))
      }
      await #expect(throws: Absent()) {
        _ = try await scene.rencontres.showDemande(scene.visit(by: scene.yanis, ["expert": people[2].personne.text]))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `la page ne donne que le métier, le prénom et la présentation`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let page = try await scene.rencontres.showRecherche(scene.visit(by: scene.amina)).html()
      let bruno = try await scene.personne(scene.bruno)
      #expect(page.contains("Boulanger") && page.contains("Bruno"))
      #expect(!page.contains(bruno.nom) && !page.contains(bruno.adresse))
    }
  }
}

extension Scene {
  /// The jobs found, in order.
  fileprivate func search(_ words: String, by visitor: Visitor? = nil) async throws -> [String] {
    let viewer = (visitor ?? amina).viewer
    return try await read { store, tx in try store.search(words, for: viewer, in: tx).map(\.metier) }
  }

  fileprivate func write(_ metier: String, _ fiche: String, by expert: Visitor) async throws {
    let saisi = try ProfilSaisi(FormData(pairs: [("metier", metier), ("fiche", fiche), ("plafond", "4")]))
    _ = try await rencontres.publish(saisi, by: expert, geste: .make(at: now), at: now)
  }
}
