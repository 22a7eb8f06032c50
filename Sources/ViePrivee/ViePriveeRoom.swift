import Base
import Personnes
import Temps
import Web

/// What this room can do: tell people what is kept about them and why, give it back, erase it, and let it end by itself.
/// It knows no room above it: each hands over what it answers for.
package struct ViePriveeRoom: Sendable {
  /// What a room does first when somebody leaves, in the erasure's own transaction: ends what was agreed, tells the
  /// other side. Harmless when run again, and when the name of who leaves opens no more.
  package typealias Conge = @Sendable (PersonneID, Instant, Transaction) throws -> Void

  let house: House
  let personnes: PersonnesRoom
  /// "https://accompagner.example", for links in mails.
  let origin: String
  /// What each room keeps about people, this one first.
  package let donnees: [DonneesPersonnelles]
  let conges: [Conge]

  /// - Parameters:
  ///   - donnees: rooms first, then people, then the house: in this order rows are erased.
  ///   - conges: in the order in which they take place.
  package init(
    house: House, personnes: PersonnesRoom, origin: String, donnees: [DonneesPersonnelles], conges: [Conge] = []
  ) {
    self.house = house
    self.personnes = personnes
    self.origin = origin
    self.donnees = [Self.donneesPersonnelles(house)] + donnees
    self.conges = conges
  }

  package static let migrations = viePriveeMigrations

  var traitements: [Traitement] { donnees.flatMap(\.traitements) }
  var tables: [TableTenue] { donnees.flatMap(\.tables) }

  /// What a room holds about somebody, with what it answers for.
  struct Tenu: Sendable {
    let donnees: DonneesPersonnelles
    let rubriques: [Rubrique]
  }

  /// All that is held about somebody, room by room; of a room that holds nothing, nothing is said.
  func tenu(of personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [Tenu] {
    // People begin with who they are.
    try donnees.reversed().map { donnees in
      let rubriques = try donnees.rendre(personne, now, tx).filter { !$0.fiches.isEmpty }
      return Tenu(donnees: donnees, rubriques: rubriques)
    }.filter { !$0.rubriques.isEmpty }
  }
}
