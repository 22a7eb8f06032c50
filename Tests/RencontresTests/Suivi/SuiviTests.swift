import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Personnes
@testable import Rencontres

@Suite struct SuiviTests {
  @Test(arguments: Engine.allCases)
  func `la conseillère voit chaque étape de la personne qu’elle suit, et d’aucune autre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.wholeStory()
      let path = try await scene.path(of: scene.amina)
      #expect(
        Set(path.map(\.nom)) == [
          .entree, .engagement, .demande, .declin, .expiration, .acceptation, .annulation, .arrivee, .bilan,
          .remerciement, .lecture,
        ])
      #expect(path.map(\.le) == path.map(\.le).sorted())

      let page = try await scene.chemin(of: scene.amina, for: scene.claire)
      let steps = [
        "Arrivée dans le dispositif", "Charte signée", "Demande envoyée", "Demande déclinée, avec un mot",
        "Demande restée sans réponse", "Rencontre convenue", "Rencontre annulée", "Arrivée dans la salle",
        "est arrivé dans la salle", "Bilan remis", "Merci envoyé", "Bilan lu",
      ]
      for step in steps { #expect(page.contains(step), "\(step)") }
      #expect(page.contains("/rencontres/\(id)"))

      for other in [scene.karim, scene.nadia, scene.yanis, scene.bruno, scene.ines, scene.amina] {
        await #expect(throws: Absent()) { _ = try await scene.chemin(of: scene.amina, for: other) }
      }
      for other in [scene.yanis, scene.bruno, scene.karim, scene.claire] {
        await #expect(throws: Absent()) { _ = try await scene.chemin(of: other, for: scene.claire) }
      }
      let list = try await scene.rencontres.showSuivi(scene.visit(by: scene.claire)).html()
      #expect(list.contains("/suivi/\(scene.amina.personne)") && !list.contains(scene.yanis.personne.text))
      let karims = try await scene.rencontres.showSuivi(scene.visit(by: scene.karim)).html()
      #expect(karims.contains("/suivi/\(scene.yanis.personne)") && !karims.contains(scene.amina.personne.text))
    }
  }

  @Test(arguments: Engine.allCases) func `le chemin ne montre pas ce qui se passe dans un autre dispositif`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let (dispositif, people) = try await scene.openElsewhere()
      let (odile, expert) = (people[1], people[2])
      try await scene.rencontres.publish(Distribution.boulanger, by: expert, at: scene.now)
      let both = try await scene.join(scene.amina, dispositif, suivieBy: odile)
      let id = try await scene.ask(expert, by: both)

      #expect(try await scene.chemin(of: both, for: odile).contains("Demande envoyée"))
      let page = try await scene.chemin(of: both, for: scene.claire)
      #expect(!page.contains(id.text))
      #expect(!page.contains("Demande envoyée"))
    }
  }

  @Test(arguments: Engine.allCases) func `une personne suivie à deux endroits n’apparaît qu’une fois`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let (dispositif, _) = try await scene.openElsewhere()
      _ = try await scene.join(scene.amina, dispositif, suivieBy: scene.claire)
      let list = try await scene.rencontres.showSuivi(scene.visit(by: scene.claire)).html()
      #expect(list.split(separator: "/suivi/\(scene.amina.personne)").count == 2)
    }
  }

  @Test(arguments: Engine.allCases) func `chaque lecture de la conseillère laisse une trace, celles des deux aucune`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.wholeStory()
      let before = try await scene.readings()
      let parameters = ["id": id.text]
      let after = scene.now + .days(20)
      for visitor in [scene.amina, scene.bruno] {
        _ = try await scene.rencontres.showRencontre(scene.visit(by: visitor, parameters, at: after))
        _ = try await scene.rencontres.showRencontres(scene.visit(by: visitor, at: after))
      }
      _ = try await scene.rencontres.showBilan(scene.visit(by: scene.amina, parameters, at: after))
      #expect(try await scene.readings() == before)

      for _ in 0..<3 {
        _ = try await scene.rencontres.showRencontre(scene.visit(by: scene.claire, parameters, at: after))
        _ = try await scene.rencontres.showBilan(scene.visit(by: scene.claire, parameters, at: after))
        _ = try await scene.chemin(of: scene.amina, for: scene.claire)
      }
      let new = try await scene.readings().dropFirst(before.count)
      #expect(new.count == 9)
      let claire = scene.claire.personne
      for expected in [
        TraceLine("lecture:rencontre", on: id, by: claire), TraceLine("lecture:bilan", on: id, by: claire),
        TraceLine("lecture:chemin", on: scene.amina.personne, by: claire),
      ] {
        #expect(new.filter { $0 == expected }.count == 3, "\(expected.geste)")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une lecture refusée ne montre rien et n’écrit rien`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let id = try await scene.wholeStory()
      let before = try await scene.readings()
      for other in [scene.karim, scene.nadia, scene.yanis] {
        await #expect(throws: Absent()) {
          _ = try await scene.rencontres.showRencontre(scene.visit(by: other, ["id": id.text]))
        }
        await #expect(throws: Absent()) {
          _ = try await scene.rencontres.showBilan(scene.visit(by: other, ["id": id.text]))
        }
      }
      #expect(try await scene.readings() == before)
    }
  }

  @Test(arguments: Engine.allCases) func `le suivi dit d’abord ce qui demande un regard`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      func list(at now: Instant = Scene.now) async throws -> String {
        try await scene.rencontres.showSuivi(scene.visit(by: scene.claire, at: now)).html()
      }
      #expect(try await list().contains("Pas de rencontre en cours"))
      let id = try await scene.ask(scene.bruno, by: scene.amina)
      let rencontre = try await scene.rencontre(id)
      #expect(try await list().contains("Demande envoyée"))
      try await scene.answer(id, true, by: scene.bruno)
      #expect(try await list().contains("Voir ses questions"))
      #expect(try await list(at: rencontre.fin).contains("Bilan attendu"))
      #expect(try await list(at: rencontre.bilanAttendu + .milliseconds(1)).contains("Bilan attendu depuis le"))
      try await scene.rencontres.review(
        id, appris: "Beaucoup.", merci: "Merci.", by: scene.amina, at: rencontre.fin + .days(8))
      #expect(try await list(at: rencontre.fin + .days(8)).contains("Lire son bilan"))
      _ = try await scene.rencontres.read(
        id, answering: "", by: scene.claire, geste: .make(at: scene.now), at: rencontre.fin + .days(9))
      #expect(try await list(at: rencontre.fin + .days(9)).contains("Pas de rencontre en cours"))
    }
  }
}

