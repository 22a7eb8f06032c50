import Base
import Html
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Web

@Suite struct LimitesTests {
  @Test(arguments: Engine.allCases) func `une page publique dit ce que l’équipe ne fait pas, et qui le fait`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let page = try await ici.conseil.showLimites(ici.visit(by: nil)).lue()
      for limite in Limite.allCases {
        #expect(page.contains(limite.phrase.fr) && page.contains(limite.qui.fr))
      }
      #expect(page.contains("Maison des solidarités") && page.contains("Assistantes sociales diplômées."))
      // Only what the team chose to show.
      let hidden = Orientations.fiche("Service discret").filter { $0.0 != "montre" }
      _ = try await ici.conseil.keepNewPartenaire(ici.visit(by: ici.lila, form: hidden))
      #expect(try await !ici.conseil.showLimites(ici.visit(by: nil)).lue().contains("Service discret"))
      _ = try await ici.conseil.retirePartenaire(ici.visit(by: ici.lila, ["partenaire": ici.service.text]))
      #expect(try await !ici.conseil.showLimites(ici.visit(by: nil)).lue().contains("Maison des solidarités"))
    }
  }

  @Test(arguments: Engine.allCases) func `ses propres limites sont dites à la personne et dans la lettre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      #expect(try await ici.relais().contenu.lettre.contains(Limite.defaut.fr))
      let mots = "Je n’ouvre pas le courrier des autres, et je ne décide d’aucune aide."
      let kept = try await ici.conseil.keepMesLimites(ici.visit(by: ici.lila, form: [("limites", mots)]))
      #expect(kept.statut == 303)
      let page = try await ici.conseil.showNewRelais(ici.visit(by: ici.lila, ["usager": ici.aline.text])).lue()
      #expect(page.contains(mots))
      #expect(try await ici.relais().contenu.lettre.contains(mots))
      _ = try await ici.conseil.keepMesLimites(ici.visit(by: ici.lila, form: [("limites", "  ")]))
      #expect(try await ici.relais().contenu.lettre.contains(Limite.defaut.fr))
    }
  }

  @Test(arguments: Engine.allCases) func `des limites qui nomment quelqu’un sont retenues`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let page = try await ici.conseil.keepMesLimites(
        ici.visit(by: ici.lila, form: [("limites", "Pour le reste, appelez Mme Vidal au 06 11 22 33 44.")]))
      #expect(page.statut == 422 && page.lue().contains("06 11 22 33 44"))
      #expect(try await scene.count("SELECT count(*) FROM limites") == 0)
    }
  }
}
