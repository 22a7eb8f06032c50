import Base
import Chartes
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct DonneesPersonnellesTests {
  @Test(arguments: Engine.allCases)
  func `chaque table du mentorat est déclarée une fois, avec les colonnes qui nomment quelqu’un`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let declaration = Declaration(scene.mentorat.donneesPersonnelles)
      let differences = try await declaration.differences(from: MentoratRoom.migrations, engine)
      #expect(differences == [])
    }
  }

  @Test(arguments: Engine.allCases)
  func `chacun emporte ses mots, et la personne accompagnée ce qu’on lui a répondu`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let now = try await lieu.lives()
      let room = scene.mentorat.donneesPersonnelles
      let nour = try await scene.rendre(lieu.nour, room, at: now)
      #expect(nour.isWellFormed)
      for mot in [
        "Canaripremiere", "Canariseconde", "Canarireponse", "Canarisynthese", "Canaricours", "Marc A.", "posture",
      ] { #expect(nour.words.contains(mot), "\(mot)") }
      let marc = try await scene.rendre(lieu.marc, room, at: now)
      for mot in ["Canarireponse", "Canarisynthese", "Canarivieille", "2027-03-01", "Nour H."] {
        #expect(marc.words.contains(mot), "\(mot)")
      }
      for mot in ["Canaripremiere", "Canariseconde", "Canaricours", "posture"] {
        #expect(!marc.words.contains(mot), "\(mot) is the mentee’s trace")
      }
      #expect(!nour.words.contains("Canarivieille"), "a mentor’s former wordings are theirs")
      for secret in ["Haddadien", "Aubrionnet", lieu.marc.personne.text] {
        #expect(!nour.words.contains(secret) && !marc.words.contains(secret), "\(secret)")
      }
      #expect(try await scene.rendre(lieu.elsa, room, at: now).isEmpty)
    }
  }

  @Test(arguments: Engine.allCases)
  func `un binôme se termine avant que l’un des deux parte`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let room = scene.mentorat.donneesPersonnelles
      #expect(
        try await scene.obstacle(to: lieu.marc, room)?.contains("Votre binôme avec Nour n’est pas terminé") == true)
      #expect(
        try await scene.obstacle(to: lieu.nour, room)?.contains("Votre binôme avec Marc n’est pas terminé") == true)
      #expect(try await scene.obstacle(to: lieu.elsa, room) == nil)
      _ = try await lieu.mentorat.endBinome(lieu.visit(by: lieu.marc))
      for visitor in [lieu.marc, lieu.nour] { #expect(try await scene.obstacle(to: visitor, room) == nil) }
    }
  }

  @Test(arguments: Engine.allCases)
  func `quand le mentor part, la personne accompagnée garde son chemin jusqu’au terme signé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let now = try await lieu.lives()
      let room = scene.mentorat.donneesPersonnelles
      _ = try await lieu.mentorat.endBinome(lieu.visit(by: lieu.marc, at: now, geste: .make(at: now)))
      let before = try await lieu.statuses(of: lieu.nour, at: now)
      try await scene.leave(lieu.marc, room, at: now)
      for _ in 1...2 {
        #expect(try await lieu.statuses(of: lieu.nour, at: now) == before, "every page is as open as it was")
        let page = try await lieu.mentorat.showExport(lieu.visit(by: lieu.nour, at: now)).html()
        for mot in ["Canariseconde", "Canarireponse", "Canarisynthese"] { #expect(page.contains(mot), "\(mot)") }
        #expect(page.contains("Mes échanges avec une personne partie") && !page.contains("Marc"))
        try await scene.forget(lieu.marc, [room], at: now)
      }
      #expect(try await scene.count("SELECT count(*) FROM absence") == 0)
      #expect(try await scene.count("SELECT count(*) FROM carnet WHERE auteur = \(lieu.marc.personne)") == 0)
      #expect(
        try await scene.count(
          """
          SELECT count(*) FROM formulation f JOIN message m ON m.id = f.message
          WHERE m.auteur = \(lieu.marc.personne)
          """) == 1, "the last wording is the answer")
      // Then the term that both signed.
      _ = try await lieu.mentorat.erase(for: .house(.echeances), at: now + .days(729))
      #expect(try await lieu.mentorat.erase(for: .house(.echeances), at: now + .days(731)) == 0, "the notice first")
      #expect(try await lieu.mentorat.erase(for: .house(.echeances), at: now + .days(740)) == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `quand la personne accompagnée part, tout ce qui s’est écrit part avec elle`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let now = try await lieu.lives()
      let room = scene.mentorat.donneesPersonnelles
      let acte = try #require(try await lieu.acte())
      let signed = try await lieu.mentorat.verify(acte.contenu)
      #expect(signed != .neConcordePas)
      _ = try await lieu.mentorat.endBinome(lieu.visit(by: lieu.nour, at: now, geste: .make(at: now)))
      try await scene.leave(lieu.nour, room, at: now)
      for _ in 1...2 {
        for table in [
          "message", "formulation", "marque", "synthese", "orientation", "message_en_cours", "carnet",
          "passage_mentor", "date_proposee",
        ] as [SQL] {
          #expect(try await scene.count("SELECT count(*) FROM \(sql: table)") == 0)
        }
        try await scene.forget(lieu.nour, [room], at: now)
      }
      // The pair's own key follows, with the schedule.
      _ = try await lieu.mentorat.erase(for: .house(.echeances), at: now + .hours(1))
      await #expect(throws: VaultError.erased) {
        try await scene.house.database.write { [vault = scene.house.vault, binome = lieu.binome] _ in
          _ = try vault.seal("encore", of: .binome(binome), at: Place("essai.mot", "1"))
        }
      }
      for (route, result) in await lieu.answers(to: lieu.marc, at: now + .hours(2)) {
        #expect(result.failure == nil || result.failure is Absent, "\(route.method) \(route.path)")
        if case .success(let answer) = result {
          for word in ["Canari", "Nour"] { #expect(!answer.html().contains(word), "\(route.path) \(word)") }
        }
      }
      #expect(try await lieu.mentorat.showFil(lieu.visit(by: lieu.marc, at: now + .hours(2))).code == 200)
      #expect(try await lieu.mentorat.verify(acte.contenu) == signed, "that it was signed remains true")
      // Five years later the pair itself is forgotten.
      let end = now + .days(1827)
      try await scene.expire(room, at: end)
      #expect(try await scene.count("SELECT count(*) FROM binome") == 1)
      for _ in 1...2 { try await scene.expire(room, at: end + .milliseconds(1)) }
      for table in ["binome", "convention", "convention_texte", "signature", "acte", "seance"] as [SQL] {
        #expect(try await scene.count("SELECT count(*) FROM \(sql: table)") == 0)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `un binôme ouvert ou encore gardé ne s’oublie pas par l’âge`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let now = try await lieu.lives()
      let room = scene.mentorat.donneesPersonnelles
      try await scene.expire(room, at: now + .days(4000))
      #expect(try await scene.count("SELECT count(*) FROM binome") == 1)
      #expect(try await scene.count("SELECT count(*) FROM message") > 0, "its own term erases it, not its age")
      #expect(try await scene.count("SELECT count(*) FROM annonce") == 0)
    }
  }
}

extension Accompagnement {
  /// Words in every place, on both sides; answers the moment after.
  fileprivate func lives() async throws -> Instant {
    let evening = Instant.fevrier(1, 20)
    _ = try await send("Canaripremiere, comment dire non sans blesser ?", at: evening, averti: true)
    let question = try await messages(of: nour, at: evening)[0]
    _ = try await mentorat.changeMessage(
      visit(
        by: nour, ["message": question.id.text], form: [("libre", "Canariseconde, qu’est-ce qui me retient ?")],
        at: evening + .minutes(1), geste: .make(at: evening)))
    try await mark(question, "posture", by: nour, at: evening + .minutes(3))
    let reading = Instant.fevrier(2, 9)
    try await write("Canarivieille.", by: marc, answering: question, at: reading)
    let answer = try await messages(of: marc, at: reading).max { $0.ecrit < $1.ecrit } ?? question
    _ = try await mentorat.changeMessage(
      visit(by: marc, ["message": answer.id.text], form: [("libre", "Canarireponse.")], at: reading + .minutes(1)))
    _ = try await mentorat.orient(
      visit(by: marc, form: [("cadre", "seance")], at: reading + .minutes(2), geste: .make(at: reading)))
    _ = try await mentorat.addAbsence(
      visit(
        by: marc, form: [("premier", "2027-03-01"), ("dernier", "2027-03-02")], at: reading, geste: .make(at: reading)))
    let after = Accompagnement.seconde + .hours(2)
    try await mentorat.summarize("Canarisynthese.", in: binome, by: marc, at: after)
    _ = try await relecture("Canaricours, et ensuite ?", objet: "nouveau", at: after + .minutes(10))
    return after + .hours(3)
  }

  /// How every page that one may read answers.
  fileprivate func statuses(of visitor: Visitor, at now: Instant) async throws -> [String] {
    await answers(to: visitor, at: now).filter { "\($0.route.method)" == "GET" }.map { route, result in
      switch result {
      case .success(let answer): "\(route.path) \(answer.code)"
      case .failure(let error): "\(route.path) \(type(of: error))"
      }
    }
  }
}
