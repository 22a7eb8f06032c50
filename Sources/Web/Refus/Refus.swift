import Chartes
import Html

/// An article refuses an act. Thrown inside the act's transaction: nothing of it remains, and the page shows the article.
package struct Refus: Error, Equatable {
  package let motif: Motif
  package init(_ motif: Motif) { self.motif = motif }
}

extension Verdict {
  /// What is said when the act may go on; throws `Refus` when it may not.
  @discardableResult
  package func enforced() throws -> Motif? {
    guard let motif else { return nil }
    if passes { return motif }
    throw Refus(motif)
  }
}

extension Note {
  /// The article in the margin, in the tone of its verdict.
  package init(_ motif: Motif, _ ton: Ton, charte: String, _ t: Langue) {
    self.init(
      titre: t(motif.titre), texte: t(motif.pourquoi) + " " + t(motif.issue),
      lien: (href: "/chartes/\(charte)#\(motif.cle)", label: t("Lire l’article", "Read the article")), ton: ton)
  }

  /// An article beside the act that rests on it: its reason, in its own words.
  package init(_ article: any Article.Type, charte: String, ton: Ton = .accord, _ t: Langue) {
    self.init(
      titre: t(article.titre), texte: t(article.raison),
      lien: (href: "/chartes/\(charte)#\(article.cle)", label: t("Lire l’article", "Read the article")), ton: ton)
  }
}
