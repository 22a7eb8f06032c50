import Html

/// What one types on a single line.
package enum TypeDeChamp: Sendable, CaseIterable {
  case text, email, tel, date, heure, nombre, recherche
  /// A short code read on a paper or in a mail.
  case code

  var type: String {
    switch self {
    case .text, .nombre, .code: "text"
    case .email: "email"
    case .tel: "tel"
    case .date: "date"
    case .heure: "time"
    case .recherche: "search"
    }
  }

  /// A number is typed as text: arrows and wheels change it without being asked.
  var inputmode: Attribute? { self == .nombre ? .inputmode("numeric") : nil }

  var spellcheck: Attribute? { self == .code || self == .email ? .spellcheck(false) : nil }

  var classe: Attribute? {
    switch self {
    case .date, .heure, .nombre, .tel: .class("court")
    case .code: .class("court code")
    case .text, .email, .recherche: nil
    }
  }
}

/// A field of one line.
/// - Parameters:
///   - nom: under which it is sent; its id comes from it.
///   - erreur: what to do about it, in one sentence; nil when all is well.
///   - autocomplete: HTML's own word ("email", "given-name"), so that the browser may fill it in.
///   - maximum: length, in UTF-16 units, as browsers count.
///   - facultatif: when the field may stay empty, the language in which to say so.
///   - id: needed only where the same name appears twice on a page.
package func champ(
  _ nom: String, label: String, aide: String? = nil, valeur: String = "", erreur: String? = nil,
  type: TypeDeChamp = .text, autocomplete: String? = nil, maximum: Int? = nil, facultatif: Langue? = nil,
  id: String? = nil
) -> Markup {
  let cadre = Cadre(nom, id: id, label: label, aide: aide, erreur: erreur, facultatif: facultatif)
  return cadre.entoure(
    input(
      .type(type.type), .id(cadre.id), .name(nom), .value(valeur), type.classe, type.inputmode, type.spellcheck,
      autocomplete.map { .autocomplete($0) }, maximum.map { .maxlength($0) }, facultatif == nil ? .required : nil,
      cadre.describedBy, cadre.invalid))
}

/// A field of several lines, for one's own words.
/// - Parameters:
///   - lignes: how many are seen at first; it grows.
///   - requis: false where several fields share one answer, and the form says so once.
package func zone(
  _ nom: String, label: String, aide: String? = nil, valeur: String = "", erreur: String? = nil, lignes: Int = 4,
  maximum: Int? = nil, facultatif: Langue? = nil, requis: Bool = true, id: String? = nil
) -> Markup {
  let cadre = Cadre(nom, id: id, label: label, aide: aide, erreur: erreur, facultatif: facultatif)
  return cadre.entoure(
    textarea(
      .id(cadre.id), .name(nom), .rows(lignes), maximum.map { .maxlength($0) },
      requis && facultatif == nil ? .required : nil, cadre.describedBy, cadre.invalid, text: valeur))
}
