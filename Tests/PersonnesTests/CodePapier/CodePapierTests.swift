import Base
import Chartes
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct CodePapierTests {
  @Test(arguments: Engine.allCases) func `un code sur papier ouvre une seule fois, dans la journée`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let (lou, code) = try await scene.inscribe()
      let opened = NIOLockedValueBox<[Token]>([])
      let browser = Token.random()
      try await together(32) { _ in
        if let jeton = try await scene.enter(code.texte, in: browser) { opened.withLockedValue { $0.append(jeton) } }
      }
      let jetons = opened.withLockedValue { $0 }
      #expect(jetons.count == 1)
      let entered = try await scene.visitor(Poste(browser: browser, navigateur: "Firefox, Linux", jeton: jetons[0]))
      #expect(entered.personne == lou && entered.has(.explorateur))
      #expect(entered.preuve.moyen == "papier" && entered.preuve.forte == nil)

      let second = try await scene.personnes.giveCodePapier(
        to: lou, by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      #expect(try await scene.enter(second.texte, at: scene.now + .hours(24)) == nil, "trop tard")
      let third = try await scene.personnes.giveCodePapier(
        to: lou, by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      #expect(try await scene.enter(second.texte) == nil, "le nouveau remplace l’ancien")
      #expect(try await scene.enter(third.texte, at: scene.now + .hours(24) - .milliseconds(1)) != nil)
      let gestes = try await scene.traces().map(\.geste)
      #expect(gestes.filter { $0 == "code-papier:remise" }.count == 3)
      #expect(gestes.filter { $0 == "code-papier" }.count == 2)
      #expect(gestes.filter { $0 == "refus:code-papier" }.count == 33)
    }
  }

  @Test(arguments: Engine.allCases) func `qui accompagne ou coordonne remet un code, personne d’autre`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let (lou, _) = try await scene.inscribe()
      for helper in [scene.claire, scene.nadia] {
        _ = try await scene.personnes.giveCodePapier(to: lou, by: helper, geste: .make(at: scene.now), at: scene.now)
      }
      let stranger = try await scene.openElsewhere(.coordinateur)
      for other in [scene.karim, scene.bruno, scene.amina, stranger] {
        await #expect(throws: Absent()) {
          try await scene.personnes.giveCodePapier(to: lou, by: other, geste: .make(at: scene.now), at: scene.now)
        }
      }
      // With a mailbox, one person alone is not enough.
      await #expect(throws: Absent()) {
        try await scene.personnes.giveCodePapier(
          to: scene.amina.personne, by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `sans adresse on est inscrit, accompagné, et rien ne part par courriel`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let (lou, code) = try await scene.inscribe()
      let (autre, _) = try await scene.inscribe()
      #expect(lou != autre)
      _ = try await scene.enter(code.texte)
      _ = try await scene.personnes.giveCodePapier(
        to: lou, by: scene.claire, geste: .make(at: scene.now), at: scene.now)
      #expect(try await scene.plis().isEmpty)
      #expect(!(try await scene.holds(code.texte.brut)))
    }
  }
}

extension Scene {
  /// Claire enrols somebody without a mailbox.
  fileprivate func inscribe() async throws -> (PersonneID, CodePapier) {
    try await personnes.inscribe(
      prenom: "Lou", nom: "Vasseurion", in: dispositif, by: claire, geste: .make(at: now), at: now)
  }

  func enter(
    _ code: CodeEcrit, in browser: Token = .random(), at now: Instant = Scene.now
  ) async throws -> Token? {
    try await personnes.enter(with: code, in: browser, navigateur: "Firefox, Linux", at: now)
  }

  /// Somebody of another structure.
  func openElsewhere(_ role: Role) async throws -> Visitor {
    let dispositif = try await personnes.openDemonstration(structure: "Autre", dispositif: "Ailleurs", at: now)
    return try await personnes.seat(
      Figurant("Odile\(role.rawValue)", "Ailleurson", role), in: dispositif, suivieBy: nil, at: now)
  }
}
