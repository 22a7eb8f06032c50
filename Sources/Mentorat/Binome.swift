import Base
import Chartes
import Temps

package enum BinomeTag {}
package typealias BinomeID = ID<BinomeTag>

/// A mentor and the person they accompany.
package struct Binome: Sendable, Equatable {
  package let id: BinomeID
  package let dispositif: DispositifID
  package let mentor: PersonneID
  package let accompagne: PersonneID
  package let forme: Instant
  /// The last time one of them did something here: what is kept is kept from then on.
  package let contact: Instant
  /// When one of them ended it.
  package let clos: Instant?
  /// When what they wrote was erased.
  package let efface: Instant?

  package func role(of personne: PersonneID) -> Role? {
    switch personne {
    case mentor: .mentor
    case accompagne: .accompagne
    default: nil
    }
  }

  func other(than personne: PersonneID) -> PersonneID { personne == mentor ? accompagne : mentor }

  var owner: Owner { .binome(id) }
}
