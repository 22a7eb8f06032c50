import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct EffacementTests {
  private static let dernier = Instant.fevrier(1, 12)
  private static let fin = dernier + .days(30)
  private static let avis = fin - .days(14)

  @Test(arguments: Engine.allCases)
  func `les échanges s’effacent après le temps signé, et un avis vient avant`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let acte = try await lieu.writesForAMonth(until: Self.dernier)
      try await scene.emptyOutbox()
      #expect(try await lieu.passes(at: Self.avis - .milliseconds(1)) == 0)
      #expect(try await lieu.notices().isEmpty, "not a millisecond before")
      #expect(try await lieu.passes(at: Self.avis) == 0)
      #expect(try await lieu.passes(at: Self.avis + .days(1)) == 0)
      let notices = try await lieu.notices()
      #expect(
        notices.map(\.proprietaire) == ["personne:\(lieu.nour.personne)"], "once, to whom they are taken along by")
      let words = notices[0].words.replacing("\u{a0}", with: " ")
      #expect(words.contains("mercredi 3 mars à 12:00 (heure de Paris)"))
      #expect(!words.contains("Canari"))
      let page = try await lieu.mentorat.showChemin(lieu.visit(by: lieu.nour, at: Self.avis)).html()
      #expect(page.contains("s’effaceront bientôt") && page.contains("Canariquestion"))

      #expect(try await lieu.passes(at: Self.fin - .milliseconds(1)) == 0)
      #expect(try await lieu.messages(of: lieu.nour, at: Self.fin).count == 2)
      #expect(try await lieu.passes(at: Self.fin) == 1)
      #expect(try await lieu.passes(at: Self.fin + .days(1)) == 0, "once")
      try await lieu.expectsNothingLeft(at: Self.fin)
      // That it was signed remains true, and may still be shown to be.
      #expect(try await lieu.mentorat.verify(acte.contenu) == .concorde(Scene.now))
    }
  }

  @Test(arguments: Engine.allCases) func `un contact repousse l’effacement, et l’avis revient`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.writesForAMonth(until: Self.dernier)
      try await scene.emptyOutbox()
      _ = try await lieu.passes(at: Self.avis)
      #expect(try await lieu.notices().count == 1)
      let contact = Self.avis + .days(1)
      _ = try await lieu.send("Canarinouvelle, et encore une question.", at: contact)
      #expect(try await lieu.passes(at: Self.fin) == 0)
      #expect(try await lieu.passes(at: contact + .days(16) - .milliseconds(1)) == 0)
      #expect(try await lieu.notices().count == 1)
      #expect(try await lieu.passes(at: contact + .days(16)) == 0)
      #expect(try await lieu.notices().count == 2)
      #expect(try await lieu.passes(at: contact + .days(30) - .milliseconds(1)) == 0)
      #expect(try await lieu.passes(at: contact + .days(30)) == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `un binôme qui a pris fin s’efface aussi, un autre reste`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.writesForAMonth(until: Self.dernier)
      let other = try await lieu.mentorat.pair(
        lieu.marc, lieu.elsa, in: lieu.dispositif, by: lieu.odile, at: Scene.now)
      try await lieu.mentorat.suggest(
        [Accompagnement.premiere, Accompagnement.seconde], in: other, by: lieu.marc, at: Scene.now)
      for visitor in [lieu.marc, lieu.elsa] { try await lieu.mentorat.sign(other, by: visitor, at: Scene.now) }
      try await lieu.mentorat.write(
        [("libre", "Canarifutur, et encore une question.")], in: other, by: lieu.elsa, at: Scene.now)
      _ = try await lieu.mentorat.endBinome(lieu.visit(by: lieu.marc, at: Self.dernier))
      #expect(try await lieu.passes(at: Self.fin) == 0, "a server that slept through the notice gives it first")
      #expect(try await lieu.notices().count == 1)
      #expect(try await lieu.passes(at: Self.fin + .days(7) - .milliseconds(1)) == 0)
      // Two schedules at once, on two servers.
      try await together(4) { _ in _ = try await lieu.passes(at: Self.fin + .days(7)) }
      #expect(try await scene.traces().count { $0.geste == "effacement" } == 1)
      #expect(try await scene.count("SELECT count(*) FROM message") == 1)
      let kept = try await lieu.read { [lieu] store, tx in
        let pair = try store.binome(other, for: lieu.elsa.viewer, in: tx)
        return try store.messages(of: pair, for: lieu.elsa.personne, at: Self.fin, in: tx).map { $0.texte?.ensemble }
      }
      #expect(kept == ["Canarifutur, et encore une question."])
    }
  }
}

extension Accompagnement {
  /// Signs a keeping of thirty days, then words in every place. The last contact is then.
  fileprivate func writesForAMonth(until dernier: Instant) async throws -> Acte {
    _ = try await propose(["conservation": ["30"]], by: nour)
    for visitor in [marc, nour] { _ = try await sign(by: visitor) }
    _ = try await send("Canariquestion, comment dire non ?")
    let question = try await messages(of: marc)[0]
    try await mark(question, "posture", by: nour, at: Scene.now + .minutes(1))
    _ = try await mentorat.orient(
      visit(by: marc, form: [("cadre", "seance")], at: Scene.now + .minutes(2), geste: .make(at: Scene.now)))
    try await write("Canarireponse, qu’en dites-vous ?", by: marc, answering: question, at: dernier)
    _ = try await relecture("Canaripremiere, que faire de tout cela ?", objet: "nouveau", at: dernier)
    guard let acte = try await acte() else { throw Absent() }
    return acte
  }

  /// What the schedule does: how many were erased.
  fileprivate func passes(at now: Instant) async throws -> Int {
    try await mentorat.erase(for: .house(.echeances), at: now)
  }

  fileprivate func notices() async throws -> [Pli] {
    try await scene.plis().filter { $0.courriel.sujet.contains("s’effaceront bientôt") }
  }

  /// Rows, key and words are gone; pages say so, or are gone too.
  fileprivate func expectsNothingLeft(at now: Instant) async throws {
    for table in ["message", "formulation", "marque", "synthese", "orientation", "carnet", "message_en_cours"] as [SQL]
    {
      #expect(try await scene.count("SELECT count(*) FROM \(sql: table)") == 0)
    }
    await #expect(throws: VaultError.erased) {
      try await scene.house.database.write { [vault = scene.house.vault, binome] _ in
        _ = try vault.seal("encore", of: .binome(binome), at: Place("essai.mot", "1"))
      }
    }
    #expect(try await acte() == nil, "both names went with the key")
    for visitor in [nour, marc] {
      for (route, result) in await answers(to: visitor, at: now) {
        #expect(result.failure == nil || result.failure is Absent, "\(route.method) \(route.path)")
        if case .success(let answer) = result { #expect(!answer.html().contains("Canari"), "\(route.path)") }
      }
      #expect(try await mentorat.showFil(visit(by: visitor, at: now)).code == 200)
    }
  }
}
