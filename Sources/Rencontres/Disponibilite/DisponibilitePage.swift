import Chartes
import Html
import Temps
import Web

/// The hours an expert gives, week after week.
struct DisponibilitePage: Page {
  let seal: Sceau
  let lignes: [LigneDeSemaine]
  let fuseau: Fuseau
  let saisie: Saisie
  let fait: String

  func titre(_ t: Langue) -> String { t("Mes heures", "My hours") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Chaque semaine, quand pouvez-vous recevoir\u{a0}? (\(t(fuseau.heure)))",
        "Each week, when can you receive people? (\(t(fuseau.heure)))"),
      marge: [Note(TenirSesRendezVous.self, charte: "rencontres", t)]
    ) {
      if fait == "gardee" {
        avis(
          .accord, t("Vos heures sont gardées. Merci pour ce temps.", "Your hours are saved. Thank you for this time."))
      }
      formulaire(vers: "/disponibilite", seal) {
        plages(lignes, saisie, t)
        p(.class("soft")) {
          t(
            "Videz les deux heures d’une ligne pour la retirer. Les rencontres déjà convenues restent.",
            "Empty both hours of a line to take it away. Meetings already agreed stay.")
        }
        gestes { bouton(t("Garder mes heures", "Save my hours")) }
      }
    }
  }
}
