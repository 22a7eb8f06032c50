import Base
import Chartes
import Discretion
import Html
import Personnes
import Temps
import Web

/// What this room can do: digital advisers who receive, teach, act under mandate, orient and report, under the charter
/// Conseil.
package struct ConseilRoom: Sendable {
  let house: House
  let personnes: PersonnesStore
  let store: ConseilStore
  let live: LiveStream
  /// "https://accompagner.example", for links in mails.
  let origin: String
  /// Reads every note before anything of it is kept.
  let relecteur: Relecteur
  /// The figures of past months, decoded.
  let memoire = Memoire()

  package init(house: House, live: LiveStream, origin: String, relecteur: Relecteur) {
    self.house = house
    personnes = PersonnesStore(house)
    store = ConseilStore(house: house, personnes: personnes)
    self.live = live
    self.origin = origin
    self.relecteur = relecteur
  }

  package static let migrations =
    conseilMigrations + mandatMigrations + atelierMigrations + relaisMigrations
    + effacementMigrations + compteRenduMigrations

  /// Tells the pages of those who receive at a place that something changed there, never what.
  func tell(_ conseillers: [PersonneID]) {
    for conseiller in conseillers {
      live.send(ServerEvent("change", #"{"quoi":"journee"}"#), to: "personne:\(conseiller)")
    }
  }

  /// The advising programme in which this person has the role.
  func dispositif(of visitor: Visitor, as role: Role = .conseillerNumerique, in tx: Transaction) throws -> Dispositif {
    let found = try visitor.appartenances.filter { $0.role == role }
      .map { try personnes.dispositif($0.dispositif, for: visitor.viewer, in: tx) }
      .first { $0.charte == Charte.conseil.cle }
    guard let found else { throw Absent() }
    return found
  }

  /// The same, for a new act: its charter is signed, in the version in force.
  func engaged(_ visitor: Visitor, at now: Instant, in tx: Transaction) throws -> (Dispositif, Version) {
    let dispositif = try dispositif(of: visitor, in: tx)
    let version = try personnes.engaged(
      visitor.personne, as: .conseillerNumerique, in: dispositif.id, at: now, tx: tx)
    return (dispositif, version)
  }

  /// The values in force, for what needs no signature: reading, leaving, correcting.
  func parametres(of dispositif: DispositifID, at now: Instant, in tx: Transaction) throws -> Parametres {
    try personnes.version(of: dispositif, at: now, in: tx).parametres
  }
}
