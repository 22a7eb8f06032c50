import Chartes
import Discretion
import Foundation
import Web

/// What an author chose for each passage that was found: the two ways out, or their own words.
struct Issues: Sendable, Equatable {
  enum Issue: String, Sendable { case remplacer, nie, reecrire }

  private let choisies: [String: Issue]

  /// Fields `mot-0`, `issue-0`, and so on: the passage, and what its author chose.
  init(_ form: FormData) {
    var choisies: [String: Issue] = [:]
    for rang in 0..<200 {
      guard form.has("mot-\(rang)") else { break }
      choisies[form.raw("mot-\(rang)")] = Issue(rawValue: form.text("issue-\(rang)"))
    }
    self.choisies = choisies
  }

  /// Words said to name nobody, now or in an earlier step of the same form.
  func nies(_ form: FormData) -> [String] {
    Array(Set(form.all("nie").prefix(200) + choisies.filter { $0.value == .nie }.map(\.key)))
      .filter { !$0.isEmpty && $0.count <= 100 }.sorted()
  }

  /// The text with the propositions that were chosen in their places.
  func apply(to relecture: Relecture) -> Texte {
    var texte = relecture.texte
    for partie in relecture.parties {
      let chosen = partie.trouvailles.filter { choisies[$0.mots(in: partie.texte)] == .remplacer }
      if !chosen.isEmpty { texte[partie.partie] = Relecteur.replace(chosen, in: partie.texte) }
    }
    return texte
  }
}
