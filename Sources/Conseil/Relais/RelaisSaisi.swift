import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// A referral as it was typed, before it is known whether it may leave.
struct RelaisSaisi: Sendable {
  let partenaire: PartenaireID
  let voie: Relais.Voie
  /// Whether the letter gives last name and telephone, or the first name only.
  let complete: Bool
  /// nil as long as the person did not say yes.
  let accord: Relais.Accord?
  /// nil when what was typed is no day, or is not a fair one.
  let accordLe: Jour?
  let entretien: EntretienID?
  /// The fingerprint of the letter that was shown; "" when none was yet.
  let vu: String

  /// The fields that hold free words.
  static let champs = ["raison", "demande"]
  static let longest = 1500

  init(_ form: FormData, le jour: Jour) throws {
    var saisie = Saisie()
    let chosen = PartenaireID(form.text("partenaire"))
    saisie.note("partenaire", unless: chosen != nil, Phrase("Choisissez un service.", "Choose a service."))
    for champ in Self.champs {
      saisie.note(
        champ, unless: !form.text(champ).isEmpty, Phrase("Écrivez-le en quelques mots.", "Write it in a few words."))
      saisie.note(
        champ, unless: form.text(champ).count <= Self.longest,
        Phrase(
          "Dites-le plus court\u{a0}: \(Self.longest) signes au plus.",
          "Say it shorter: \(Self.longest) characters at most."))
    }
    voie = Relais.Voie(rawValue: form.text("voie")) ?? .lettre
    complete = form.text("identite") == "complete"
    accord = Relais.Accord(rawValue: form.text("accord"))
    let le = form.text("accord_le").isEmpty ? jour : Jour(form.text("accord_le"))
    accordLe = le.flatMap { $0 <= jour && $0.distance(to: jour) <= 90 ? $0 : nil }
    entretien = EntretienID(form.text("entretien"))
    vu = form.text("vu")
    try saisie.throwIfAny()
    guard let chosen else { throw saisie }
    partenaire = chosen
  }
}

/// Nothing left: the letter must be shown as it is now, and read with the person.
struct AMontrer: Error {
  let lettre: LettreAMontrer
  /// Why it may not leave, when it was shown already.
  var motif: Motif?
  var saisie = Saisie()

  var isRefused: Bool { motif != nil || !saisie.isEmpty }
}

/// The letter as it would leave.
struct LettreAMontrer: Sendable {
  let texte: String
  /// The service to which it goes.
  let partenaire: String
  /// What `vu` must be for it to leave.
  let vu: String
  /// What to know before, if something.
  let conseil: Motif?
}

extension NotesRelues {
  /// The form to carry on: what was chosen to be replaced is replaced, what was denied stays denied.
  func carried(_ typed: FormData) -> FormData {
    let choices = ["mot-", "issue-"]
    return FormData(
      pairs: typed.typed.filter { pair in pair.nom != "nie" && !choices.contains { pair.nom.hasPrefix($0) } }
        .map { pair in (name: pair.nom, value: notes.first { $0.champ == pair.nom }?.texte ?? pair.valeur) }
        + nies.map { (name: "nie", value: $0) })
  }
}

extension Identite {
  /// The names that a letter about this person may bear, as far as they agreed.
  func permis(complete: Bool) -> [String] {
    guard complete, !nom.isEmpty else { return permis }
    let both = ["\(prenom) \(nom)", "\(nom) \(prenom)"].filter { _ in !prenom.isEmpty }
    return permis + [nom] + both + ["Mme", "Madame", "M.", "M", "Monsieur"].map { "\($0) \(nom)" }
  }
}
