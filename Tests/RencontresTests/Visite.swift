import Base
import Html
import Temps
import Troupe

@testable import Web

extension Scene {
  /// A request as a route sees it, without a socket.
  func visit(
    by visitor: Visitor?, _ parameters: [String: String] = [:], query: [(String, String)] = [],
    form: [(String, String)] = [], body: String = "", at now: Instant = Scene.now, _ langue: Langue = .fr,
    geste: Geste = .make(at: Scene.now)
  ) -> Visit {
    Visit(
      now: now, visitor: visitor, langue: langue, browser: .random(), reference: "ESSAI", path: "/",
      parameters: parameters, query: FormData(pairs: query), form: FormData(pairs: form + [("_geste", geste.text)]),
      body: Array(body.utf8), navigateur: "Firefox, Linux", wantsJSON: false, csrf: "essai")
  }
}

extension Answer {
  /// 200, 303, 422…
  var code: Int { Int("\(status)".prefix(3)) ?? 0 }

  /// Where one goes next; nil for a page.
  var location: String? { headers.first?.1 }

  /// The page with its title, every space a plain one; "" when there is none.
  func html(_ t: Langue = .fr) -> String {
    guard case .page(let page) = body else { return "" }
    return (page.titre(t) + page.contenu(t).string).replacing("\u{a0}", with: " ")
  }
}
