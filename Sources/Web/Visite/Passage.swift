import Base
import Temps

/// What is known of a browser that presents the cookie of a connexion.
package struct Passage: Sendable {
  package let jeton: Token
  /// The browser's own token: a connexion opens in no other.
  package let browser: Token
  /// "Firefox, Linux": its families.
  package let navigateur: String
  /// Whether it sends a form, or only reads.
  package let agit: Bool
  package let now: Instant

  package init(jeton: Token, browser: Token, navigateur: String, agit: Bool, now: Instant) {
    self.jeton = jeton
    self.browser = browser
    self.navigateur = navigateur
    self.agit = agit
    self.now = now
  }
}
