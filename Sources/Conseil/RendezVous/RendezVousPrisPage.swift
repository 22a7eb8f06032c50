import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// It is booked: when, where, and the code to come back with.
struct RendezVousPrisPage: Page {
  let rendezVous: RendezVous
  let lieu: Lieu
  let code: CodeEcrit
  let now: Instant
  let auTelephone: Bool

  func titre(_ t: Langue) -> String { t("C’est noté", "It is noted") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(AccueillirChacun.self, charte: "conseil", t)]) {
      avis(
        .accord,
        t(
          "Rendez-vous \(t.dateEtHeure(rendezVous.debut, lieu.fuseau, reference: Jour(now, in: lieu.fuseau))).",
          "Appointment \(t.dateEtHeure(rendezVous.debut, lieu.fuseau, reference: Jour(now, in: lieu.fuseau)))."))
      p { "\(lieu.nom), \(lieu.enUneLigne)" }
      telephone(lieu.telephone, t)
      p {
        auTelephone
          ? t("Donnez ce code à la personne, pour changer d’avis\u{a0}:", "Give this code to the person, to change it:")
          : t("Gardez ce code, pour le revoir ou l’annuler\u{a0}:", "Keep this code, to see it again or cancel it:")
      }
      p(.class("code")) { code.imprime }
      if !auTelephone {
        p(.class("soft")) {
          t(
            "Recopiez-le, ou prenez-le en photo. Il se tape sur la page des rendez-vous.",
            "Copy it, or take a picture of it. You type it on the page of appointments.")
        }
      }
      gestes {
        auTelephone
          ? boutonLien("/journee?lieu=\(lieu.id)", t("Revenir à ma journée", "Back to my day"))
          : boutonLien("/rendez-vous", t("Voir les autres lieux", "See the other places"), style: .discret)
      }
    }
  }
}
