import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum RendezVousTag {}
package typealias RendezVousID = ID<RendezVousTag>

/// An appointment at a place. Whoever booked it has no account: a code on paper or on a screen is their way back.
struct RendezVous: Sendable, Equatable {
  enum Etat: String, Sendable { case pris, annule, recu, absent }
  /// Who booked it: the person on the public page, or an adviser they telephoned.
  enum Par: String, Sendable { case page, telephone }

  let id: RendezVousID
  let dispositif: DispositifID
  let lieu: LieuID
  let conseiller: PersonneID
  let usager: UsagerID?
  let debut: Instant
  let fin: Instant
  let demande: Instant
  let par: Par
  let etat: Etat
  let contenu: Arrivant

  /// Past its end and nobody said whether the person came.
  func isForgotten(at now: Instant) -> Bool { etat == .pris && fin <= now }
}

/// Somebody at the door: a first name and what helps to receive them, nothing else.
struct Arrivant: Sendable, Equatable, Codable {
  /// "" for somebody who said nothing.
  var prenom = ""
  /// Of the last name, one letter; "" when not said.
  var initiale = ""
  /// Where a confirmation goes; "" for none.
  var courriel = ""
  /// Codes of `Thematique`, as the person chose.
  var themes: [String] = []
  /// Codes of `Adaptation`, asked for in advance.
  var adaptations: [String] = []

  /// "Aline R.", or a number where nothing is known.
  func court(_ t: Langue, numero: Int? = nil) -> String {
    if prenom.isEmpty { return numero.map { t("Numéro \($0)", "Number \($0)") } ?? t("Sans prénom", "No name given") }
    return initiale.isEmpty ? prenom : "\(prenom) \(initiale)."
  }

  var themesConnus: [Thematique] { themes.compactMap(Thematique.init(rawValue:)) }
  var adaptationsConnues: [Adaptation] { adaptations.compactMap(Adaptation.init(rawValue:)) }
}

extension Arrivant {
  /// As it was typed at the door.
  init(_ form: FormData) {
    prenom = form.text("prenom")
    initiale = String(form.text("initiale").prefix(1)).uppercased()
    courriel = form.text("courriel")
    themes = form.all("theme").filter { Thematique(rawValue: $0) != nil }
    adaptations = form.all("adaptation").filter { Adaptation(rawValue: $0) != nil }
  }

  /// What is missing or unclear. A first name is asked for where somebody must be called by it.
  func saisie(requiresPrenom: Bool) -> Saisie {
    var saisie = Saisie()
    saisie.note(
      "prenom", unless: (prenom.isEmpty && !requiresPrenom) || (prenom.fits(60) && prenom.contains(where: \.isLetter)),
      Phrase("Écrivez un prénom.", "Write a first name."))
    saisie.note(
      "initiale", unless: initiale.isEmpty || initiale.allSatisfy(\.isLetter),
      Phrase("Une lettre suffit.", "One letter is enough."))
    saisie.note(
      "courriel", unless: courriel.isEmpty || Adresse(courriel) != nil,
      Phrase(
        "Écrivez une adresse e-mail complète, ou laissez vide.",
        "Write a complete e-mail address, or leave it empty."))
    return saisie
  }
}
