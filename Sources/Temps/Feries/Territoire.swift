/// A part of France with public holidays of its own (Code du travail, L3133-1, L3134-13, L3422-2).
package enum Territoire: String, Sendable, Codable, CaseIterable {
  case metropole
  /// Moselle, Bas-Rhin, Haut-Rhin: the second day of Christmas besides. Good Friday is a matter of commune.
  case alsaceMoselle
  case guadeloupe, martinique, guyane, reunion, mayotte
  case saintBarthelemy
  /// The law says 27 May, as Guadeloupe; lists that follow decree 83-1003 say 28.
  case saintMartin
  case saintPierreEtMiquelon

  /// When the abolition of slavery is commemorated there; nil where it is no holiday.
  var abolition: (month: Int, day: Int)? {
    switch self {
    case .mayotte: (4, 27)
    case .martinique: (5, 22)
    case .guadeloupe, .saintMartin: (5, 27)
    case .guyane: (6, 10)
    case .saintBarthelemy: (10, 9)
    case .reunion: (12, 20)
    case .metropole, .alsaceMoselle, .saintPierreEtMiquelon: nil
    }
  }
}
