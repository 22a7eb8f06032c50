import Base
import Chartes
import Html
import Temps
import Web

/// What an expert of a demonstration says of their job, and when they receive people.
package struct MetierDemontre: Sendable {
  package let metier: String
  package let fiche: String
  package let presentation: String
  /// Weekday (1 is Monday), from and to in minutes.
  package let heures: [(jour: Int, de: Int, a: Int)]

  package init(_ metier: String, fiche: String, presentation: String, heures: [(jour: Int, de: Int, a: Int)]) {
    self.metier = metier
    self.fiche = fiche
    self.presentation = presentation
    self.heures = heures
  }
}

/// The acts of this room, for a demonstration: the same verbs as the forms, at chosen moments.
extension RencontresRoom {
  package func publish(_ metier: MetierDemontre, by expert: Visitor, at now: Instant) async throws {
    let form = FormData(pairs: [
      ("metier", metier.metier), ("fiche", metier.fiche), ("presentation", metier.presentation), ("plafond", "6"),
    ])
    _ = try await publish(ProfilSaisi(form), by: expert, geste: .make(at: now), at: now)
    let plages = metier.heures.compactMap { PlageHebdomadaire(weekday: $0.jour, start: $0.de, end: $0.a) }
    _ = try await keep(Semaine(plages), by: expert, geste: .make(at: now), at: now)
  }

  /// Asks for the first free slot from a moment on; nil when there is none.
  package func ask(
    _ expert: Visitor, by explorateur: Visitor, motivation: String, questions: [String], after instant: Instant,
    at now: Instant
  ) async throws -> RencontreID? {
    let slot = try await house.database.read { [store] tx -> Creneau? in
      guard let profil = try store.profil(of: expert.personne, for: explorateur.viewer, in: tx) else { return nil }
      return try store.freeSlots(of: profil, for: explorateur.viewer, Parametres(), at: now, in: tx)
        .first { $0.start >= instant }
    }
    guard let slot else { return nil }
    let pairs = [("motivation", motivation), ("creneau", String(slot.start.milliseconds))]
    let form = FormData(pairs: pairs + questions.map { ("question", $0) })
    let next = try await send(
      Demande(form), to: expert.personne, by: explorateur, geste: .make(at: now), at: now)
    return RencontreID(next.dropFirst("/rencontres/".count).prefix(36))
  }

  package func accept(_ id: RencontreID, with mot: String, by expert: Visitor, at now: Instant) async throws {
    let reponse = try Reponse(FormData(pairs: [("accord", "oui"), ("mot", mot)]))
    _ = try await answer(reponse, id, by: expert, geste: .make(at: now), at: now)
  }

  package func review(
    _ id: RencontreID, appris: String, merci: String, by explorateur: Visitor, at now: Instant
  ) async throws {
    let form = FormData(pairs: [
      ("tenue", "oui"), ("humeur", "bonne"), ("projet", "confirme"), ("appris", appris), ("remerciement", merci),
    ])
    _ = try await handIn(BilanSaisi(form), of: id, by: explorateur, geste: .make(at: now), at: now)
  }
}
