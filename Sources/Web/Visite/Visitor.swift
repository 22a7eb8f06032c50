import Base
import Chartes
import Html
import Temps

package enum ConnexionTag {}
/// One signed-in browser of a person.
package typealias ConnexionID = ID<ConnexionTag>

/// Who is signed in, as every page needs it.
package struct Visitor: Sendable, Equatable {
  package let personne: PersonneID
  package let connexion: ConnexionID
  package let prenom: String
  package let langue: Langue
  package let fuseau: Fuseau
  package let appartenances: [Appartenance]
  package let preuve: Preuve
  /// Whether a passkey may be offered: none yet, and not declined.
  package let proposeCle: Bool
  /// The charters of the programmes they coordinate.
  package let coordonne: Set<String>
  /// After how many minutes alone their screen locks; nil where it does not.
  package let verrou: Int?

  package init(
    personne: PersonneID, connexion: ConnexionID, prenom: String, langue: Langue, fuseau: Fuseau,
    appartenances: [Appartenance], preuve: Preuve, proposeCle: Bool = false,
    coordonne: Set<String> = [], verrou: Int? = nil
  ) {
    self.personne = personne
    self.connexion = connexion
    self.prenom = prenom
    self.langue = langue
    self.fuseau = fuseau
    self.appartenances = appartenances
    self.preuve = preuve
    self.proposeCle = proposeCle
    self.coordonne = coordonne
    self.verrou = verrou
  }

  package var viewer: Viewer { .person(personne) }

  package func has(_ role: Role) -> Bool { appartenances.contains { $0.role == role } }

  /// Whether one of the roles opens onto other people's paths.
  package var estEquipe: Bool { appartenances.contains { $0.role.estEquipe } }

  /// - Throws: `ProofNeeded` when their proof is not fresh, or not of this strength.
  package func demand(_ exigence: Preuve.Exigence, at now: Instant) throws {
    guard preuve.satisfies(exigence, at: now) else { throw ProofNeeded(exigence) }
  }

  /// The first dispositif in which this person has the role.
  package func dispositif(as role: Role) -> DispositifID? { appartenances.first { $0.role == role }?.dispositif }
}

/// A role in one dispositif.
package struct Appartenance: Sendable, Hashable {
  package let dispositif: DispositifID
  package let role: Role

  package init(dispositif: DispositifID, role: Role) {
    self.dispositif = dispositif
    self.role = role
  }
}
