import Chartes
import Html
import Temps
import Web

/// When one receives by appointment, place by place.
struct PermanencesPage: Page {
  let lieux: [(lieu: Lieu, plages: [PlageHebdomadaire])]
  let fait: String

  func titre(_ t: Langue) -> String { t("Mes permanences", "My hours") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Les moments où l’on peut prendre rendez-vous avec vous, semaine après semaine.",
        "When people may book an appointment with you, week after week."),
      marge: [Note(AccueillirChacun.self, charte: "conseil", t)]
    ) {
      if fait == "garde" { avis(.accord, t("Vos heures sont gardées.", "Your hours are saved.")) }
      if lieux.isEmpty {
        vide(
          titre: t("Pas encore de lieu", "No place yet"),
          texte: t(
            "La coordination ajoute les lieux\u{a0}; vos heures viendront ici.",
            "The coordinator adds the places; your hours will stand here."))
      }
      cartes(
        lieux.map { ici in
          group {
            h2(.class("carte-titre")) { ici.lieu.nom }
            if ici.plages.isEmpty {
              p(.class("soft")) { t("Pas d’heures ici.", "No hours here.") }
            } else {
              semaine(ici.plages, ici.lieu.fuseau, t)
            }
            gestes {
              a(.href("/permanences/\(ici.lieu.id)")) {
                t("Changer mes heures", "Change my hours")
                lu(" \(ici.lieu.nom)")
              }
            }
          }
        })
    }
  }
}

/// One's hours at one place.
struct PermanencePage: Page {
  let seal: Sceau
  let lieu: Lieu
  let lignes: [LigneDeSemaine]
  let saisie: Saisie
  let motif: Motif?

  func titre(_ t: Langue) -> String { t("Mes heures\u{a0}: \(lieu.nom)", "My hours: \(lieu.nom)") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: "\(lieu.commune) (\(t(lieu.fuseau.heure)))",
      marge: marge(motif, sinon: AccueillirChacun.self, t)
    ) {
      retenue(motif, t)
      formulaire(vers: "/permanences/\(lieu.id)", seal) {
        plages(lignes, saisie, t)
        p(.class("soft")) {
          t(
            "Videz les deux heures d’une ligne pour la retirer. Les rendez-vous déjà pris restent.",
            "Empty both hours of a line to take it away. Appointments already booked stay.")
        }
        gestes {
          bouton(t("Garder mes heures", "Save my hours"))
          a(.href("/permanences")) { t("Revenir à mes permanences", "Back to my hours") }
        }
      }
    }
  }
}