extension Scene {
  /// Everything that may happen to Amina: declined, expired, cancelled, then a meeting held, reviewed and read.
  /// - Returns: the meeting that was held.
  func wholeStory() async throws -> RencontreID {
    let declined = try await ask(bruno, by: amina)
    try await answer(declined, false, mot: "Le four est en panne.", by: bruno, at: now + .minutes(1))
    _ = try await ask(ines, by: amina, at: now + .minutes(2))
    _ = try await rencontres.expire(for: .house(.echeances), at: now + .days(6))
    let cancelled = try await ask(bruno, by: amina, after: now + .days(9), at: now + .days(6))
    try await answer(cancelled, true, by: bruno, at: now + .days(6))
    try await cancel(cancelled, by: amina, at: now + .days(7))
    let held = try await ask(bruno, by: amina, after: now + .days(9), at: now + .days(7))
    try await answer(held, true, mot: "Avec plaisir.", by: bruno, at: now + .days(7))
    let rencontre = try await rencontre(held)
    try await rencontres.arrive(in: held, by: amina, at: rencontre.debut)
    try await rencontres.arrive(in: held, by: bruno, at: rencontre.debut + .minutes(1))
    try await rencontres.review(
      held, appris: "Le fournil me plaît.", merci: "Merci Bruno.", by: amina, at: rencontre.fin)
    _ = try await rencontres.read(
      held, answering: "Parlons-en jeudi.", by: claire, geste: .make(at: now), at: rencontre.fin + .days(1))
    return held
  }

  /// What the page of somebody's path says.
  fileprivate func chemin(of personne: Visitor, for reader: Visitor) async throws -> String {
    try await rencontres.showChemin(
      visit(by: reader, ["personne": personne.personne.text], at: now + .days(20))
    ).html()
  }

  fileprivate func readings() async throws -> [TraceLine] {
    try await traces().filter { $0.geste.hasPrefix("lecture:") }
  }

  /// The same person, exploring in one more programme.
  fileprivate func join(
    _ visitor: Visitor, _ dispositif: DispositifID, suivieBy conseiller: Visitor
  ) async throws -> Visitor {
    try await house.database.write { [store = personnes.store] tx in
      try store.join(
        visitor.personne, dispositif, as: .explorateur, suivieBy: conseiller.personne, at: Scene.now, in: tx)
    }
    let both = Visitor(
      personne: visitor.personne, connexion: visitor.connexion, prenom: visitor.prenom, langue: .fr, fuseau: .paris,
      appartenances: visitor.appartenances + [Appartenance(dispositif: dispositif, role: .explorateur)],
      preuve: visitor.preuve)
    try await sign(both)
    return both
  }
}
