import Base
import Chartes
import Html
import Personnes
import Temps

package enum InscritTag {}
package typealias InscritID = ID<InscritTag>

/// Somebody enrolled in a workshop, without an account: a seat, or a rank on the waiting list.
struct Inscrit: Sendable, Equatable {
  enum Etat: String, Sendable { case inscrit, desiste }
  /// Who enrolled them; `arrivee` is somebody who came on the day.
  enum Par: String, Sendable { case soi, autrui, conseiller, arrivee }
  enum Presence: String, Sendable { case present, absent }

  let id: InscritID
  let atelier: AtelierID
  let usager: UsagerID?
  /// In the order of enrolment, from 1.
  let ordre: Int
  let par: Par
  let etat: Etat
  let demande: Instant
  /// Since when somebody must be told by telephone; nil when nobody must.
  let aAppeler: Instant?
  let presence: Presence?
  /// nil on the waiting list, and for whoever came on the day.
  let place: Int?
  let contenu: Contenu

  /// Sealed: with the person when they have a thread, with the door of the workshop's month otherwise.
  struct Contenu: Sendable, Equatable, Codable {
    var arrivant = Arrivant()
    /// Who enrols somebody else: a name and a structure; "" for oneself.
    var tiers = ""
    /// How to reach whoever enrolled somebody else.
    var contact = ""
    /// Of the letters to come.
    var langue = Langue.fr
    /// To come back with; "" for whoever came on the day.
    var code = ""
  }

  var estEnAttente: Bool { etat == .inscrit && place == nil && par != .arrivee }

  /// Where a letter goes: to the person, or else to who enrolled them; nil when neither left an address.
  var adresse: String? {
    [contenu.arrivant.courriel, contenu.contact].first { Adresse($0) != nil }
  }

  /// Decoration only; "?" for somebody of whom nothing is known.
  var initiales: String {
    let arrivant = contenu.arrivant
    return arrivant.prenom.isEmpty ? "?" : (arrivant.prenom.prefix(1) + arrivant.initiale).uppercased()
  }

  /// The person when they have a thread; nil for whoever belongs to the door.
  var owner: Owner? { usager.map { .usager($0) } }
}

extension Inscrit.Contenu: Vide {}

extension [Inscrit] {
  /// Those who have a seat, in the order they enrolled.
  var assis: [Inscrit] { filter { $0.etat == .inscrit && $0.place != nil } }
  /// Those who wait, the first one first.
  var enAttente: [Inscrit] { filter(\.estEnAttente) }
  /// Those who came on the day and said a first name.
  var arrives: [Inscrit] { filter { $0.etat == .inscrit && $0.par == .arrivee } }
  var presents: [Inscrit] { filter { $0.etat == .inscrit && $0.presence == .present } }

  /// From 1; nil for whoever does not wait.
  func rang(of id: InscritID) -> Int? { enAttente.firstIndex { $0.id == id }.map { $0 + 1 } }
}
