import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

extension Scene {
  /// Somebody who has entered by an invitation and has not signed.
  func enterUnsigned(_ adresse: String, _ role: Role) async throws -> Visitor {
    let jeton = try await invite(adresse, role)
    let browser = Token.random()
    let accueil = try await personnes.accept(
      jeton, prenom: "Lou", nom: "Vasseurion", langue: .fr, in: browser, navigateur: "Firefox", at: now)
    guard case .entered(let token) = accueil else { throw Absent() }
    return try await visitor(Poste(browser: browser, navigateur: "Firefox", jeton: token))
  }

  /// The token of the mail that invites.
  func invite(_ adresse: String, _ role: Role, at now: Instant = Scene.now) async throws -> Token {
    let form = FormData(pairs: [
      ("adresse", adresse), ("role", role.rawValue), ("suivie_par", claire.personne.text),
    ])
    let invitation = try NewInvitation(
      form, roles: Charte.rencontres.roles, conseillers: [claire.personne, karim.personne])
    let dispositif = try await personnes.coordinated(by: nadia).0
    _ = try await personnes.invite(invitation, to: dispositif, by: nadia, geste: .make(at: now), at: now)
    let text = try #require(try await plis().last { $0.courriel.destinataire == adresse }).courriel.texte
    let link = try #require(text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") })
    return try #require(Token(presented: String(link.suffix(32))))
  }

  func publish(_ parametre: Parametre, _ value: Int, at now: Instant = Scene.now) async throws {
    let (dispositif, _) = try await personnes.coordinated(by: nadia)
    let current = try await version(at: now).parametres
    let changed = try #require(current.setting(parametre, to: value))
    _ = try await personnes.publish(changed, of: dispositif, by: nadia, geste: .make(at: now), at: now)
  }

  func version(at now: Instant = Scene.now) async throws -> Version {
    try await house.database.read { [store = personnes.store, dispositif] tx in
      try store.version(of: dispositif, at: now, in: tx)
    }
  }

  /// What the signing page sends for the version in force.
  func form(_ visitor: Visitor, _ role: Role, _ langue: Langue) async throws -> [(String, String)] {
    let (version, empreinte) = try await house.database.read { [store = personnes.store, dispositif] tx in
      let version = try store.version(of: dispositif, at: Scene.now, in: tx)
      let texte = try store.texte(version.numero, of: dispositif, for: role, langue, in: tx)
      return (version.numero, texte?.empreinte ?? "")
    }
    return [
      ("dispositif", dispositif.text), ("role", role.rawValue), ("numero", String(version)), ("empreinte", empreinte),
      ("langue", langue.rawValue),
    ]
  }

  func sign(_ visitor: Visitor, _ role: Role, _ langue: Langue) async throws {
    let form = try await form(visitor, role, langue)
    let answer = try await personnes.sign(visit(by: visitor, form: form))
    #expect(answer.location == "/accueil")
  }

  func engagements(of visitor: Visitor) async throws -> [Engagement] {
    try await house.database.read { [store = personnes.store] tx in try store.engagements(for: visitor.viewer, in: tx) }
  }

  func toSign(_ visitor: Visitor) async throws -> [ToSign] {
    try await house.database.read { [store = personnes.store] tx in
      try store.toSign(by: visitor.personne, at: Scene.now, in: tx)
    }
  }

  /// The version under which a new act would be judged.
  @discardableResult
  func engage(_ visitor: Visitor, _ role: Role) async throws -> Version {
    try await house.database.read { [store = personnes.store, dispositif] tx in
      try store.engaged(visitor.personne, as: role, in: dispositif, at: Scene.now, tx: tx)
    }
  }
}
