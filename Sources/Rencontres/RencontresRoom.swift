import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What this room can do: meetings between explorers and experts, under the charter Rencontres.
package struct RencontresRoom: Sendable {
  let house: House
  let personnes: PersonnesStore
  let store: RencontresStore
  let live: LiveStream
  let sieges: Sieges
  /// "https://accompagner.example", for links in mails and calendars.
  let origin: String
  let relais: RelaisVideo

  package init(house: House, live: LiveStream, origin: String, relais: RelaisVideo) {
    self.house = house
    personnes = PersonnesStore(house)
    store = RencontresStore(house: house, personnes: personnes)
    self.live = live
    sieges = Sieges(live)
    self.origin = origin
    self.relais = relais
  }

  package static let migrations = rencontresMigrations

  /// Tells the pages of both people, and of whoever accompanies, that something changed.
  func tell(_ rencontre: Rencontre) async throws {
    let conseiller = try await house.database.read { [personnes] tx in
      try personnes.conseiller(of: rencontre.explorateur, in: rencontre.dispositif, tx: tx)
    }
    for personne in [rencontre.explorateur, rencontre.expert, conseiller].compactMap({ $0 }) {
      live.send(ServerEvent("change", #"{"quoi":"rencontre"}"#), to: "personne:\(personne)")
    }
  }
}
