import Base
import Chartes
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Personnes
@testable import Rencontres

@Suite struct ReponseTests {
  @Test(arguments: Engine.allCases) func `accepter prévient les deux, avec la date pour l’agenda`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      try await scene.emptyOutbox()
      try await scene.answer(id, true, mot: "Prévoyez un café.", by: scene.bruno)
      #expect(try await scene.rencontre(id).etat == .acceptee)
      for person in [scene.amina, scene.bruno] {
        let pli = try #require(try await scene.plis(to: person.personne).first)
        #expect(pli.apres == scene.now && pli.line("METHOD") == "METHOD:REQUEST")
        #expect(pli.courriel.destinataire == (try await scene.personne(person)).adresse)
        #expect(pli.words.contains("Prévoyez un café.") == (person == scene.amina))
      }
      let page = try await scene.rencontres.showRencontre(scene.visit(by: scene.amina, ["id": id.text])).html()
      #expect(page.contains("Prévoyez un café.") && page.contains("Convenue"))
    }
  }

  @Test(arguments: Engine.allCases) func `un rappel la veille, seulement s’il reste plus d’un jour`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      for (left, reminders) in [(Duration.hours(24) + .milliseconds(1), 2), (.hours(24), 0), (.hours(13), 0)] {
        let id = try await scene.ask(scene.bruno, by: scene.amina, after: scene.now + .days(2))
        try await scene.emptyOutbox()
        let rencontre = try await scene.rencontre(id)
        try await scene.answer(id, true, by: scene.bruno, at: rencontre.debut - left)
        let plis = try await scene.plis()
        #expect(plis.filter { $0.courriel.sujet.hasPrefix("Demain") }.count == reminders, "\(left)")
        #expect(
          plis.filter { $0.courriel.sujet.hasPrefix("Demain") && $0.apres != rencontre.debut - .hours(24) }.isEmpty)
        let review = try #require(plis.last)
        #expect(review.apres == rencontre.fin && review.proprietaire == "personne:\(scene.amina.personne)")
        try await scene.cancel(id, by: scene.amina, at: rencontre.debut - .hours(12))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `après l’échéance, il est trop tard pour répondre`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      for accord in [true, false] {
        let id = try await scene.ask(scene.bruno, by: scene.amina)
        let echeance = try await scene.rencontre(id).echeance
        let late = try await scene.answer(id, accord, by: scene.bruno, at: echeance)
        #expect(late == "/rencontres/\(id)?fait=trop-tard")
        #expect(try await scene.rencontre(id).etat == .demandee)
        #expect(try await scene.count("SELECT count(*) FROM reponse WHERE rencontre = \(id)") == 0)
        let page = scene.visit(by: scene.bruno, ["id": id.text], at: echeance)
        await #expect(throws: Absent()) { _ = try await scene.rencontres.showReponse(page) }
        try await scene.answer(id, accord, by: scene.bruno, at: echeance - .milliseconds(1))
        #expect(try await scene.rencontre(id).etat == (accord ? .acceptee : .declinee))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `décliner libère le créneau et laisse un mot`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      let creneau = try await scene.rencontre(id).creneau
      try await scene.emptyOutbox()
      try await scene.answer(id, false, mot: "Ce mois-ci, le four est en panne.", by: scene.bruno)
      #expect(try await scene.rencontre(id).etat == .declinee)
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == 0)
      #expect(try await scene.slots(of: scene.bruno, for: scene.amina).contains(creneau))
      let plis = try await scene.plis()
      #expect(plis.map(\.proprietaire) == ["personne:\(scene.amina.personne)"])
      #expect(plis[0].words.contains("Ce mois-ci, le four est en panne.") && plis[0].courriel.calendrier == nil)
      let page = try await scene.rencontres.showRencontre(scene.visit(by: scene.amina, ["id": id.text])).html()
      #expect(page.contains("le four est en panne"))
    }
  }

  @Test(arguments: Engine.allCases) func `on ne décline pas sans un mot`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      for form in [[("accord", "non")], [("accord", "non"), ("mot", " \n ")], [("mot", "Bonjour")], []] {
        let answer = try await scene.rencontres.answer(scene.visit(by: scene.bruno, ["id": id.text], form: form))
        #expect(answer.code == 422)
      }
      #expect(try await scene.rencontre(id).etat == .demandee)
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == 6)
    }
  }

  @Test(arguments: Engine.allCases) func `une charte changée se signe avant d’accepter, pas pour décliner`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      try await scene.publish(TenirSesRendezVous.preavis, 48)
      await #expect(throws: Refus.self) { try await scene.answer(id, true, by: scene.bruno) }
      #expect(try await scene.rencontre(id).etat == .demandee)
      try await scene.answer(id, false, by: scene.bruno)
      #expect(try await scene.rencontre(id).etat == .declinee)
    }
  }

  @Test(arguments: Engine.allCases) func `dire oui et non au même instant ne fait qu’une réponse`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      let answers = NIOLockedValueBox<[String]>([])
      try await together(16) { rang in
        let next = try await scene.answer(id, rang.isMultiple(of: 2), by: scene.bruno)
        answers.withLockedValue { $0.append(next) }
      }
      #expect(answers.withLockedValue { $0.filter { !$0.hasSuffix("trop-tard") }.count } == 1)
      #expect(try await scene.count("SELECT count(*) FROM reponse") == 1)
      let agreed = try await scene.rencontre(id).etat == .acceptee
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == (agreed ? 6 : 0))
    }
  }

  @Test(arguments: Engine.allCases) func `seule la personne sollicitée répond`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      for other in scene.people where other != scene.bruno {
        await #expect(throws: Absent()) { try await scene.answer(id, true, by: other) }
      }
      #expect(try await scene.rencontre(id).etat == .demandee)
    }
  }
}
