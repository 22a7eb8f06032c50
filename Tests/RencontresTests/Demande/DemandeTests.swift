import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct DemandeTests {
  @Test(arguments: Engine.allCases) func `sans trois questions, la demande ne part pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let slot = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      let three = Distribution.questions
      let tooFew = [
        [], [three[0]], [three[0], three[1]], [three[0], three[1], "", "   "], [three[0], three[1], "  \(three[1]) !"],
        [three[0], three[1], "???"],
      ]
      for questions in tooFew {
        let refused = try await scene.send(scene.typed(for: slot, questions: questions))
        #expect(refused.code == 422, "\(questions)")
        #expect(refused.html().contains("à écrire avant d’envoyer"))
        #expect(refused.html().contains("faire quelque chose de mes mains"))
        for question in questions where question.count > 3 { #expect(refused.html().contains(question)) }
      }
      #expect(try await scene.count("SELECT count(*) FROM rencontre") == 0)
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == 0)
      #expect(try await scene.plis().isEmpty)
      let again = try await scene.rencontres.showDemande(
        scene.visit(by: scene.amina, ["expert": scene.bruno.personne.text]))
      #expect(again.html().contains("faire quelque chose de mes mains"), "le brouillon est gardé")

      #expect(try await scene.send(scene.typed(for: slot)).code == 303)
      #expect(try await scene.count("SELECT count(*) FROM question") == 3)
    }
  }

  @Test(arguments: Engine.allCases) func `le nombre de questions est celui que la charte signée demande`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.publish(PreparerLaRencontre.questions, 4, signedBy: [scene.amina, scene.bruno])
      let slot = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      #expect(try await scene.send(scene.typed(for: slot)).code == 422)
      let four = Distribution.questions + ["Que diriez-vous à un débutant ?"]
      #expect(try await scene.send(scene.typed(for: slot, questions: four)).code == 303)
    }
  }

  @Test(arguments: Engine.allCases) func `une demande porte ses mots à qui la reçoit`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      let page = try await scene.rencontres.showReponse(scene.visit(by: scene.bruno, ["id": id.text])).html()
      #expect(page.contains("faire quelque chose de mes mains"))
      for question in Distribution.questions { #expect(page.contains(question)) }
      let pli = try #require(try await scene.plis(to: scene.bruno.personne).first)
      #expect(pli.courriel.sujet == "Amina aimerait découvrir votre métier")
      #expect(!pli.words.contains("mes mains"), "le courriel ne porte pas la motivation")
    }
  }

  @Test(arguments: Engine.allCases) func `une motivation trop courte revient avec l’article`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let slot = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      for (length, code) in [(0, 422), (39, 422), (40, 303)] {
        let motivation = String(repeating: "a", count: length)
        #expect(try await scene.send(scene.typed(for: slot, motivation: motivation)).code == code, "\(length)")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `on ne prend que ce qui est offert`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let slots = try await scene.slots(of: scene.bruno, for: scene.amina)
      let first = try #require(slots.first)
      #expect(first.start >= scene.now + .hours(24) && slots.allSatisfy { $0.end <= scene.now + .days(28) })
      let others = [
        first.start + .minutes(15), first.start + .milliseconds(1), first.start + .hours(5), first.start + .days(60),
        scene.now + .minutes(30), scene.now - .days(3), Instant(milliseconds: 0), Instant(milliseconds: 900_000),
      ]
      for start in others {
        let form = scene.typed(for: first).map { $0.0 == "creneau" ? ("creneau", String(start.milliseconds)) : $0 }
        #expect(try await scene.send(form).code == 422, "\(start)")
      }
      for text in ["", "demain", "1e9", "99999999999999999999"] {
        let form = scene.typed(for: first).map { $0.0 == "creneau" ? ("creneau", text) : $0 }
        #expect(try await scene.send(form).code == 422, "\(text)")
      }
      #expect(try await scene.count("SELECT count(*) FROM rencontre") == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `on demande au moins un jour avant`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let slot = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      let limit = slot.start - .hours(24)
      await #expect(throws: Refus.self) {
        try await scene.ask(for: slot, with: scene.bruno, by: scene.amina, at: limit + .milliseconds(1))
      }
      try await scene.ask(for: slot, with: scene.bruno, by: scene.amina, at: limit)
    }
  }

  @Test(arguments: Engine.allCases) func `un expert d’ailleurs ne se demande pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let (_, people) = try await scene.openElsewhere()
      let (expert, explorer) = (people[2], people[3])
      try await scene.rencontres.publish(Distribution.boulanger, by: expert, at: scene.now)
      let slot = try #require(try await scene.slots(of: expert, for: explorer).first)
      await #expect(throws: Absent()) { try await scene.ask(for: slot, with: expert, by: scene.amina) }
      await #expect(throws: Absent()) { try await scene.ask(for: slot, with: scene.bruno, by: explorer) }
      await #expect(throws: Absent()) { try await scene.ask(for: slot, with: scene.bruno, by: scene.claire) }
      await #expect(throws: Absent()) { try await scene.ask(for: slot, with: scene.bruno, by: scene.ines) }
    }
  }

  @Test(arguments: Engine.allCases) func `le même formulaire deux fois fait une seule demande`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let slot = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      let geste = Geste.make(at: scene.now)
      let first = try await scene.ask(for: slot, with: scene.bruno, by: scene.amina, geste: geste)
      try await together(16) { _ in
        let again = try await scene.ask(for: slot, with: scene.bruno, by: scene.amina, geste: geste)
        #expect(again == first)
      }
      #expect(try await scene.count("SELECT count(*) FROM rencontre") == 1)
      #expect(try await scene.plis().count == 1)
      await #expect(throws: Absent()) {
        try await scene.ask(for: slot, with: scene.bruno, by: scene.yanis, geste: geste)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un refus n’use pas le formulaire`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let slot = try #require(try await scene.slots(of: scene.bruno, for: scene.amina).first)
      let geste = Geste.make(at: scene.now)
      #expect(try await scene.send(scene.typed(for: slot, questions: []), geste: geste).code == 422)
      #expect(try await scene.send(scene.typed(for: slot), geste: geste).code == 303)
    }
  }
}

extension Scene {
  /// Amina sends the form to Bruno.
  fileprivate func send(_ form: [(String, String)], geste: Geste = .make(at: Scene.now)) async throws -> Answer {
    try await rencontres.sendDemande(
      visit(by: amina, ["expert": bruno.personne.text], form: form, geste: geste))
  }
}
