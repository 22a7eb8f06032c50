import Base
import Html
import Temps
import Troupe

@testable import Conseil
@testable import Web

/// A place of a test from which requests are made.
protocol Visitable {
  /// What every request of this place says, unless it says otherwise.
  var parametres: [String: String] { get }
}

extension Visitable {
  var parametres: [String: String] { [:] }

  /// A request as a route sees it, without a socket.
  func visit(
    by visitor: Visitor?, _ parameters: [String: String] = [:], query: [(String, String)] = [],
    form: [(String, String)] = [], at now: Instant = Scene.now, _ langue: Langue = .fr, browser: Token = .random(),
    geste: Geste? = nil
  ) -> Visit {
    Visit(
      now: now, visitor: visitor, langue: langue, browser: browser, reference: "ESSAI", path: "/",
      parameters: parametres.merging(parameters) { $1 }, query: FormData(pairs: query),
      form: FormData(pairs: form + [("_geste", (geste ?? .make(at: now)).text)]), body: [],
      navigateur: "Firefox, Linux", wantsJSON: false, csrf: "essai")
  }
}

extension Guichet: Visitable {}

extension Guichet {
  func read<R: Sendable>(_ body: @escaping @Sendable (ConseilStore, Transaction) throws -> R) async throws -> R {
    try await scene.house.database.read { [store = conseil.store] tx in try body(store, tx) }
  }

  /// An interview that Lila has closed, without its report.
  func heldWithoutReport(
    _ usager: UsagerID? = nil, at now: Instant = Scene.now, minutes: Int = 30, by conseiller: Visitor? = nil
  ) async throws -> EntretienID {
    try await conseil.hold(
      usager, fait: "Nous avons regardé ensemble.", themes: [.email], minutes: minutes, reports: false,
      by: conseiller ?? lila, at: now)
    let found = try await read { [conseiller = conseiller ?? lila] store, tx in
      try store.unreported(of: conseiller.viewer, in: tx).last?.id
    }
    guard let found else { throw Absent() }
    return found
  }

  /// Files the report of an interview as its page offers it, with these answers.
  func report(
    _ entretien: EntretienID, _ answers: [(String, String)] = [], at now: Instant = Scene.now, geste: Geste? = nil
  ) async throws -> Answer {
    let query = [("entretien", entretien.text)]
    let form = try await read { [conseil, lila] _, tx in
      try conseil.prefilled(.entretien(entretien), by: lila, at: now, in: tx)
    }
    let said = Set(answers.map(\.0))
    let kept = form.typed.filter { !said.contains($0.nom) }.map { ($0.nom, $0.valeur) }
    return try await conseil.fileCompteRendu(
      visit(by: lila, query: query, form: kept + answers, at: now, geste: geste))
  }
}

extension Answer {
  /// 200, 303, 422…
  var code: Int { Int("\(status)".prefix(3)) ?? 0 }

  /// Where one goes next; nil for a page.
  var location: String? { headers.first { "\($0.0)" == "Location" }?.1 }

  /// The page with its title, every space a plain one; "" when there is none.
  func html(_ t: Langue = .fr) -> String {
    guard case .page(let page) = body else { return "" }
    return (page.titre(t) + page.contenu(t).string).replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
  }
}

extension Instant {
  /// Paris, February 2027: the first is a Monday.
  static func fevrier(_ jour: Int, _ heure: Int, _ minute: Int = 0) -> Instant {
    Scene.now + .days(jour - 1) + .hours(heure - 9) + .minutes(minute)
  }
}

extension Answer {
  /// What a file holds; nothing for a page.
  var bytes: [UInt8] {
    if case .bytes(let bytes, _) = body { bytes } else { [] }
  }
}
