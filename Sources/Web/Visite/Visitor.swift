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

  package init(
    personne: PersonneID, connexion: ConnexionID, prenom: String, langue: Langue, fuseau: Fuseau,
    appartenances: [Appartenance]
  ) {
    self.personne = personne
    self.connexion = connexion
    self.prenom = prenom
    self.langue = langue
    self.fuseau = fuseau
    self.appartenances = appartenances
  }

  package var viewer: Viewer { .person(personne) }

  package func has(_ role: Role) -> Bool { appartenances.contains { $0.role == role } }

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
