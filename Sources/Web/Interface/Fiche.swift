import Html

/// A few facts, each with its name.
package func fiche(_ lignes: [(nom: String, valeur: Markup)]) -> Markup {
  dl(.class("fiche")) {
    for ligne in lignes {
      div {
        dt { ligne.nom }
        dd { ligne.valeur }
      }
    }
  }
}

/// What most people need not read now: opens on demand, without a script.
package func depliant(_ titre: String, ouvert: Bool = false, @MarkupBuilder contenu: Content) -> Markup {
  details(.class("depliant"), ouvert ? .open : nil) {
    summary { titre }
    div { contenu() }
  }
}
