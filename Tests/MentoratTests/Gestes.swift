import Base
import Chartes
import Html
import Personnes
import Temps
import Troupe
import Web

@testable import Mentorat

/// What people do in these tests, through the routes they use.
extension Accompagnement {
  /// Nour sends a message.
  func send(_ mots: String, at now: Instant = Scene.now, averti: Bool = false) async throws -> Answer {
    try await mentorat.sendMessage(
      visit(
        by: nour, form: [("libre", mots)] + (averti ? [("averti", "oui")] : []), at: now, path: path("/messages"),
        geste: .make(at: now)))
  }

  /// Marc answers one of Nour's messages.
  func answer(_ question: Message, _ mots: String, at now: Instant = Scene.now, seance: Bool = false) async throws
    -> Answer
  {
    try await mentorat.sendReponse(
      visit(
        by: marc, ["message": question.id.text], form: [("libre", mots)] + (seance ? [("suite", "seance")] : []),
        at: now, path: path("/messages/\(question.id)/reponse"), geste: .make(at: now)))
  }

  /// What one finds on coming in, without the keys of its forms, which are new each time.
  func fil(of visitor: Visitor, at now: Instant = Scene.now, _ langue: Langue = .fr, fuseau: Fuseau? = nil)
    async throws -> String
  {
    try await mentorat.showFil(visit(by: visitor, at: now, langue, fuseau: fuseau)).html(langue)
      .replacing(/name="_geste" value="[^"]*"/, with: "")
  }

  /// What somebody may read of the pair.
  func messages(of visitor: Visitor, at now: Instant = Scene.now) async throws -> [Message] {
    try await read { [binome] store, tx in
      let pair = try store.binome(binome, for: visitor.viewer, in: tx)
      return try store.messages(of: pair, for: visitor.personne, at: now, in: tx)
    }
  }

  func path(_ rest: String) -> String { "/binomes/\(binome)\(rest)" }
}

extension Instant {
  /// Paris, February 2027: the first is a Monday.
  static func fevrier(_ jour: Int, _ heure: Int, _ minute: Int = 0) -> Instant {
    Scene.now + .days(jour - 1) + .hours(heure - 9) + .minutes(minute)
  }
}
