import Html

/// A page with nothing yet teaches: what will be here, and the first step.
package func vide(titre: String, texte: String, geste: Markup? = nil) -> Markup {
  div(.class("vide")) {
    Pictogramme.feuillet.dessin
    p(.class("vide-titre")) { titre }
    p { texte }
    geste
  }
}
