/// For whom something is fetched. Every read of a store takes one: what is not theirs is absent.
package enum Viewer: Sendable, Equatable {
  case person(PersonneID)
  /// The house itself, for a schedule. Made only in `vademecum`, which traces it with its reason.
  case house(HouseReason)

  package var personne: PersonneID? {
    if case .person(let id) = self { id } else { nil }
  }

  /// How a trace names the viewer: an id or a reason, never a name.
  package var label: String {
    switch self {
    case .person(let id): id.text
    case .house(let reason): "maison:\(reason.rawValue)"
    }
  }
}

/// Why the house reads or acts with nobody in front of it.
package enum HouseReason: String, Sendable {
  case echeances, demarrage
  /// Whoever runs the server, at its keyboard.
  case exploitation
}
