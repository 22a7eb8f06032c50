/// The windows somebody opens each week, in order; no two of them overlap.
package struct Semaine: Sendable, Hashable {
  package let plages: [PlageHebdomadaire]

  /// Windows may touch (18:00–19:00 and 19:00–20:00): each keeps its own grid of slots.
  ///
  /// - Throws: the first two windows that overlap, in the order of the week. The same window twice overlaps itself.
  package init(_ plages: [PlageHebdomadaire]) throws(Chevauchement) {
    let ordered = plages.sorted()
    // Once in order, a window that overlaps any later one overlaps the next.
    for (plage, next) in zip(ordered, ordered.dropFirst()) where plage.overlaps(next) {
      throw Chevauchement(first: plage, second: next)
    }
    self.plages = ordered
  }

  private init(ordered plages: [PlageHebdomadaire]) { self.plages = plages }

  package static let vide = Semaine(ordered: [])

  /// Two windows of one week that are open at the same moment.
  package struct Chevauchement: Error, Hashable {
    package let first: PlageHebdomadaire
    package let second: PlageHebdomadaire
  }

  /// The same hours with touching windows joined, so that a slot may stand across what was their border.
  package var merged: Semaine {
    Semaine(
      ordered: plages.reduce(into: []) { joined, plage in
        if let last = joined.last, last.weekday == plage.weekday, last.end == plage.start,
          let both = PlageHebdomadaire(weekday: last.weekday, start: last.start, end: plage.end)
        {
          joined[joined.count - 1] = both
        } else {
          joined.append(plage)
        }
      })
  }
}
