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

@Suite struct CompteRenduTests {
  @Test(arguments: Engine.allCases) func `le compte rendu est presque rempli d’avance`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      try await lieu.conseil.arrive("Aline", at: lieu.lieu, at: Scene.now - .minutes(12))
      let ticket = try #require(try await lieu.tickets().first)
      _ = try await lieu.conseil.receive(.ticket(ticket.id), by: lieu.lila, geste: .make(at: Scene.now), at: Scene.now)
      let open = try await lieu.read { [lila = lieu.lila] store, tx in try store.openEntretiens(of: lila.viewer, in: tx)
      }
      let entretien = try #require(open.first)
      let closed = try await lieu.conseil.keepEntretien(
        lieu.visit(
          by: lieu.lila, ["entretien": entretien.id.text],
          form: [
            ("revision", "1"), ("theme", "email"), ("fait", "Nous avons créé une adresse."), ("suivant", "clore"),
          ],
          at: Scene.now + .minutes(22)))
      #expect(closed.location == "/comptes-rendus/nouveau?entretien=\(entretien.id)")
      let page = try await lieu.conseil.showNewCompteRendu(
        lieu.visit(by: lieu.lila, query: [("entretien", entretien.id.text)], at: Scene.now + .minutes(23))
      ).html()
      for mots in ["value=\"2027-02-01\"", "value=\"25\"", "value=\"email\" checked", lieu.lieu.text] {
        #expect(page.contains(mots), "\(mots)")
      }
      let filed = try await lieu.report(entretien.id, [("facon", "avec"), ("autonomie", "partiellement_autonome")])
      #expect(filed.code == 303)
      let rendu = try #require(try await lieu.rendus().first)
      #expect(rendu.teneur.attente == 12 && rendu.teneur.minutes == 25 && rendu.teneur.facon == .avec)
      #expect(rendu.teneur.themes.valeurs == [.email] && rendu.teneur.lieu == lieu.lieu)
    }
  }

  @Test(arguments: Engine.allCases) func `un acte ne se rend qu’une fois, et se retire sans rien perdre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let entretien = try await lieu.heldWithoutReport()
      try await together(8) { _ in _ = try await lieu.report(entretien, geste: .make(at: Scene.now)) }
      #expect(try await scene.count("SELECT count(*) FROM compte_rendu") == 1)
      #expect(try await lieu.compte().rapports == 1)
      let id = try #require(try await lieu.rendus().first).id
      let back = try await lieu.conseil.withdrawCompteRendu(lieu.visit(by: lieu.lila, ["id": id.text]))
      #expect(back.html().contains("value=\"email\" checked"), "what it said comes back in the form")
      #expect(try await scene.count("SELECT count(*) FROM compte_rendu") == 0)
      #expect(try await lieu.compte().rapports == 0)
      let missing = try await lieu.conseil.showComptesRendus(lieu.visit(by: lieu.lila)).html()
      #expect(missing.contains("1 compte rendu vous attend"))
    }
  }

  @Test(arguments: Engine.allCases) func `corriger un compte rendu corrige les chiffres`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      _ = try await lieu.report(try await lieu.heldWithoutReport())
      let rendu = try #require(try await lieu.rendus().first)
      _ = try await lieu.conseil.foldFigures(for: lieu.lila.viewer, at: Scene.now)
      let form = rendu.teneur.form.typed.filter { $0.nom != "minutes" }.map { ($0.nom, $0.valeur) }
      let corrected = try await lieu.conseil.correctCompteRendu(
        lieu.visit(by: lieu.lila, ["id": rendu.id.text], form: form + [("minutes", "90"), ("revision", "1")]))
      #expect(corrected.code == 303)
      #expect(try await lieu.compte().minutes == 90)
      // Another tab, opened before: nothing is lost, nothing is overwritten.
      let late = try await lieu.conseil.correctCompteRendu(
        lieu.visit(by: lieu.lila, ["id": rendu.id.text], form: form + [("minutes", "15"), ("revision", "1")]))
      #expect(late.code == 422 && late.html().contains("value=\"15\""))
      #expect(try await lieu.compte().minutes == 90)
    }
  }

  @Test(arguments: Engine.allCases) func `un compte rendu qui ne tient pas revient avec ce qui était tapé`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let entretien = try await lieu.heldWithoutReport()
      for (answers, mots) in [
        ([("minutes", "0")], "durée en minutes"), ([("minutes", "midi")], "durée en minutes"),
        ([("jour", "2027-02-29")], "Donnez le jour"), ([("jour", "2027-02-02")], "Rendre compte"),
        ([("jour", "2026-01-01")], "Rendre compte"), ([("theme", "sorcellerie")], "au moins un thème"),
        ([("notes", "Appeler Sandrine Vidal au 06 12 34 56 78")], "nommer quelqu’un"),
      ] {
        let answer = try await lieu.report(entretien, answers)
        #expect(answer.code == 422 && answer.html().contains(mots), "\(answers) \(answer.html().prefix(900))")
      }
      #expect(try await scene.count("SELECT count(*) FROM compte_rendu") == 0)
      #expect(try await !scene.holds("Vidal"))
    }
  }

  @Test(arguments: Engine.allCases) func `des nombres qui ne s’additionnent pas sont dits, et rien n’est perdu`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      func file(_ more: [(String, String)]) async throws -> Answer {
        try await lieu.conseil.fileCompteRendu(
          lieu.visit(
            by: lieu.lila,
            form: [
              ("type", "collectif"), ("jour", "2027-02-01"), ("minutes", "120"), ("theme", "email"),
              ("canal", "lieu_activite"), ("lieu", lieu.lieu.text), ("titre", "Écrire à l’école"),
            ] + more))
      }
      let wrong = try await file([("participants", "5"), ("genre-feminin", "4"), ("genre-masculin", "3")])
      #expect(wrong.code == 422 && wrong.html().contains("Ces nombres font 7 personnes, et il y en avait 5."))
      #expect(wrong.html().contains("Écrire à l’école"))
      #expect(
        wrong.html().contains(#"aria-describedby="reprise-champ-genre""#), "the sentence speaks of the whole question")
      for crowd in ["0", "10001", "-3", "beaucoup"] {
        #expect(try await file([("participants", crowd)]).code == 422, "\(crowd)")
      }
      let right = try await file([("participants", "10000"), ("age-soixante_dix_plus", "9000"), ("deja", "12")])
      #expect(right.code == 303)
      let rendu = try #require(try await lieu.rendus().first)
      #expect(rendu.teneur.publics.ages == [0, 0, 0, 0, 0, 0, 9000, 1000])
      #expect(rendu.teneur.publics.genres == [0, 0, 10000])
      #expect(try await lieu.compte().participants == 10_000)
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui est tenu et ce qui est rendu se voient, et un rappel part une fois`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      _ = try await lieu.report(try await lieu.heldWithoutReport(at: Scene.now))
      _ = try await lieu.heldWithoutReport(at: Scene.now + .hours(1))
      let page = try await lieu.conseil.showComptesRendus(lieu.visit(by: lieu.lila, at: .fevrier(1, 12))).html()
      #expect(page.contains("1 compte rendu vous attend") && page.contains("50 %"))
      try await scene.emptyOutbox()
      let room = lieu.conseil
      #expect(try await room.remindReports(for: lieu.lila.viewer, at: .fevrier(2, 12)) == 0, "not yet")
      #expect(try await room.remindReports(for: lieu.lila.viewer, at: .fevrier(3, 12)) == 1)
      #expect(try await room.remindReports(for: lieu.lila.viewer, at: .fevrier(4, 12)) == 0, "once")
      #expect(
        try await scene.plis(to: lieu.lila.personne).map(\.courriel.sujet) == ["Des comptes rendus vous attendent"])
    }
  }

  @Test(arguments: Engine.allCases) func `un compte rendu n’est lu que par qui l’a écrit`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      _ = try await lieu.report(try await lieu.heldWithoutReport())
      let id = try #require(try await lieu.rendus().first).id
      for visitor in [lieu.hugo, lieu.odile] {
        await #expect(throws: Absent.self) {
          _ = try await lieu.conseil.showCompteRendu(lieu.visit(by: visitor, ["id": id.text]))
        }
        await #expect(throws: Absent.self) {
          _ = try await lieu.conseil.withdrawCompteRendu(lieu.visit(by: visitor, ["id": id.text]))
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `l’auto-évaluation n’est lisible que de son auteur`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let kept = try await lieu.conseil.keepAutoEvaluation(
        lieu.visit(by: lieu.lila, form: [("reussi", "Canariplume\u{a0}: j’ai laissé faire."), ("change", "")]))
      #expect(kept.location == "/auto-evaluation?fait=garde")
      #expect(try await lieu.conseil.showAutoEvaluation(lieu.visit(by: lieu.lila)).html().contains("Canariplume"))
      #expect(!(try await lieu.conseil.showAutoEvaluation(lieu.visit(by: lieu.hugo)).html().contains("Canariplume")))
      #expect(try await !scene.holds("Canariplume"))
    }
  }
}

extension Guichet {
  func rendus() async throws -> [CompteRendu] {
    try await read { [lila] store, tx in try store.comptesRendus("TRUE", limit: 50, for: lila.viewer, in: tx) }
  }

  /// Lila's figures, all of February and before.
  func compte(_ voulues: Ventilations = .toutes) async throws -> Compte {
    try await read { [dispositif, conseil] store, tx in
      let filtre = FiltreDeChiffres(du: Jour(year: 2026, month: 1, day: 1)!, au: Jour(year: 2027, month: 12, day: 31)!)
      return try store.count(filtre, of: dispositif, voulues, conseil.memoire, in: tx)
    }
  }
}
