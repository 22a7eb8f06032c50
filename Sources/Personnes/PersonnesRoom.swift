import Base
import Chartes
import Html
import NIOConcurrencyHelpers
import Temps
import Web

/// What this room can do: people, access, structures, roles, engagements.
package struct PersonnesRoom: Sendable {
  let house: House
  package let store: PersonnesStore
  let live: LiveStream
  /// "https://accompagner.example", for links in mails.
  let origin: String
  let webauthn: Webauthn
  /// nil where the structure was not admitted to ProConnect: its doors do not exist then.
  let fournisseur: Fournisseur?
  /// nil where no push service is spoken to.
  let notifications: ReglagesDeNotifications?
  /// Opens the first page; nil when a structure exists already.
  let ouverture: Token?
  /// Where each role begins, from the wiring.
  let accueil: @Sendable (Visitor) -> String

  package init(
    house: House, live: LiveStream, origin: String, proConnect: ReglagesProConnect? = nil,
    notifications: ReglagesDeNotifications? = nil, ouverture: Token?, accueil: @escaping @Sendable (Visitor) -> String
  ) {
    self.house = house
    store = PersonnesStore(house)
    self.live = live
    self.origin = origin
    webauthn = Webauthn(origin: origin)
    fournisseur = proConnect.map { Fournisseur(reglages: $0, retour: "\(origin)/connexion/proconnect/retour") }
    self.notifications = notifications
    self.ouverture = ouverture
    self.accueil = accueil
  }

  package static let migrations = personnesMigrations + notificationsMigrations
}
