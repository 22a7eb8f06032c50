import Base
import Chartes
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct AnnulationTests {
  typealias Classe = TenirSesRendezVous.Classe

  @Test(arguments: Engine.allCases) func `une annulation est à temps ou tardive selon le préavis signé`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let later = scene.now + .days(4)
      let expected: [(before: Duration, Classe)] = [
        (.hours(24) + .milliseconds(1), .aTemps), (.hours(24), .aTemps), (.hours(24) - .milliseconds(1), .tardive),
        (.milliseconds(1), .tardive), (.zero, .absence), (.milliseconds(-1), .absence),
      ]
      for (before, classe) in expected {
        let id = try await scene.agree(after: later)
        #expect(try await scene.classe(of: id, cancelled: before) == classe, "\(before)")
      }
      let agreedBefore = try await scene.agree(after: later)
      try await scene.publish(TenirSesRendezVous.preavis, 48, signedBy: [scene.amina, scene.bruno])
      #expect(try await scene.classe(of: agreedBefore, cancelled: .hours(24)) == .aTemps, "la version d’alors juge")
      for (before, classe) in [(Duration.hours(48), Classe.aTemps), (.hours(48) - .milliseconds(1), .tardive)] {
        let id = try await scene.agree(after: later)
        #expect(try await scene.classe(of: id, cancelled: before) == classe, "\(before)")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `la page dit d’avance comment l’annulation sera notée`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree(after: scene.now + .days(4))
      let debut = try await scene.rencontre(id).debut
      func page(_ now: Instant) async throws -> String {
        try await scene.rencontres.showAnnulation(scene.visit(by: scene.amina, ["id": id.text], at: now)).html()
      }
      #expect(try await page(debut - .hours(24)).contains("Vous prévenez à temps"))
      #expect(try await page(debut - .hours(24) + .milliseconds(1)).contains("sera notée tardive"))
      #expect(try await page(debut).contains("comme une absence"))
    }
  }

  @Test(arguments: Engine.allCases, [true, false]) func `annuler rend leur temps aux deux et retire les rappels`(
    engine: Engine, byExpert: Bool
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree(after: scene.now + .days(4))
      let rencontre = try await scene.rencontre(id)
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == 6)
      #expect(!(try await scene.slots(of: scene.bruno, for: scene.yanis).contains(rencontre.creneau)))
      #expect(try await scene.plis().filter { $0.apres > scene.now }.count == 3)

      let now = scene.now + .hours(1)
      try await scene.cancel(id, by: byExpert ? scene.bruno : scene.amina, at: now)
      #expect(try await scene.rencontre(id).etat == .annulee)
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris") == 0)
      #expect(try await scene.slots(of: scene.bruno, for: scene.yanis).contains(rencontre.creneau))
      #expect(try await scene.plis().filter { $0.apres > now }.isEmpty)
    }
  }

  @Test(arguments: Engine.allCases, [true, false]) func `les deux agendas effacent la rencontre`(
    engine: Engine, byExpert: Bool
  ) async throws {
    try await withScene(engine) { scene in
      let author = byExpert ? scene.bruno : scene.amina
      let other = byExpert ? scene.amina : scene.bruno
      let id = try await scene.agree()
      let before = try await scene.calendars()
      try await scene.emptyOutbox()
      try await scene.cancel(id, by: author, mot: "Une fièvre me cloue au lit.")
      let after = try await scene.calendars()
      for person in [author, other] {
        let request = try #require(before[person.personne])
        let cancel = try #require(after[person.personne])
        #expect(request.courriel.calendrier?.methode == "REQUEST" && request.line("METHOD") == "METHOD:REQUEST")
        #expect(cancel.courriel.calendrier?.methode == "CANCEL" && cancel.line("METHOD") == "METHOD:CANCEL")
        #expect(request.line("UID") != nil && request.line("UID") == cancel.line("UID"))
        #expect(request.line("DTSTART") == cancel.line("DTSTART"))
        let asked = try #require(request.sequence)
        let cancelled = try #require(cancel.sequence)
        #expect(asked < cancelled)
      }
      #expect(after[other.personne]?.words.contains("Une fièvre me cloue au lit.") == true)
    }
  }

  @Test(arguments: Engine.allCases) func `retirer une demande est toujours à temps, et ne touche aucun agenda`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      try await scene.emptyOutbox()
      #expect(try await scene.classe(of: id, cancelled: .hours(13)) == .aTemps)
      let plis = try await scene.plis()
      #expect(plis.map(\.proprietaire) == ["personne:\(scene.bruno.personne)"])
      #expect(plis.allSatisfy { $0.courriel.calendrier == nil })
    }
  }

  @Test(arguments: Engine.allCases) func `une demande se décline, elle n’est retirée que par qui l’a faite`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      #expect(try await scene.cancel(id, by: scene.bruno, at: scene.now) == "/rencontres/\(id)?fait=trop-tard")
      #expect(try await scene.rencontre(id).etat == .demandee)
    }
  }

  @Test(arguments: Engine.allCases) func `qui attendait dans la salle n’était pas absent`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let debut = try await scene.rencontre(id).debut
      try await scene.rencontres.arrive(in: id, by: scene.amina, at: debut)
      #expect(try await scene.classe(of: id, cancelled: .minutes(-20)) == .aTemps)
    }
  }

  @Test(arguments: Engine.allCases) func `après la fin, il est trop tard pour annuler`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let fin = try await scene.rencontre(id).fin
      #expect(try await scene.cancel(id, by: scene.amina, at: fin) == "/rencontres/\(id)?fait=trop-tard")
      #expect(try await scene.rencontre(id).etat == .acceptee)
      try await scene.cancel(id, by: scene.amina, at: fin - .milliseconds(1))
      #expect(try await scene.rencontre(id).etat == .annulee)
    }
  }

  @Test(arguments: Engine.allCases) func `sans un mot, on n’annule pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      for mot in ["", "  \n ", String(repeating: "a", count: 2001)] {
        let answer = try await scene.rencontres.cancel(
          scene.visit(by: scene.amina, ["id": id.text], form: [("mot", mot)]))
        #expect(answer.code == 422)
      }
      #expect(try await scene.rencontre(id).etat == .acceptee)
    }
  }

  @Test(arguments: Engine.allCases) func `les deux annulent au même instant, une seule annulation reste`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let answers = NIOLockedValueBox<[String]>([])
      try await together(16) { rang in
        let next = try await scene.cancel(id, by: rang.isMultiple(of: 2) ? scene.amina : scene.bruno)
        answers.withLockedValue { $0.append(next) }
      }
      #expect(answers.withLockedValue { $0.filter { $0.hasSuffix("annulee") }.count } == 1)
      #expect(try await scene.count("SELECT count(*) FROM annulation") == 1)
      #expect(try await scene.plis().filter { $0.courriel.calendrier?.methode == "CANCEL" }.count == 2)
    }
  }
}

extension Scene {
  /// The mail that carries a calendar, for each of the two.
  fileprivate func calendars() async throws -> [PersonneID: Pli] {
    var calendars: [PersonneID: Pli] = [:]
    for person in [amina, bruno] {
      calendars[person.personne] = try await plis(to: person.personne).first { $0.courriel.calendrier != nil }
    }
    return calendars
  }

  /// Cancels so long before the hour and tells how it was noted.
  fileprivate func classe(
    of id: RencontreID, cancelled before: Duration
  ) async throws -> TenirSesRendezVous.Classe? {
    let rencontre = try await rencontre(id)
    try await cancel(id, by: amina, at: rencontre.debut - before)
    return try await read { store, tx in try store.annulation(of: rencontre, in: tx)?.classe }
  }
}
