import Html
import Temps

/// One window of a week, as it is typed.
package struct LigneDeSemaine: Sendable, Equatable {
  let jour: String
  let debut: String
  let fin: String

  package init(jour: String, debut: String, fin: String) {
    self.jour = jour
    self.debut = debut
    self.fin = fin
  }

  /// What is kept, and a few empty lines to add to it.
  package static func lignes(_ semaine: Semaine, _ t: Langue) -> [LigneDeSemaine] {
    let kept = semaine.plages.map { plage in
      LigneDeSemaine(
        jour: String(plage.weekday), debut: t.heure(minute: plage.start), fin: t.heure(minute: plage.end % 1440))
    }
    return kept + (0..<max(3, 5 - kept.count)).map { _ in LigneDeSemaine(jour: "1", debut: "", fin: "") }
  }

  /// As it was typed, to be shown again.
  package static func lignes(_ form: FormData) -> [LigneDeSemaine] {
    zip(form.all("jour"), zip(form.all("debut"), form.all("fin"))).map {
      LigneDeSemaine(jour: $0, debut: $1.0, fin: $1.1)
    }
  }
}

/// The windows of a week, a line each: `SemaineSaisie` reads them.
package func plages(_ lignes: [LigneDeSemaine], _ saisie: Saisie, _ t: Langue) -> Markup {
  group {
    if let phrase = saisie.phrase("plages", t) { avis(.refus, phrase) }
    for (rang, ligne) in lignes.enumerated() { plage(rang, ligne, saisie, t) }
  }
}

private func plage(_ rang: Int, _ ligne: LigneDeSemaine, _ saisie: Saisie, _ t: Langue) -> Markup {
  fieldset(.class("plage")) {
    legend(.class("discret")) { t("Plage horaire \(rang + 1)", "Time range \(rang + 1)") }
    liste(
      "jour", label: t("Jour", "Day"), options: (1...7).map { Option(String($0), t.weekday($0)) },
      choisi: ligne.jour, id: "jour-\(rang)")
    champ("debut", label: t("De", "From"), valeur: ligne.debut, type: .heure, facultatif: t, id: "debut-\(rang)")
    champ(
      "fin", label: t("À", "To"), valeur: ligne.fin, erreur: saisie.phrase("plage-\(rang)", t), type: .heure,
      facultatif: t, id: "fin-\(rang)")
  }
}
