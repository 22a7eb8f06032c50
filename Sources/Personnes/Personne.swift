import Base
import Html
import Temps

/// A person, as they see themselves.
package struct Personne: Sendable, Equatable {
  package let id: PersonneID
  /// "" for somebody without a mailbox.
  package let adresse: String
  package let prenom: String
  package let nom: String
  package let langue: Langue
  package let fuseau: Fuseau

  package init(id: PersonneID, adresse: String, prenom: String, nom: String, langue: Langue, fuseau: Fuseau) {
    self.id = id
    self.adresse = adresse
    self.prenom = prenom
    self.nom = nom
    self.langue = langue
    self.fuseau = fuseau
  }

  /// "Amina R.", where several people read.
  package var court: String { nom.first.map { "\(prenom) \($0)." } ?? prenom }
}

/// Somebody's name, as the others of their dispositif may know it.
package struct Prenom: Sendable, Equatable {
  package let prenom: String
  package let initiale: String
  /// Whether they have left, and their name with them.
  package let estParti: Bool

  package init(prenom: String, initiale: String) {
    self.prenom = prenom
    self.initiale = initiale
    estParti = false
  }

  private init(parti: String) {
    prenom = parti
    initiale = ""
    estParti = true
  }

  /// What is said of somebody who has left, in the middle of a sentence as at its end.
  package static func partie(_ t: Langue) -> Prenom { Prenom(parti: t("une personne partie", "somebody who has left")) }

  package var court: String { initiale.isEmpty ? prenom : "\(prenom) \(initiale)." }
  package var initiales: String { estParti ? "–" : String(prenom.prefix(1) + initiale).uppercased() }
}
