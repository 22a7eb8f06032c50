import Base
import Chartes
import Html
import Web

/// A programme, to be prepared or changed.
struct ProgrammePage: Page {
  let seal: Sceau
  /// nil for a new one.
  let atelier: Atelier?
  let lieux: [Lieu]
  /// As many seats as the charter signs.
  let places: Int
  let retour: Retour

  private var annonce: Bool { atelier?.etat == .publie }

  func titre(_ t: Langue) -> String {
    atelier == nil ? t("Préparer un atelier", "Prepare a workshop") : t("Changer le programme", "Change the programme")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      marge: Conseil.marge(retour.motif, sinon: RendreAutonome.self, t)
    ) {
      retenue(retour, t)
      resume(retour.saisie.champs.compactMap { champ in phrase(champ, t).map { (champ, $0) } }, t)
      if lieux.isEmpty {
        vide(
          titre: t("Pas encore de lieu", "No place yet"),
          texte: t("La coordination ajoute les lieux.", "The coordinator adds the places."))
      } else {
        formulaire(vers: atelier.map { "/journee/ateliers/\($0.id)/programme" } ?? "/journee/ateliers/nouveau", seal) {
          if let atelier {
            cache("revision", retour.form.has("revision") ? retour.form.raw("revision") : String(atelier.revision))
          }
          retour.relire?.markup(t)
          programme(t)
          if annonce { lieuEtDate(t) } else { quand(t) }
          gestes {
            bouton(t("Garder ce programme", "Save this programme"))
            a(.href(atelier.map { "/journee/ateliers/\($0.id)" } ?? "/journee/ateliers")) {
              atelier == nil
                ? t("Revenir aux ateliers", "Back to the workshops") : t("Revenir à l’atelier", "Back to the workshop")
            }
          }
        }
      }
    }
  }

  private func phrase(_ champ: String, _ t: Langue) -> String? { retour.saisie.phrase(champ, t) }

  private func programme(_ t: Langue) -> Markup {
    group {
      champ(
        "titre", label: t("Titre", "Title"), valeur: retour.form.raw("titre"), erreur: phrase("titre", t),
        autocomplete: "off", maximum: 120)
      zone(
        "finalite", label: t("À la fin, on saura…", "At the end, people can…"),
        valeur: retour.form.raw("finalite"), erreur: phrase("finalite", t), lignes: 2, maximum: 600)
      zone(
        "etapes", label: t("Les étapes, une par ligne", "The steps, one per line"), valeur: retour.form.raw("etapes"),
        erreur: phrase("etapes", t), lignes: 4, maximum: 3000, facultatif: t)
      coches(
        "theme", legende: t("Thèmes", "Themes"),
        options: Thematique.allCases.map { Option($0.rawValue, t($0.phrase)) },
        choisis: Set(retour.form.all("theme")), erreur: phrase("theme", t), disposition: .colonnes)
      choix(
        "niveau", legende: t("Niveau", "Level"), options: Niveau.allCases.map { Option($0.rawValue, t($0.phrase)) },
        choisi: retour.form.text("niveau"), facultatif: t)
      champ(
        "places", label: t("Nombre de places", "Number of seats"),
        aide: t("\(places) au plus.", "\(places) at most."), valeur: retour.form.raw("places"),
        erreur: phrase("places", t), type: .nombre, autocomplete: "off", maximum: 6)
      champ(
        "apporter", label: t("À apporter", "To bring"), valeur: retour.form.raw("apporter"),
        erreur: phrase("apporter", t), autocomplete: "off", maximum: 600, facultatif: t)
      zone(
        "retrouver", label: t("À retrouver chez soi", "To find again at home"),
        aide: t(
          "Des adresses de sites, un pas à pas. La page publique le montre une fois l’atelier passé.",
          "Addresses of sites, a guide. The public page shows it once the workshop is over."),
        valeur: retour.form.raw("retrouver"), erreur: phrase("retrouver", t), lignes: 3, maximum: 2000, facultatif: t)
    }
  }

  private func lieuEtDate(_ t: Langue) -> Markup {
    p(.class("soft")) {
      t(
        "Le lieu et l’heure sont annoncés\u{a0}: ils restent. Pour en changer, annulez cet atelier, puis annoncez-en un autre.",
        "The place and the hour are announced: they stay. To change them, cancel this workshop, then announce another."
      )
    }
  }

  private func quand(_ t: Langue) -> Markup {
    group {
      liste(
        "lieu", label: t("Lieu", "Place"), options: lieux.map { Option($0.id.text, $0.nom, detail: $0.commune) },
        choisi: retour.form.text("lieu"), erreur: phrase("lieu", t))
      champ("jour", label: t("Jour", "Day"), valeur: retour.form.raw("jour"), erreur: phrase("jour", t), type: .date)
      champ(
        "debut", label: t("Début", "Start"), aide: t("À l’heure du lieu.", "On the clock of the place."),
        valeur: retour.form.raw("debut"), erreur: phrase("debut", t), type: .heure)
      champ("fin", label: t("Fin", "End"), valeur: retour.form.raw("fin"), erreur: phrase("fin", t), type: .heure)
    }
  }
}
