import Base
import Html
import Personnes
import Temps
import Web

/// What stands in the way of leaving now: each room says its own.
struct Empechements: Error, Equatable {
  let phrases: [Phrase]
}

extension ViePriveeRoom {
  /// Erases somebody who asks for it. Nothing is done while something stands in the way.
  func erase(_ visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    let id = visitor.personne
    let connexions = try await house.database.read { [store = personnes.store] tx in
      try store.connexions(opened: id, in: tx)
    }
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let phrases = try empechements(of: id, at: now, in: tx)
      guard phrases.isEmpty else { throw Empechements(phrases: phrases) }
      try depart(of: id, by: visitor.viewer, at: now, in: tx) { $0.auRevoir() }
      return "/au-revoir"
    }
    try await forget(id)
    personnes.dismiss(connexions)
    return next
  }

  func empechements(of personne: PersonneID, at now: Instant, in tx: Transaction) throws -> [Phrase] {
    try donnees.compactMap { try $0.empeche(personne, now, tx) }
  }

  /// Takes leave, then changes every table as its room declared, in the one transaction that makes somebody leave.
  /// - Parameter lettre: the last one; nil when the address opens no more.
  func depart(
    of personne: PersonneID, by viewer: Viewer, at now: Instant, in tx: Transaction,
    _ lettre: ((Lettres) -> Courriel)?
  ) throws {
    if let lettre { try sayGoodbye(to: personne, at: now, in: tx, lettre) }
    for conge in conges { try conge(personne, now, tx) }
    for statement in statements(erasing: personne, at: now) { try tx.execute(statement) }
    try tx.record(Trace("effacement:personne", on: personne, by: viewer, at: now))
  }

  func statements(erasing personne: PersonneID, at now: Instant) -> [SQL] {
    tables.flatMap { table -> [SQL] in
      if case .change(let statements) = table.effacement { statements(personne, now) } else { [] }
    }
  }

  /// To an address that nothing here leads back to: sealed by a key of the letter’s own.
  private func sayGoodbye(
    to id: PersonneID, at now: Instant, in tx: Transaction, _ compose: (Lettres) -> Courriel
  ) throws {
    let personne = try personnes.store.personne(id, for: .person(id), in: tx)
    guard !personne.adresse.isEmpty else { return }
    let destinataire = Destinataire(
      prenom: personne.prenom, langue: personne.langue, fuseau: personne.fuseau, adresse: personne.adresse)
    let courrier = CourrierID.make(at: now)
    try house.outbox.enqueue(
      compose(Lettres(destinataire: destinataire, origin: origin, now: now)), as: courrier, to: .courrier(courrier),
      about: courrier, from: now, in: tx)
  }

  /// Once the rows are gone for good: a key erased before would outlive a write that failed.
  func forget(_ personne: PersonneID) async throws {
    // On a thread of the main base, where the vault may block.
    try await house.database.read { [vault = house.vault] _ in try vault.erase(.personne(personne)) }
    await house.database.emptyJournal()
  }
}
