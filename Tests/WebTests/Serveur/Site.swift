import Base
import Chartes
import Crypto
import Foundation
import HTTPTypes
import Html
import Hummingbird
import HummingbirdTesting
import Logging
import NIOConcurrencyHelpers
import Temps
import Troupe

@testable import Web

/// A small site with a route of every kind, at a moment that the test moves.
struct Site: Sendable {
  static let connexionDeLea = Token.random()
  static let connexionDeMarc = Token.random()
  static let panne = "un-secret-dans-la-panne"

  var origin = "http://localhost:8080"
  var development = false
  var trustsProxy = false
  var limiter = RateLimiter()
  var isWell = true
  var mesures: Mesures?
  /// The base does not say who comes.
  let isAway = NIOLockedValueBox(false)
  let live = LiveStream()
  let journal = Journal()
  /// What the forms have done.
  let actes = NIOLockedValueBox<[String]>([])
  /// What was refused to somebody signed in.
  let refus = NIOLockedValueBox<[String]>([])
  let moment = NIOLockedValueBox(Instant(milliseconds: 1_800_000_000_000))
  private let csrfKey = CsrfKey(.init(size: .bits256))

  var secure: Bool { origin.hasPrefix("https:") }

  func application() throws -> some ApplicationProtocol {
    let configuration = SiteConfiguration(
      origin: origin, development: development, trustsProxy: trustsProxy, csrfKey: csrfKey,
      limiter: limiter, mesures: mesures)
    let responder = SiteResponder(
      wiring: wiring, configuration: configuration, files: try StaticFiles(root: Self.publicFolder),
      horloge: Horloge { [moment] in moment.withLockedValue { $0 } })
    return Application(responder: responder, logger: journal.logger)
  }

  private var wiring: SiteWiring {
    SiteWiring(
      identify: { [isAway] passage in
        if isAway.withLockedValue({ $0 }) { throw DatabaseError.unavailable }
        return Visiteurs.by[passage.jeton.text]
      }, preuve: { _, _, _ in PageDEssai() },
      refused: { [refus] geste, route, visitor, _ in
        refus.withLockedValue { $0.append("\(geste) \(route.path) \(visitor.prenom)") }
      },
      navigation: { _, t in
        [Lien("/moi", t("Chez moi", "Mine")), Lien("/choses", t("Choses", "Things"))]
      },
      routes: routes, specimens: [Specimen("essai", PageDEssai())], health: { [isWell] in isWell })
  }

  static let publicFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Public")

  /// Follows a test without a socket, as one browser.
  func visit(
    _ langue: String? = nil, as connexion: Token? = nil,
    _ body: @escaping @Sendable (Navigation) async throws -> Void
  ) async throws {
    try await application().test(.router) { client in
      try await body(Navigation(client, secure: secure, connexion: connexion))
    }
  }
}

/// Two people who are signed in: Léa accompanies somebody, Marc does not.
enum Visiteurs {
  static let lea = visiteur("Léa", .en, [.conseiller])
  static let marc = visiteur("Marc", .fr, [.explorateur])
  static let by = [Site.connexionDeLea.text: lea, Site.connexionDeMarc.text: marc]

  private static func visiteur(_ prenom: String, _ langue: Langue, _ roles: [Role]) -> Visitor {
    let now = Instant(milliseconds: 1_790_000_000_000)
    return Visitor(
      personne: .make(at: now), connexion: .make(at: now), prenom: prenom, langue: langue,
      fuseau: .paris,
      appartenances: roles.map { Appartenance(dispositif: .make(at: now), role: $0) }, preuve: .lien(at: now))
  }
}
