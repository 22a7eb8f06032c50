import Html
import Web

/// How to reach a service.
func joindre(_ contenu: Partenaire.Contenu, _ t: Langue) -> Markup {
  group {
    telephone(contenu.telephone, t)
    if !contenu.courriel.isEmpty {
      p(.class("joindre")) {
        t("E-mail\u{a0}: ", "E-mail: ")
        a(.href("mailto:\(contenu.courriel)")) { contenu.courriel }
      }
    }
    if !contenu.site.isEmpty {
      p(.class("joindre")) { a(.href(contenu.site), .rel("noreferrer")) { contenu.site } }
    }
  }
}

/// A number that a telephone calls when one presses it; nothing where there is none.
func telephone(_ numero: String, _ t: Langue) -> Markup {
  guard !numero.isEmpty else { return .empty }
  return p(.class("joindre")) {
    t("Téléphone\u{a0}: ", "Telephone: ")
    a(.href("tel:\(numero.filter { "+0123456789".contains($0) })")) { numero }
  }
}
