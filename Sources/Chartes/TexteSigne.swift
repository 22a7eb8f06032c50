import Foundation
import Html

/// The text one role signs, in the language it was shown, with the values it was shown with.
package struct TexteSigne: Sendable, Equatable {
  package struct Passage: Sendable, Equatable {
    package let cle: String
    package let titre: String
    package let phrase: String
  }

  package let titre: String
  /// For whom this text is.
  package let destinataire: String
  package let preambule: String
  /// The articles in which this role owes something, in the charter's order.
  package let articles: [Passage]
  /// The values of the whole charter, on one line.
  package let valeurs: String

  /// The exact text that is hashed and signed: plain, LF, NFC, ending with a line break.
  package var contenu: String {
    let passages = articles.map { "\($0.titre)\n\($0.phrase)" }
    let blocks = ["\(titre)\n\(destinataire)", preambule] + passages + [valeurs]
    return (blocks.joined(separator: "\n\n") + "\n").precomposedStringWithCanonicalMapping
  }
}

extension Charte {
  /// The text of a role. A text never differs for equal values, role and language.
  package func texte(pour role: Role, _ p: Parametres, _ langue: Langue) -> TexteSigne {
    TexteSigne(
      titre: langue(titre),
      destinataire: langue("Pour\u{a0}: ", "For: ") + langue(role.titre),
      preambule: langue(preambule),
      articles: articles.compactMap { article in
        article.texte(pour: role, p).map {
          .init(cle: article.cle, titre: langue(article.titre), phrase: langue($0))
        }
      },
      valeurs: langue("Valeurs de cette version. ", "Values of this version. ")
        + parametres.map { langue($0.libelle) + langue("\u{a0}: ", ": ") + langue(p.inWords($0)) + "." }
        .joined(separator: " "))
  }
}
