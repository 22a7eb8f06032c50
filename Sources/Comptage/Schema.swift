/// What activity reports may say: how many flags, small choices and measures. It names none of them.
package struct Schema: Sendable, Hashable {
  /// Flags, of which a report bears any number: 64 at most.
  package let etiquettes: Int
  /// For each choice, how many values it may take, 1 to 32. Value 0 means "not said".
  package let choix: [Int]
  /// Whole numbers from 0 to `mesureMax`: mesure 0 is how many people came, mesure 1 how many minutes it took.
  package let mesures: Int

  package static let mesureMax = 1 << 20

  package init(etiquettes: Int, choix: [Int], mesures: Int) {
    precondition((0...64).contains(etiquettes) && mesures >= 0 && choix.allSatisfy { (1...32).contains($0) })
    self.etiquettes = etiquettes
    self.choix = choix
    self.mesures = mesures
  }

  /// Whether a line says only what this schema has. What it does not say is 0: a schema may grow at its ends.
  package func accepts(_ ligne: Ligne) -> Bool {
    (etiquettes == 64 || ligne.etiquettes >> UInt64(etiquettes) == 0)
      && ligne.choix.count <= choix.count && zip(ligne.choix, choix).allSatisfy { Int($0) < $1 }
      && ligne.mesures.count <= mesures && ligne.mesures.allSatisfy { (0...Self.mesureMax).contains($0) }
  }
}
