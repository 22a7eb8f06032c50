import Base
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Personnes
@testable import Web

@Suite struct ReponseTests {
  @Test(arguments: Engine.allCases) func `ouvrir demande un geste, qu’un robot de messagerie ne fait pas`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      for _ in 0..<3 {
        let page = try await ici.conseil.showLien(ici.visit(by: nil, ["jeton": relais.contenu.jeton]))
        #expect(page.statut == 200 && !page.lue().contains("Aline") && !page.lue().contains("logement"))
      }
      #expect(try await ici.relais(relais.id).ouvert == nil)
      let opened = try await ici.open(relais, at: Scene.now + .hours(1))
      #expect(opened.lue().contains("Aline") && opened.lue().contains("logement"))
      _ = try await ici.open(relais, at: Scene.now + .hours(2))
      #expect(try await ici.relais(relais.id).ouvert == Scene.now + .hours(1), "la première fois seulement")
    }
  }

  @Test(arguments: Engine.allCases) func `le service répond sans compte, par un lien ou par une lettre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let byLink = try await ici.relais()
      try await scene.emptyOutbox()
      let thanks = try await ici.answer(byLink, Orientations.recue)
      #expect(thanks.statut == 200 && thanks.lue().contains("Merci."))
      let told = try #require(try await scene.plis().first)
      #expect(told.courriel.sujet == "Un service a répondu" && !told.words.contains("Aline"))
      #expect(!told.words.contains("dossier") && told.words.contains("/relais/\(byLink.id)"))

      let onPaper = try await ici.relais([("voie", "lettre")])
      let printed = try await ici.conseil.showPrintedLetter(ici.visit(by: ici.lila, ["relais": onPaper.id.text])).lue()
      let code = "\(onPaper.contenu.code.prefix(4))-\(onPaper.contenu.code.suffix(4))"
      #expect(printed.contains(code) && printed.contains("/relais/reponse"))
      let opened = try await ici.conseil.openWithCode(ici.visit(by: nil, form: [("code", code.lowercased())]))
      #expect(opened.lue().contains("Aline"))
      let form = [("code", code), ("genre", "orientee"), ("mots", "Au CCAS d’à côté"), ("revision", "0")]
      #expect(try await ici.conseil.answerWithCode(ici.visit(by: nil, form: form)).statut == 200)
      #expect(try await ici.relais(byLink.id).issue == .recue)
      let other = try await ici.relais(onPaper.id)
      #expect(other.issue == .orientee && other.reponse?.mots == "Au CCAS d’à côté" && other.par == .service)
      #expect(try await !scene.holds("CCAS"), "la réponse est scellée")
    }
  }

  @Test(arguments: Engine.allCases) func `deux réponses au même moment n’en font qu’une`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      let mots = ["Premier navigateur", "Second navigateur"]
      let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
        for word in mots {
          group.addTask { try await ici.answer(relais, [("genre", "refusee"), ("mots", word)]) }
        }
        return try await group.reduce(into: [Answer]()) { $0.append($1) }
      }
      #expect(answers.map(\.statut).sorted() == [200, 422])
      let kept = try await ici.relais(relais.id)
      let other = try #require(answers.first { $0.statut == 422 }).lue()
      #expect(kept.revision == 1 && other.contains("Une réponse a déjà été donnée"))
      #expect(mots.allSatisfy(other.contains), "ce qui a été répondu, et ce qui vient d’être tapé")
    }
  }

  @Test(arguments: Engine.allCases) func `le même envoi deux fois est une seule réponse`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let (relais, geste) = (try await ici.relais(), Geste.make(at: Scene.now))
      for _ in 0..<2 {
        #expect(try await ici.answer(relais, Orientations.recue, geste: geste).statut == 200)
      }
      #expect(try await ici.relais(relais.id).revision == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `une réponse se corrige pendant une heure, puis ne change plus`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      _ = try await ici.answer(relais, [("genre", "refusee"), ("mots", "Hors secteur")])
      let (early, late) = (Scene.now + .minutes(59), Scene.now + .minutes(60))
      #expect(try await ici.open(relais, at: early).lue().contains("Corriger ma réponse"))
      #expect(try await ici.answer(relais, Orientations.recue, revision: 1, at: early).statut == 200)
      #expect(try await ici.relais(relais.id).issue == .recue)
      let page = try await ici.open(relais, at: late).lue()
      #expect(page.contains("Ce qui a été répondu") && page.contains("Son dossier est reparti."))
      #expect(!page.contains("Corriger ma réponse"))
      let refused = try await ici.answer(relais, [("genre", "refusee"), ("mots", "Non")], revision: 2, at: late)
      #expect(refused.statut == 422 && refused.lue().contains("Une réponse a déjà été donnée"))
      #expect(try await ici.relais(relais.id).issue == .recue)
    }
  }

  @Test(arguments: Engine.allCases) func `une lettre reprise par la personne se ferme aussitôt`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      _ = try await ici.open(relais)
      let done = try await ici.conseil.withdrawRelais(ici.visit(by: ici.lila, ["relais": relais.id.text]))
      #expect(done.statut == 303)
      #expect(try await scene.plis().isEmpty, "le courrier qui n’était pas parti ne part plus")
      let jeton = ["jeton": relais.contenu.jeton]
      for page in [
        try await ici.conseil.showLien(ici.visit(by: nil, jeton)), try await ici.open(relais),
        try await ici.answer(relais, Orientations.recue),
      ] {
        #expect(page.statut == 410 && page.lue().contains("La personne n’en a plus besoin."))
        #expect(!page.lue().contains("Aline"))
      }
      #expect(try await ici.relais(relais.id).etat == .retire)
    }
  }

  @Test(arguments: Engine.allCases) func `la lettre se ferme trente jours après la réponse, ou six mois sans réponse`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let (answered, silent) = (try await ici.relais(), try await ici.relais())
      _ = try await ici.answer(answered, Orientations.recue)
      for (relais, days) in [(answered, 30), (silent, 180)] {
        let jeton = ["jeton": relais.contenu.jeton]
        let end = Scene.now + .days(days)
        #expect(try await ici.conseil.showLien(ici.visit(by: nil, jeton, at: end - .milliseconds(1))).statut == 200)
        #expect(try await ici.conseil.showLien(ici.visit(by: nil, jeton, at: end)).statut == 410)
        let late = try await ici.answer(relais, Orientations.recue, revision: relais.revision, at: end)
        #expect(late.statut == 410 && late.lue().contains("Son temps est passé."))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un lien ou un code inconnu n’ouvre rien`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      for jeton in [Token.random().text, "abc", String(repeating: "x", count: 5000), relais.contenu.jeton.uppercased()]
      {
        let visit = ici.visit(by: nil, ["jeton": jeton], form: Orientations.recue)
        for act in [ici.conseil.showLien, ici.conseil.openWithLien, ici.conseil.answerWithLien] {
          await #expect(throws: Absent.self) { try await act(visit) }
        }
      }
      for code in ["", "7QXK-93VD", "é", String(repeating: "9", count: 10_000)] {
        for act in [ici.conseil.openWithCode, ici.conseil.answerWithCode] {
          let page = try await act(ici.visit(by: nil, form: [("code", code)]))
          #expect(page.statut == 422 && page.lue().contains("Aucune lettre n’a ce code."))
        }
      }
      #expect(try await ici.relais(relais.id).revision == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `une réponse incomplète ou sans fin revient avec une phrase`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      let long = String(repeating: "d’été ", count: 20_000)
      for (form, phrase) in [
        ([("genre", "")], "Choisissez une des réponses."),
        ([("genre", "sansNouvelle")], "Choisissez une des réponses."),
        ([("genre", "orientee")], "Dites vers où"), ([("genre", "refusee")], "Dites pourquoi"),
        ([("genre", "recue"), ("mots", long)], "500 signes"),
        ([("genre", "recue"), ("jour", "2031-01-01")], "Donnez un jour passé"),
        ([("genre", "recevra"), ("jour", "2001-01-01")], "Donnez un jour à venir"),
      ] {
        let page = try await ici.answer(relais, form)
        #expect(page.statut == 422 && page.lue().contains(phrase), "\(phrase)")
      }
      #expect(try await ici.relais(relais.id).revision == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `une réponse donnée par téléphone se note, par qui suit la personne`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      func note(_ form: [(String, String)], by visitor: Visitor) async throws -> Answer {
        try await ici.conseil.noteReponse(ici.visit(by: visitor, ["relais": relais.id.text], form: form))
      }
      let heard = [("genre", "refusee"), ("mots", "Aline dépend d’un autre secteur."), ("revision", "0")]
      await #expect(throws: Absent.self) { try await note(heard, by: ici.hugo) }
      let named = [("genre", "refusee"), ("mots", "Mme Vidal, 06 11 22 33 44, a dit non."), ("revision", "0")]
      #expect(try await note(named, by: ici.lila).statut == 422)
      #expect(try await note(heard, by: ici.lila).statut == 303)
      let kept = try await ici.relais(relais.id)
      #expect(kept.issue == .refusee && kept.par == .conseiller && kept.prochaine == nil)
      // The service sees what was noted, and cannot add to it.
      let late = try await ici.answer(relais, Orientations.recue, revision: 1)
      #expect(late.statut == 422 && late.lue().contains("autre secteur"))
      // Closed without news: a late answer is welcome still.
      let silent = try await ici.relais()
      _ = try await ici.conseil.noteReponse(
        ici.visit(
          by: ici.lila, ["relais": silent.id.text], form: [("genre", "sansNouvelle"), ("revision", "0")]))
      #expect(try await ici.relais(silent.id).etat == .sansNouvelle)
      #expect(try await ici.answer(silent, Orientations.recue, revision: 1).statut == 200)
      #expect(try await ici.relais(silent.id).issue == .recue)
    }
  }
}
