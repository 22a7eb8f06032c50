import Base
import Chartes
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct DonneesPersonnellesTests {
  @Test(arguments: Engine.allCases)
  func `chaque table des rencontres est déclarée une fois, avec les colonnes qui nomment quelqu’un`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let declaration = Declaration(scene.rencontres.donneesPersonnelles)
      let differences = try await declaration.differences(from: RencontresRoom.migrations, engine)
      #expect(differences == [])
    }
  }

  @Test(arguments: Engine.allCases)
  func `chacun emporte ce qu’il a écrit et ce qu’on lui a répondu, et rien des autres`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let fil = try await scene.lives()
      let room = scene.rencontres.donneesPersonnelles
      let amina = try await scene.rendre(scene.amina, room, at: fil.now)
      #expect(amina.isWellFormed)
      for mot in [
        Distribution.motivation, "Canaripain", "Canarirefus", "Canariappris", "Canarimerci", "Canarireponse",
        "Canaribrouillon", "Bruno L.", "Inès M.", "confirme",
      ] + Distribution.questions { #expect(amina.words.contains(mot), "\(mot)") }
      let bruno = try await scene.rendre(scene.bruno, room, at: fil.now)
      for mot in ["Boulanger", "Canaripain", "Canarimerci", "Amina R.", "Venez avec toutes vos questions."] {
        #expect(bruno.words.contains(mot), "\(mot)")
      }
      for mot in [
        Distribution.motivation, Distribution.questions[0], "Canariappris", "Canarireponse", "Canaribrouillon",
        "Canarirefus",
      ] { #expect(!bruno.words.contains(mot), "\(mot)") }
      for secret in ["Rahmouniev", "Lefranquet", "Morvandelle", scene.bruno.personne.text] {
        #expect(!amina.words.contains(secret) && !bruno.words.contains(secret), "\(secret)")
      }
      let yanis = try await scene.rendre(scene.yanis, room, at: fil.now)
      #expect(yanis.isEmpty, "nothing happened to Yanis")
    }
  }

  @Test(arguments: Engine.allCases)
  func `personne ne part en laissant quelqu’un attendre`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let room = scene.rencontres.donneesPersonnelles
      #expect(try await scene.obstacle(to: scene.amina, room) == nil)
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      #expect(try await scene.obstacle(to: scene.amina, room)?.contains("Retirez d’abord votre demande") == true)
      #expect(try await scene.obstacle(to: scene.bruno, room)?.contains("Répondez-lui d’abord") == true)
      try await scene.rencontres.accept(id, with: "Avec plaisir.", by: scene.bruno, at: Scene.now)
      for visitor in [scene.amina, scene.bruno] {
        let obstacle = try await scene.obstacle(to: visitor, room)
        #expect(
          obstacle?.contains("Une rencontre vous attend le") == true && obstacle?.contains("heure de Paris") == true)
      }
      let fin = try await scene.rencontre(id).fin
      #expect(try await scene.obstacle(to: scene.bruno, room, at: fin - .milliseconds(1)) != nil)
      #expect(try await scene.obstacle(to: scene.bruno, room, at: fin) == nil)
      try await scene.cancel(id, by: scene.bruno)
      #expect(try await scene.obstacle(to: scene.bruno, room) == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `quand l’une est partie, l’autre garde qu’une rencontre a eu lieu ce jour-là`(engine: Engine) async throws {
    for leaves in [true, false] {
      try await withScene(engine) { scene in
        let fil = try await scene.lives()
        let room = scene.rencontres.donneesPersonnelles
        let (gone, other) = leaves ? (scene.amina, scene.bruno) : (scene.bruno, scene.amina)
        try await scene.leave(gone, room, at: fil.now)
        for _ in 1...2 {
          let list = try await scene.rencontres.showRencontres(scene.visit(by: other, at: fil.now)).html()
          #expect(list.contains("une personne partie") && list.contains("/rencontres/\(fil.tenue)"))
          let page = try await scene.rencontres.showRencontre(
            scene.visit(by: other, ["id": fil.tenue.text], at: fil.now)
          ).html()
          #expect(page.contains("une personne partie"))
          for word in leaves ? ["Canarimerci", "Amina", Distribution.questions[0]] : ["Canaripain", "Bruno"] {
            #expect(!page.contains(word), "\(word)")
          }
          let english = try await scene.rencontres.showRencontre(
            scene.visit(by: other, ["id": fil.tenue.text], at: fil.now, .en)
          ).html(.en)
          #expect(english.contains("somebody who has left"))
          if !leaves {
            let mine = try await scene.rencontres.showBilan(
              scene.visit(by: other, ["id": fil.tenue.text], at: fil.now)
            ).html()
            #expect(
              mine.contains("Canariappris") && mine.contains("Canarireponse"), "what Amina wrote and was told stays")
            #expect(
              try await scene.rencontres.showChemin(
                scene.visit(by: scene.claire, ["personne": other.personne.text], at: fil.now)
              ).code == 200)
          }
          // Again, as after an older copy: harmless.
          try await scene.forget(gone, [room], at: fil.now)
        }
        #expect(try await scene.count("SELECT count(*) FROM profil WHERE expert = \(gone.personne)") == 0)
        #expect(try await scene.count("SELECT count(*) FROM brouillon WHERE personne = \(gone.personne)") == 0)
        #expect(try await scene.count("SELECT count(*) FROM presence WHERE personne = \(gone.personne)") == 0)
        #expect(
          try await scene.count("SELECT count(*) FROM bilan WHERE humeur IS NOT NULL") == (leaves ? 0 : 1),
          "a mood is not sealed: it goes")
        #expect(try await scene.rendre(other, room, at: fil.now).words.contains("Canaripain") == leaves)
        #expect(try await scene.rencontres.showRecherche(scene.visit(by: scene.yanis, at: fil.now)).code == 200)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `une rencontre s’oublie trois ans après, avec tout ce qui en parlait`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let fil = try await scene.lives()
      let room = scene.rencontres.donneesPersonnelles
      let fin = try await scene.rencontre(fil.tenue).fin
      func meetings() async throws -> Int {
        try await scene.count("SELECT count(*) FROM rencontre WHERE id = \(fil.tenue)")
      }
      try await scene.expire(room, at: fin + .days(1096))
      #expect(try await meetings() == 1)
      for _ in 1...2 { try await scene.expire(room, at: fin + .days(1096) + .milliseconds(1)) }
      #expect(try await meetings() == 0)
      for table in ["question", "demande", "reponse", "bilan", "presence"] as [SQL] {
        #expect(try await scene.count("SELECT count(*) FROM \(sql: table) WHERE rencontre = \(fil.tenue)") == 0)
      }
      #expect(try await scene.count("SELECT count(*) FROM brouillon") == 0)
      #expect(try await scene.count("SELECT count(*) FROM profil") == 2, "a profile lasts as long as its account")
    }
  }
}

