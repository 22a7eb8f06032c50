import Base
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

/// One browser of somebody: what it keeps, and what it says of itself.
struct Poste: Sendable {
  let browser: Token
  let navigateur: String
  var jeton: Token

  func passage(acts: Bool = false, from navigateur: String? = nil, at now: Instant) -> Passage {
    Passage(jeton: jeton, browser: browser, navigateur: navigateur ?? self.navigateur, agit: acts, now: now)
  }
}

extension Scene {
  /// Somebody enters, on a browser of its own.
  func open(
    _ visitor: Visitor, _ navigateur: String = "Firefox, Linux", by moyen: NewConnexion.Moyen = .lien,
    in browser: Token = .random(), at now: Instant = Scene.now
  ) async throws -> Poste {
    let connexion = NewConnexion(by: moyen, in: browser, navigateur, at: now)
    try await house.database.write { [store = personnes.store] tx in
      try store.insert(connexion, of: visitor.personne, in: tx)
    }
    return Poste(browser: browser, navigateur: navigateur, jeton: connexion.jeton)
  }

  /// Who bears the cookies of this browser now; nil for nobody.
  func identify(
    _ poste: Poste, acts: Bool = false, from navigateur: String? = nil, at now: Instant = Scene.now
  ) async throws -> Visitor? {
    try await personnes.identify(poste.passage(acts: acts, from: navigateur, at: now))
  }

  func visitor(_ poste: Poste, at now: Instant = Scene.now) async throws -> Visitor {
    try #require(try await identify(poste, at: now))
  }
}
