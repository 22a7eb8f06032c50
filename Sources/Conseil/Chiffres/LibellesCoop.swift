import Html

/// The labels of the published nomenclature, as others read them in an export. Where ours are the same, they are not here.
extension Thematique {
  var libelle: String {
    switch self {
    case .reseauxSociaux: "Réseaux sociaux communication"
    case .securite: "Prévention en sécurité numérique"
    case .intelligenceArtificielle: "Intelligence artificielle (IA)"
    default: phrase.fr
    }
  }
}

extension Demarche {
  var libelle: String { phrase.fr.replacing(", ", with: " - ").titled }
}

extension Canal {
  var libelle: String {
    switch self {
    case .lieu: "Lieu d’activité"
    case .autre: "Autre lieu"
    case .domicile: "À domicile"
    case .distance: "À distance"
    }
  }
}

extension Redirection {
  var libelle: String {
    switch self {
    case .administration: "Administration"
    case .mediation: "Autre structure de médiation numérique"
    case .operateur: "Opérateur ou organisme en charge de la démarche administrative"
    case .social: "Structure d’aide sociale"
    case .insertion: "Structure d’insertion professionnelle"
    case .demarches: "Structure d’aide aux démarches administratives"
    case .autre: "Autre"
    }
  }
}

extension Genre {
  var libelle: String { phrase.fr }
}

extension TrancheAge {
  var libelle: String { phrase.fr.replacing(" à ", with: " - ") }
}

extension StatutSocial {
  var libelle: String {
    switch self {
    case .retraite: "Retraité"
    case .scolarise: "Scolarisé"
    case .nonCommunique: "Non communiqué ou hétérogène"
    default: phrase.fr
    }
  }
}

extension String {
  /// Each part between dashes begins with a capital.
  fileprivate var titled: String {
    split(separator: " - ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " - ")
  }
}
