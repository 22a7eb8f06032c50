import Html

/// Numbers that share out one total, side by side. What is said of their sum stands above them all.
/// - Parameter nom: what the sentence about the sum is noted under; no field bears it.
package func nombres(
  _ nom: String, legende: String, erreur: String? = nil, @MarkupBuilder champs: () -> Markup
) -> Markup {
  let cadre = Cadre(nom, id: nil, label: legende, aide: nil, erreur: erreur, facultatif: nil)
  return fieldset(.class("\(cadre.classes) nombres"), .id(cadre.id), cadre.describedBy) {
    legend { cadre.intitule }
    cadre.phrases
    div(.class("nombres-cases")) { champs() }
  }
}
