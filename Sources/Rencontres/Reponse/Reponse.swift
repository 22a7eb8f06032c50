import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What an expert answers to a request.
struct Reponse: Sendable, Equatable {
  let accord: Bool
  /// A word to the explorer; a refusal has one.
  let mot: String

  init(_ form: FormData) throws {
    var saisie = Saisie()
    mot = form.text("mot")
    accord = form.text("accord") == "oui"
    saisie.note(
      "accord", unless: ["oui", "non"].contains(form.text("accord")),
      Phrase("Choisissez votre réponse.", "Choose your answer."))
    saisie.note("mot", unless: mot.count <= 2000, .tropLong(2000))
    saisie.note(
      "mot", unless: accord || !mot.isEmpty,
      Phrase(
        "Laissez un mot, même court\u{a0}: il aide à chercher ailleurs sans se décourager.",
        "Leave a note, even a short one: it helps the person to look elsewhere without losing heart."))
    try saisie.throwIfAny()
  }
}

extension RencontresRoom {
  /// Accepts or declines. Accepting sends both the calendar event and plans the reminders; declining frees the slot.
  func answer(
    _ reponse: Reponse, _ id: RencontreID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let rencontre = try store.rencontre(id, for: visitor.viewer, in: tx)
      guard rencontre.expert == visitor.personne else { throw Absent() }
      guard rencontre.moment(at: now) == .enAttente else { return "/rencontres/\(id)?fait=trop-tard" }
      if reponse.accord {
        _ = try personnes.engaged(visitor.personne, as: .expert, in: rencontre.dispositif, at: now, tx: tx)
      }
      guard try store.move(rencontre, to: reponse.accord ? .acceptee : .declinee, in: tx) else { throw Absent() }
      try store.insert(reponse, of: rencontre, at: now, in: tx)
      try house.faits.record(
        Fait(
          reponse.accord ? .acceptation : .declin, of: rencontre.explorateur, about: id, by: visitor.viewer, at: now),
        in: tx)
      let agreed = try store.rencontre(id, for: visitor.viewer, in: tx)
      if reponse.accord {
        try announceAccord(agreed, mot: reponse.mot, at: now, in: tx)
      } else {
        try store.free(id, in: tx)
        let prenom = try personnes.prenom(of: rencontre.expert, for: .person(rencontre.explorateur), in: tx)
        try personnes.write(to: rencontre.explorateur, about: id, from: now, in: tx) {
          Lettres(agreed, origin, $0, now).declin(by: prenom.prenom, mot: reponse.mot)
        }
      }
      return "/rencontres/\(id)?fait=\(reponse.accord ? "acceptee" : "declinee")"
    }
    let seen = try await house.database.read { [store] tx in try store.rencontre(id, for: visitor.viewer, in: tx) }
    try await tell(seen)
    return next
  }

  /// Both get the event now, a reminder the day before, and the explorer a word when the meeting ends.
  private func announceAccord(_ rencontre: Rencontre, mot: String, at now: Instant, in tx: Transaction) throws {
    let people = [rencontre.explorateur, rencontre.expert]
    let veille = rencontre.debut - .hours(24)
    for personne in people {
      let other = try personnes.prenom(of: rencontre.other(than: personne), for: .person(personne), in: tx)
      try personnes.write(to: personne, about: rencontre.id, from: now, in: tx) {
        Lettres(rencontre, origin, $0, now).acceptation(
          with: other.prenom, mot: mot, isExplorateur: personne == rencontre.explorateur)
      }
      // Agreed less than a day before, the first letter is the reminder.
      if veille > now {
        try personnes.write(to: personne, about: rencontre.id, from: veille, in: tx) {
          Lettres(rencontre, origin, $0, veille).rappel(with: other.prenom)
        }
      }
    }
    let expert = try personnes.prenom(of: rencontre.expert, for: .person(rencontre.explorateur), in: tx)
    try personnes.write(to: rencontre.explorateur, about: rencontre.id, from: rencontre.fin, in: tx) {
      Lettres(rencontre, origin, $0, rencontre.fin).bilan(with: expert.prenom)
    }
  }
}

extension RencontresStore {
  func insert(_ reponse: Reponse, of rencontre: Rencontre, at now: Instant, in tx: Transaction) throws {
    let place = Place("reponse.mot", rencontre.id)
    let mot = try house.vault.seal(reponse.mot, of: .personne(rencontre.expert), at: place)
    try tx.execute(
      "INSERT INTO reponse (rencontre, accord, mot, le) VALUES (\(rencontre.id), \(reponse.accord), \(mot), \(now))")
  }

  /// The expert's word with their answer; "" when there is none.
  func mot(of rencontre: Rencontre, in tx: Transaction) throws -> String {
    let sealed = try tx.first("SELECT mot FROM reponse WHERE rencontre = \(rencontre.id)") { row in try row[0] as Sealed
    }
    let place = Place("reponse.mot", rencontre.id)
    return try house.vault.open(sealed, of: .personne(rencontre.expert), at: place) ?? ""
  }
}
