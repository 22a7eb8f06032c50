import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct HeuresDitesTests {
  @Test(arguments: Engine.allCases) func `un message attend l’ouverture et se change jusque-là`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let night = Scene.now - .hours(7)
      let sent = try await lieu.mentorat.sendMessage(
        lieu.visit(by: lieu.nour, form: [("libre", "Comment dire non sans me fâcher ?")], at: night))
      #expect(sent.code == 200)
      #expect(sent.html().contains("Marc pourra le lire dès lundi 1er février à 08:00 (heure de Paris)"))
      let message = try #require(try await lieu.messages(of: lieu.nour, at: night).first)
      #expect(message.arrivee == Scene.now - .hours(1))
      #expect(try await lieu.messages(of: lieu.marc, at: night).isEmpty)

      let changed = try await lieu.mentorat.changeMessage(
        lieu.visit(
          by: lieu.nour, ["message": message.id.text], form: [("libre", "Comment dire non, et rester en paix ?")],
          at: night + .hours(1)))
      #expect(changed.code == 200)
      // Arrived: it no longer changes, and what was typed stays with its author.
      let late = try await lieu.mentorat.changeMessage(
        lieu.visit(
          by: lieu.nour, ["message": message.id.text], form: [("libre", "Trop tard, mais gardé.")], at: Scene.now))
      #expect(late.code == 422)
      #expect(late.html().contains("Trop tard, mais gardé."))
      let read = try #require(try await lieu.messages(of: lieu.marc, at: Scene.now).first)
      #expect(read.texte?[.libre] == "Comment dire non, et rester en paix ?")
    }
  }

  @Test(arguments: Engine.allCases) func `hors des heures dites, la vue du mentor est close`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Canarifil, comment dire non ?", at: .fevrier(1, 17))
      #expect(try await lieu.fil(of: lieu.marc, at: .fevrier(1, 17, 59)).contains("Canarifil"))
      let evening = Instant.fevrier(1, 18)
      // Another one waits: nothing may tell.
      _ = try await lieu.send("Canarisoir, encore une chose.", at: evening)
      for now in [evening, .fevrier(1, 23), .fevrier(6, 10), .fevrier(7, 10)] {
        let page = try await lieu.fil(of: lieu.marc, at: now)
        #expect(page.contains("Vos heures de lecture sont fermées"))
        #expect(!page.contains("Canari") && !page.contains("messages sur"), "\(now)")
        let other = try await lieu.mentorat.showChemin(lieu.visit(by: lieu.marc, at: now)).html()
        #expect(!other.contains("Canari") && other.contains("fermées"))
      }
      let question = try #require(try await lieu.messages(of: lieu.marc, at: evening).first)
      let late = try await lieu.mentorat.showReponse(
        lieu.visit(by: lieu.marc, ["message": question.id.text], at: evening))
      #expect(late.location == lieu.path(""))
      let unheld = try await lieu.answer(question, "", at: evening)
      #expect(!unheld.html().contains("Canarifil"), "a page that comes back shows nothing either")
      // Nour reads her own at any hour, and the two at the next opening.
      #expect(try await lieu.fil(of: lieu.nour, at: evening).contains("Canarisoir"))
      #expect(try await lieu.fil(of: lieu.marc, at: .fevrier(2, 8)).contains("Canarisoir"))
    }
  }

  @Test(arguments: Engine.allCases) func `une réponse ne part jamais avant le temps de réflexion`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Comment dire non ?", at: .fevrier(1, 10))
      let question = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 10)).first)
      let sent = try await lieu.answer(question, "Qu’est-ce qui vous retient ?", at: .fevrier(1, 10, 5))
      #expect(sent.html().contains("Il partira lundi 1er février à 12:00 (heure de Paris)"))
      #expect(try await lieu.messages(of: lieu.nour, at: .fevrier(1, 12) - .milliseconds(1)).count == 1)
      #expect(try await lieu.messages(of: lieu.nour, at: .fevrier(1, 12)).count == 2)

      // Counted in opening hours: the night does not ripen anything.
      _ = try await lieu.send("Et demain ?", at: .fevrier(1, 17))
      let second = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 17)).last)
      _ = try await lieu.answer(second, "À quoi le verrez-vous ?", at: .fevrier(1, 17, 30))
      let waiting = try #require(try await lieu.messages(of: lieu.marc, at: .fevrier(1, 18)).last)
      #expect(waiting.arrivee == .fevrier(2, 9))
      // Written late, outside the hours: the next opening.
      _ = try await lieu.answer(second, "Une autre question m’est venue.", at: .fevrier(2, 19))
      #expect(try await lieu.messages(of: lieu.marc, at: .fevrier(2, 19)).last?.arrivee == .fevrier(3, 8))
      // A message that answers nothing lets the newest question ripen all the same.
      _ = try await lieu.send("Une dernière.", at: .fevrier(3, 8, 30))
      _ = try await lieu.mentorat.sendMessage(
        lieu.visit(
          by: lieu.marc, form: [("libre", "J’y pense.")], at: .fevrier(3, 8, 40), geste: .make(at: .fevrier(3, 8))))
      #expect(try await lieu.messages(of: lieu.marc, at: .fevrier(3, 9)).last?.arrivee == .fevrier(3, 10, 30))
    }
  }

  @Test(arguments: Engine.allCases) func `chaque message dit quand il sera lu, à l’heure de qui le lit`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let reunion = try #require(Fuseau("Indian/Reunion"))
      // Friday evening; the week after, Marc is away on Monday and Tuesday.
      let friday = Instant.fevrier(5, 20)
      #expect(
        try await lieu.fil(of: lieu.nour, at: friday).contains(
          "Marc pourra vous lire dès lundi 8 février à 08:00 (heure de Paris)"))
      let far = try await lieu.fil(of: lieu.nour, at: friday, fuseau: reunion)
      #expect(far.contains("lundi 8 février à 11:00 (heure de La Réunion), soit 08:00 (heure de Paris)"))
      _ = try await lieu.send("Comment dire non ?", at: friday)
      let absence = try AbsenceSaisie(
        FormData(pairs: [("premier", "2027-02-08"), ("dernier", "2027-02-09")]), today: Jour(friday, in: .paris))
      _ = try await lieu.mentorat.add(absence, by: lieu.marc, geste: .make(at: friday), at: friday)
      #expect(
        try await lieu.fil(of: lieu.nour, at: friday).contains(
          "Vous pouvez le changer jusqu’à mercredi 10 février à 08:00"))
      #expect(
        try await lieu.fil(of: lieu.nour, at: friday, .en).contains("Wednesday 10 February at 08:00 (Paris time)"))
      #expect(try await lieu.messages(of: lieu.marc, at: .fevrier(9, 12)).isEmpty)
      // Back earlier after all: what waits follows.
      _ = try await lieu.mentorat.remove(
        absence.jours, by: lieu.marc, geste: .make(at: friday + .minutes(1)), at: friday + .minutes(1))
      #expect(try await lieu.messages(of: lieu.nour, at: friday).first?.arrivee == .fevrier(8, 8))
    }
  }

  @Test(arguments: Engine.allCases) func `à la dernière milliseconde d’une ouverture, un message arrive encore`(
    engine: Engine
  )
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let last = Instant.fevrier(5, 18) - .milliseconds(1)
      _ = try await lieu.send("Juste avant.", at: last)
      _ = try await lieu.send("Juste après.", at: .fevrier(5, 18))
      let arrivals = try await lieu.messages(of: lieu.nour, at: last).map(\.arrivee)
      #expect(arrivals == [last, .fevrier(8, 8)])
    }
  }

  @Test(arguments: Engine.allCases) func `deux changements à la fois gardent les deux formulations`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let night = Instant.fevrier(1, 20)
      _ = try await lieu.send("Un.", at: night)
      let message = try #require(try await lieu.messages(of: lieu.nour, at: night).first)
      try await withThrowingTaskGroup { group in
        for mots in ["Deux.", "Trois."] {
          group.addTask {
            _ = try await lieu.mentorat.changeMessage(
              lieu.visit(
                by: lieu.nour, ["message": message.id.text], form: [("libre", mots)], at: night, geste: .make(at: night)
              ))
          }
        }
        try await group.waitForAll()
      }
      #expect(try await lieu.messages(of: lieu.nour, at: night).first?.formulations == 3)
      // Somebody else's message is absent, and so is a withdrawn one.
      await #expect(throws: Absent.self) {
        _ = try await lieu.mentorat.changeMessage(
          lieu.visit(by: lieu.marc, ["message": message.id.text], form: [("libre", "À moi.")], at: night))
      }
      let gone = try await lieu.mentorat.withdrawMessage(
        lieu.visit(by: lieu.nour, ["message": message.id.text], at: night))
      #expect(gone.location == lieu.path("?fait=retire"))
      #expect(try await lieu.messages(of: lieu.nour, at: night).isEmpty)
    }
  }
}
