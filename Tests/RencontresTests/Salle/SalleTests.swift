import Base
import Chartes
import Temps
import Testing
import Troupe

@testable import Rencontres
@testable import Web

@Suite struct SalleTests {
  @Test(arguments: Engine.allCases) func `la salle ouvre et ferme à la milliseconde`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let rencontre = try await scene.rencontre(id)
      let (opens, closes) = (rencontre.debut - .minutes(15), rencontre.fin + .minutes(30))
      let moments: [(Instant, open: Bool)] = [
        (opens - .milliseconds(1), false), (opens, true), (rencontre.debut, true), (rencontre.fin, true),
        (closes - .milliseconds(1), true), (closes, false),
      ]
      for (now, open) in moments {
        for visitor in [scene.amina, scene.bruno] {
          #expect(try await scene.mayListen(id, visitor, at: now) == open, "\(now)")
          #expect(try await scene.mayAskRelay(id, visitor, at: now) == open, "\(now)")
        }
      }
      let early = try await scene.rencontres.showSalle(
        scene.visit(by: scene.amina, ["id": id.text], at: opens - .milliseconds(1)))
      #expect(early.html().contains("La salle ouvre") && !early.html().contains("id=\"entrer\""))
      let late = try await scene.rencontres.showSalle(scene.visit(by: scene.amina, ["id": id.text], at: closes))
      #expect(late.location == "/rencontres/\(id)?fait=trop-tard")
    }
  }

  @Test(arguments: Engine.allCases) func `fermée entre le témoin et la place, une connexion n’a pas de place`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let debut = try await scene.rencontre(id).debut
      let answer = try await scene.rencontres.listen(scene.visit(by: scene.amina, ["id": id.text], at: debut))
      guard case .stream(let events) = answer.body else { throw Absent() }
      var last: ServerEvent?
      for await event in events { last = event }
      #expect(last == ServerEvent("sortie", "{}"))
      #expect(!scene.live.isListening("salle:\(id):\(scene.amina.personne)"))
    }
  }

  @Test(arguments: Engine.allCases) func `sans accord, la salle n’ouvre pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let asked = try await scene.ask(scene.bruno, by: scene.amina)
      let debut = try await scene.rencontre(asked).debut
      #expect(!(try await scene.mayListen(asked, scene.amina, at: debut)))
      let cancelled = try await scene.ask(scene.bruno, by: scene.yanis)
      try await scene.answer(cancelled, true, by: scene.bruno)
      try await scene.cancel(cancelled, by: scene.yanis)
      let hour = try await scene.rencontre(cancelled).debut
      #expect(!(try await scene.mayListen(cancelled, scene.yanis, at: hour)))
    }
  }

  @Test(arguments: Engine.allCases) func `le lien n’ouvre la salle à personne d’autre`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let debut = try await scene.rencontre(id).debut
      for other in [scene.claire, scene.karim, scene.nadia, scene.yanis, scene.ines] {
        #expect(!(try await scene.mayListen(id, other, at: debut)))
        await #expect(throws: Absent()) {
          try await scene.rencontres.arrive(in: id, by: other, at: debut)
        }
      }
      #expect(try await scene.count("SELECT count(*) FROM presence") == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `une arrivée se note une fois, un retour la garde`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let rencontre = try await scene.rencontre(id)
      let debut = rencontre.debut
      await #expect(throws: Absent()) {
        try await scene.rencontres.arrive(in: id, by: scene.amina, at: debut - .minutes(16))
      }
      try await scene.rencontres.arrive(in: id, by: scene.amina, at: debut)
      try await scene.rencontres.leave(id, by: scene.amina, at: debut + .minutes(5))
      try await scene.rencontres.arrive(in: id, by: scene.amina, at: debut + .minutes(6))
      try await scene.rencontres.arrive(in: id, by: scene.bruno, at: debut + .minutes(2))
      let presences = try await scene.read { store, tx in try store.presences(of: rencontre, in: tx) }
      #expect(
        presences == [
          Presence(personne: scene.amina.personne, arrivee: debut, depart: nil),
          Presence(personne: scene.bruno.personne, arrivee: debut + .minutes(2), depart: nil),
        ])
      let arrivals = try await scene.path(of: scene.amina).filter { $0.nom == .arrivee }
      #expect(arrivals.map(\.acteur) == [scene.amina.personne, scene.bruno.personne])
    }
  }

  @Test(arguments: Engine.allCases) func `une question se coche des deux côtés, et pas d’ailleurs`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let (amina, bruno) = (scene.amina.personne, scene.bruno.personne)
      let streams = [
        scene.rencontres.sieges.take(amina, facing: bruno, in: id),
        scene.rencontres.sieges.take(bruno, facing: amina, in: id),
      ]
      try await scene.rencontres.tick(2, of: id, posee: true, by: scene.bruno)
      for stream in streams {
        let event = await stream.first { $0.name == "question" }
        #expect(event == ServerEvent("question", #"{"rang":2,"posee":true}"#))
      }
      #expect(try await scene.asked(id) == [false, true, false])
      try await scene.rencontres.tick(2, of: id, posee: false, by: scene.amina)
      #expect(try await scene.asked(id) == [false, false, false])
      for rang in [0, 4, -1, 99] {
        await #expect(throws: Absent()) {
          try await scene.rencontres.tick(rang, of: id, posee: true, by: scene.amina)
        }
      }
      await #expect(throws: Absent()) { try await scene.rencontres.tick(1, of: id, posee: true, by: scene.claire) }
    }
  }

  @Test(arguments: Engine.allCases) func `le relais vidéo ne dit rien de la personne`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let debut = try await scene.rencontre(id).debut
      let texts = try (0..<2).map { _ in try scene.rencontres.relais.json(at: debut) }
      #expect(texts[0] != texts[1])
      for visitor in scene.people { #expect(!texts[0].contains(visitor.personne.text.prefix(13))) }
      #expect(!texts[0].contains("\"secret\"") && !texts[0].contains(id.text))
    }
  }
}

extension Scene {
  /// Whether listening gives a seat.
  fileprivate func mayListen(_ id: RencontreID, _ visitor: Visitor, at now: Instant) async throws -> Bool {
    let seat = "salle:\(id):\(visitor.personne)"
    try await standing(visitor)
    // Kept until the look below: a stream that nobody holds ends.
    var answer: Answer?
    do { answer = try await rencontres.listen(visit(by: visitor, ["id": id.text], at: now)) } catch is Absent {}
    defer { live.end(seat) }
    return answer != nil && live.isListening(seat)
  }

  /// Somebody of the cast has a connexion, as whoever comes by a cookie has.
  private func standing(_ visitor: Visitor) async throws {
    try await house.database.write { tx in
      _ = try tx.execute(
        """
        INSERT INTO connexion (id, jeton, personne, marque, navigateur, moyen, ouverte, vue, acte, prouvee, doute,
          paisible)
        VALUES (\(visitor.connexion), \(visitor.connexion.text), \(visitor.personne), '', '', 'lien', 0, 0, 0, 0,
          \(false), 0) ON CONFLICT DO NOTHING
        """)
    }
  }

  fileprivate func mayAskRelay(_ id: RencontreID, _ visitor: Visitor, at now: Instant) async throws -> Bool {
    do {
      _ = try await rencontres.giveRelais(visit(by: visitor, ["id": id.text], at: now))
      return true
    } catch is Absent { return false }
  }

  fileprivate func asked(_ id: RencontreID) async throws -> [Bool] {
    let rencontre = try await rencontre(id)
    return try await read { store, tx in try store.demande(of: rencontre, in: tx).questions.map(\.posee) }
  }
}
