import Base
import Chartes
import Temps

package enum RencontreTag {}
package typealias RencontreID = ID<RencontreTag>

/// A meeting between an explorer and an expert, from the request on.
package struct Rencontre: Sendable, Equatable {
  package let id: RencontreID
  package let dispositif: DispositifID
  package let explorateur: PersonneID
  package let expert: PersonneID
  package let debut: Instant
  package let fin: Instant
  package let etat: Etat
  /// The version of the charter under which it was asked for; it is judged by it to the end.
  package let version: Int
  /// iCalendar SEQUENCE: grows with each change that both calendars must follow.
  package let sequence: Int
  package let envoyee: Instant
  /// Until when the expert may answer.
  package let echeance: Instant
  /// When the review is due.
  package let bilanAttendu: Instant

  package enum Etat: String, Sendable, CaseIterable {
    case demandee, acceptee, declinee, expiree, annulee
  }

  /// Where it stands at this moment: an accepted meeting is to come, going on, or over.
  package func moment(at now: Instant) -> Moment {
    switch etat {
    case .demandee: now < echeance ? .enAttente : .close
    case .acceptee: now < debut ? .aVenir : now < fin ? .enCours : .passee
    case .declinee, .expiree, .annulee: .close
    }
  }

  package enum Moment: Sendable, Equatable { case enAttente, aVenir, enCours, passee, close }

  /// The other one.
  package func other(than personne: PersonneID) -> PersonneID { personne == explorateur ? expert : explorateur }

  package func isPart(_ personne: PersonneID) -> Bool { personne == explorateur || personne == expert }
}
