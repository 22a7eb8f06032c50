import Base
import Chartes
import Personnes
import Temps
import Web

/// Giving up a workshop: the seat that becomes free goes at once to the first who waits.
extension ConseilRoom {
  /// The person takes it back with their code: no reason is asked.
  /// - Returns: false when the code is nobody's, or it was done before, or the workshop has begun.
  func giveUp(with code: CodeEcrit, geste: Geste, at now: Instant) async throws -> Bool {
    let done = try await house.database.act(geste, by: .person(.nobody), at: now) { [self] tx in
      guard let found = try store.inscrit(bearing: code, at: now, in: tx), now < found.atelier.debut,
        try giveUp(found.inscrit, of: found.atelier, by: .person(.nobody), at: now, in: tx)
      else { return "" }
      return found.atelier.conseiller.text
    }
    if let conseiller = PersonneID(done) { tell([conseiller]) }
    return !done.isEmpty
  }

  /// Somebody telephoned: an adviser takes their enrolment back for them.
  func giveUp(
    _ id: InscritID, of atelierID: AtelierID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let atelier = try store.atelier(atelierID, for: visitor.viewer, in: tx)
      let inscrit = try store.inscrit(id, of: atelier, in: tx)
      guard atelier.etat == .brouillon || atelier.etat == .publie,
        try giveUp(inscrit, of: atelier, by: visitor.viewer, at: now, in: tx)
      else { return "/journee/ateliers/\(atelierID)" }
      return "/journee/ateliers/\(atelierID)?fait=desiste"
    }
  }

  @discardableResult
  func giveUp(
    _ inscrit: Inscrit, of atelier: Atelier, by viewer: Viewer, at now: Instant, in tx: Transaction
  ) throws -> Bool {
    guard try store.leave(inscrit.id, in: tx) else { return false }
    try house.outbox.withdraw(about: inscrit.id, after: now, in: tx)
    try fillSeats(of: atelier, at: now, in: tx)
    try tx.record(Trace("inscription:desistement", on: inscrit.id, by: viewer, at: now))
    return true
  }

  /// The first who waits gets the free seat, and so on while there are seats. Once it has begun, nobody is called.
  func fillSeats(of atelier: Atelier, at now: Instant, in tx: Transaction) throws {
    guard now < atelier.debut, atelier.etat == .publie || atelier.etat == .brouillon else { return }
    for inscrit in try store.inscrits(of: atelier, in: tx).enAttente {
      guard try store.seat(inscrit.id, in: atelier.id, places: atelier.programme.places, tx: tx) else { return }
      if inscrit.adresse == nil {
        try store.mark(inscrit.id, aAppeler: now, in: tx)
      } else if atelier.etat == .publie {
        try write(to: inscrit, rang: nil, of: atelier, liberee: true, at: now, in: tx)
      }
    }
  }

  /// The person was told by telephone.
  func noteCall(
    _ id: InscritID, of atelierID: AtelierID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let atelier = try store.atelier(atelierID, for: visitor.viewer, in: tx)
      try store.mark(store.inscrit(id, of: atelier, in: tx).id, aAppeler: nil, in: tx)
      return "/journee/ateliers/\(atelierID)"
    }
  }
}
