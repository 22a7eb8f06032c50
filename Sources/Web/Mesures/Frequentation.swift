import Base
import HTTPTypes
import Html
import NIOConcurrencyHelpers

/// How many requests were answered, by route and kind of answer, and how long they took. Never whose they were.
///
/// What is counted is bounded: routes are those of the table, every other path is one, and so are unknown methods.
final class Frequentation: Sendable {
  private struct Cle: Hashable {
    let methode: String
    let route: String
    /// 2 for "2xx".
    let classe: Int
  }

  private struct State {
    var comptes: [Cle: Int] = [:]
    var durees = Histogramme(bornes: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10])
  }

  private let state = NIOLockedValueBox(State())
  /// Routes of a pair, and what a machine posts for one of them, counted all together: nobody may learn, minute after
  /// minute, when somebody wrote or looked for help.
  private let discretes: Set<String>

  init(_ routes: [Route]) { discretes = Set(routes.filter { $0.objet == .binome || $0.entry.isMachine }.map(\.path)) }

  /// - Parameter route: a pattern of the table, "/public", or "-" for what no route answers.
  func add(_ method: HTTPRequest.Method, _ route: String, _ status: HTTPResponse.Status, seconds: Double) {
    let methode = [.get, .head, .post].contains(method) ? method.rawValue : "-"
    let cle = Cle(methode: methode, route: discretes.contains(route) ? "(binome)" : route, classe: status.code / 100)
    state.withLockedValue { state in
      state.comptes[cle, default: 0] += 1
      state.durees.add(seconds: seconds)
    }
  }

  var grandeurs: [Grandeur] {
    let state = state.withLockedValue { $0 }
    let points = state.comptes.map { cle, compte in
      (
        cle,
        Grandeur.Point(
          [("method", cle.methode), ("route", cle.route), ("status", "\(cle.classe)xx")], Double(compte))
      )
    }.sorted { ($0.0.route, $0.0.methode, $0.0.classe) < ($1.0.route, $1.0.methode, $1.0.classe) }
    return [
      Grandeur(
        "vademecum_requests_total", .counter,
        Phrase("Requêtes répondues, par motif de route.", "Requests answered, by pattern of route."),
        points.map(\.1)),
      .histogram(
        "vademecum_request_duration_seconds",
        Phrase("Temps pour répondre, sans l’envoi.", "Time to answer, without sending."), state.durees),
    ]
  }
}
