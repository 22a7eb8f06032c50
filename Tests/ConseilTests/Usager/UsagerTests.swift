import Base
import Chartes
import Html
import Personnes
import RegexBuilder
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct UsagerTests {
  @Test(arguments: Engine.allCases) func `le plan vient après le besoin, dit avec les mots de la personne`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let opened = try await lieu.conseil.openUsager(
        lieu.visit(by: lieu.lila, form: [("prenom", "Aline"), ("initiale", "r")]))
      let id = try #require(UsagerID((opened.location ?? "").replacing("/usagers/", with: "")))
      let early = try await lieu.conseil.planEtape(
        lieu.visit(by: lieu.lila, ["usager": id.text], form: [("etape", "Ouvrir la galerie")]))
      #expect(early.code == 422 && early.html().contains("Partir des besoins"))
      let noted = try await lieu.conseil.noteBesoin(
        lieu.visit(by: lieu.lila, ["usager": id.text], form: [("mots", "Je veux voir ma petite-fille à l’écran.")]))
      #expect(noted.code == 303)
      let page = try await lieu.conseil.showUsager(lieu.visit(by: lieu.lila, ["usager": id.text])).html()
      #expect(page.contains("Aline R.") && page.contains("« Je veux voir ma petite-fille à l’écran. »"))
      #expect(try await !scene.holds("petite-fille"), "sealed with the person's key")
    }
  }

  @Test(arguments: Engine.allCases) func `une note qui nomme quelqu’un revient avec ses issues et n’est pas gardée`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      let mots = "Appeler Sandrine Vidal au 06 12 34 56 78."
      let held = try await lieu.conseil.noteBesoin(
        lieu.visit(by: lieu.lila, ["usager": id.text], form: [("mots", mots)]))
      #expect(held.code == 422 && held.html().contains("Ce qui peut nommer quelqu’un"))
      #expect(held.html().contains("Rester discret") && held.html().contains(mots))
      #expect(try await !scene.holds("Vidal"))
      let choices = held.html().matches(of: /name="mot-(\d+)" value="([^"]*)"/).flatMap { match in
        [("mot-\(match.output.1)", String(match.output.2)), ("issue-\(match.output.1)", "remplacer")]
      }
      #expect(!choices.isEmpty)
      let kept = try await lieu.conseil.noteBesoin(
        lieu.visit(by: lieu.lila, ["usager": id.text], form: [("mots", mots)] + choices))
      #expect(kept.code == 303, "\(kept.html().prefix(2000))")
      let page = try await lieu.conseil.showUsager(lieu.visit(by: lieu.lila, ["usager": id.text])).html()
      #expect(page.contains("[numéro de téléphone]") && !page.contains("Vidal"))
    }
  }

  @Test(arguments: Engine.allCases) func `deux collègues sur un suivi ne s’écrasent jamais sans le voir`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      await #expect(throws: Absent.self) {
        _ = try await lieu.conseil.showUsager(lieu.visit(by: lieu.hugo, ["usager": id.text]))
      }
      let refused = try await lieu.conseil.shareUsager(
        lieu.visit(by: lieu.lila, ["usager": id.text], form: [("conseiller", lieu.hugo.personne.text)]))
      #expect(refused.code == 200, "without the person's word nothing is shared")
      _ = try await lieu.conseil.shareUsager(
        lieu.visit(
          by: lieu.lila, ["usager": id.text], form: [("conseiller", lieu.hugo.personne.text), ("accord", "oui")]))
      func keep(_ who: Visitor, _ commune: String) async throws -> Answer {
        try await lieu.conseil.keepIdentite(
          lieu.visit(
            by: who, ["usager": id.text],
            form: [("revision", "1"), ("prenom", "Aline"), ("initiale", "R"), ("commune", commune)],
            geste: .make(at: Scene.now)))
      }
      #expect(try await keep(lieu.hugo, "Bellême").code == 303)
      let late = try await keep(lieu.lila, "L’Aigle")
      #expect(late.code == 422)
      #expect(late.html().contains("Un collègue a changé cette page") && late.html().contains("Bellême"))
      #expect(late.html().contains("value=\"L’Aigle\""), "one's own words are still there")
    }
  }

  @Test(arguments: Engine.allCases) func `chaque ouverture d’un suivi se voit`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      for minute in [0, 5, 40] {
        _ = try await lieu.conseil.showUsager(
          lieu.visit(by: lieu.lila, ["usager": id.text], at: Scene.now + .minutes(minute)))
      }
      let journal = try await lieu.conseil.showJournal(lieu.visit(by: lieu.lila, ["usager": id.text])).html()
      #expect(journal.components("Lila F.") == 2, "one line for each quarter of an hour")
      #expect(journal.contains("lundi 1er février à 09:00") && journal.contains("lundi 1er février à 09:40"))
      #expect(try await scene.traces().filter { $0.geste == "lecture:usager" }.count == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `une identité qui ne tient pas revient avec ce qui était tapé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      for (champ, valeur) in [
        ("naissance", "2031"), ("naissance", "1899"), ("naissance", "deux mille"), ("telephone", "allo"),
        ("courriel", "aline"),
      ] {
        let answer = try await lieu.conseil.keepIdentite(
          lieu.visit(
            by: lieu.lila, ["usager": id.text], form: [("revision", "1"), ("prenom", "Aline"), (champ, valeur)]))
        #expect(answer.code == 422 && answer.html().contains("value=\"\(valeur)\""), "\(champ) \(valeur)")
      }
      let accents = try await lieu.conseil.keepIdentite(
        lieu.visit(
          by: lieu.lila, ["usager": id.text],
          form: [("revision", "1"), ("prenom", "Maëlys-Anne"), ("nom", "D’Órnellas Nguyễn"), ("naissance", "1972")]))
      #expect(accents.code == 303)
      #expect(
        try await lieu.conseil.showUsager(lieu.visit(by: lieu.lila, ["usager": id.text])).html()
          .contains("Maëlys-Anne D."))
    }
  }

  @Test(arguments: Engine.allCases) func `le résumé à emporter ne porte que ce qui est à la personne`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let id = try await lieu.suivre()
      try await lieu.conseil.hold(
        id, fait: "Nous avons envoyé une photo.", suite: "Recommencer à la maison.", themes: [.email], minutes: 30,
        by: lieu.lila, at: Scene.now)
      let held = try await lieu.read { [lila = lieu.lila] store, tx in
        try store.entretiens(of: store.usager(id, for: lila.viewer, in: tx), for: lila.viewer, in: tx)
      }
      let entretien = try #require(held.first)
      let page = try await lieu.conseil.showRecapitulatif(
        lieu.visit(by: lieu.lila, ["entretien": entretien.id.text])
      ).html()
      for mots in [
        "Je voudrais envoyer des photos à ma petite-fille.", "Nous avons envoyé une photo.",
        "Recommencer à la maison.", "Ouvrir la galerie du téléphone", "Lila F.", "3 place des Tilleuls",
      ] { #expect(page.contains(mots), "\(mots)") }
      #expect(!page.contains("Aline"), "a paper left on a bench names nobody")
    }
  }
}

extension String {
  fileprivate func components(_ words: String) -> Int { matches(of: Regex { words }).count }
}
