import Base
import Chartes
import Discretion
import Html
import Personnes
import Temps
import Web

/// What this room can do: pairs who write to each other between two sessions, under the charter Mentorat.
package struct MentoratRoom: Sendable {
  let house: House
  let personnes: PersonnesStore
  let store: MentoratStore
  let live: LiveStream
  /// "https://accompagner.example", for links in mails.
  let origin: String
  /// Reads every text before anything of it is kept.
  let relecteur: Relecteur
  let impression: Impression
  /// nil where no number of the association's is connected.
  let whatsApp: ReglagesWhatsApp?

  package init(
    house: House, live: LiveStream, origin: String, relecteur: Relecteur, impression: Impression,
    whatsApp: ReglagesWhatsApp? = nil
  ) {
    self.house = house
    personnes = PersonnesStore(house)
    store = MentoratStore(house: house, personnes: personnes)
    self.live = live
    self.origin = origin
    self.relecteur = relecteur
    self.impression = impression
    self.whatsApp = whatsApp
  }

  package static let migrations = mentoratMigrations + avisMigrations + liaisonMigrations

  /// Tells somebody's pages that something changed, never what.
  func tell(_ personne: PersonneID) {
    live.send(ServerEvent("change", #"{"quoi":"binome"}"#), to: "personne:\(personne)")
  }
}
