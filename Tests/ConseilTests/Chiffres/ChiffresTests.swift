import Base
import Chartes
import Comptage
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct ChiffresTests {
  @Test(arguments: Engine.allCases) func `les chiffres égalent un recompte, pliés ou non, sous des filtres au hasard`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      var hasard = Hasard(graine: 20_270_201)
      try await lieu.fill(400, &hasard)
      try await lieu.agree(on: 60, &hasard)
      #expect(try await lieu.conseil.foldFigures(for: lieu.lila.viewer, at: Scene.now) == 400)
      try await lieu.agree(on: 60, &hasard)
      // Some corrected, some taken back, some more: half folded, half not.
      try await lieu.disturb(&hasard)
      try await lieu.agree(on: 60, &hasard)
      _ = try await lieu.conseil.foldFigures(for: lieu.lila.viewer, at: Scene.now)
      try await lieu.agree(on: 60, &hasard)
      #expect(try await scene.count("SELECT count(*) FROM chiffre_ligne") == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `des colonnes abîmées ne faussent aucun chiffre`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      var hasard = Hasard(graine: 7)
      try await lieu.fill(40, &hasard)
      _ = try await lieu.conseil.foldFigures(for: lieu.lila.viewer, at: Scene.now)
      try await scene.house.database.write { tx in
        _ = try tx.execute(
          "UPDATE chiffre_tranche SET octets = \([UInt8](repeating: 9, count: 40)), revision = revision + 1")
      }
      try await lieu.agree(on: 20, &hasard)
      #expect(try await lieu.conseil.foldFigures(for: lieu.lila.viewer, at: Scene.now) == 0)
      let damaged = try await scene.count("SELECT count(*) FROM chiffre_tranche WHERE length(octets) = 40")
      #expect(damaged == 0, "seen once, columns are made again though no line waits")
      try await lieu.fill(5, &hasard)
      try await lieu.agree(on: 20, &hasard)
      _ = try await lieu.conseil.foldFigures(for: lieu.lila.viewer, at: Scene.now)
      try await lieu.agree(on: 20, &hasard)
    }
  }

  @Test(arguments: Engine.allCases) func `deux plis d’un même mois n’en comptent rien deux fois`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let store = lieu.conseil.store
      var hasard = Hasard(graine: 11)
      for _ in 0..<2 {
        try await lieu.fill(30, &hasard)
        let plis = try await scene.house.database.read { tx in
          try store.monthsToFold(limit: 10, in: tx).compactMap { try store.pli($0, in: tx) }
        }
        // Filed between the reading and the exchange: they go on waiting.
        try await lieu.fill(7, &hasard)
        for pli in plis {
          let folded = try await scene.house.database.write { tx in try store.keep(pli, in: tx) }
          let again = try await scene.house.database.write { tx in try store.keep(pli, in: tx) }
          #expect(folded == pli.lignes.count && again == 0)
        }
        #expect(try await scene.count("SELECT count(*) FROM chiffre_ligne") == 7)
        try await lieu.agree(on: 20, &hasard)
        _ = try await lieu.conseil.foldFigures(for: lieu.lila.viewer, at: Scene.now)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `les petits nombres partagés sont masqués et ne se retrouvent pas`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      for (rang, theme)
        in (Array(repeating: "email", count: 3) + Array(repeating: "bureautique", count: 12)
        + Array(repeating: "sante", count: 30)).enumerated()
      {
        _ = try await lieu.file([("theme", theme)], at: Scene.now + .milliseconds(rang))
      }
      let shared = try await lieu.conseil.showChiffres(lieu.visit(by: lieu.odile)).html()
      #expect(shared.contains("moins de 5") && shared.contains("Les nombres sous 5 sont masqués."))
      #expect(!shared.contains(">12<"), "a lonely hidden number would be found from the total")
      #expect(shared.contains("45"))
      let own = try await lieu.conseil.showChiffres(lieu.visit(by: lieu.lila)).html()
      #expect(!own.contains("moins de 5") && own.contains("Vos comptes rendus seulement."))
      let other = try await lieu.conseil.showChiffres(
        lieu.visit(by: lieu.hugo, query: [("conseiller", lieu.lila.personne.text)])
      ).html()
      #expect(other.contains("Rien à compter ici"), "nobody reads a colleague's figures by changing an address")
    }
  }

  @Test(arguments: Engine.allCases) func `une personne suivie compte une fois, un accompagnement à chaque fois`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let aline = try await lieu.suivre()
      for rang in 0..<3 {
        _ = try await lieu.report(
          try await lieu.heldWithoutReport(aline, at: Scene.now + .hours(rang)), at: Scene.now + .hours(rang + 1))
      }
      _ = try await lieu.file([("theme", "email")], at: Scene.now)
      let releve = try await lieu.conseil.chiffres(.empty, for: lieu.lila, at: .fevrier(2, 9)).releve
      let personnes = try #require(releve.personnes)
      #expect(releve.compte.participants == 4 && personnes.suivies == 1 && personnes.anonymes == 1)
      #expect(releve.compte.mesures[Rangs.ages + TrancheAge.plusDe70.rang] == 3)
      #expect(releve.compte.mesures[Rangs.deja] == 0, "the same day is not before")
    }
  }

  @Test(arguments: Engine.allCases) func `l’export est dans les colonnes de La Coop, et ne nomme que chez soi`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let aline = try await lieu.suivre()
      _ = try await lieu.report(try await lieu.heldWithoutReport(aline), [("notes", "=1+1 à revoir")])
      _ = try await lieu.file(
        [("type", "collectif"), ("theme", "email"), ("participants", "3"), ("genre-feminin", "2")], at: Scene.now)
      func csv(_ who: Visitor) async throws -> [String] {
        let answer = try await lieu.conseil.exportChiffres(lieu.visit(by: who, ["format": "csv"]))
        return String(decoding: answer.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
      }
      let own = try await csv(lieu.lila)
      #expect(own.contains { $0.hasPrefix("Date;Enregistré le;") && $0.hasSuffix(";ID CRA") })
      #expect(own.contains { $0.contains("Aline R.") && $0.contains("'=1+1 à revoir") }, "no formula runs")
      #expect(own.filter { $0.contains("/3;") && $0.contains("Atelier collectif") }.count == 3)
      #expect(own.filter { $0.contains("Femme") && $0.contains("/3;") }.count == 2)
      let shared = try await csv(lieu.odile)
      #expect(shared.count == own.count)
      #expect(
        !shared.joined().contains("Aline") && !shared.joined().contains("revoir") && !shared.joined().contains("Femme"))
      for format in ["ods", "xlsx"] {
        let answer = try await lieu.conseil.exportChiffres(lieu.visit(by: lieu.lila, ["format": format]))
        #expect(answer.bytes.starts(with: Array("PK".utf8)) && answer.bytes.count > 1000)
      }
      await #expect(throws: Absent.self) {
        _ = try await lieu.conseil.exportChiffres(lieu.visit(by: lieu.lila, ["format": "exe"]))
      }
    }
  }

  @Test func `un filtre lu dans une adresse étrange n’échoue jamais`() {
    let today = Jour(year: 2027, month: 2, day: 1)!
    for query in [
      [("du", "2027-02-29"), ("au", "jamais")], [("du", "9999-12-31"), ("au", "0001-01-01")],
      [("theme", "'; DROP TABLE compte_rendu; --"), ("lieu", "x"), ("duree", "-1"), ("age", "\u{0}")],
    ] {
      let filtre = FiltreDeChiffres(FormData(pairs: query), today: today)
      #expect(filtre.du <= filtre.au && filtre.themes.isEmpty && filtre.lieux.isEmpty && filtre.durees.isEmpty)
    }
    let full = FiltreDeChiffres(
      FormData(pairs: [("theme", "email"), ("age", "douze_dix_huit"), ("duree", "2"), ("issue", "recue")]), today: today
    )
    #expect(FiltreDeChiffres(full.query, today: today) == full, "an address keeps all of it")
  }
}
