import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct BilanTests {
  @Test(arguments: Engine.allCases) func `un bilan en retard retient une nouvelle demande, et l’écrire la libère`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let rencontre = try await scene.rencontre(id)
      #expect(rencontre.bilanAttendu == rencontre.fin + .days(7))
      let late = rencontre.bilanAttendu + .milliseconds(1)
      let slot = try #require(try await scene.slots(of: scene.ines, for: scene.amina, at: late + .days(1)).last)

      let refus = await #expect(throws: Refus.self) {
        try await scene.ask(for: slot, with: scene.ines, by: scene.amina, at: late)
      }
      #expect(refus?.motif.cle == FaireSonBilan.cle)
      try await scene.ask(for: slot, with: scene.ines, by: scene.yanis, at: late)
      #expect(
        try await scene.rencontres.showDemande(
          scene.visit(by: scene.amina, ["expert": scene.ines.personne.text], at: late)
        ).code == 200)

      try await scene.handIn(id, at: late)
      let other = try #require(try await scene.slots(of: scene.ines, for: scene.amina, at: late + .days(1)).last)
      try await scene.ask(for: other, with: scene.ines, by: scene.amina, at: late)
    }
  }

  @Test(arguments: Engine.allCases) func `à l’échéance même, le bilan n’est pas encore en retard`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let due = try await scene.rencontre(id).bilanAttendu
      let slot = try #require(try await scene.slots(of: scene.ines, for: scene.amina, at: due + .days(1)).last)
      try await scene.ask(for: slot, with: scene.ines, by: scene.amina, at: due)
    }
  }

  @Test(arguments: Engine.allCases) func `la conseillère lit le bilan et répond`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.reviewed()
      let page = try await scene.rencontres.showBilan(scene.visit(by: scene.claire, ["id": id.text])).html()
      #expect(page.contains("Le fournil me plaît.") && page.contains("Merci Bruno."))
      #expect(page.contains("Le bilan écrit par Amina R.") || page.contains("Amina R."))

      let answer = try await scene.rencontres.read(
        scene.visit(by: scene.claire, ["id": id.text], form: [("reponse", "Parlons-en jeudi.")]))
      #expect(answer.location == "/rencontres/\(id)/bilan?fait=lu")
      let mine = try await scene.rencontres.showBilan(scene.visit(by: scene.amina, ["id": id.text])).html()
      #expect(mine.contains("Parlons-en jeudi.") && !mine.contains("Pas encore lu"))
      #expect(try await scene.path(of: scene.amina).map(\.nom).contains(.lecture))
      let traces = try await scene.traces()
      #expect(traces.contains(TraceLine("bilan:lecture", on: id, by: scene.claire.personne)))
      for other in [scene.karim, scene.nadia, scene.yanis, scene.ines, scene.bruno, scene.amina] {
        await #expect(throws: Absent()) {
          _ = try await scene.rencontres.read(
            scene.visit(by: other, ["id": id.text], form: [("reponse", "Je passe par là.")]))
        }
      }
      #expect(try await scene.bilan(of: id, for: scene.amina)?.reponse == "Parlons-en jeudi.")
    }
  }

  @Test(arguments: Engine.allCases) func `une seconde lecture n’efface pas la réponse`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.reviewed()
      for reponse in ["Parlons-en jeudi.", ""] {
        _ = try await scene.rencontres.read(
          id, answering: reponse, by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      }
      #expect(try await scene.bilan(of: id, for: scene.amina)?.reponse == "Parlons-en jeudi.")
    }
  }

  @Test(arguments: Engine.allCases) func `une réponse trop longue revient telle quelle`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.reviewed()
      let long = String(repeating: "a", count: 4001)
      let answer = try await scene.rencontres.read(
        scene.visit(by: scene.claire, ["id": id.text], form: [("reponse", long)]))
      #expect(answer.code == 422 && answer.html().contains(long))
      #expect(try await scene.bilan(of: id, for: scene.claire)?.lu == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `le remerciement arrive chez l’expert`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      try await scene.emptyOutbox()
      let after = try await scene.rencontre(id).fin
      try await scene.handIn(id, at: after)
      let plis = try await scene.plis()
      #expect(plis.map(\.proprietaire) == ["personne:\(scene.bruno.personne)"])
      #expect(plis[0].courriel.sujet == "Amina vous remercie" && plis[0].apres == after)
      #expect(plis[0].courriel.texte.contains("> Merci Bruno.") && plis[0].courriel.html.contains("Merci Bruno."))
      #expect(!plis[0].words.contains("Le fournil me plaît."), "le reste du bilan n’est pas pour l’expert")

      let page = try await scene.rencontres.showRencontre(
        scene.visit(by: scene.bruno, ["id": id.text], at: after)
      ).html()
      #expect(page.contains("Merci Bruno.") && !page.contains("Le fournil me plaît."))
      await #expect(throws: Absent()) {
        _ = try await scene.rencontres.showBilan(scene.visit(by: scene.bruno, ["id": id.text], at: after))
      }
      let path = try await scene.path(of: scene.amina).map(\.nom)
      #expect(path.contains(.remerciement))
    }
  }

  @Test(arguments: Engine.allCases) func `sans merci, le bilan d’une rencontre tenue revient`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let after = try await scene.rencontre(id).fin
      try await scene.emptyOutbox()
      for merci in ["", "   ", "…"] {
        let answer = try await scene.rencontres.handIn(
          scene.visit(by: scene.amina, ["id": id.text], form: scene.review(merci: merci), at: after))
        #expect(answer.code == 422 && answer.html().contains("Le fournil me plaît."), "\(merci)")
      }
      #expect(try await scene.count("SELECT count(*) FROM bilan") == 0)
      let notHeld = try await scene.rencontres.handIn(
        scene.visit(by: scene.amina, ["id": id.text], form: scene.review(merci: "", tenue: "non"), at: after))
      #expect(notHeld.code == 303)
      #expect(try await scene.plis().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `une rencontre qui n’a pas eu lieu ne remercie personne`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let after = try await scene.rencontre(id).fin
      try await scene.emptyOutbox()
      _ = try await scene.rencontres.handIn(
        scene.visit(by: scene.amina, ["id": id.text], form: scene.review(tenue: "non"), at: after))
      #expect(try await scene.plis().isEmpty)
      #expect(try await scene.bilan(of: id, for: scene.bruno)?.remerciement == "")
    }
  }

  @Test(arguments: Engine.allCases) func `avant la fin, il n’y a pas de bilan`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let fin = try await scene.rencontre(id).fin
      await #expect(throws: Absent()) { try await scene.handIn(id, at: fin - .milliseconds(1)) }
      try await scene.handIn(id, at: fin)
      #expect(try await scene.count("SELECT count(*) FROM bilan") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `un bilan se remet une fois, même envoyé ensemble`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let id = try await scene.agree()
      let after = try await scene.rencontre(id).fin
      try await scene.emptyOutbox()
      try await together(8) { rang in
        try await scene.rencontres.review(
          id, appris: "Version \(rang)", merci: "Merci \(rang)", by: scene.amina, at: after)
      }
      #expect(try await scene.count("SELECT count(*) FROM bilan") == 1)
      #expect(try await scene.plis().count == 1)
      let kept = try #require(try await scene.bilan(of: id, for: scene.amina))
      #expect(try await scene.plis()[0].words.contains(kept.remerciement))
    }
  }
}

extension Scene {
  fileprivate func review(merci: String = "Merci Bruno.", tenue: String = "oui") -> [(String, String)] {
    [
      ("tenue", tenue), ("humeur", "bonne"), ("projet", "confirme"), ("appris", "Le fournil me plaît."),
      ("remerciement", merci),
    ]
  }

  fileprivate func handIn(_ id: RencontreID, at now: Instant) async throws {
    try await rencontres.review(id, appris: "Le fournil me plaît.", merci: "Merci Bruno.", by: amina, at: now)
  }

  /// A meeting whose review is handed in.
  fileprivate func reviewed() async throws -> RencontreID {
    let id = try await agree()
    try await handIn(id, at: try await rencontre(id).fin)
    return id
  }

  fileprivate func bilan(of id: RencontreID, for visitor: Visitor) async throws -> Bilan? {
    try await read { store, tx in
      try store.bilan(of: store.rencontre(id, for: visitor.viewer, in: tx), for: visitor.viewer, in: tx)
    }
  }

  func path(of visitor: Visitor) async throws -> [Fait] {
    try await house.database.read { [house] tx in try house.faits.path(of: visitor.personne, seen: "TRUE", in: tx) }
  }
}
