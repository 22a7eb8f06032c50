import Base
import Html
import Temps
import Troupe

@testable import Personnes
@testable import Web

extension Scene {
  /// A request as a route sees it, without a socket.
  func visit(
    by visitor: Visitor?, _ parameters: [String: String] = [:], query: [(String, String)] = [],
    form: [(String, String)] = [], at now: Instant = Scene.now, in langue: Langue = .fr,
    geste: Geste = .make(at: Scene.now)
  ) -> Visit {
    Visit(
      now: now, visitor: visitor, langue: langue, browser: .random(), reference: "ESSAI", path: "/",
      parameters: parameters, query: FormData(pairs: query), form: FormData(pairs: form + [("_geste", geste.text)]),
      body: [], navigateur: "Firefox, Linux", wantsJSON: false, csrf: "essai")
  }

  /// Somebody enters, on a browser of its own; answers its cookie's token, and the browser.
  @discardableResult
  func open(_ visitor: Visitor, at now: Instant = Scene.now) async throws -> Passage {
    let browser = Token.random()
    let connexion = NewConnexion(by: .lien, in: browser, "Firefox, Linux", at: now)
    try await house.database.write { [store = personnes.store] tx in
      try store.insert(connexion, of: visitor.personne, in: tx)
    }
    return Passage(jeton: connexion.jeton, browser: browser, navigateur: "Firefox, Linux", agit: false, now: now)
  }

  func write(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
    try await house.database.write(body)
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await house.database.read(body)
  }
}

extension Answer {
  /// 200, 303, 422…
  var code: Int { Int("\(status)".prefix(3)) ?? 0 }

  /// Where one goes next; nil for a page.
  var location: String? { headers.first { "\($0.0)".lowercased() == "location" }?.1 }

  /// The page with its title, every space a plain one; "" when there is none.
  func html(_ t: Langue = .fr) -> String {
    guard case .page(let page) = body else { return "" }
    return (page.titre(t) + page.contenu(t).string).replacing("\u{a0}", with: " ")
  }

  /// A file given.
  var octets: [UInt8] {
    guard case .bytes(let octets, _) = body else { return [] }
    return octets
  }
}
