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
      visitor == nil
        ? Lien("/registre", t("Ce qui est gardé", "What is kept")) : Lien("/mes-donnees", t("Mes données", "My data")),
      Lien("/lignes-aide", t("Besoin d’aide maintenant\u{a0}?", "Need help now?")),
    ]
    if let visitor {
      gabarit.compte = Lien("/compte", visitor.prenom, courant: path == "/compte")
      gabarit.deconnexion = boutonVers("/deconnexion", seal, t("Me déconnecter", "Sign out"))
      gabarit.direct = "/direct"
      gabarit.modules.append("/public/js/direct.js")
      if let verrou = visitor.verrou {
        gabarit.verrou = verrou
        gabarit.voile = voile(t)
        gabarit.modules.append("/public/js/voile.js")
      }
      if visitor.proposeCle, !path.hasPrefix("/compte"), path != "/preuve" {
        gabarit.proposition = proposition(t)
        gabarit.modules.append("/public/js/proposition.js")
      }
    }
    return gabarit.render(page.contenu(t))
  }

  /// Hides the page from a passer-by: at once with a key, by the server without a script.
  private func voile(_ t: Langue) -> Markup {
    group {
      boutonVers("/verrou", seal, t("Verrouiller l’écran", "Lock the screen"))
      template(.id("voile")) {
        div(.class("voile"), .role("dialog"), .aria(.modal, "true"), .aria(.label, t("Écran caché", "Screen hidden"))) {
          p(.data("data-cache", "")) {
            t(
              "Écran caché. La touche Échap, ou ce bouton, le montre de nouveau.",
              "Screen hidden. The Escape key, or this button, shows it again.")
          }
          p(.data("data-verrouille", ""), .hidden) {
            t(
              "Écran verrouillé. Ce que vous écriviez est dessous\u{a0}: montrez que c’est vous, puis revenez à cet onglet.",
              "Screen locked. What you were writing is underneath: show that it is you, then come back to this tab.")
          }
          gestes {
            button(.type("button"), .class("bouton"), .data("data-reprendre", "")) { t("Reprendre", "Go on") }
            a(.class("bouton"), .href("/verrou"), .target("_blank"), .data("data-prouver", ""), .hidden) {
              t("Montrer que c’est moi", "Show that it is me")
            }
          }
        }
      }
    }
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
