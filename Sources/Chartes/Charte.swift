import Html

/// A charter: its articles in their order, and the roles that sign it.
package struct Charte: Sendable {
  /// Its name in URLs and in storage: "rencontres".
  package let cle: String
  package let titre: Phrase
  /// For whom it is, in a few words.
  package let objet: Phrase
  package let preambule: Phrase
  package let roles: [Role]
  package let articles: [any Article.Type]

  package static let toutes: [Charte] = [.rencontres, .mentorat, .conseil]

  package static func named(_ cle: String) -> Charte? { toutes.first { $0.cle == cle } }

  package func article(named cle: String) -> (any Article.Type)? { articles.first { $0.cle == cle } }

  /// Every value a programme may set, in the order of the articles.
  package var parametres: [Parametre] { articles.flatMap { $0.parametres } }
}
