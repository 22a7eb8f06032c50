import Html

/// What a person is to a programme. Each role signs its own text of the charter.
package enum Role: String, Codable, CaseIterable, Sendable {
  case explorateur, expert, conseiller, coordinateur, mentor, accompagne
  case conseillerNumerique = "conseiller-numerique"

  /// Staff: a role that opens onto other people's paths.
  package var estEquipe: Bool { [.conseiller, .coordinateur, .conseillerNumerique].contains(self) }

  /// Signs with the other one of a pair, not alone (`SignerADeux`).
  package var signeADeux: Bool { self == .mentor || self == .accompagne }

  /// One person in this role, as a label.
  package var titre: Phrase {
    switch self {
    case .explorateur: Phrase("Explorateur ou exploratrice", "Explorer")
    case .expert: Phrase("Expert ou experte", "Expert")
    case .conseiller: Phrase("Conseiller ou conseillère", "Counsellor")
    case .coordinateur: Phrase("Coordination", "Coordinator")
    case .mentor: Phrase("Mentor", "Mentor")
    case .accompagne: Phrase("Personne accompagnée", "Mentee")
    case .conseillerNumerique: Phrase("Conseiller ou conseillère numérique", "Digital adviser")
    }
  }

  /// Several people in this role, as a heading.
  package var pluriel: Phrase {
    switch self {
    case .explorateur: Phrase("Explorateurs et exploratrices", "Explorers")
    case .expert: Phrase("Experts et expertes", "Experts")
    case .conseiller: Phrase("Conseillers et conseillères", "Counsellors")
    case .coordinateur: Phrase("Équipe de coordination", "Coordination team")
    case .mentor: Phrase("Mentors", "Mentors")
    case .accompagne: Phrase("Personnes accompagnées", "Mentees")
    case .conseillerNumerique: Phrase("Conseillers et conseillères numériques", "Digital advisers")
    }
  }
}
