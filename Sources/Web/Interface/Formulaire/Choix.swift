import Html

/// One of the answers offered.
package struct Option: Sendable, Equatable {
  package let valeur: String
  package let texte: String
  /// A softer line with it: the day of a slot, what the answer implies.
  package let detail: String?

  package init(_ valeur: String, _ texte: String, detail: String? = nil) {
    self.valeur = valeur
    self.texte = texte
    self.detail = detail
  }
}

/// How answers are laid out.
package enum Disposition: String, Sendable {
  /// One under the other.
  case lignes
  /// Small cards side by side, for slots.
  case creneaux
}

/// One answer among several, all in sight.
/// - Parameter legende: the question.
package func choix(
  _ nom: String, legende: String, options: [Option], choisi: String? = nil, aide: String? = nil,
  erreur: String? = nil, disposition: Disposition = .lignes, facultatif: Langue? = nil, id: String? = nil
) -> Markup {
  let groupe = Groupe(
    cadre: Cadre(nom, id: id, label: legende, aide: aide, erreur: erreur, facultatif: facultatif),
    options: options, disposition: disposition)
  return groupe.markup(role: "radiogroup") { option, id in
    input(
      .type("radio"), .id(id), .name(nom), .value(option.valeur), option.valeur == choisi ? .checked : nil,
      facultatif == nil ? .required : nil)
  }
}

/// Any number of answers, all in sight.
package func coches(
  _ nom: String, legende: String, options: [Option], choisis: Set<String> = [], aide: String? = nil,
  erreur: String? = nil, disposition: Disposition = .lignes, facultatif: Langue? = nil, id: String? = nil
) -> Markup {
  let cadre = Cadre(nom, id: id, label: legende, aide: aide, erreur: erreur, facultatif: facultatif)
  return Groupe(cadre: cadre, options: options, disposition: disposition).markup(role: nil) { option, id in
    input(
      .type("checkbox"), .id(id), .name(nom), .value(option.valeur),
      choisis.contains(option.valeur) ? .checked : nil, cadre.invalid)
  }
}

/// A question and its answers, as one thing for those who listen.
private struct Groupe {
  let cadre: Cadre
  let options: [Option]
  let disposition: Disposition

  func markup(role: String?, controle: (Option, String) -> Markup) -> Markup {
    fieldset(
      .class("\(cadre.classes) choix"), role.map { .role($0) }, cadre.describedBy, role == nil ? nil : cadre.invalid
    ) {
      legend { cadre.intitule }
      cadre.phrases
      div(.class(disposition.rawValue)) {
        for (rang, option) in options.enumerated() { carte(option, controle(option, id(rang))) }
      }
    }
  }

  /// The first answer bears the field's id: a link to the field puts the focus on it.
  private func id(_ rang: Int) -> String { rang == 0 ? cadre.id : "option-\(rang)-\(cadre.id)" }

  private func carte(_ option: Option, _ controle: Markup) -> Markup {
    label(.class("option")) {
      controle
      span(.class("option-texte")) {
        if disposition == .creneaux, let detail = option.detail { span(.class("option-detail")) { detail } }
        span { option.texte }
        if disposition == .lignes, let detail = option.detail { span(.class("option-detail")) { detail } }
      }
    }
  }
}
