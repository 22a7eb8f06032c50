import Html

/// The band at the top: where one is, where one can go, and who one is here.
struct Bandeau {
  let gabarit: Gabarit
  private var langue: Langue { gabarit.langue }

  var markup: Markup {
    header(.class("bandeau")) {
      a(.class("marque"), .href(gabarit.accueil)) {
        embleme
        "Vademecum"
      }
      if !gabarit.navigation.isEmpty {
        nav(.class("bandeau-lieux"), .aria(.label, langue("Principale", "Main"))) { liens(gabarit.navigation) }
      }
      if hasAccount { compte }
    }
  }

  private var hasAccount: Bool {
    gabarit.compte != nil || gabarit.autreLangue != nil
  }

  private var compte: Markup {
    div(.class("bandeau-compte")) {
      if let compte = gabarit.compte {
        a(.class("bandeau-personne"), .href(compte.href), compte.courant ? .aria(.current, "page") : nil) {
          Pictogramme.personne.dessin
          lu(langue("Mon compte\u{a0}: ", "My account: "))
          compte.label
        }
      }
      gabarit.autreLangue
    }
  }

  /// Two people side by side who make one V.
  private var embleme: Markup {
    svg(.class("embleme"), .viewBox("0 0 32 32"), .width(32), .height(32), .aria(.hidden, "true")) {
      path(.d("M6.5 12.5L16 27l9.5-14.5"))
      path(
        .class("embleme-tete"),
        .d("M6.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M25.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5"))
    }
  }
}
