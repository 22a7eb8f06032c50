import Html

/// What changed between two versions, in words, with the article it belongs to.
package struct Difference: Sendable, Equatable {
  /// The key of the article.
  package let cle: String
  /// The title of the article.
  package let titre: Phrase
  /// "Le délai pour prévenir passe de 24 heures à 48 heures."
  package let phrase: Phrase

  package init(cle: String, titre: Phrase, phrase: Phrase) {
    self.cle = cle
    self.titre = titre
    self.phrase = phrase
  }
}

extension Charte {
  /// Each value of this charter that changed, in the order of the articles.
  package func differences(from old: Parametres, to new: Parametres) -> [Difference] {
    articles.flatMap { article in
      article.parametres.filter { old[$0] != new[$0] }.map { parametre in
        let before = old.inWords(parametre)
        let after = new.inWords(parametre)
        return Difference(
          cle: article.cle, titre: article.titre,
          phrase: Phrase(
            "\(parametre.libelle.fr) passe de \(before.fr) à \(after.fr).",
            "\(parametre.libelle.en) goes from \(before.en) to \(after.en)."))
      }
    }
  }
}
