import Html
import Temps
import Web

/// When a place is open, day by day, with its zone.
func horaires(_ lieu: Lieu, _ t: Langue) -> Markup {
  if lieu.semaine.plages.isEmpty {
    return p(.class("soft")) {
      t("Sur rendez-vous seulement.", "By appointment only.")
    }
  }
  return semaine(lieu.semaine.plages, lieu.fuseau, t)
}

/// Each day once, with its hours: "lundi de 09:00 à 12:00, de 14:00 à 17:00".
func semaine(_ plages: [PlageHebdomadaire], _ fuseau: Fuseau, _ t: Langue) -> Markup {
  let days = Dictionary(grouping: plages, by: \.weekday).sorted { $0.key < $1.key }
  return ul(.class("horaires")) {
    for (day, plages) in days {
      li {
        span(.class("horaires-jour")) { t.weekday(day) }
        span { for plage in plages.sorted(by: { $0.start < $1.start }) { span { t.heures(plage) + " " } } }
      }
    }
    li(.class("soft")) { "(\(t(fuseau.heure)))" }
  }
}
