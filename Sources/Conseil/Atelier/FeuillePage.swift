import Base
import Chartes
import Html
import Temps
import Web

/// The sheet on the day: who came, ticked.
extension AtelierSuiviPage {
  func feuilleDePresence(_ t: Langue) -> Markup {
    let attendus = inscrits.assis + inscrits.enAttente + inscrits.arrives
    let comesBack = retour.form.has("feuille")
    let ticked = comesBack ? retour.form.all("present") : inscrits.presents.map(\.id.text)
    return section(.id("feuille")) {
      h2 { t("Qui est venu", "Who came") }
      formulaire(vers: "\(base)/presences", seals.next()) {
        cache("feuille", "oui")
        if !attendus.isEmpty {
          coches(
            "present", legende: t("Cochez les personnes présentes", "Tick the people who are here"),
            options: attendus.map { Option($0.id.text, $0.contenu.arrivant.court(t), detail: detail($0, t)) },
            choisis: Set(ticked), facultatif: t)
        }
        champ(
          "prenom", label: t("Quelqu’un d’autre est venu\u{a0}: son prénom", "Somebody else came: their first name"),
          valeur: comesBack ? retour.form.raw("prenom") : "",
          erreur: comesBack ? retour.saisie.phrase("prenom", t) : nil, autocomplete: "off", maximum: 60, facultatif: t,
          id: "venu")
        champ(
          "arrivees", label: t("Combien d’autres, sans prénom", "How many more, without a name"),
          valeur: comesBack ? retour.form.raw("arrivees") : String(atelier.arrivees),
          erreur: retour.saisie.phrase("arrivees", t), type: .nombre, autocomplete: "off", maximum: 5, facultatif: t)
        gestes { bouton(t("Garder la feuille", "Save the sheet"), style: .discret) }
      }
      if atelier.pointe != nil {
        p {
          t.count(
            inscrits.presents.count + atelier.arrivees, Phrase("personne présente", "person here"),
            Phrase("personnes présentes", "people here"))
        }
      }
    }
  }

  private func detail(_ inscrit: Inscrit, _ t: Langue) -> String? {
    if inscrit.par == .arrivee { return t("sans inscription", "without enrolling") }
    return inscrit.estEnAttente ? t("en liste d’attente", "on the waiting list") : nil
  }
}

/// The sheet on paper: first names and initials, and where to sign. Nothing else of anybody.
struct FeuillePage: Page {
  let atelier: Atelier
  let lieu: Lieu
  let inscrits: [Inscrit]
  let conseiller: String

  /// Lines for those who come without having enrolled.
  private static let vides = 4

  func titre(_ t: Langue) -> String { t("Feuille de présence", "Attendance sheet") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: atelier.programme.titre,
      chapeau: t.dateEtHeure(atelier.debut, lieu.fuseau, reference: nil) + ", " + lieu.nom
    ) {
      p(.class("ecran soft")) {
        t("Imprimez cette page avec votre navigateur.", "Print this page with your browser.")
      }
      div(.class("emargement")) {
        tableau(
          legende: titre(t), colonnes: [t("Prénom", "First name"), t("Signature", "Signature")],
          lignes: inscrits.map { [Markup(text: $0.contenu.arrivant.court(t)), Markup(text: "\u{a0}")] }
            + Array(repeating: [Markup(text: "\u{a0}"), Markup(text: "\u{a0}")], count: Self.vides), serre: true)
      }
      p { t("Animé par \(conseiller)", "Led by \(conseiller)") }
      p(.class("ecran")) {
        a(.href("/journee/ateliers/\(atelier.id)")) { t("Revenir à l’atelier", "Back to the workshop") }
      }
    }
  }
}
