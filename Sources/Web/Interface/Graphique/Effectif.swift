import Html

/// How many: a number one may show, or one so small that it could point at somebody.
package enum Effectif: Sendable, Hashable {
  /// From 0 up.
  case nombre(Int)
  /// Below this number, and nothing more is said. The true one is not held, so that no drawing can betray it.
  case moinsDe(Int)

  /// nil when the number is not shown.
  var connu: Int? {
    switch self {
    case .nombre(let nombre): max(0, nombre)
    case .moinsDe: nil
    }
  }

  /// "1 234", "moins de 5"; "1,234", "fewer than 5".
  package func texte(_ t: Langue) -> String {
    switch self {
    case .nombre(let nombre): t.nombre(nombre)
    case .moinsDe(let seuil): t("moins de\u{a0}\(t.nombre(seuil))", "fewer than\u{a0}\(t.nombre(seuil))")
    }
  }
}
