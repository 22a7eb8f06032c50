import Chartes
import Html
import Temps
import Web

/// The places of a programme: for its coordinator to keep, for its advisers to know.
struct LieuxPage: Page {
  let lieux: [Lieu]
  let coordonne: Bool
  let fait: String

  func titre(_ t: Langue) -> String { t("Nos lieux", "Our places") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Leurs horaires sont ceux de l’accueil sans rendez-vous. Le public les voit.",
        "These are the hours when people may come without an appointment. The public sees them."),
      marge: [Note(AccueillirChacun.self, charte: "conseil", t)]
    ) {
      if fait == "garde" { avis(.accord, t("Le lieu est gardé.", "The place is saved.")) }
      if lieux.isEmpty {
        vide(
          titre: t("Pas encore de lieu", "No place yet"),
          texte: coordonne
            ? t(
              "Ajoutez le premier\u{a0}: les rendez-vous et la file en dépendent.",
              "Add the first one: appointments and the queue depend on it.")
            : t("La coordination les ajoute ici.", "The coordinator adds them here."))
      }
      cartes(lieux.map { carte($0, t) })
      if coordonne {
        gestes { boutonLien("/lieux/nouveau", t("Ajouter un lieu", "Add a place")) }
        ul(.class("liens")) {
          li { a(.href("/effacements")) { t("Les suivis effacés", "The threads erased") } }
        }
      }
    }
  }

  private func carte(_ lieu: Lieu, _ t: Langue) -> Markup {
    group {
      h2(.class("carte-titre")) { lieu.nom }
      p { lieu.enUneLigne }
      horaires(lieu, t)
      gestes {
        if coordonne {
          a(.href("/lieux/\(lieu.id)")) {
            t("Changer ce lieu", "Change this place")
            lu(" \(lieu.nom)")
          }
        }
        a(.href("/lieux/\(lieu.id)/comptoir")) {
          t("Son écran d’accueil", "Its shared screen")
          lu(" \(lieu.nom)")
        }
      }
    }
  }
}
