import Base
import Chartes
import Html
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import Web

@Suite struct InvitationTests {
  fileprivate static let browser = Token.random()
  private var browser: Token { Self.browser }
  private let adresse = "lou.vasseurion@exemple.fr"

  @Test(arguments: Engine.allCases) func `une invitation s’accepte une seule fois`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.invite(adresse, .explorateur)
      let entered = NIOLockedValueBox<[Token]>([])
      try await together(16) { rang in
        let token = try await scene.accept(jeton, prenom: "Lou\(rang)")
        if let token { entered.withLockedValue { $0.append(token) } }
      }
      let tokens = entered.withLockedValue { $0 }
      #expect(tokens.count == 1)
      let lou = try #require(
        try await scene.identify(Poste(browser: browser, navigateur: "Firefox", jeton: tokens[0])))
      #expect(lou.appartenances == [Appartenance(dispositif: scene.dispositif, role: .explorateur)])
      #expect(try await scene.follows(scene.claire, lou))
      #expect(!(try await scene.follows(scene.karim, lou)))
      #expect(try await scene.accept(jeton) == nil)
      let page = try await scene.personnes.showInvitation(scene.visit(by: nil, ["jeton": jeton.text])).html()
      #expect(page.contains("Cette invitation est terminée"))
    }
  }

  @Test(arguments: Engine.allCases) func `une invitation dure quatorze jours`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.invite(adresse, .expert)
      let end = scene.now + .days(14)
      #expect(try await scene.accept(jeton, at: end) == nil)
      #expect(try await scene.accept(jeton, at: end - .milliseconds(1)) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `une invitation retirée n’ouvre plus, et son courriel ne part pas`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.invite(adresse, .expert)
      let id = try await scene.invitation(jeton).id
      _ = try await scene.personnes.withdrawInvitation(scene.visit(by: scene.nadia, ["id": id.text]))
      #expect(try await scene.accept(jeton) == nil)
      #expect(try await scene.plis().isEmpty)
      await #expect(throws: Absent()) {
        try await scene.personnes.withdraw(id, by: scene.nadia, at: scene.now)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une invitation acceptée ne se retire plus`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.invite(adresse, .expert)
      _ = try await scene.accept(jeton)
      let id = try await scene.invitation(jeton).id
      await #expect(throws: Absent()) {
        try await scene.personnes.withdraw(id, by: scene.nadia, at: scene.now)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `une adresse déjà connue gagne un rôle et garde son nom`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let bruno = try await scene.personne(scene.bruno)
      let jeton = try await scene.invite(bruno.adresse.uppercased(), .conseiller)
      let page = try await scene.personnes.showInvitation(scene.visit(by: nil, ["jeton": jeton.text])).html()
      #expect(!page.contains("name=\"prenom\""))
      let answer = try await scene.personnes.acceptInvitation(scene.visit(by: nil, ["jeton": jeton.text]))
      #expect(answer.connexion == nil, "une invitation n’ouvre pas un compte qui existe")
      #expect(answer.location == "/connexion")
      let places = try await scene.house.database.read { [store = scene.personnes.store] tx in
        try store.appartenances(of: scene.bruno.personne, in: tx)
      }
      #expect(Set(places.map(\.role)) == [.expert, .conseiller])
      #expect(try await scene.personne(scene.bruno) == bruno)
      #expect(try await scene.toSign(scene.bruno).map(\.appartenance.role) == [.conseiller])
      #expect(try await scene.count("SELECT count(*) FROM personne") == 7)
    }
  }

  @Test(arguments: Engine.allCases) func `sans nom, l’invitation attend`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let jeton = try await scene.invite(adresse, .expert)
      for (prenom, nom) in [
        ("", "Vasseurion"), ("Lou", "  "), ("…", "Vasseurion"), ("Lou", String(repeating: "a", count: 61)),
      ] {
        let answer = try await scene.personnes.acceptInvitation(
          scene.visit(by: nil, ["jeton": jeton.text], form: [("prenom", prenom), ("nom", nom)]))
        #expect(answer.code == 422)
        #expect(answer.connexion == nil)
      }
      #expect(try await scene.accept(jeton) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `on ne confie une personne qu’à un conseiller du dispositif`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      for conseiller in ["", scene.bruno.personne.text, PersonneID.make(at: scene.now).text, "claire"] {
        let answer = try await scene.personnes.invite(
          scene.visit(
            by: scene.nadia, form: [("adresse", adresse), ("role", "explorateur"), ("suivie_par", conseiller)]))
        #expect(answer.html().contains("Choisissez qui accompagnera"))
      }
      #expect(try await scene.plis().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `le courriel d’invitation porte le lien et rien de plus`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      _ = try await scene.invite(adresse, .explorateur)
      let pli = try #require(try await scene.plis().first)
      #expect(pli.courriel.destinataire == adresse)
      #expect(pli.courriel.sujet.hasPrefix("Nadia vous invite"))
      for person in [scene.nadia, scene.claire] {
        let personne = try await scene.personne(person)
        #expect(!pli.words.contains(personne.nom) && !pli.words.contains(personne.adresse))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `seule la coordination du dispositif voit et retire ses invitations`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let id = try await scene.invitation(try await scene.invite(adresse, .expert)).id
      let elsewhere = try await scene.personnes.openDemonstration(
        structure: "Autre", dispositif: "Ailleurs", at: scene.now)
      let other = try await scene.personnes.seat(
        Figurant("Odile", "Ailleurson", .coordinateur), in: elsewhere, suivieBy: nil, at: scene.now)
      for stranger in [other, scene.claire, scene.bruno] {
        let seen = try await scene.house.database.read { [store = scene.personnes.store] tx in
          try store.invitations(of: scene.dispositif, for: stranger.viewer, in: tx)
        }
        #expect(seen.isEmpty)
        await #expect(throws: Absent()) { try await scene.personnes.withdraw(id, by: stranger, at: scene.now) }
      }
      #expect(try await scene.personnes.showInvitations(scene.visit(by: scene.nadia)).html().contains(adresse))
      #expect(!(try await scene.personnes.showInvitations(scene.visit(by: other)).html().contains(adresse)))
    }
  }

  @Test(arguments: Engine.allCases) func `le même formulaire deux fois envoie une seule invitation`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let visit = scene.visit(by: scene.nadia, form: [("adresse", adresse), ("role", "expert")])
      _ = try await scene.personnes.invite(visit)
      _ = try await scene.personnes.invite(visit)
      #expect(try await scene.plis().count == 1)
      #expect(try await scene.count("SELECT count(*) FROM invitation") == 1)
    }
  }
}

extension Scene {
  fileprivate func accept(
    _ jeton: Token, prenom: String = "Lou", at now: Instant = Scene.now
  ) async throws -> Token? {
    let accueil = try await personnes.accept(
      jeton, prenom: prenom, nom: "Vasseurion", langue: .fr, in: InvitationTests.browser, navigateur: "Firefox", at: now
    )
    guard case .entered(let token) = accueil else { return nil }
    return token
  }

  fileprivate func invitation(_ jeton: Token) async throws -> Invitation {
    let found = try await house.database.read { [store = personnes.store] tx in try store.invitation(jeton, in: tx) }
    return try #require(found)
  }

  fileprivate func personne(_ visitor: Visitor) async throws -> Personne {
    try await house.database.read { [store = personnes.store] tx in
      try store.personne(visitor.personne, for: visitor.viewer, in: tx)
    }
  }

  fileprivate func follows(_ conseiller: Visitor, _ explorateur: Visitor) async throws -> Bool {
    try await house.database.read { [store = personnes.store] tx in
      try store.suivies(by: conseiller.viewer, in: tx).contains(explorateur.personne)
    }
  }
}
