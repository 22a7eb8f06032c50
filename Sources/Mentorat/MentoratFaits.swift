import Base

extension Fait.Nom {
  /// A pair was formed.
  package static let formation = Fait.Nom(rawValue: "formation")
  /// Both of a pair have signed the same version.
  package static let convention = Fait.Nom(rawValue: "convention")
  /// One of a pair ended it.
  package static let fin = Fait.Nom(rawValue: "fin")
}
