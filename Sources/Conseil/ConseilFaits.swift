import Base

extension Fait.Nom {
  /// Somebody was received: an interview began.
  package static let entretien = Fait.Nom(rawValue: "entretien")
  /// A report was filed.
  package static let compteRendu = Fait.Nom(rawValue: "compte-rendu")
  /// Somebody was handed over to a service.
  package static let relais = Fait.Nom(rawValue: "relais")
  /// What came of it is known.
  package static let issueDeRelais = Fait.Nom(rawValue: "issue-de-relais")
}
