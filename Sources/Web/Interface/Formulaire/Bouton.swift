import Html

/// How much a button weighs on the page: one `principal` at most.
package enum StyleDeBouton: String, Sendable, CaseIterable {
  case principal, discret
  /// Cannot be undone, or weighs on somebody.
  case grave

  var classes: String { self == .principal ? "bouton" : "bouton \(rawValue)" }
}

/// Sends the form it stands in, and is named by what it does.
/// - Parameter nom: with `valeur`, tells the server which of several buttons was pressed.
package func bouton(
  _ texte: String, style: StyleDeBouton = .principal, nom: String? = nil, valeur: String? = nil
) -> Markup {
  button(.class(style.classes), nom.map { .name($0) }, valeur.map { .value($0) }) { texte }
}

/// Leads elsewhere, and looks like what one does next.
package func boutonLien(_ href: String, _ label: String, style: StyleDeBouton = .principal) -> Markup {
  a(.class(style.classes), .href(href)) { label }
}

/// Buttons and links, side by side: the next step first.
package func gestes(@MarkupBuilder contenu: Content) -> Markup { div(.class("gestes")) { contenu() } }
