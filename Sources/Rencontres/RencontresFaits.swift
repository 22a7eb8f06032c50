import Base

extension Fait.Nom {
  package static let demande = Fait.Nom(rawValue: "demande")
  package static let acceptation = Fait.Nom(rawValue: "acceptation")
  package static let declin = Fait.Nom(rawValue: "declin")
  package static let expiration = Fait.Nom(rawValue: "expiration")
  package static let annulation = Fait.Nom(rawValue: "annulation")
  /// Somebody arrived in the room.
  package static let arrivee = Fait.Nom(rawValue: "arrivee")
  package static let bilan = Fait.Nom(rawValue: "bilan")
  package static let remerciement = Fait.Nom(rawValue: "remerciement")
  /// Whoever accompanies the explorer read the review.
  package static let lecture = Fait.Nom(rawValue: "lecture")
}
