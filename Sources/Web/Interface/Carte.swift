import Html

/// Something that holds together: a person, a meeting, a message.
package func carte(titre: String? = nil, @MarkupBuilder contenu: Content) -> Markup {
  div(.class("carte")) {
    if let titre { h2(.class("carte-titre")) { titre } }
    contenu()
  }
}

/// Several cards as a list: those who listen hear how many there are.
package func cartes(_ cartes: [Markup]) -> Markup {
  ul(.class("cartes")) {
    for carte in cartes { li(.class("carte")) { carte } }
  }
}

/// Who it is about.
/// - Parameters:
///   - initiales: two letters at most, decoration only.
///   - geste: what one can do with this person, on the right.
package func personne(initiales: String, nom: String, detail: String? = nil, geste: Markup? = nil) -> Markup {
  div(.class("personne")) {
    span(.class("initiales"), .aria(.hidden, "true")) { initiales }
    div(.class("personne-texte")) {
      strong { nom }
      if let detail { span(.class("soft")) { detail } }
    }
    geste
  }
}
