/// A filter, said in the codes of one month.
struct Demande {
  let etiquettes: [UInt64]
  let choix: [Filtre.Choix]
  let presentes: [[Int]]
  /// For each rank of a day in the month, whether it is kept; nil when all are.
  let jours: [Bool]?
  /// For each code.
  let lieux: [Bool]?
  let conseillers: [Bool]?
  /// Whether it keeps the whole month.
  let asksNothing: Bool

  /// Nil when it surely keeps nothing of this month.
  init?(_ filtre: Filtre, _ tranche: Tranche) {
    let month = Mois.firstDay(of: tranche.mois)..<Mois.firstDay(of: tranche.mois + 1)
    let kept = filtre.jours.map { Range($0).clamped(to: month) } ?? month
    let lieux = filtre.lieux.map { names in tranche.lieux.map(names.contains) }
    let conseillers = filtre.conseillers.map { names in tranche.conseillers.map(names.contains) }
    guard !kept.isEmpty, lieux?.contains(true) ?? true, conseillers?.contains(true) ?? true else { return nil }
    jours = kept == month ? nil : (0..<Cumul.joursMax).map { kept.contains(month.lowerBound + $0) }
    self.lieux = lieux
    self.conseillers = conseillers
    etiquettes = filtre.etiquettes
    choix = filtre.choix
    presentes = filtre.presentes
    asksNothing = jours == nil && filtre.asksOnlyDays
  }
}
