import Html

/// A figure, and what it counts in words.
package struct Chiffre: Sendable {
  package let valeur: String
  package let libelle: String
  /// Where it comes from, or how to read it.
  package let detail: String?

  package init(_ valeur: String, _ libelle: String, detail: String? = nil) {
    self.valeur = valeur
    self.libelle = libelle
    self.detail = detail
  }
}

/// Figures side by side.
package func chiffres(_ chiffres: [Chiffre]) -> Markup {
  ul(.class("chiffres")) {
    for chiffre in chiffres {
      li {
        strong { chiffre.valeur }
        " "
        span { chiffre.libelle }
        if let detail = chiffre.detail { span(.class("soft")) { detail } }
      }
    }
  }
}
