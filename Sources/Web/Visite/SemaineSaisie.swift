import Base
import Html
import Temps

/// A week as it was typed: a few lines "day, from, to" (`plages`).
package struct SemaineSaisie: Sendable, Equatable {
  package let semaine: Semaine

  /// Lines whose hours are both empty are left out: that is how one takes a line away.
  package init(_ form: FormData) throws {
    let jours = form.all("jour")
    let debuts = form.all("debut")
    let fins = form.all("fin")
    guard jours.count == debuts.count, jours.count == fins.count, jours.count <= 40 else { throw Absent() }
    var plages: [PlageHebdomadaire] = []
    for (rang, (jour, (debut, fin))) in zip(jours, zip(debuts, fins)).enumerated() {
      if debut.isEmpty && fin.isEmpty { continue }
      guard let plage = Self.plage(jour, debut, fin) else {
        throw Saisie(
          "plage-\(rang)",
          Phrase(
            "Donnez une heure de début, puis une heure de fin plus tard. Comptez par quarts d’heure\u{a0}: 18:00, 18:15…",
            "Give a start time, then a later end time. Count in quarter hours: 18:00, 18:15…"))
      }
      plages.append(plage)
    }
    do { semaine = try Semaine(plages) } catch {
      throw Saisie(
        "plages",
        Phrase(
          "Deux plages se chevauchent\u{a0}: \(Langue.fr.plage(error.first)) et \(Langue.fr.plage(error.second)). Gardez-en une, ou réunissez-les.",
          "Two time ranges overlap: \(Langue.en.plage(error.first)) and \(Langue.en.plage(error.second)). Keep one, or join them."
        ))
    }
  }

  private static func plage(_ jour: String, _ debut: String, _ fin: String) -> PlageHebdomadaire? {
    guard let weekday = Int(jour), let start = minutes(debut), let end = minutes(fin) else { return nil }
    return PlageHebdomadaire(weekday: weekday, start: start, end: end == 0 ? 1440 : end)
  }

  /// "18:30" → 1110.
  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
