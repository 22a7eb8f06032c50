import Chartes
import Discretion
import Html
import Temps
import Web

/// What the words just written call for, shown to their author alone. Made in memory, kept nowhere.
struct Aide: Sendable {
  let motif: Motif
  let lignes: [LigneAide]

  /// nil when nothing is called for.
  init?(_ alerte: Alerte, _ lignes: [LigneAide], _ p: Parametres) {
    let besoin: OrienterAilleurs.Besoin =
      switch alerte {
      case .aucune: .aucun
      case .urgence: .urgence
      case .detresse: .detresse
      case .danger: .danger
      case .horsChamp: .horsChamp
      }
    guard let motif = OrienterAilleurs.judge(.init(besoin: besoin), p).motif else { return nil }
    self.motif = motif
    // In danger, only the numbers that save: a long list is no help.
    self.lignes =
      switch besoin {
      case .danger: lignes.filter(\.vitale)
      case .detresse: Array(lignes.filter(\.vitale).prefix(3))
      case .aucun, .urgence, .horsChamp: []
      }
  }

  func markup(_ t: Langue) -> Markup {
    section(.class("aide-maintenant"), .aria(.label, t("De l’aide maintenant", "Help now"))) {
      avis(.attente, titre: t(motif.pourquoi)) { p { t(motif.issue) } }
      liste(of: lignes, t)
      p { a(.href("/lignes-aide")) { t("Toutes les lignes d’aide", "All helplines") } }
    }
  }
}

/// Numbers to call, each with whom it is for, when, and where that was read.
func liste(of lignes: [LigneAide], _ t: Langue) -> Markup {
  if lignes.isEmpty { return .empty }
  return ul(.class("lignes-aide")) {
    for ligne in lignes {
      li {
        a(.class("numero"), .href("tel:\(ligne.appel)")) {
          lu(t("Appeler le ", "Call "))
          ligne.numero
        }
        div {
          strong { t(ligne.nom) }
          p { t(ligne.pour) }
          p(.class("soft")) { t(ligne.heures) + "." }
          p(.class("soft")) {
            t("Source\u{a0}: ", "Source: ") + ligne.source
            t(", vérifiée le ", ", checked on ") + t.date(ligne.verifiee, reference: nil) + "."
          }
        }
      }
    }
  }
}
