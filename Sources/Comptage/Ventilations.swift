/// Which parts of a count are wanted: nobody pays for what the page does not show.
package struct Ventilations: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let mesures = Ventilations(rawValue: 1)
  package static let etiquettes = Ventilations(rawValue: 2)
  package static let choix = Ventilations(rawValue: 4)
  package static let lieux = Ventilations(rawValue: 8)
  package static let conseillers = Ventilations(rawValue: 16)
  package static let mois = Ventilations(rawValue: 32)
  package static let jours = Ventilations(rawValue: 64)
  package static let toutes: Ventilations = [.mesures, .etiquettes, .choix, .lieux, .conseillers, .mois, .jours]
}
