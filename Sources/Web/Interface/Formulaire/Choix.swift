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
  /// As many columns as there is room for, for long lists of short answers.
  case colonnes
  /// Times of a day, close together.
  case heures
}

/// Answers that share a heading: the times of one day.
package struct Partie: Sendable, Equatable {
  package let titre: String
  package let options: [Option]

  package init(_ titre: String, _ options: [Option]) {
    self.titre = titre
    self.options = options
  }
}

/// One answer among several, all in sight.
/// - Parameters:
///   - legende: the question.
///   - attendu: where the keyboard stands when the page opens: on the chosen answer, or on the first.
package func choix(
  _ nom: String, legende: String, options: [Option], choisi: String? = nil, aide: String? = nil,
  erreur: String? = nil, disposition: Disposition = .lignes, facultatif: Langue? = nil, id: String? = nil,
  attendu: Bool = false
) -> Markup {
  let first = options.first { $0.valeur == choisi } ?? options.first
  let groupe = Groupe(
    cadre: Cadre(nom, id: id, label: legende, aide: aide, erreur: erreur, facultatif: facultatif),
    options: options, disposition: disposition)
  return groupe.markup(role: "radiogroup") { option, id in
    input(
      .type("radio"), .id(id), .name(nom), .value(option.valeur), option.valeur == choisi ? .checked : nil,
      facultatif == nil ? .required : nil, attendu && option == first ? .autofocus : nil)
  }
}

/// One answer among many, under the headings they share; those of the last headings open on demand.
/// - Parameters:
///   - visibles: how many headings are in sight at first.
///   - suite: what opens the others.
package func choix(
  _ nom: String, legende: String, parties: [Partie], choisi: String? = nil, erreur: String? = nil, visibles: Int,
  suite: String
) -> Markup {
  let groupe = Groupe(
    cadre: Cadre(nom, id: nil, label: legende, aide: nil, erreur: erreur, facultatif: nil),
    options: parties.flatMap(\.options), disposition: .heures)
  return groupe.markup(role: "radiogroup", parties: parties, choisi: choisi, visibles: visibles, suite: suite) {
    option, id in
    input(
      .type("radio"), .id(id), .name(nom), .value(option.valeur), option.valeur == choisi ? .checked : nil, .required)
  }
}

/// Any number of answers, all in sight.
package func coches(
  _ nom: String, legende: String, options: [Option], choisis: Set<String> = [], aide: String? = nil,
  erreur: String? = nil, disposition: Disposition = .lignes, facultatif: Langue? = nil, id: String? = nil,
  attendu: Bool = false
) -> Markup {
  let cadre = Cadre(nom, id: id, label: legende, aide: aide, erreur: erreur, facultatif: facultatif)
  return Groupe(cadre: cadre, options: options, disposition: disposition).markup(role: nil) { option, id in
    input(
      .type("checkbox"), .id(id), .name(nom), .value(option.valeur),
      choisis.contains(option.valeur) ? .checked : nil, attendu && option == options.first ? .autofocus : nil,
      cadre.invalid)
  }
}

/// A question and its answers, as one thing for those who listen.
private struct Groupe {
  let cadre: Cadre
  let options: [Option]
  let disposition: Disposition

  func markup(role: String?, controle: (Option, String) -> Markup) -> Markup {
    cadre(role) {
      div(.class(disposition.rawValue)) {
        for (rang, option) in options.enumerated() { carte(option, controle(option, id(rang))) }
      }
    }
  }

  /// Under headings. What was chosen is never folded away.
  func markup(
    role: String, parties: [Partie], choisi: String?, visibles: Int, suite: String,
    controle: (Option, String) -> Markup
  ) -> Markup {
    var rang = 0
    let blocs = parties.map { partie in
      let cartes = zip(rang..., partie.options).map { rang, option in
        carte(option, controle(option, id(rang)), sous: partie.titre)
      }
      rang += partie.options.count
      return group {
        p(.class("choix-jour")) { partie.titre }
        div(.class(disposition.rawValue)) { for carte in cartes { carte } }
      }
    }
    let later = parties.dropFirst(visibles).contains { $0.options.contains { $0.valeur == choisi } }
    return cadre(role) {
      group { for bloc in blocs.prefix(visibles) { bloc } }
      if blocs.count > visibles {
        depliant(suite, ouvert: later) { for bloc in blocs.dropFirst(visibles) { bloc } }
      }
    }
  }

  private func cadre(_ role: String?, @MarkupBuilder reponses: Content) -> Markup {
    fieldset(
      .class("\(cadre.classes) choix"), role.map { .role($0) }, cadre.describedBy, role == nil ? nil : cadre.invalid
    ) {
      legend { cadre.intitule }
      cadre.phrases
      reponses()
    }
  }

  /// The first answer bears the field's id: a link to the field puts the focus on it.
  private func id(_ rang: Int) -> String { rang == 0 ? cadre.id : "option-\(rang)-\(cadre.id)" }

  /// - Parameter titre: the heading it stands under, for those who hear the answer out of its place.
  private func carte(_ option: Option, _ controle: Markup, sous titre: String? = nil) -> Markup {
    label(.class("option")) {
      controle
      span(.class("option-texte")) {
        if disposition == .creneaux, let detail = option.detail { span(.class("option-detail")) { detail } }
        span { option.texte }
        if disposition != .creneaux, let detail = option.detail { span(.class("option-detail")) { detail } }
        if let titre { lu(", \(titre)") }
      }
    }
  }
}
