import Discretion
import Html

/// What an author chose for each passage that was found: the two ways out, or their own words.
package struct Issues: Sendable, Equatable {
  package enum Issue: String, Sendable { case remplacer, nie, reecrire }

  private let choisies: [String: Issue]

  /// Fields `mot-0`, `issue-0`, and so on: the passage, and what its author chose.
  package init(_ form: FormData) {
    var choisies: [String: Issue] = [:]
    for rang in 0..<200 {
      guard form.has("mot-\(rang)") else { break }
      choisies[form.raw("mot-\(rang)")] = Issue(rawValue: form.text("issue-\(rang)"))
    }
    self.choisies = choisies
  }

  /// Words said to name nobody, now or in an earlier step of the same form.
  package func nies(_ form: FormData) -> [String] {
    Array(Set(form.all("nie").prefix(200) + choisies.filter { $0.value == .nie }.map(\.key)))
      .filter { !$0.isEmpty && $0.count <= 100 }.sorted()
  }

  /// Whether its author took the words offered in its place.
  package func replaces(_ mots: String) -> Bool { choisies[mots] == .remplacer }
}

extension Trouvaille {
  /// Whether no word of its author may wave it through: what surely names somebody, and a password, however likely.
  package var isCertain: Bool { certitude == .certaine || sorte == .secret }

  /// The words found, as they were written.
  package func mots(in texte: String) -> String { texte.slice(place) }
}

extension String {
  /// - Parameter scalars: Unicode scalars, end excluded.
  package func slice(_ scalars: Range<Int>) -> String {
    String(String.UnicodeScalarView(Array(unicodeScalars)[scalars]))
  }
}

/// Each thing found once, with its ways out: fields that `Issues` reads.
package func issues(_ found: [(mots: String, trouvaille: Trouvaille)], _ t: Langue) -> Markup {
  var seen: Set<String> = []
  let once = found.filter { seen.insert($0.mots).inserted }
  let titre = t("Ce qui peut nommer quelqu’un", "What may name somebody")
  return section(.class("issues"), .id("a-relire"), .aria(.label, titre)) {
    h2 { titre }
    for (rang, entry) in once.prefix(200).enumerated() {
      cache("mot-\(rang)", entry.mots)
      choix(
        "issue-\(rang)", legende: "«\u{a0}\(entry.mots)\u{a0}» – \(t(entry.trouvaille.sorte.nom))",
        options: options(entry.trouvaille, t), choisi: Issues.Issue.remplacer.rawValue)
    }
  }
}

private func options(_ trouvaille: Trouvaille, _ t: Langue) -> [Option] {
  let replace = Option(
    Issues.Issue.remplacer.rawValue,
    t(
      "Écrire «\u{a0}\(trouvaille.proposition.texte)\u{a0}» à la place",
      "Write “\(trouvaille.proposition.texte)” instead"))
  let deny = Option(Issues.Issue.nie.rawValue, t("Ce mot ne nomme personne", "This word names nobody"))
  let rewrite = Option(
    Issues.Issue.reecrire.rawValue, t("Je change ma phrase moi-même", "I change my sentence myself"))
  return trouvaille.isCertain ? [replace, rewrite] : [replace, deny, rewrite]
}
