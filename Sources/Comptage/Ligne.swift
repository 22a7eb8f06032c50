/// One report filed, or the same coordinates taken back. Lines are only ever added: to correct is to take back what was
/// said, then to say it anew.
package struct Ligne: Sendable, Hashable {
  package enum Signe: Int8, Sendable {
    case plus = 1
    case moins = -1
  }

  package let signe: Signe
  /// Days since 1970, as the calendar of the place had it.
  package let jour: Int
  /// "" when it is not said.
  package let lieu: String
  /// "" when it is not said.
  package let conseiller: String
  package let etiquettes: UInt64
  /// Without the zeros at its end: a line written before a choice existed equals one that does not say it.
  package let choix: [UInt8]
  /// Without the zeros at its end.
  package let mesures: [Int]

  package init(
    signe: Signe = .plus, jour: Int, lieu: String = "", conseiller: String = "", etiquettes: UInt64 = 0,
    choix: [UInt8] = [], mesures: [Int] = []
  ) {
    self.signe = signe
    self.jour = jour
    self.lieu = lieu
    self.conseiller = conseiller
    self.etiquettes = etiquettes
    self.choix = Self.trimmed(choix)
    self.mesures = Self.trimmed(mesures)
  }

  /// The line that undoes this one.
  package var opposite: Ligne {
    Ligne(
      signe: signe == .plus ? .moins : .plus, jour: jour, lieu: lieu, conseiller: conseiller, etiquettes: etiquettes,
      choix: choix, mesures: mesures)
  }

  package func choix(_ rang: Int) -> UInt8 { choix.indices.contains(rang) ? choix[rang] : 0 }
  package func mesure(_ rang: Int) -> Int { mesures.indices.contains(rang) ? mesures[rang] : 0 }
  package var participants: Int { mesure(0) }
  package var minutes: Int { mesure(1) }

  /// `year * 12 + month - 1`.
  package var mois: Int { Mois.of(jour: jour) }

  private static func trimmed<T: BinaryInteger>(_ values: [T]) -> [T] {
    guard values.last == 0 else { return values }
    return Array(values[..<(values.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)])
  }
}