extension Scene {
  /// A meeting that Amina and Bruno had, with words in every place; one that she cancelled; a draft.
  fileprivate func lives() async throws -> (tenue: RencontreID, now: Instant) {
    let refusee = try await ask(ines, by: amina)
    try await answer(refusee, false, mot: "Canarirefus, une autre fois.", by: ines)
    let tenue = try await ask(bruno, by: amina)
    try await rencontres.accept(tenue, with: "Canaripain, venez tôt.", by: bruno, at: now)
    let rencontre = try await rencontre(tenue)
    for visitor in [amina, bruno] {
      _ = try await rencontres.arrive(
        visit(by: visitor, ["id": tenue.text], at: rencontre.debut, geste: .make(at: now)))
    }
    let later = rencontre.fin + .minutes(5)
    _ = try await rencontres.handIn(
      visit(
        by: amina, ["id": tenue.text],
        form: [
          ("tenue", "oui"), ("humeur", "bonne"), ("projet", "confirme"), ("appris", "Canariappris, le levain."),
          ("remerciement", "Canarimerci, vraiment."),
        ], at: later, geste: .make(at: later)))
    _ = try await rencontres.read(
      visit(
        by: claire, ["id": tenue.text], form: [("reponse", "Canarireponse, parlons-en.")], at: later + .minutes(5),
        geste: .make(at: later)))
    _ = try await rencontres.keepDemande(
      visit(
        by: amina, ["expert": ines.personne.text], form: [("motivation", "Canaribrouillon, encore une fois.")],
        at: later + .minutes(6), geste: .make(at: later)))
    return (tenue, later + .minutes(10))
  }
}
