import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum UsagerTag {}
package typealias UsagerID = ID<UsagerTag>

/// Somebody an adviser accompanies over time: anonymous, by a first name and an initial, or identified where needed.
struct Usager: Sendable, Equatable {
  let id: UsagerID
  let dispositif: DispositifID
  /// In the programme: names somebody who said nothing.
  let numero: Int
  /// Grows with each change: two advisers never overwrite each other unseen.
  let revision: Int
  let identite: Identite
  let cree: Instant
  let contact: Instant
  /// When its advisers were first told that its end is near; nil before.
  var prevenu: Instant?

  var owner: Owner { .usager(id) }

  func court(_ t: Langue) -> String {
    identite.prenom.isEmpty ? t("Personne n° \(numero)", "Person no. \(numero)") : identite.court
  }

  var initiales: String {
    identite.prenom.isEmpty ? "?" : (identite.prenom.prefix(1) + identite.initiale).uppercased()
  }
}

/// What is known of somebody: as little as what one does with them needs.
struct Identite: Sendable, Equatable, Codable {
  var prenom = ""
  /// One letter.
  var initiale = ""
  /// The whole last name: only where a mandate or a referral needs it.
  var nom = ""
  var naissance: Int?
  var telephone = ""
  var courriel = ""
  var commune = ""
  var genre = ""
  var statut = ""
  /// Codes of `Adaptation`.
  var adaptations: [String] = []

  var court: String { initiale.isEmpty ? prenom : "\(prenom) \(initiale)." }
  var isIdentified: Bool { !nom.isEmpty }
  /// The names that notes about this person may bear.
  var permis: [String] { [prenom].filter { !$0.isEmpty } }
  var adaptationsConnues: [Adaptation] { adaptations.compactMap(Adaptation.init(rawValue:)) }
}

extension Identite: Vide {}

extension Identite {
  /// As it was typed. Nothing in it is required.
  init(_ form: FormData, le jour: Jour) throws {
    var saisie = Saisie()
    (prenom, nom, commune) = (form.text("prenom"), form.text("nom"), form.text("commune"))
    initiale = nom.isEmpty ? String(form.text("initiale").prefix(1)).uppercased() : String(nom.prefix(1)).uppercased()
    (telephone, courriel) = (form.text("telephone"), form.text("courriel"))
    genre = Genre(rawValue: form.text("genre"))?.rawValue ?? ""
    statut = StatutSocial(rawValue: form.text("statut"))?.rawValue ?? ""
    adaptations = form.all("adaptation").filter { Adaptation(rawValue: $0) != nil }
    for champ in ["prenom", "nom", "commune"] {
      saisie.note(
        champ, unless: form.text(champ).isEmpty || form.text(champ).fits(80),
        Phrase("Écrivez-le en une ligne, plus court.", "Write it on one line, shorter."))
    }
    saisie.note(telephone: telephone)
    saisie.note(
      "courriel", unless: courriel.isEmpty || Adresse(courriel) != nil,
      Phrase("Écrivez une adresse e-mail complète.", "Write a complete e-mail address."))
    if !form.text("naissance").isEmpty {
      naissance = Int(form.text("naissance"))
      saisie.note(
        "naissance", unless: naissance.map { (1900...jour.year).contains($0) } ?? false,
        Phrase(
          "Écrivez une année entre 1900 et \(jour.year).", "Write a year between 1900 and \(jour.year)."))
    }
    try saisie.throwIfAny()
  }

  var form: FormData {
    FormData(
      pairs: [
        ("prenom", prenom), ("initiale", initiale), ("nom", nom), ("naissance", naissance.map(String.init) ?? ""),
        ("telephone", telephone), ("courriel", courriel), ("commune", commune), ("genre", genre), ("statut", statut),
      ] + adaptations.map { ("adaptation", $0) })
  }
}

/// A colleague changed the thread while one was writing: nothing was kept, nothing is lost.
struct Depasse: Error, Equatable {}
