import Base
import Chartes
import Html
import Temps
import Testing
import Troupe

@testable import Personnes

@Suite struct VersionTests {
  @Test(arguments: Engine.allCases) func `chaque version garde ses valeurs et ses mots`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      try await scene.publish(TenirSesRendezVous.preavis, 48)
      try await scene.publish(FaireSonBilan.delai, 3)
      let versions = try await scene.house.database.read { [store = scene.personnes.store] tx in
        try (1...3).map { try store.version($0, of: scene.dispositif, in: tx) }
      }
      #expect(versions.map { $0.parametres[TenirSesRendezVous.preavis] } == [24, 48, 48])
      #expect(versions.map { $0.parametres[FaireSonBilan.delai] } == [7, 7, 3])
      for version in versions {
        for role in Charte.rencontres.roles {
          for langue in Langue.allCases {
            let texte = try await scene.texte(version.numero, role, langue)
            let expected = Charte.rencontres.texte(pour: role, version.parametres, langue).contenu
            #expect(texte == expected)
          }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une version publiée pour plus tard n’est pas encore en vigueur`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let later = scene.now + .days(2)
      try await scene.publish(TenirSesRendezVous.preavis, 48, at: later)
      #expect(try await scene.version(at: later - .milliseconds(1)).numero == 1)
      #expect(try await scene.version(at: later).numero == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `des mots inchangés ne font pas de nouvelle version`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      try await scene.refresh()
      #expect(try await scene.version().numero == 1)
    }
  }

  @Test(arguments: Engine.allCases, Langue.allCases) func `des mots changés font une version, avec les mêmes valeurs`(
    engine: Engine, langue: Langue
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.publish(TenirSesRendezVous.preavis, 48)
      try await scene.forgeOldWords(of: 2, .expert, langue)
      try await scene.refresh()
      let version = try await scene.version()
      #expect(version.numero == 3)
      #expect(version.parametres[TenirSesRendezVous.preavis] == 48)
      #expect(try await scene.texte(2, .expert, langue) == "Des mots d’avant.\n")
      try await scene.refresh()
      #expect(try await scene.version().numero == 3)
    }
  }
}

extension Scene {
  fileprivate func texte(_ numero: Int, _ role: Role, _ langue: Langue) async throws -> String? {
    try await house.database.read { [store = personnes.store, dispositif] tx in
      try store.texte(numero, of: dispositif, for: role, langue, in: tx)?.contenu
    }
  }

  fileprivate func refresh() async throws {
    try await house.database.write { [store = personnes.store] tx in try store.refreshTexts(at: Scene.now, in: tx) }
  }

  /// As if an earlier release had published other words.
  fileprivate func forgeOldWords(of numero: Int, _ role: Role, _ langue: Langue) async throws {
    try await house.database.write { tx in
      let changed = try tx.execute(
        """
        UPDATE version_texte SET contenu = 'Des mots d’avant.' || \("\n")
        WHERE numero = \(numero) AND role = \(role.rawValue) AND langue = \(langue.rawValue)
        """)
      #expect(changed == 1)
    }
  }
}
