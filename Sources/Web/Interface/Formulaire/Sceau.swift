import Html

/// What a form carries besides what one types: proof that it comes from our page, and a key so that twice is once.
package struct Sceau: Sendable, Equatable {
  package let csrf: String
  package let geste: String

  package init(csrf: String, geste: String) {
    self.csrf = csrf
    self.geste = geste
  }
}

/// The hidden fields of a seal.
package func cachets(_ sceau: Sceau) -> Markup {
  group {
    cache("_csrf", sceau.csrf)
    cache("_geste", sceau.geste)
  }
}

/// A value that goes with the form and is not shown.
package func cache(_ nom: String, _ valeur: String) -> Markup { input(.type("hidden"), .name(nom), .value(valeur)) }
