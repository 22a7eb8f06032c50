import Html

/// One answer among many, in a list that opens.
/// - Parameter invite: a first empty line, such as "Choisissez"; nil when one answer is always chosen.
package func liste(
  _ nom: String, label: String, options: [Option], choisi: String? = nil, invite: String? = nil, aide: String? = nil,
  erreur: String? = nil, facultatif: Langue? = nil, id: String? = nil
) -> Markup {
  let cadre = Cadre(nom, id: id, label: label, aide: aide, erreur: erreur, facultatif: facultatif)
  return cadre.entoure(
    select(
      .id(cadre.id), .name(nom), facultatif == nil && invite != nil ? .required : nil, cadre.describedBy, cadre.invalid
    ) {
      if let invite { option(.value("")) { invite } }
      for possible in options {
        option(.value(possible.valeur), possible.valeur == choisi ? .selected : nil) {
          possible.detail.map { "\(possible.texte) – \($0)" } ?? possible.texte
        }
      }
    })
}

/// A sentence one agrees to, or not.
/// - Parameter requis: whether the form goes on only when it is ticked.
package func caseACocher(
  _ nom: String, label phrase: String, aide: String? = nil, valeur: String = "oui", cochee: Bool = false,
  erreur: String? = nil, requis: Bool = false, id: String? = nil
) -> Markup {
  let cadre = Cadre(nom, id: id, label: phrase, aide: aide, erreur: erreur, facultatif: nil)
  return div(.class(cadre.classes)) {
    cadre.phrases
    label(.class("option")) {
      input(
        .type("checkbox"), .id(cadre.id), .name(nom), .value(valeur), cochee ? .checked : nil,
        requis ? .required : nil, cadre.describedBy, cadre.invalid)
      span(.class("option-texte")) { phrase }
    }
  }
}
