import Base
import Html
import Temps
import Troupe

@testable import Mentorat
@testable import Web

/// How two people agree in these tests: through the forms they fill in.
extension Accompagnement {
  /// Monday to Friday, 8:00 to 18:00 in Paris, with the two sessions of the scene. A name given takes all its values.
  func termes(_ changes: [String: [String]] = [:]) -> [(String, String)] {
    let days = (1...5).map(String.init)
    let fields: [(String, [String])] = [
      ("jour", days), ("debut", days.map { _ in "08:00" }), ("fin", days.map { _ in "18:00" }),
      ("fuseau", ["Europe/Paris"]), ("territoire", ["metropole"]), ("delai", ["2"]), ("conservation", ["730"]),
      ("seance_jour", ["2027-01-29", "2027-02-26"]), ("seance_heure", ["17:00", "17:00"]),
    ]
    return fields.flatMap { nom, values in (changes[nom] ?? values).map { (nom, $0) } }
  }

  func propose(
    _ changes: [String: [String]] = [:], by visitor: Visitor, at now: Instant = Scene.now
  ) async throws -> Answer {
    try await mentorat.proposeConvention(
      visit(by: visitor, form: termes(changes), at: now, path: path("/convention"), geste: .make(at: now)))
  }

  func convention(of visitor: Visitor, at now: Instant = Scene.now, _ langue: Langue = .fr) async throws -> String {
    try await mentorat.showConvention(visit(by: visitor, at: now, langue)).html(langue)
  }

  /// Signs what a page showed, as its own form sends it.
  func sign(
    _ page: String, by visitor: Visitor, at now: Instant = Scene.now, _ langue: Langue = .fr
  ) async throws -> Answer {
    let fields = ["numero", "empreinte", "langue"].map { ($0, page.hidden($0)) }
    return try await mentorat.signConvention(visit(by: visitor, form: fields, at: now, langue, geste: .make(at: now)))
  }

  /// Reads, then signs.
  func sign(by visitor: Visitor, at now: Instant = Scene.now, _ langue: Langue = .fr) async throws -> Answer {
    try await sign(try await convention(of: visitor, at: now, langue), by: visitor, at: now, langue)
  }

  func pair(for visitor: Visitor) async throws -> Binome {
    try await read { [binome] store, tx in try store.binome(binome, for: visitor.viewer, in: tx) }
  }

  /// The record in force; nil before both signed.
  func acte() async throws -> Acte? {
    try await read { [binome, nour] store, tx in
      try store.acte(of: try store.binome(binome, for: nour.viewer, in: tx), in: tx)
    }
  }

  /// Which number runs.
  func enVigueur() async throws -> Convention? {
    try await read { [binome, nour] store, tx in
      try store.enVigueur(try store.binome(binome, for: nour.viewer, in: tx), in: tx)
    }
  }

  /// A mentor's answer to one of the mentee's messages, or a message of the mentee, without a page.
  @discardableResult
  func write(
    _ mots: String, by visitor: Visitor, answering question: Message? = nil, at now: Instant = Scene.now
  ) async throws -> String {
    try await mentorat.write(
      [("libre", mots)], in: binome, by: visitor, answering: question?.id.text, at: now)
  }

  /// Every route about this pair, asked as somebody asks it: but the one that ends it.
  func answers(
    to visitor: Visitor?, at now: Instant = Scene.now, _ parameters: [String: String] = [:]
  ) async -> [(route: Route, result: Result<Answer, any Error>)] {
    var answers: [(Route, Result<Answer, any Error>)] = []
    for route in mentorat.routes where route.path.contains("{id}") && !(route.isPost && route.path.hasSuffix("/fin")) {
      let asked = visit(
        by: visitor, ["message": MessageID.make(at: now).text].merging(parameters) { $1 },
        form: termes() + Self.fields, at: now, path: route.path, geste: .make(at: now))
      do { answers.append((route, .success(try await route.answer(asked)))) } catch {
        answers.append((route, .failure(error)))
      }
    }
    return answers
  }

  /// A request that would be right if its author were.
  private static let fields = [
    ("libre", "Comment dire non ?"), ("cadre", "seance"), ("numero", "1"), ("langue", "fr"), ("empreinte", "x"),
    ("heure", "17:00"), ("mots", "non"), ("marque", "question"),
  ]
}

extension Route {
  var isPost: Bool { "\(method)" == "POST" }
}

extension Answer {
  /// What a browser keeps as a file; "" for a page.
  var file: [UInt8] {
    if case .bytes(let bytes, _) = body { bytes } else { [] }
  }
}

extension Result where Failure == any Error {
  /// What kind of failure; nil for an answer.
  var failure: (any Error)? {
    if case .failure(let error) = self { error } else { nil }
  }
}
