import Base
import Conseil
import Crypto
import Foundation
import Html
import Hummingbird
import HummingbirdTesting
import Logging
import Mentorat
import NIOConcurrencyHelpers
import Rencontres
import Temps
import Troupe
import ViePrivee
import Web

@testable import Personnes

/// A whole site on a scene, without a socket, at a moment that the test moves.
struct Site: Sendable {
  let scene: Scene
  let moment = NIOLockedValueBox(Scene.now)
  var limiter = RateLimiter(factor: 1000)
  let logger: Logger
  /// Opens `/metrics` when it is given.
  var mesures: Mesures?

  static let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
  private static let publicFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Public")

  private let personnes: PersonnesRoom
  let mentorat: MentoratRoom

  init(
    _ scene: Scene, proConnect: ReglagesProConnect? = nil, whatsApp: ReglagesWhatsApp? = nil,
    notifications: ReglagesDeNotifications? = nil,
    logger: Logger = Logger(label: "histoire") { _ in SwiftLogNoOpLogHandler() }
  ) {
    self.scene = scene
    self.logger = logger
    personnes = PersonnesRoom(
      house: scene.house, live: scene.live, origin: Scene.origin, proConnect: proConnect,
      notifications: notifications, ouverture: nil
    ) { _ in "/rencontres" }
    mentorat = whatsApp.map { scene.mentorat(whatsApp: $0) } ?? scene.mentorat
  }

  var routes: [Route] {
    personnes.routes + scene.rencontres.routes + mentorat.routes + scene.conseil.routes
      + scene.viePrivee.routes
  }

  func advance(_ duration: Duration) { moment.withLockedValue { $0 = $0 + duration } }

  var now: Instant { moment.withLockedValue { $0 } }

  func visit(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
    let personnes = personnes
    let wiring = SiteWiring(
      identify: { try await personnes.identify($0) }, preuve: { try await personnes.preuvePage($0, $1, $2) },
      refused: { try await personnes.remember(refusal: $0, on: $1, by: $2, at: $3) }, navigation: { _, _ in [] },
      routes: routes, specimens: [], health: { true })
    // Served as on the way: cookies are Secure only where the site is.
    let configuration = SiteConfiguration(
      origin: Scene.origin, development: false, trustsProxy: false, csrfKey: CsrfKey(.init(size: .bits256)),
      limiter: limiter, mesures: mesures)
    let responder = SiteResponder(
      wiring: wiring, configuration: configuration, files: try StaticFiles(root: Self.publicFolder),
      horloge: Horloge { [moment] in moment.withLockedValue { $0 } })
    try await Application(responder: responder, logger: logger)
      .test(.router) { try await body($0) }
  }
}

extension Site {
  /// The same visit, with what it brings back.
  func collect<Butin: Sendable>(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Butin) async throws
    -> Butin
  {
    let brought = NIOLockedValueBox<Butin?>(nil)
    try await visit { client async throws in
      let butin = try await body(client)
      brought.withLockedValue { $0 = butin }
    }
    guard let butin = brought.withLockedValue({ $0 }) else { throw Absent() }
    return butin
  }

  /// Who is signed in, in this browser.
  func visitor(_ browser: Navigation) async throws -> Visitor? {
    guard let jeton = browser.cookie(.connexion).flatMap(Token.init(presented:)),
      let visite = browser.cookie(.visite).flatMap(Token.init(presented:))
    else { return nil }
    return try await scene.personnes.identify(
      Passage(jeton: jeton, browser: visite, navigateur: "Firefox, Linux", agit: false, now: now))
  }

  /// A browser in which this person is signed in.
  /// - Parameter forte: whether a second proof was given too.
  func enter(_ visitor: Visitor, _ client: any TestClientProtocol, forte: Bool = true) async throws -> Navigation {
    let browser = Token.random()
    let navigation = Navigation(client, secure: true, agent: Self.agent)
    navigation.keep(.visite, browser.text)
    let connexion = NewConnexion(by: .lien, in: browser, "Firefox, Linux", forte: forte, at: now)
    try await scene.house.database.write { [store = scene.personnes.store] tx in
      try store.insert(connexion, of: visitor.personne, in: tx)
    }
    navigation.keep(.connexion, connexion.jeton.text)
    return navigation
  }
}
