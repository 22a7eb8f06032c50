import Base
import Html
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import ViePrivee
@testable import Web

@Suite struct DemandeDeDroitTests {
  @Test(arguments: [
    ("2027-02-01", "2027-03-01"), ("2027-01-31", "2027-02-28"), ("2028-01-31", "2028-02-29"),
    ("2026-12-15", "2027-01-15"), ("2027-03-28", "2027-04-28"), ("2027-10-31", "2027-11-30"),
  ])
  func `le terme est d’un mois, jour pour jour`(recue: String, dernier: String) throws {
    let jour = try #require(Jour(recue))
    for minute in [0, 600, 1439] {
      let instant = try #require(jour.instant(atMinute: minute, in: .paris))
      let terme = DemandeDeDroit.terme(from: instant, in: .paris)
      #expect(Jour(terme - .milliseconds(1), in: .paris).iso == dernier)
      #expect(Jour(terme, in: .paris) == Jour(terme - .milliseconds(1), in: .paris).advanced(by: 1))
    }
  }

  @Test(arguments: Engine.allCases) func `demandée, rappelée, répondue, lue par la personne seule`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      try await scene.emptyOutbox()
      let asked = try await scene.viePrivee.askDroit(
        scene.visit(by: scene.amina, form: [("droit", "opposition"), ("mots", "Canardroit, plus de rappels.")]))
      let id = try #require(asked.location?.demandeDeDroit)
      #expect(asked.location == "/mes-donnees/demandes/\(id)?fait=envoyee")
      let first = try #require(try await scene.plis(to: scene.nadia.personne).first)
      #expect(first.courriel.sujet == "Une demande sur des données vous attend" && !first.words.contains("Canardroit"))
      #expect(!(try await scene.holds("Canardroit")), "scellée")

      // The list tells what and when, who by a first name; the words are on the page of the request, and reading is traced.
      let list = try await scene.viePrivee.showDemandes(scene.visit(by: scene.nadia)).html()
      #expect(list.contains("S’opposer à un usage") && list.contains("Amina R."))
      #expect(!list.contains("Canardroit") && !list.contains("Rahmouniev"))
      let shown = try await scene.viePrivee.showDemande(scene.visit(by: scene.nadia, ["id": id.text])).html()
      #expect(shown.contains("Canardroit") && !shown.contains("Rahmouniev"))
      let read = try await scene.viePrivee.showMesDonnees(scene.visit(by: scene.amina)).html()
      #expect(read.contains("Nadia Q. a lu une de vos demandes"))

