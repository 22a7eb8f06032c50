import Base
import Chartes
import Personnes
import Temps

package enum AtelierTag {}
package typealias AtelierID = ID<AtelierTag>

/// Several people who learn together: announced, then held, then told in one report.
struct Atelier: Sendable, Equatable {
  /// What is written. That it has begun or is over comes from the hour.
  enum Etat: String, Sendable { case brouillon, publie, annule, tenu }

  let id: AtelierID
  let dispositif: DispositifID
  /// Who holds it, and reports it.
  let conseiller: PersonneID
  let programme: Programme
  let etat: Etat
  /// How many came without enrolling and gave no name.
  let arrivees: Int
  /// When the sheet was ticked last; nil before.
  let pointe: Instant?
  /// Grows with each change of the programme.
  let revision: Int

  /// What is announced.
  struct Programme: Sendable, Equatable {
    var titre: String
    /// What one will be able to do at the end.
    var finalite: String
    var etapes: [String]
    /// "" when there is nothing to bring.
    var apporter: String
    /// What one finds again at home, shown once it is over; "" for nothing.
    var retrouver: String
    var niveau: Niveau?
    var themes: Ensemble<Thematique>
    var lieu: LieuID
    var debut: Instant
    var fin: Instant
    var places: Int
  }

  var debut: Instant { programme.debut }
  var fin: Instant { programme.fin }

  /// As long as it lasts on a clock that is never moved.
  var minutes: Int { Int((fin - debut).milliseconds / 60_000) }

  /// Whether anybody may still enrol.
  func isOpen(at now: Instant) -> Bool { etat == .publie && now < debut }

  /// Whether the sheet may be ticked: from the morning of its day, since people come early.
  func isTicked(on today: Jour, in fuseau: Fuseau) -> Bool { etat == .publie && Jour(debut, in: fuseau) <= today }

  /// Over, and no report tells of it yet.
  func isUnreported(at now: Instant) -> Bool { etat == .publie && fin <= now }

  /// Whose key seals the words of those who have no thread: the door of its month.
  var owner: Owner { .porte(programme.lieu, mois: debut.moisUniversel) }
}

/// How many have a seat, and how many wait for one.
struct Effectif: Sendable, Equatable {
  let assis: Int
  let enAttente: Int
}
