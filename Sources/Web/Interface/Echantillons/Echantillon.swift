import Html

/// A component in one of its states, with an example: looked at in the gallery, walked through by the browser tests.
package struct Echantillon: Sendable {
  package let nom: String
  package let rendu: @Sendable (Langue) -> Markup

  init(_ nom: String, _ rendu: @escaping @Sendable (Langue) -> Markup) {
    self.nom = nom
    self.rendu = rendu
  }
}

/// Every component and state. Ids never repeat: all may stand on one page.
package let specimens: [Echantillon] =
  echantillonsDeFeuille + echantillonsDeCarte + echantillonsDeChamp + echantillonsDeChoix + echantillonsDeListe
  + echantillonsDeGraphique + echantillonsDeSalle

let sceauDExemple = Sceau(csrf: "exemple", geste: "0193-exemple")
