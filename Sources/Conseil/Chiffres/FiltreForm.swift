import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The filter as a form: it changes nothing, and its address can be kept.
struct FiltreForm: Sendable {
  let filtre: FiltreDeChiffres
  let lieux: [Lieu]
  let conseillers: [(id: PersonneID, nom: String)]

  func markup(_ t: Langue) -> Markup {
    filtreDePage(t) {
      champ("du", label: t("Du", "From"), valeur: filtre.du.iso, type: .date, facultatif: t)
      champ("au", label: t("Au", "To"), valeur: filtre.au.iso, type: .date, facultatif: t)
      depliant(t("Choisir ce que l’on compte", "Choose what to count"), ouvert: isNarrow) {
        if !lieux.isEmpty {
          plusieurs("lieu", t("Lieux", "Places"), lieux.map { Option($0.id.text, $0.nom) }, filtre.lieux.map(\.text), t)
        }
        if !conseillers.isEmpty {
          plusieurs(
            "conseiller", t("Conseillers", "Advisers"), conseillers.map { Option($0.id.text, $0.nom) },
            filtre.conseillers.map(\.text), t)
        }
        liste("type", t("Entretien ou atelier", "Interview or workshop"), filtre.types, t)
        liste("theme", t("Thèmes", "Themes"), filtre.themes, t)
        liste("demarche", t("Démarches", "Procedures"), filtre.demarches, t)
        plusieurs(
          "duree", t("Durées", "Lengths"), Duree.allCases.map { Option(String($0.rawValue), t($0.phrase)) },
          filtre.durees.map { String($0.rawValue) }, t)
        liste("canal", t("Où", "Where"), filtre.canaux, t)
        liste("facon", t("Comment", "How"), filtre.facons, t)
        liste("autonomie", t("Autonomie à la fin", "How people manage in the end"), filtre.autonomies, t)
        liste("redirection", t("Orientation", "Referral"), filtre.redirections, t)
        liste("issue", t("Issue du relais", "Outcome of the referral"), filtre.issues, t)
        liste("age", t("Âges présents", "Ages present"), filtre.ages, t)
        liste("statut", t("Situations présentes", "Situations present"), filtre.statuts, t)
        liste("genre", t("Genres présents", "Genders present"), filtre.genres, t)
      }
      gestes {
        bouton(t("Voir ces chiffres", "See these figures"))
        a(.href("/chiffres")) { t("Retirer tous les choix", "Remove every choice") }
      }
    }
  }

  private func filtreDePage(_ t: Langue, @MarkupBuilder contenu: Content) -> Markup {
    Web.filtre(vers: "/chiffres", label: t("Choisir les comptes rendus", "Choose the reports"), contenu: contenu)
  }

  private var isNarrow: Bool {
    var bare = FiltreDeChiffres(du: filtre.du, au: filtre.au)
    if conseillers.isEmpty { bare.conseillers = filtre.conseillers }
    return filtre != bare
  }

  private func liste<Liste: Nomenclature>(_ nom: String, _ legende: String, _ chosen: [Liste], _ t: Langue) -> Markup {
    plusieurs(
      nom, legende, Liste.allCases.map { Option($0.rawValue, t($0.phrase)) }, chosen.map(\.rawValue), t)
  }

  private func plusieurs(
    _ nom: String, _ legende: String, _ options: [Option], _ chosen: [String], _ t: Langue
  ) -> Markup {
    coches(
      nom, legende: legende, options: options, choisis: Set(chosen), disposition: .colonnes, facultatif: t)
  }
}
