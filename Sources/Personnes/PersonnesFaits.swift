import Base

extension Fait.Nom {
  /// A structure was opened.
  package static let ouverture = Fait.Nom(rawValue: "ouverture")
  /// Somebody entered by an invitation, with a role.
  package static let entree = Fait.Nom(rawValue: "entree")
  /// Somebody signed a version of the charter.
  package static let engagement = Fait.Nom(rawValue: "engagement")
  /// The coordinator published a new version.
  package static let version = Fait.Nom(rawValue: "version")
}
