import Html

/// How much a button weighs on the page: one `principal` at most.
package enum StyleDeBouton: String, Sendable, CaseIterable {
  case principal, discret
  /// Said like a link: what may be done too, and rarely is.
  case simple
  /// Cannot be undone, or weighs on somebody.
  case grave

  var classes: String { self == .principal ? "bouton" : "bouton \(rawValue)" }
}

/// Sends the form it stands in, and is named by what it does.
/// - Parameters:
///   - nom: with `valeur`, tells the server which of several buttons was pressed.
///   - vers: where this one sends the form, when it is elsewhere than the others.
package func bouton(
  _ texte: String, style: StyleDeBouton = .principal, nom: String? = nil, valeur: String? = nil, vers: String? = nil
) -> Markup {
  button(
    .class(style.classes), nom.map { .name($0) }, valeur.map { .value($0) }, vers.map { .formaction($0) }
  ) { texte }
}

/// Leads elsewhere, and looks like what one does next.
/// - Parameter precision: what it is about, for those who hear the link out of its place.
package func boutonLien(
  _ href: String, _ label: String, style: StyleDeBouton = .principal, precision: String? = nil
) -> Markup {
  a(.class(style.classes), .href(href)) {
    label
    if let precision { lu(" \(precision)") }
  }
}

/// Buttons and links, side by side: the next step first.
package func gestes(@MarkupBuilder contenu: Content) -> Markup { div(.class("gestes")) { contenu() } }
