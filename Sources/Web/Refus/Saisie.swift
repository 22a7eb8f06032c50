import Html

/// What is missing or unclear in a form, field by field. The page is shown again with what was typed.
package struct Saisie: Error, Sendable, Equatable {
  private var phrases: [String: Phrase] = [:]

  package init() {}

  package init(_ champ: String, _ phrase: Phrase) { phrases[champ] = phrase }

  package var isEmpty: Bool { phrases.isEmpty }

  /// The first thing said of a field is the one that stays.
  package mutating func note(_ champ: String, _ phrase: Phrase) {
    if phrases[champ] == nil { phrases[champ] = phrase }
  }

  package mutating func note(_ champ: String, unless fine: Bool, _ phrase: @autoclosure () -> Phrase) {
    if !fine { note(champ, phrase()) }
  }

  /// Adds what another reading of the same form found.
  package mutating func merge(_ other: Saisie) {
    for (champ, phrase) in other.phrases { note(champ, phrase) }
  }

  package func phrase(_ champ: String, _ t: Langue) -> String? { phrases[champ].map { t($0) } }

  package var champs: [String] { phrases.keys.sorted() }

  package func throwIfAny() throws {
    if !isEmpty { throw self }
  }
}
