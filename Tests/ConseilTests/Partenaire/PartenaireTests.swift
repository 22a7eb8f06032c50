import Base
import Chartes
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Personnes
@testable import Web

@Suite struct PartenaireTests {
  @Test(arguments: Engine.allCases) func `l’annuaire dit pourquoi un service est qualifié, et quand il a été vérifié`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let page = try await ici.conseil.showPartenaires(ici.visit(by: ici.hugo)).lue()
      #expect(page.contains("Assistantes sociales diplômées.") && page.contains("Vérifié le"))
      let later = Scene.now + .days(400)
      let old = try await ici.conseil.showPartenaires(ici.visit(by: ici.hugo, at: later)).lue()
      #expect(old.contains("À vérifier") && !old.contains("Vérifié le"))
      let checked = try await ici.conseil.checkPartenaire(
        ici.visit(by: ici.odette, ["partenaire": ici.service.text], at: later))
      #expect(checked.statut == 303)
      #expect(try await ici.conseil.showPartenaires(ici.visit(by: ici.hugo, at: later)).lue().contains("Vérifié le"))
    }
  }

  @Test(arguments: Engine.allCases) func `on retrouve un service sans accent ni majuscule`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      for (mots, found) in [
        ("SOLIDARITES", true), ("mortagne perche", true), ("demarches", true), ("notaire", false),
        ("l’été d’à côté", false), (String(repeating: "a", count: 5000), false),
      ] {
        let page = try await ici.conseil.showPartenaires(ici.visit(by: ici.lila, query: [("mots", mots)]))
        #expect(page.statut == 200)
        #expect(page.lue().contains("Maison des solidarités") == found, "\(mots.prefix(20))")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `toute l’équipe voit et tient l’annuaire, personne d’ailleurs`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      for visitor in [ici.odette, ici.lila, ici.hugo] {
        #expect(
          try await ici.conseil.showPartenaire(ici.visit(by: visitor, ["partenaire": ici.service.text])).statut == 200)
      }
      let ailleurs = try await scene.personnes.openDemonstration(
        structure: "Ailleurs", dispositif: "Conseil d’ailleurs", charte: .conseil, at: Scene.now)
      let etranger = try await scene.personnes.seat(
        Figurant("Edgar", "Ombreux", .conseillerNumerique), in: ailleurs, suivieBy: nil, at: Scene.now)
      for visitor in [etranger, scene.nadia] {
        await #expect(throws: Absent.self) {
          try await ici.conseil.showPartenaire(ici.visit(by: visitor, ["partenaire": ici.service.text]))
        }
        await #expect(throws: Absent.self) {
          try await ici.conseil.retirePartenaire(ici.visit(by: visitor, ["partenaire": ici.service.text]))
        }
      }
      #expect(try await !ici.conseil.showPartenaires(ici.visit(by: etranger)).lue().contains("solidarités"))
    }
  }

  @Test(arguments: Engine.allCases) func `une fiche changée par un collègue ne s’écrase pas`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      func keep(_ nom: String, by visitor: Visitor) async throws -> Answer {
        try await ici.conseil.keepPartenaire(
          ici.visit(
            by: visitor, ["partenaire": ici.service.text], form: Orientations.fiche(nom) + [("revision", "1")]))
      }
      #expect(try await keep("Maison d’à côté", by: ici.hugo).statut == 303)
      let again = try await keep("Maison de l’été", by: ici.lila)
      #expect(again.statut == 422)
      #expect(again.lue().contains("Un collègue a changé cette fiche") && again.lue().contains("Maison de l’été"))
      let kept = try await ici.read { store, tx in
        try store.partenaire(ici.service, for: ici.lila.viewer, in: tx).contenu.nom
      }
      #expect(kept == "Maison d’à côté")
    }
  }

  @Test(arguments: Engine.allCases) func `une fiche mal remplie revient avec ce qui est tapé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let form = [
        ("nom", "L’Étoile d’Aÿ"), ("genre", "inconnu"), ("courriel", "pas une adresse"),
        ("site", "javascript:alert(1)"),
        ("telephone", "appelez-moi"), ("habilitation", String(repeating: "é", count: 700)),
      ]
      let page = try await ici.conseil.keepNewPartenaire(ici.visit(by: ici.lila, form: form))
      #expect(page.statut == 422 && page.lue().contains("L’Étoile d’Aÿ"))
      for phrase in ["600 signes", "adresse e-mail complète", "https://", "comme 02 33", "quelle sorte"] {
        #expect(page.lue().contains(phrase), "\(phrase)")
      }
    }
  }

  /// A card may be one person: it is no secret between colleagues, it is one for who steals the base.
  @Test(arguments: Engine.allCases) func `une fiche est scellée`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      _ = try await scene.orientations()
      for word in ["solidarites@exemple", "Assistantes"] { #expect(try await !scene.holds(word)) }
    }
  }
}
