import Chartes
import Html
import Web

/// One place, to be added or changed.
struct LieuPage: Page {
  let seal: Sceau
  /// nil for a new one.
  let id: LieuID?
  let form: FormData
  let lignes: [LigneDeSemaine]
  let saisie: Saisie

  func titre(_ t: Langue) -> String {
    id == nil ? t("Ajouter un lieu", "Add a place") : t("Changer ce lieu", "Change this place")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(AccueillirChacun.self, charte: "conseil", t)]) {
      resume(saisie.champs.compactMap { champ in saisie.phrase(champ, t).map { (champ, $0) } }, t)
      formulaire(vers: id.map { "/lieux/\($0)" } ?? "/lieux/nouveau", seal) {
        text("nom", t("Le nom du lieu", "The name of the place"), t, "organization")
        text("adresse", t("Numéro et rue", "Number and street"), t, "street-address")
        text("code_postal", t("Code postal", "Postcode"), t, "postal-code", type: .nombre)
        text("commune", t("Commune", "Town"), t, "address-level2")
        champ(
          "telephone", label: t("Téléphone de l’accueil", "Reception telephone"),
          aide: t("Il est montré au public.", "It is shown to the public."), valeur: form.raw("telephone"),
          erreur: saisie.phrase("telephone", t), type: .tel, autocomplete: "off", facultatif: t)
        h2 { t("Accueil sans rendez-vous", "Without an appointment") }
        plages(lignes, saisie, t)
        p(.class("soft")) {
          t(
            "Videz les deux heures d’une ligne pour la retirer. Sans aucune heure, on vient sur rendez-vous seulement.",
            "Empty both hours of a line to take it away. With no hours at all, people come by appointment only.")
        }
        gestes {
          bouton(t("Garder ce lieu", "Save this place"))
          a(.href("/lieux")) { t("Revenir aux lieux", "Back to the places") }
        }
      }
    }
  }

  private func text(
    _ nom: String, _ label: String, _ t: Langue, _ autocomplete: String, type: TypeDeChamp = .text
  ) -> Markup {
    champ(
      nom, label: label, valeur: form.raw(nom), erreur: saisie.phrase(nom, t), type: type, autocomplete: autocomplete)
  }
}
