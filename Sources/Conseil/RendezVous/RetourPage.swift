import Base
import Chartes
import Html
import Temps
import Web

/// Coming back with a code: to see one's appointment, and to take it back.
struct RetourPage: Page {
  let seal: Sceau
  let trouve: (rendezVous: RendezVous, lieu: Lieu)?
  let code: String
  let saisie: Saisie
  let fait: String
  let now: Instant

  func titre(_ t: Langue) -> String { t("Mon rendez-vous", "My appointment") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(AccueillirChacun.self, charte: "conseil", t)]) {
      if fait == "annule" {
        avis(
          .accord,
          t(
            "Votre rendez-vous est annulé. Merci d’avoir prévenu\u{a0}: quelqu’un d’autre pourra venir.",
            "Your appointment is cancelled. Thank you for saying so: somebody else will be able to come."))
        gestes { boutonLien("/rendez-vous", t("En prendre un autre", "Book another one")) }
      } else if let trouve {
        found(trouve.rendezVous, trouve.lieu, t)
      } else {
        formulaire(vers: "/rendez-vous/retour", seal) {
          champDuCode(code, saisie, t)
          gestes { bouton(t("Voir mon rendez-vous", "See my appointment")) }
        }
        p(.class("soft")) {
          t(
            "Vous n’avez plus le code\u{a0}? Appelez le lieu\u{a0}: l’équipe retrouve votre rendez-vous.",
            "No longer have the code? Telephone the place: the team finds your appointment.")
        }
        p { a(.href("/rendez-vous")) { t("Voir les lieux", "See the places") } }
      }
    }
  }

  private func found(_ rendezVous: RendezVous, _ lieu: Lieu, _ t: Langue) -> Markup {
    group {
      p {
        strong { t.dateEtHeure(rendezVous.debut, lieu.fuseau, reference: Jour(now, in: lieu.fuseau)) }
      }
      p { "\(lieu.nom), \(lieu.enUneLigne)" }
      telephone(lieu.telephone, t)
      if rendezVous.etat == .pris && rendezVous.debut > now {
        formulaire(vers: "/rendez-vous/retour/annulation", seal) {
          cache("code", code)
          gestes { bouton(t("Annuler ce rendez-vous", "Cancel this appointment"), style: .grave) }
        }
      } else {
        etat(.neutre, rendezVous.etat == .annule ? t("Annulé", "Cancelled") : t("Passé", "Past"))
      }
    }
  }
}
