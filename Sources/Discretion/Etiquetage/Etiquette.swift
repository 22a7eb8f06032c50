/// What a word may be part of. A place is learned so that it is not taken for a person; it is never reported.
package enum Etiquette: Int, CaseIterable, Sendable {
  case rien, personne, suitePersonne, organisation, suiteOrganisation, lieu, suiteLieu

  /// Whether this one may come after that one: a continuation needs its beginning.
  package func follows(_ previous: Etiquette?) -> Bool {
    switch self {
    case .suitePersonne: previous == .personne || previous == .suitePersonne
    case .suiteOrganisation: previous == .organisation || previous == .suiteOrganisation
    case .suiteLieu: previous == .lieu || previous == .suiteLieu
    case .rien, .personne, .organisation, .lieu: true
    }
  }

  package static let count = allCases.count
}
