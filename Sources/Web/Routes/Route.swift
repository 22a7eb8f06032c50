import HTTPTypes
import Html

/// One line of a room's table: a method, a path, who may enter, about what, how often, what is remembered of it, what it
/// asks for, and what answers.
package struct Route: Sendable {
  package let method: HTTPRequest.Method
  /// "/rencontres/{id}/annulation": the folder that answers bears the last word.
  package let path: String
  package let entry: Entry
  package let objet: Objet
  package let rate: Rate
  package let trace: Tracage
  package let preuve: Preuve.Exigence
  package let answer: @Sendable (Visit) async throws -> Answer

  package static func get(
    _ path: String, _ entry: Entry, on objet: Objet = .aucun, rate: Rate = .reading, trace: Tracage = .aucun,
    preuve: Preuve.Exigence = .aucune, _ answer: @escaping @Sendable (Visit) async throws -> Answer
  ) -> Route {
    Route(
      method: .get, path: path, entry: entry, objet: objet, rate: rate, trace: trace, preuve: preuve, answer: answer)
  }

  package static func post(
    _ path: String, _ entry: Entry, on objet: Objet = .aucun, rate: Rate = .writing, trace: Tracage = .aucun,
    preuve: Preuve.Exigence = .aucune, _ answer: @escaping @Sendable (Visit) async throws -> Answer
  ) -> Route {
    Route(
      method: .post, path: path, entry: entry, objet: objet, rate: rate, trace: trace, preuve: preuve, answer: answer)
  }
}

/// Finds the route of a path; tells an unknown path (404) from a known one asked otherwise (405).
package struct RouteTable: Sendable {
  package let routes: [Route]
  private let bySegmentCount: [Int: [(pattern: [Substring], route: Route)]]

  package init(_ routes: [Route]) {
    self.routes = routes
    bySegmentCount = Dictionary(
      grouping: routes.map { (pattern: Self.segments($0.path), route: $0) }, by: \.pattern.count)
  }

  package enum Match: Sendable {
    case found(Route, parameters: [String: String])
    case methodNotAllowed(allowed: [HTTPRequest.Method])
    case unknown
  }

  package func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
    let segments = Self.segments(path)
    let reached = (bySegmentCount[segments.count] ?? []).compactMap { candidate in
      Self.parameters(of: candidate.pattern, in: segments).map { (route: candidate.route, parameters: $0) }
    }
    guard !reached.isEmpty else { return .unknown }
    // HEAD is GET without its body; the server drops the body.
    let wanted = method == .head ? .get : method
    // A literal segment wins over a parameter: "/rencontres/demande" before "/rencontres/{id}".
    let best = reached.filter { $0.route.method == wanted }.min { $0.parameters.count < $1.parameters.count }
    if let best { return .found(best.route, parameters: best.parameters) }
    let allowed = Set(reached.map(\.route.method)).sorted { $0.rawValue < $1.rawValue }
    return .methodNotAllowed(allowed: allowed.flatMap { $0 == .get ? [.get, .head] : [$0] })
  }

  private static func segments(_ path: String) -> [Substring] { path.split(separator: "/") }

  private static func parameters(of pattern: [Substring], in segments: [Substring]) -> [String: String]? {
    var parameters: [String: String] = [:]
    for (expected, actual) in zip(pattern, segments) {
      if expected.hasPrefix("{") {
        parameters[String(expected.dropFirst().dropLast())] = String(actual)
      } else if expected != actual {
        return nil
      }
    }
    return parameters
  }
}
