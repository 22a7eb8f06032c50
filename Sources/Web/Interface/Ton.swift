import Html

/// How a sentence sounds: always with a shape beside the colour, never by colour alone.
package enum Ton: String, Sendable, CaseIterable {
  /// Allowed, done, well.
  case accord
  /// Waits, or deserves a second look.
  case attente
  /// Held back, missing.
  case refus
  /// Past, or simply told.
  case neutre

  var pictogramme: Pictogramme {
    switch self {
    case .accord: .coche
    case .attente: .horloge
    case .refus: .arret
    case .neutre: .point
    }
  }
}
