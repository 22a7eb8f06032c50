import Html

/// The words of a person, as they were written, line breaks included.
package func citation(_ texte: String, de auteur: String? = nil) -> Markup {
  figure(.class("citation")) {
    blockquote { texte }
    if let auteur { figcaption { auteur } }
  }
}
