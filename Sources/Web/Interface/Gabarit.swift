import Html

/// What every page has around its content: head, skip link, band, footer. Data in, markup out.
package struct Gabarit: Sendable {
  package var titre: String
  package var langue: Langue
  /// Address of the joined style sheet.
  package var style: String
  package var icone = "/public/img/favicon.svg"
  /// Where the name of the site leads.
  package var accueil = "/"
  package var navigation: [Lien] = []
  /// Leads to one's own page, and bears one's first name.
  package var compte: Lien?
  /// The form that signs out, at the foot of each page.
  package var deconnexion: Markup?
  /// After how many minutes alone the page locks; nil where it does not.
  package var verrou: Int?
  /// What hides it.
  package var voile: Markup?
  /// The form or link that changes the language.
  package var autreLangue: Markup?
  package var pied: [Lien] = []
  /// Addresses of ES modules.
  package var modules: [String] = []
  /// Offers a passkey, where the browser knows them.
  package var proposition: Markup?
  /// Address of the live stream; the page then invites to reload when something changed.
  package var direct: String?

  package init(titre: String, langue: Langue, style: String) {
    self.titre = titre
    self.langue = langue
    self.style = style
  }

  package func render(_ contenu: Markup) -> Markup {
    document(langue) {
      entete
      body(direct.map { .data("data-direct", $0) }, verrou.map { .data("data-verrou", String($0)) }) {
        a(.class("evitement"), .href("#contenu")) { langue("Aller au contenu", "Skip to content") }
        Bandeau(gabarit: self).markup
        main(.id("contenu"), .tabindex(-1)) {
          if direct != nil { nouveau }
          proposition
          contenu
        }
        if !pied.isEmpty || deconnexion != nil { piedDePage }
      }
    }
  }

  private var entete: Markup {
    head {
      meta(.charset("utf-8"))
      meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      meta(.name("color-scheme"), .content("light dark"))
      title { "\(titre) – Vademecum" }
      stylesheet(style)
      icon(icone)
      touchIcon("/public/img/icone-192.png")
      manifest("/public/manifeste/vademecum.webmanifest")
      for source in modules { module(source) }
    }
  }

  /// Never replaces what one is writing: it only offers to read the page again.
  private var nouveau: Markup {
    div(.class("nouveau"), .role("status")) {
      p(.data("data-nouveau", ""), .hidden) {
        langue("Il y a du nouveau sur cette page. ", "There is something new on this page. ")
        a(.href("")) { langue("L’afficher", "Show it") }
      }
      p(.data("data-sortie", ""), .hidden) {
        langue(
          "Votre connexion est fermée. Copiez ce que vous écriviez, puis ",
          "Your connection is closed. Copy what you were writing, then ")
        a(.href("/connexion")) { langue("entrez à nouveau", "come in again") }
        "."
      }
    }
  }

  private var piedDePage: Markup {
    footer(.class("pied")) {
      nav(.aria(.label, langue("Pied de page", "Footer"))) { liens(pied) }
      voile
      deconnexion
    }
  }
}

/// A list of links, as the band and the footer show them.
func liens(_ liens: [Lien]) -> Markup {
  ul {
    for lien in liens {
      li { a(.href(lien.href), lien.courant ? .aria(.current, "page") : nil) { lien.label } }
    }
  }
}
