import Base
import Temps
import Web

/// Somebody must not come in any more, at once: their roles here are suspended and every connexion ends, with its live
/// stream and its seat in a video room. Nothing is erased; doing it twice changes nothing more.
extension PersonnesRoom {
  func suspend(_ personne: PersonneID, by visitor: Visitor, at now: Instant) async throws {
    let ended = try await house.database.write { [store] tx in
      let dispositif = try store.coordinated(personne, by: visitor, at: now, in: tx)
      try tx.execute(
        """
        UPDATE appartenance SET suspendue = \(now)
        WHERE personne = \(personne) AND dispositif = \(dispositif) AND suspendue IS NULL
        """)
      // What they had opened for others, and had not been taken yet, closes with them.
      try tx.execute(
        """
        UPDATE invitation SET etat = 'retiree'
        WHERE invitee_par = \(personne) AND dispositif = \(dispositif) AND etat = 'ouverte'
        """)
      try store.endDevices(of: personne, in: tx)
      try tx.record(Trace("suspension", on: personne, by: visitor.viewer, at: now))
      return try store.endConnexions("personne = \(personne)", in: tx)
    }
    dismiss(ended)
  }

  func restore(_ personne: PersonneID, by visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { [store] tx in
      let dispositif = try store.coordinated(personne, by: visitor, at: now, in: tx)
      try tx.execute(
        "UPDATE appartenance SET suspendue = NULL WHERE personne = \(personne) AND dispositif = \(dispositif)")
      try tx.record(Trace("suspension:fin", on: personne, by: visitor.viewer, at: now))
    }
  }

  func suspend(_ visit: Visit) async throws -> Answer {
    let personne: PersonneID = try visit.id("personne")
    try await suspend(personne, by: visit.person(), at: visit.now)
    return .redirect("/personnes/\(personne)?fait=suspendue")
  }

  func restore(_ visit: Visit) async throws -> Answer {
    let personne: PersonneID = try visit.id("personne")
    try await restore(personne, by: visit.person(), at: visit.now)
    return .redirect("/personnes/\(personne)?fait=retablie")
  }
}

extension PersonnesStore {
  /// The dispositif in which the visitor coordinates this person; absent when there is none.
  fileprivate func coordinated(
    _ personne: PersonneID, by visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws -> DispositifID {
    let acces = try acces(of: personne, for: visitor.viewer, at: now, in: tx)
    guard acces.coordonne else { throw Absent() }
    return acces.dispositif
  }
}