      try await scene.emptyOutbox()
      func remind(at days: Int, _ more: Duration = .zero) async throws -> Int {
        try await scene.viePrivee.remindDemandes(for: .house(.echeances), at: scene.now + .days(days) + more)
      }
      #expect(try await remind(at: 15, .milliseconds(-1)) == 0)
      for (day, owed) in [(15, 1), (16, 0)] { #expect(try await remind(at: day) == owed) }
      #expect(try await remind(at: 25, .milliseconds(-1)) == 0)
      for (day, owed) in [(25, 1), (40, 0)] { #expect(try await remind(at: day) == owed) }
      #expect(try await scene.plis(to: scene.nadia.personne).count { $0.courriel.sujet.hasPrefix("Rappel") } == 2)
      let late = try await scene.viePrivee.showMaDemande(
        scene.visit(by: scene.amina, ["id": id.text], at: scene.now + .days(29))
      ).html()
      #expect(late.contains("Nous aurions dû vous répondre") && late.contains("CNIL"))

      try await scene.emptyOutbox()
      for answer in ["C’est fait, plus de rappels.", "Autre chose"] {
        let answered = try await scene.viePrivee.answerDroit(
          scene.visit(by: scene.nadia, ["id": id.text], form: [("reponse", answer)], geste: .make(at: scene.now)))
        #expect(answered.code == 303)
      }
      let mine = try await scene.viePrivee.showMaDemande(scene.visit(by: scene.amina, ["id": id.text])).html()
      #expect(mine.contains("C’est fait, plus de rappels.") && !mine.contains("Autre chose"))
      let letter = try #require(try await scene.plis(to: scene.amina.personne).first)
      #expect(letter.courriel.sujet == "La réponse à votre demande est là" && !letter.words.contains("C’est fait"))
      for other in [scene.claire, scene.bruno, scene.nadia] {
        await #expect(throws: Absent()) {
          _ = try await scene.viePrivee.showMaDemande(scene.visit(by: other, ["id": id.text]))
        }
      }
      for other in [scene.claire, scene.amina] {
        await #expect(throws: Absent()) {
          _ = try await scene.viePrivee.showDemande(scene.visit(by: other, ["id": id.text]))
        }
        await #expect(throws: Absent()) {
          _ = try await scene.viePrivee.answerDroit(
            scene.visit(by: other, ["id": id.text], form: [("reponse", "moi")], geste: .make(at: scene.now)))
        }
      }
      #expect(try await scene.expire(at: scene.now + .days(3 * 365)) >= 0)
      #expect(try await scene.count("SELECT count(*) FROM demande_droit") == 1)
      _ = try await scene.expire(at: scene.now + .days(3 * 365) + .milliseconds(1))
      #expect(try await scene.count("SELECT count(*) FROM demande_droit") == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `une demande sur papier se note, et son mois court de son jour`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let noted = try await scene.viePrivee.noteDroit(
        scene.visit(
          by: scene.nadia,
          form: [("qui", "Canaraline R."), ("recue", "2027-01-25"), ("droit", "acces"), ("mots", "Canarpapier")]))
      let id = try #require(noted.location?.demandeDeDroit)
      let page = try await scene.viePrivee.showDemande(scene.visit(by: scene.nadia, ["id": id.text])).html()
      #expect(page.contains("Canaraline R.") && page.contains("Canarpapier") && page.contains("jeudi 25 février"))
      for words in ["Canaraline", "Canarpapier"] { #expect(!(try await scene.holds(words))) }
      _ = try await scene.viePrivee.answerDroit(
        scene.visit(by: scene.nadia, ["id": id.text], form: [("reponse", "Remis en main propre.")]))
      let list = try await scene.viePrivee.showDemandes(scene.visit(by: scene.nadia)).html()
      #expect(list.contains("Répondue"))
    }
  }

  @Test(arguments: Engine.allCases) func `une saisie incomplète, longue ou tordue est dite, et rien n’est perdu`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let long = String(repeating: "é", count: 2001)
      for form in [
        [("droit", ""), ("mots", "x")], [("droit", "acces"), ("mots", "x")], [("droit", "<b>"), ("mots", "x")],
        [("droit", "limitation"), ("mots", "")], [("droit", "limitation"), ("mots", long)],
      ] {
        let answer = try await scene.viePrivee.askDroit(scene.visit(by: scene.amina, form: form))
        #expect(answer.code == 422 && answer.html().contains("class=\"reprise\""))
        #expect(answer.html().contains(form[1].1))
      }
      let good = [("qui", "Aline R."), ("recue", "2027-02-01"), ("droit", "acces"), ("mots", "Voir")]
      for (name, wrong) in [
        ("qui", ""), ("qui", long), ("recue", ""), ("recue", "2027-02-30"), ("recue", "2027-02-02"),
        ("recue", "2025-01-01"), ("recue", "hier"), ("droit", "tout"), ("mots", ""), ("mots", long),
      ] {
        let form = good.map { $0.0 == name ? (name, wrong) : $0 }
        let answer = try await scene.viePrivee.noteDroit(scene.visit(by: scene.nadia, form: form))
        #expect(answer.code == 422 && answer.html().contains("class=\"reprise\""), "\(name) \(wrong.prefix(20))")
      }
      #expect(try await scene.count("SELECT count(*) FROM demande_droit") == 0)
      let noted = try await scene.viePrivee.noteDroit(scene.visit(by: scene.nadia, form: good))
      let id = try #require(noted.location?.demandeDeDroit)
      for wrong in ["", long] {
        let answer = try await scene.viePrivee.answerDroit(
          scene.visit(by: scene.nadia, ["id": id.text], form: [("reponse", wrong)]))
        #expect(answer.code == 422)
      }
      for id in ["x", "01993f00-0000-7000-8000-000000000000"] {
        await #expect(throws: Absent()) {
          _ = try await scene.viePrivee.showDemande(scene.visit(by: scene.nadia, ["id": id]))
        }
      }
    }
  }

  @Test func `qui part laisse ses demandes sans objet, et sans mots`() async throws {
    try await withScene(.sqlite) { scene in
      _ = try await scene.viePrivee.askDroit(
        scene.visit(by: scene.amina, form: [("droit", "limitation"), ("mots", "Canardepart")]))
      _ = try await scene.leaves(scene.amina)
      let list = try await scene.viePrivee.showDemandes(scene.visit(by: scene.nadia)).html()
      #expect(list.contains("Sans objet") && list.contains("une personne partie"))
      #expect(try await scene.viePrivee.remindDemandes(for: .house(.echeances), at: scene.now + .days(20)) == 0)
    }
  }
}
