import Base
import Html
import Temps
import Troupe

@testable import Mentorat
@testable import Web

extension Accompagnement {
  /// A request as a route sees it, without a socket.
  func visit(
    by visitor: Visitor?, _ parameters: [String: String] = [:], query: [(String, String)] = [],
    form: [(String, String)] = [], at now: Instant = Scene.now, _ langue: Langue = .fr, fuseau: Fuseau? = nil,
    path: String = "/", geste: Geste = .make(at: Scene.now)
  ) -> Visit {
    let moved = visitor.map { visitor in
      Visitor(
        personne: visitor.personne, connexion: visitor.connexion, prenom: visitor.prenom, langue: langue,
        fuseau: fuseau ?? visitor.fuseau, appartenances: visitor.appartenances, preuve: visitor.preuve)
    }
    return Visit(
      now: now, visitor: moved, langue: langue, browser: .random(), reference: "ESSAI", path: path,
      parameters: ["id": binome.text].merging(parameters) { $1 }, query: FormData(pairs: query),
      form: FormData(pairs: form + [("_geste", geste.text)]), body: [], navigateur: "Firefox, Linux",
      wantsJSON: false, csrf: "essai")
  }

  func read<R: Sendable>(_ body: @escaping @Sendable (MentoratStore, Transaction) throws -> R) async throws -> R {
    try await scene.house.database.read { [store = mentorat.store] tx in try body(store, tx) }
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
