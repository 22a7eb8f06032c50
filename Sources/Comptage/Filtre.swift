/// Which reports are counted. Everything said must hold; what is left nil or empty asks nothing.
package struct Filtre: Sendable, Hashable {
  /// Days since 1970.
  package var jours: ClosedRange<Int>?
  package var lieux: Set<String>?
  package var conseillers: Set<String>?
  /// Each mask: at least one of these flags.
  package var etiquettes: [UInt64]
  package var choix: [Choix]
  /// Each list: at least one of these measures above zero.
  package var presentes: [[Int]]

  /// One of these values of the choice at this rank. Value 0 is what was not said.
  package struct Choix: Sendable, Hashable {
    package let rang: Int
    package let valeurs: Set<UInt8>

    package init(_ rang: Int, _ valeurs: Set<UInt8>) {
      self.rang = rang
      self.valeurs = valeurs
    }
  }

  package init(
    jours: ClosedRange<Int>? = nil, lieux: Set<String>? = nil, conseillers: Set<String>? = nil,
    etiquettes: [UInt64] = [], choix: [Choix] = [], presentes: [[Int]] = []
  ) {
    self.jours = jours
    self.lieux = lieux
    self.conseillers = conseillers
    self.etiquettes = etiquettes
    self.choix = choix
    self.presentes = presentes
  }

  package func accepts(_ ligne: Ligne) -> Bool {
    if let jours, !jours.contains(ligne.jour) { return false }
    if let lieux, !lieux.contains(ligne.lieu) { return false }
    if let conseillers, !conseillers.contains(ligne.conseiller) { return false }
    return etiquettes.allSatisfy { ligne.etiquettes & $0 != 0 }
      && choix.allSatisfy { $0.valeurs.contains(ligne.choix($0.rang)) }
      && presentes.allSatisfy { $0.contains { ligne.mesure($0) > 0 } }
  }

  /// Whether only days matter.
  var asksOnlyDays: Bool {
    lieux == nil && conseillers == nil && etiquettes.isEmpty && choix.isEmpty && presentes.isEmpty
  }
}
