import Base
import Html

/// Every page and component with its example: looked at by people, walked through by the browser tests.
enum Galerie {
  static func routes(_ rooms: [Specimen]) -> [Route] {
    let pages = rooms + RefusalPage.specimens
    return [
      .get("/galerie", .development) { _ in .page(GaleriePage(noms: pages.map(\.nom), composants: specimens.map(\.nom)))
      },
      .get("/galerie/composants", .development) { _ in .page(ComposantsPage()) },
      .get("/galerie/{nom}", .development) { visit in
        guard let specimen = pages.first(where: { $0.nom == visit.parameters["nom"] }) else { throw Absent() }
        return .page(specimen.page)
      },
    ]
  }
}

struct GaleriePage: Page {
  let noms: [String]
  let composants: [String]

  func titre(_ t: Langue) -> String { t("Galerie", "Gallery") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t("Chaque page avec son exemple.", "Each page with its example.")) {
      ul {
        li { a(.href("/galerie/composants")) { t("Les composants", "Components") } }
        li { a(.href("/galerie/relecture")) { t("Relire avant d’envoyer", "Read again before sending") } }
        for nom in noms { li { a(.href("/galerie/\(nom)")) { nom } } }
      }
    }
  }
}

struct ComposantsPage: Page {
  func titre(_ t: Langue) -> String { t("Composants", "Components") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      for specimen in specimens {
        h2 { specimen.nom }
        specimen.rendu(t)
      }
    }
  }
}
