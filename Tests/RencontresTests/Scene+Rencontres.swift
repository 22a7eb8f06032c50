import Base
import Chartes
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

extension Scene {
  func read<T: Sendable>(_ body: @escaping @Sendable (RencontresStore, Transaction) throws -> T) async throws -> T {
    try await house.database.read { [store = rencontres.store] tx in try body(store, tx) }
  }

  func rencontre(_ id: RencontreID) async throws -> Rencontre {
    try await read { store, tx in try store.rencontre(id, for: .house(.echeances), in: tx) }
  }

  /// The slots that one sees of the other.
  func slots(of expert: Visitor, for explorateur: Visitor, at now: Instant = Scene.now) async throws -> [Creneau] {
    try await read { store, tx in
      guard let profil = try store.profil(of: expert.personne, for: explorateur.viewer, in: tx) else { return [] }
      return try store.freeSlots(of: profil, for: explorateur.viewer, Parametres(), at: now, in: tx)
    }
  }

  /// What is typed to ask for a slot.
  func typed(
    for slot: Creneau, motivation: String = Distribution.motivation, questions: [String] = Distribution.questions
  ) -> [(String, String)] {
    [("motivation", motivation), ("creneau", String(slot.start.milliseconds))] + questions.map { ("question", $0) }
  }

  /// Asks for this very slot, in one of the rooms when there are several.
  @discardableResult
  func ask(
    for slot: Creneau, with expert: Visitor, by explorateur: Visitor, in room: RencontresRoom? = nil,
    geste: Geste = .make(at: Scene.now), at now: Instant = Scene.now
  ) async throws -> String {
    try await (room ?? rencontres).send(
      Demande(FormData(pairs: typed(for: slot))), to: expert.personne, by: explorateur, geste: geste, at: now)
  }

  @discardableResult
  func cancel(
    _ id: RencontreID, by visitor: Visitor, mot: String = "Je suis malade.", geste: Geste = .make(at: Scene.now),
    at now: Instant = Scene.now
  ) async throws -> String {
    try await rencontres.cancel(
      id, AnnulationSaisie(FormData(pairs: [("mot", mot)])), by: visitor, geste: geste, at: now)
  }

  @discardableResult
  func answer(
    _ id: RencontreID, _ accord: Bool, mot: String = "Une autre fois.", by expert: Visitor,
    geste: Geste = .make(at: Scene.now), at now: Instant = Scene.now
  ) async throws -> String {
    let reponse = try Reponse(FormData(pairs: [("accord", accord ? "oui" : "non"), ("mot", mot)]))
    return try await rencontres.answer(reponse, id, by: expert, geste: geste, at: now)
  }

  /// Other hours for an expert: weekday, from and to in minutes.
  func open(_ heures: [(jour: Int, de: Int, a: Int)], by expert: Visitor) async throws {
    let semaine = try Semaine(heures.compactMap { PlageHebdomadaire(weekday: $0.jour, start: $0.de, end: $0.a) })
    _ = try await rencontres.keep(semaine, by: expert, geste: .make(at: now), at: now)
  }

  /// Another value of the charter, which everybody named signs.
  func publish(_ parametre: Parametre, _ value: Int, signedBy people: [Visitor] = []) async throws {
    let nadia = nadia
    let changed = try #require(Parametres().setting(parametre, to: value))
    let dispositif = try await house.database.read { [store = personnes.store, id = dispositif] tx in
      try store.dispositif(id, for: nadia.viewer, in: tx)
    }
    try await publish(changed, of: dispositif)
    for visitor in people { try await sign(visitor) }
  }
}
