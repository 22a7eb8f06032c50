import Base
import Chartes
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct ReglageTests {
  @Test(arguments: Engine.allCases) func `la structure tient ses lignes d’aide à jour`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let other = try await lieu.elsewhere()
      let first = try await lieu.reglage(by: lieu.odile)
      for value in ["3114", "112", "3919", "2026-11-21"] { #expect(first.contains("value=\"\(value)\""), "\(value)") }

      // In another order, one less, one more, one edited.
      var lignes = LigneAide.premieres
      lignes.remove(at: 4)
      lignes.swapAt(0, 1)
      lignes[2].source = "europa.eu, 112"
      lignes.append(Self.locale)
      #expect(try await lieu.keep(lignes, by: lieu.odile).location == "/lignes-aide/reglage?fait=gardees")
      let wanted = ["15", "3114", "112", "114", "119", "3018", "0412345678"]
      for visitor in [lieu.nour, lieu.marc, lieu.odile, lieu.elsa] {
        let page = try await lieu.page(of: visitor)
        #expect(page.helplines.sorted() == wanted.sorted() && page.helplines[0] == "15")
        #expect(page.contains("europa.eu, 112") && page.contains("Accueil des jeunes du Perche"))
      }
      #expect(try await lieu.page(of: lieu.nour, .en).contains("Perche youth desk"))
      let trace = TraceLine("lignes-aide", on: lieu.dispositif, by: lieu.odile.personne)
      #expect(try await scene.traces().count { $0 == trace } == 1)
      // What one writes shows them at once.
      let danger = try await lieu.send("Je n’en peux plus, je veux mourir ce soir.").html()
      #expect(danger.helplines == ["15", "3114", "112", "114", "0412345678"])

      // Each structure keeps its own; nobody who is not of one sees another’s.
      #expect(try await lieu.page(of: other.nour).helplines.first == "3114")
      #expect(try await lieu.page(of: nil).helplines == ["3114", "15", "112", "114", "3919", "119", "3018"])
      #expect(try await lieu.keep([Self.locale], by: other.odile).code == 303)
      #expect(try await lieu.page(of: other.nour).helplines == ["0412345678"])
      #expect(try await lieu.page(of: lieu.nour).helplines.count == 7)
    }
  }

  @Test(arguments: Engine.allCases) func `une ligne incomplète revient avec ce qui était tapé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let whole = lieu.fields([Self.locale, LigneAide.premieres[0]])
      for champ in ["nom_fr", "nom_en", "pour_fr", "pour_en", "heures_fr", "heures_en", "source", "verifiee"] {
        for wrong in champ == "verifiee"
          ? ["", "2027-02-30", "2027-02-02", "hier"] : ["", "  ", String(repeating: "a", count: 301)]
        {
          let answer = try await lieu.keep(lieu.setting(champ, to: wrong, in: whole), by: lieu.odile)
          #expect(answer.code == 422, "\(champ) \(wrong.prefix(12))")
          let page = answer.html()
          #expect(page.contains("Remplissez chaque case") && page.contains("value=\"04 12 34 56 78\""), "\(champ)")
          if !wrong.isEmpty { #expect(page.contains("value=\"\(wrong)\""), "\(champ)") }
        }
      }
      #expect(try await lieu.keep(lieu.setting("numero", to: "sans chiffre", in: whole), by: lieu.odile).code == 422)
      // At least one for immediate danger.
      let calm = try await lieu.keep(whole.filter { $0.0 != "vitale" }, by: lieu.odile)
      #expect(calm.code == 422 && calm.html().contains("au moins une ligne pour le danger immédiat"))
      #expect(calm.html().contains("value=\"04 12 34 56 78\""))
      #expect(try await lieu.keep([(String, String)](), by: lieu.odile).code == 422)
      // An empty number takes a line away; columns that do not match are no form of ours.
      #expect(try await lieu.keep(lieu.setting("numero", to: "", in: whole), by: lieu.odile).code == 303)
      #expect(try await lieu.page(of: lieu.nour).helplines == ["3114"])
      await #expect(throws: Absent.self) { _ = try await lieu.keep(Array(whole.dropFirst()), by: lieu.odile) }
      #expect(try await scene.count("SELECT count(*) FROM ligne_aide") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `les lignes à vérifier sont signalées`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      // 21 November and 180 days: 20 May.
      #expect(!(try await lieu.reglage(by: lieu.odile, at: .fevrier(1, 9) + .days(108))).contains("d’être vérifiée"))
      let late = try await lieu.reglage(by: lieu.odile, at: .fevrier(1, 9) + .days(109))
      #expect(late.contains("7 lignes attendent d’être vérifiées."))
      _ = try await lieu.keep([Self.locale, LigneAide.premieres[0]], by: lieu.odile)
      let one = try await lieu.reglage(by: lieu.odile, at: .fevrier(1, 9) + .days(109))
      #expect(one.contains("1 ligne attend d’être vérifiée."))
    }
  }

  @Test(arguments: Engine.allCases) func `personne d’autre ne règle les lignes`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      for visitor in [lieu.nour, lieu.marc, scene.amina, scene.bruno] {
        await #expect(throws: Absent.self) { _ = try await lieu.keep([Self.locale], by: visitor) }
        await #expect(throws: Absent.self) { _ = try await lieu.reglage(by: visitor) }
      }
      #expect(try await scene.count("SELECT count(*) FROM ligne_aide") == 0)
    }
  }

  @Test func `un numéro international s’appelle tel quel`() {
    var ligne = Self.locale
    ligne.numero = "+33 4 12 34 56 78"
    #expect(ligne.appel == "+33412345678", "without its plus sign, it rings elsewhere")
  }
}

extension ReglageTests {
  fileprivate static let locale = LigneAide(
    numero: "04 12 34 56 78", nom: .init("Accueil des jeunes du Perche", "Perche youth desk"),
    pour: .init("Parler à quelqu’un près d’ici.", "Talk to somebody near here."),
    heures: .init("De 9 h à 18 h", "9:00 to 18:00"), source: "perche.example", verifiee: Jour(Scene.now, in: .paris),
    vitale: true)
}
