import Html

/// A form that acts: always POST, always sealed. The server answers with sentences, so the browser's own bubbles are off.
/// - Parameter brouillon: where a draft is saved while one writes; put `enregistrement` inside the form.
package func formulaire(
  vers action: String, _ sceau: Sceau, id: String? = nil, brouillon: String? = nil, @MarkupBuilder contenu: Content
) -> Markup {
  form(
    .class("formulaire"), .method("post"), .action(action), .novalidate, id.map { .id($0) },
    brouillon.map { .data("data-brouillon", $0) }
  ) {
    cachets(sceau)
    contenu()
  }
}

/// A form that only looks for something: GET, changes nothing, can be kept as an address.
package func filtre(vers action: String, label: String, @MarkupBuilder contenu: Content) -> Markup {
  form(
    .class("formulaire filtre"), .method("get"), .action(action), .role("search"), .aria(.label, label), .novalidate
  ) { contenu() }
}

/// One gesture that needs nothing typed, as a button.
/// - Parameters:
///   - precision: what the gesture is about, for those who hear the button out of its place.
///   - champs: what goes with it.
package func boutonVers(
  _ action: String, _ sceau: Sceau, _ texte: String, style: StyleDeBouton = .discret, precision: String? = nil,
  champs: [(nom: String, valeur: String)] = []
) -> Markup {
  form(.class("un-geste"), .method("post"), .action(action)) {
    cachets(sceau)
    for champ in champs { cache(champ.nom, champ.valeur) }
    button(.class(style.classes)) {
      texte
      if let precision { lu(" \(precision)") }
    }
  }
}

/// Says whether the draft is saved; a module shows one sentence at a time.
package func enregistrement(_ t: Langue) -> Markup {
  p(.class("enregistrement soft"), .role("status")) {
    span(.data("data-etat", "enregistre"), .hidden) { t("Votre texte est gardé.", "Your text is kept.") }
    span(.data("data-etat", "non-enregistre"), .hidden) {
      t(
        "Votre texte n’est pas encore gardé. Continuez\u{a0}: nous réessayons.",
        "Your text is not kept yet. Go on: we are trying again.")
    }
  }
}
