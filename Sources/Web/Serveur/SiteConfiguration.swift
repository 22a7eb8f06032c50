import Base
import Html
import Temps

/// What a site is told once, at its start.
package struct SiteConfiguration: Sendable {
  /// "https://accompagner.example": for links in mails, and to know whether cookies are Secure.
  package var origin: String
  /// Demo and development show the gallery, the mailbox and the cast.
  package var development: Bool
  /// Behind a proxy of ours, the address of a visitor is the last one it added to X-Forwarded-For.
  package var trustsProxy: Bool
  package var csrfKey: CsrfKey
  package var limiter: RateLimiter
  /// nil: there is no `/metrics`.
  package var mesures: Mesures?

  package init(
    origin: String, development: Bool, trustsProxy: Bool, csrfKey: CsrfKey, limiter: RateLimiter = RateLimiter(),
    mesures: Mesures? = nil
  ) {
    self.origin = origin
    self.development = development
    self.trustsProxy = trustsProxy
    self.csrfKey = csrfKey
    self.limiter = limiter
    self.mesures = mesures
  }

  var secure: Bool { origin.hasPrefix("https://") }
}

/// What the site asks of the rooms, given by the wiring.
package struct SiteWiring: Sendable {
  /// Who bears this cookie; nil for nobody.
  package var identify: @Sendable (Passage) async throws -> Visitor?
  /// The page that asks to prove it again: what was typed goes along, and is sent afterwards.
  package var preuve: @Sendable (Visit, Visitor, ProofNeeded) async throws -> any Page
  /// Remembers a refusal: which one, on which route, to whom.
  package var refused: @Sendable (StaticString, Route, Visitor, Instant) async throws -> Void
  /// Where a signed-in person may go, for the band at the top.
  package var navigation: @Sendable (Visitor, Langue) -> [Lien]
  package var routes: [Route]
  package var specimens: [Specimen]
  package var health: @Sendable () async -> Bool

  package init(
    identify: @escaping @Sendable (Passage) async throws -> Visitor?,
    preuve: @escaping @Sendable (Visit, Visitor, ProofNeeded) async throws -> any Page,
    refused: @escaping @Sendable (StaticString, Route, Visitor, Instant) async throws -> Void,
    navigation: @escaping @Sendable (Visitor, Langue) -> [Lien], routes: [Route], specimens: [Specimen],
    health: @escaping @Sendable () async -> Bool
  ) {
    self.identify = identify
    self.preuve = preuve
    self.refused = refused
    self.navigation = navigation
    self.routes = routes
    self.specimens = specimens
    self.health = health
  }
}
