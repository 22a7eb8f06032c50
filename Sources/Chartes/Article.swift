import Html

/// An article of a charter: what it asks of each role, why, and how it is kept.
package protocol Article: Sendable {
  /// Its name in URLs and in storage: "tenir-ses-rendez-vous". Never renamed.
  static var cle: String { get }
  /// "Tenir ses rendez-vous".
  static var titre: Phrase { get }
  /// Why, in a warm sentence or two: what stands in the margin.
  static var raison: Phrase { get }
  static var source: Source { get }
  /// What a programme may set here.
  static var parametres: [Parametre] { get }
  /// What this role commits to, every number taken from the values; nil when it owes nothing here.
  static func texte(pour role: Role, _ p: Parametres) -> Phrase?
  /// How the article is kept, and what of it is not kept yet.
  static var promesses: [Promesse] { get }
}

extension Article {
  package static var source: Source { .charte }
  package static var parametres: [Parametre] { [] }

  /// How the article is kept at its strongest; `.notYet` when nothing of it is.
  package static var tenue: Tenue {
    let kept = promesses.map(\.tenue)
    return [.byCode, .byReminder, .byPeople].first(where: kept.contains) ?? .notYet
  }

  /// Whether a part is kept and another is not yet: said to people as such.
  package static var enPartie: Bool {
    tenue != .notYet && promesses.contains { $0.tenue == .notYet }
  }

  /// A reason that names this article.
  static func motif(_ pourquoi: Phrase, issue: Phrase) -> Motif {
    Motif(cle: cle, titre: titre, pourquoi: pourquoi, issue: issue)
  }
}

/// An article that judges acts.
package protocol ArticleJuge: Article {
  /// The plain facts it needs, and no more.
  associatedtype Situation: Sendable
  /// The same facts and values always give the same verdict.
  static func judge(_ situation: Situation, _ p: Parametres) -> Verdict
}
