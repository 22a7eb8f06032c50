import Base
import Html
import Temps
import Troupe
import Web

@testable import Mentorat
@testable import Web

/// How one settles what the reading found: the fields of the page that came back.
extension Accompagnement {
  /// Sends words as a mentee or as a mentor, with what was chosen for each thing found.
  func compose(
    _ mots: String, by visitor: Visitor? = nil, _ choices: [(mot: String, issue: String)] = [], nies: [String] = [],
    answering question: Message? = nil, at now: Instant = Scene.now, geste: Geste? = nil
  ) async throws -> Answer {
    let chosen = choices.enumerated().flatMap { rang, choice in
      [("mot-\(rang)", choice.mot), ("issue-\(rang)", choice.issue)]
    }
    let sent = visit(
      by: visitor ?? nour, question.map { ["message": $0.id.text] } ?? [:],
      form: [("libre", mots)] + chosen + nies.map { ("nie", $0) }, at: now, path: path("/messages"),
      geste: geste ?? .make(at: now))
    return question == nil ? try await mentorat.sendMessage(sent) : try await mentorat.sendReponse(sent)
  }

  /// What is being written, read without being sent.
  /// - Parameter objet: what it is a draft of; nil for a form that keeps none.
  func relecture(
    _ mots: String, by visitor: Visitor? = nil, objet: String? = nil, at now: Instant = Scene.now
  ) async throws -> String {
    let form = [("libre", mots)] + (objet.map { [("objet", $0)] } ?? [])
    let answer = try await mentorat.readAgain(visit(by: visitor ?? nour, form: form, at: now))
    return String(decoding: answer.file, as: UTF8.self)
  }

  /// The words of the newest message that somebody may read.
  func newest(of visitor: Visitor, at now: Instant = Scene.now) async throws -> String? {
    try await messages(of: visitor, at: now).max { $0.ecrit < $1.ecrit }?.texte?.ensemble
  }

  /// What the pair's key seals of its readings, opened.
  func carnet() async throws -> String? {
    try await read { [binome] store, tx in
      let sealed = try tx.first("SELECT auteur, contenu FROM carnet") { row in
        (auteur: try row[0] as PersonneID, contenu: try row[1] as Sealed)
      }
      return try sealed.flatMap {
        try store.house.vault.open(
          $0.contenu, of: .binome(binome), at: Place("carnet.contenu", "\(binome):\($0.auteur)"))
      }
    }
  }
}
