import Base
import Chartes
import Temps

/// The same filter on the rows themselves: for distinct people, and to count again from the start.
extension FiltreDeChiffres {
  /// A condition on `compte_rendu c`.
  var sql: SQL {
    var all: [SQL] = ["c.jour >= \(du.iso) AND c.jour <= \(au.iso)"]
    if !lieux.isEmpty { all.append("c.lieu IN \(list: lieux)") }
    if !conseillers.isEmpty { all.append("c.conseiller IN \(list: conseillers)") }
    if !themes.isEmpty { all.append("(c.themes & \(Int64(bitPattern: Ensemble(themes).bits))) <> 0") }
    if !demarches.isEmpty { all.append("(c.demarches & \(Int64(bitPattern: Ensemble(demarches).bits))) <> 0") }
    all += chosen + durations + present
    return all.dropFirst().reduce(all[0]) { "\(sql: $0) AND \(sql: $1)" }
  }

  private var chosen: [SQL] {
    func codes<Liste: Nomenclature>(_ values: [Liste]) -> [Int] { values.map { $0.rang + 1 } }
    var all: [SQL] = []
    if !types.isEmpty { all.append("c.type IN \(list: codes(types))") }
    if !canaux.isEmpty { all.append("c.canal IN \(list: codes(canaux))") }
    if !facons.isEmpty { all.append("c.posture IN \(list: codes(facons))") }
    if !autonomies.isEmpty { all.append("c.autonomie IN \(list: codes(autonomies))") }
    if !redirections.isEmpty { all.append("c.orientation IN \(list: codes(redirections))") }
    if !issues.isEmpty { all.append("c.issue IN \(list: codes(issues))") }
    return all
  }

  private var durations: [SQL] {
    guard !durees.isEmpty else { return [] }
    let any = durees.map { duree -> SQL in
      switch duree {
      case .moinsDe30: "c.minutes < 30"
      case .moinsDUneHeure: "c.minutes >= 30 AND c.minutes < 60"
      case .moinsDeDeuxHeures: "c.minutes >= 60 AND c.minutes < 120"
      case .plus: "c.minutes >= 120"
      }
    }
    return [Self.any(any)]
  }

  private var present: [SQL] {
    let genre: [SQL] = ["c.genre_0 > 0", "c.genre_1 > 0", "c.genre_2 > 0"]
    let age: [SQL] = [
      "c.age_0 > 0", "c.age_1 > 0", "c.age_2 > 0", "c.age_3 > 0", "c.age_4 > 0", "c.age_5 > 0", "c.age_6 > 0",
      "c.age_7 > 0",
    ]
    let statut: [SQL] = ["c.statut_0 > 0", "c.statut_1 > 0", "c.statut_2 > 0", "c.statut_3 > 0", "c.statut_4 > 0"]
    return [genres.map { genre[$0.rang] }, ages.map { age[$0.rang] }, statuts.map { statut[$0.rang] }]
      .filter { !$0.isEmpty }.map(Self.any)
  }

  private static func any(_ conditions: [SQL]) -> SQL {
    let joined = conditions.dropFirst().reduce("(\(sql: conditions[0]))" as SQL) { "\(sql: $0) OR (\(sql: $1))" }
    return "(\(sql: joined))"
  }
}
