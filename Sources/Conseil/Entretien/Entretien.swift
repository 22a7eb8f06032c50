import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum EntretienTag {}
package typealias EntretienID = ID<EntretienTag>

/// An act held: somebody received, from the moment they sit down to the moment they leave.
struct Entretien: Sendable, Equatable {
  let id: EntretienID
  let dispositif: DispositifID
  let conseiller: PersonneID
  let lieu: LieuID?
  let usager: UsagerID?
  let rendezVous: RendezVousID?
  let ticket: TicketID?
  let debut: Instant
  let fin: Instant?
  /// Minutes waited at the door; nil when nobody measured it.
  let attente: Int?
  let revision: Int
  let contenu: Contenu

  /// What was done, and what comes next: words and codes.
  struct Contenu: Sendable, Equatable, Codable {
    /// How to call somebody who has no thread.
    var prenom = ""
    var fait = ""
    var suite = ""
    /// Codes of `Thematique`.
    var themes: [String] = []
    /// Codes of `Adaptation`: what was adapted this time.
    var adaptations: [String] = []
  }

  var owner: Owner { Self.owner(usager, conseiller) }

  /// With the person when they have a thread; with the adviser when nobody is named.
  static func owner(_ usager: UsagerID?, _ conseiller: PersonneID) -> Owner {
    usager.map { .usager($0) } ?? .personne(conseiller)
  }

  /// Whole minutes, one at least, and never a day: a browser left open overnight is no interview of nine hours.
  func minutes(at now: Instant) -> Int {
    min(max(1, Int(((fin ?? now) - debut).milliseconds / 60_000)), 240)
  }
}

extension Entretien.Contenu: Vide {}

/// Where an interview comes from.
enum Venue: Sendable, Equatable {
  case rendezVous(RendezVousID)
  case ticket(TicketID)
  case usager(UsagerID)
  /// Somebody who came straight to the desk, by the first name typed there; "" when nobody typed one.
  case direct(LieuID?, prenom: String = "")

  init(_ form: FormData) throws {
    if let id = RendezVousID(form.text("rendez_vous")) {
      self = .rendezVous(id)
    } else if let id = TicketID(form.text("ticket")) {
      self = .ticket(id)
    } else if let id = UsagerID(form.text("usager")) {
      self = .usager(id)
    } else {
      self = .direct(LieuID(form.text("lieu")), prenom: String(form.text("prenom").prefix(60)))
    }
  }
}
