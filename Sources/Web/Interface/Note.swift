import Html

/// An article of the charter, in the margin beside the act that rests on it.
package struct Note: Sendable {
  package let titre: String
  package let texte: String
  package let lien: (href: String, label: String)?
  package let ton: Ton

  package init(titre: String, texte: String, lien: (href: String, label: String)? = nil, ton: Ton = .accord) {
    self.titre = titre
    self.texte = texte
    self.lien = lien
    self.ton = ton
  }

  package var markup: Markup {
    div(.class("note \(ton.rawValue)")) {
      p(.class("note-titre")) {
        ton.pictogramme.dessin
        titre
      }
      p {
        texte
        if let lien {
          " "
          a(.href(lien.href)) {
            lien.label
            // "Read the article" says nothing out of its place, and there may be several.
            lu(" «\u{a0}\(titre)\u{a0}»")
          }
        }
      }
    }
  }
}
