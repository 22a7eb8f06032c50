import Base
import Html

/// What surrounds every page of the site: where one may go, who one is, the other language.
struct Chrome {
  let visitor: Visitor?
  let path: String
  let navigation: [Lien]
  let seal: Sceau
  let stylesheet: String

  func dress(_ page: any Page, _ t: Langue) -> Markup {
    var gabarit = Gabarit(titre: page.titre(t), langue: t, style: stylesheet)
    gabarit.accueil = visitor == nil ? "/" : "/accueil"
    gabarit.navigation = navigation.map { Lien($0.href, $0.label, courant: isCurrent($0.href)) }
    gabarit.autreLangue = otherLanguage(t)
    gabarit.modules = page.modules.map { "/public/js/\($0).js" }
    gabarit.pied = [
      Lien("/chartes", t("Les chartes", "The charters")),
      Lien("/lignes-aide", t("Besoin d’aide maintenant\u{a0}?", "Need help now?")),
    ]
    if let visitor {
      gabarit.compte = Lien("/compte", visitor.prenom, courant: path == "/compte")
      gabarit.deconnexion = boutonVers("/deconnexion", seal, t("Me déconnecter", "Sign out"))
      gabarit.direct = "/direct"
      gabarit.modules.append("/public/js/direct.js")
      if visitor.proposeCle, !path.hasPrefix("/compte"), path != "/preuve" {
        gabarit.proposition = proposition(t)
        gabarit.modules.append("/public/js/proposition.js")
      }
    }
    return gabarit.render(page.contenu(t))
  }

  /// Hidden until a module knows that this device can keep a key.
  private func proposition(_ t: Langue) -> Markup {
    div(.class("proposition"), .data("data-proposition", ""), .hidden) {
      avis(.accord) {
        p {
          t(
            "La prochaine fois, entrez d’un doigt ou d’un regard, sans attendre d’e-mail.",
            "Next time, come in with a finger or a glance, without waiting for an e-mail.")
        }
        gestes {
          boutonLien("/compte/cles", t("Ajouter une clé d’accès", "Add a passkey"), style: .discret)
          boutonVers(
            "/compte/cles/plus-tard", seal, t("Non merci", "No, thank you"), champs: [(nom: "suite", valeur: path)])
        }
      }
    }
  }

  private func isCurrent(_ href: String) -> Bool { path == href || path.hasPrefix(href + "/") }

  /// Comes back to the same page; a form that was sent comes back to where it was shown.
  private func otherLanguage(_ t: Langue) -> Markup {
    boutonVers(
      "/langue", seal, t("English", "Français"),
      champs: [(nom: "langue", valeur: t == .fr ? "en" : "fr"), (nom: "retour", valeur: path)])
  }
}
