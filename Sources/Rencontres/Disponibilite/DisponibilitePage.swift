import Chartes
import Html
import Temps
import Web

/// The hours an expert gives, week after week.
struct DisponibilitePage: Page {
  struct Ligne: Sendable, Equatable {
    let jour: String
    let debut: String
    let fin: String
  }

  let seal: Sceau
  let lignes: [Ligne]
  let fuseau: Fuseau
  let saisie: Saisie
  let fait: String

  /// What is kept, and a few empty lines to add to it.
  static func lignes(_ semaine: Semaine, _ t: Langue) -> [Ligne] {
    let kept = semaine.plages.map { plage in
      Ligne(jour: String(plage.weekday), debut: t.heure(minute: plage.start), fin: t.heure(minute: plage.end % 1440))
    }
    return kept + (0..<max(3, 5 - kept.count)).map { _ in Ligne(jour: "1", debut: "", fin: "") }
  }

  static func lignes(_ form: FormData) -> [Ligne] {
    zip(form.all("jour"), zip(form.all("debut"), form.all("fin"))).map { Ligne(jour: $0, debut: $1.0, fin: $1.1) }
  }

  func titre(_ t: Langue) -> String { t("Mes heures", "My hours") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Chaque semaine, quand pouvez-vous recevoir\u{a0}? (\(t(fuseau.heure)))",
        "Each week, when can you receive people? (\(t(fuseau.heure)))"),
      marge: [Note(TenirSesRendezVous.self, charte: "rencontres", t)]
    ) {
      if fait == "gardee" {
        avis(
          .accord, t("Vos heures sont gardées. Merci pour ce temps.", "Your hours are saved. Thank you for this time."))
      }
      if let phrase = saisie.phrase("plages", t) { avis(.refus, phrase) }
      formulaire(vers: "/disponibilite", seal) {
        for (rang, ligne) in lignes.enumerated() { fields(rang, ligne, t) }
        p(.class("soft")) {
          t(
            "Videz les deux heures d’une ligne pour la retirer. Les rencontres déjà convenues restent.",
            "Empty both hours of a line to take it away. Meetings already agreed stay.")
        }
        gestes { bouton(t("Garder mes heures", "Save my hours")) }
      }
    }
  }

  private func fields(_ rang: Int, _ ligne: Ligne, _ t: Langue) -> Markup {
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
}
