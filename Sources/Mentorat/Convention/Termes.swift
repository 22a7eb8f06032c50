import Chartes
import Foundation
import Html
import Temps
import Web

/// What two people agree on within the charter of their programme.
struct Termes: Sendable, Equatable, Codable {
  /// When the mentor reads and answers, on the clocks of `fuseau`.
  let plages: [PlageHebdomadaire]
  let fuseau: Fuseau
  let feries: Feries
  /// Hours of opening time before an answer leaves.
  let delai: Int
  /// Days after the last contact.
  let conservation: Int
  /// The sessions to come when this was written, in order.
  let seances: [Instant]

  /// One spelling for equal terms, to store and to compare.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  init(json: String) throws { self = try JSONDecoder().decode(Termes.self, from: Data(json.utf8)) }

  init(
    plages: [PlageHebdomadaire], fuseau: Fuseau, feries: Feries, delai: Int, conservation: Int, seances: [Instant]
  ) {
    self.plages = plages
    self.fuseau = fuseau
    self.feries = feries
    self.delai = delai
    self.conservation = conservation
    self.seances = seances
  }

  /// What a programme offers to begin with: its whole frame, Monday to Friday.
  init(_ p: Parametres, in fuseau: Fuseau) {
    let (start, end) = (p[LireAuxHeuresDites.ouverture] * 60, p[LireAuxHeuresDites.fermeture] * 60)
    self.init(
      plages: (1...5).compactMap { PlageHebdomadaire(weekday: $0, start: start, end: end) }, fuseau: fuseau,
      feries: Feries(.metropole), delai: p[LireAuxHeuresDites.delai],
      conservation: p[RelireSonChemin.conservation], seances: [])
  }

  var semaine: Semaine { (try? Semaine(plages)) ?? .vide }

  func horaire(absences: [ClosedRange<Jour>]) -> Horaire {
    Horaire(semaine, in: fuseau, feries: feries, absences: absences)
  }

  var attente: Duration { .hours(delai) }
}

extension Termes {
  /// Each thing agreed, with its name, as both sign it.
  func lignes(_ t: Langue) -> [(nom: String, valeur: String)] {
    [
      (t("Heures de lecture", "Reading hours"), "\(heures(t)) (\(t(fuseau.heure)))"),
      (t("Jours fériés", "Public holidays"), jours(t)),
      (
        t("Temps de réflexion", "Time for thought"),
        t.count(delai, Phrase("heure d’ouverture", "opening hour"), Phrase("heures d’ouverture", "opening hours"))
      ),
      (
        t("Garde après le dernier contact", "Keeping after the last contact"),
        t.count(conservation, Phrase("jour", "day"), Phrase("jours", "days"))
      ),
      (
        t("Prochaines séances", "Next sessions"),
        seances.map { t.dateEtHeure($0, fuseau, reference: nil) }.joined(separator: t("\u{a0}; ", "; "))
      ),
    ]
  }

  /// "du lundi au vendredi de 08:00 à 18:00" when every day is alike, else each window.
  private func heures(_ t: Langue) -> String {
    let merged = semaine.merged.plages
    if merged.map(\.weekday) == [1, 2, 3, 4, 5], Set(merged.map { [$0.start, $0.end] }).count == 1 {
      let each = t.plage(merged[0]).dropFirst(t.weekday(1).count)
      return t("du lundi au vendredi", "Monday to Friday") + each
    }
    return merged.map { t.plage($0) }.joined(separator: ", ")
  }

  private func jours(_ t: Langue) -> String {
    t(feries.territoire.nom) + (feries.vendrediSaint ? t(", et le Vendredi saint", ", and Good Friday") : "")
  }
}

extension Territoire {
  /// As people say where they are.
  var nom: Phrase {
    switch self {
    case .metropole: Phrase("France hexagonale et Corse", "Mainland France and Corsica")
    case .alsaceMoselle: Phrase("Alsace et Moselle", "Alsace and Moselle")
    case .guadeloupe: Phrase("Guadeloupe", "Guadeloupe")
    case .martinique: Phrase("Martinique", "Martinique")
    case .guyane: Phrase("Guyane", "French Guiana")
    case .reunion: Phrase("La Réunion", "Réunion")
    case .mayotte: Phrase("Mayotte", "Mayotte")
    case .saintBarthelemy: Phrase("Saint-Barthélemy", "Saint Barthélemy")
    case .saintMartin: Phrase("Saint-Martin", "Saint Martin")
    case .saintPierreEtMiquelon: Phrase("Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon")
    }
  }
}
