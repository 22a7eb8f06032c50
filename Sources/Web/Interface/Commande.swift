import Html

/// A switch of the video room: the drawing, its name, and in words whether it is on. A module flips `aria-pressed`.
package func commande(
  _ dessin: Pictogramme, id: String, texte: String, allume: String, coupe: String, presse: Bool = true
) -> Markup {
  button(.type("button"), .class("commande"), .id(id), .aria(.pressed, String(presse))) {
    dessin.dessin
    span { texte }
    // The state is already in `aria-pressed`: said once.
    span(.class("commande-oui"), .aria(.hidden, "true")) { allume }
    span(.class("commande-non"), .aria(.hidden, "true")) { coupe }
  }
}
