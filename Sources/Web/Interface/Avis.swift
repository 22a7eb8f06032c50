import Html

/// A sentence that deserves a stop: what is saved, what waits, what is held back.
package func avis(_ ton: Ton, titre: String? = nil, @MarkupBuilder contenu: Content) -> Markup {
  div(.class("avis \(ton.rawValue)")) {
    ton.pictogramme.dessin
    div {
      if let titre { p { strong { titre } } }
      contenu()
    }
  }
}

/// The same, in one sentence.
package func avis(_ ton: Ton, _ phrase: String) -> Markup { avis(ton) { p { phrase } } }

/// Where something stands, in a few words: shape, colour and words.
package func etat(_ ton: Ton, _ texte: String) -> Markup {
  span(.class("etat \(ton.rawValue)")) {
    ton.pictogramme.dessin
    span { texte }
  }
}
