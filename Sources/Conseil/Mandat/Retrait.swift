import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// A procedure taken out of a mandate.
struct Retrait: Sendable, Equatable {
  enum Raison: String, Sendable {
    /// The person said so.
    case parole
    /// A newer mandate covers it.
    case remplace
  }

  let le: Instant
  let par: PersonneID
  let raison: Raison
}

extension ConseilStore {
  /// True the first time. What was withdrawn stays so.
  @discardableResult
  func withdraw(_ demarche: Demarche, of mandat: Mandat, _ retrait: Retrait, in tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      INSERT INTO mandat_retrait (mandat, demarche, le, par, raison)
      VALUES (\(mandat.id), \(demarche.rawValue), \(retrait.le), \(retrait.par), \(retrait.raison.rawValue))
      ON CONFLICT DO NOTHING
      """) == 1
  }
}

extension ConseilRoom {
  /// At the person's word, at once: one procedure, or all of them. A text that is not signed yet is left aside the same
  /// way.
  /// - Parameter demarche: nil for the whole mandate.
  func withdraw(
    _ demarche: Demarche?, of id: MandatID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let mandat = try store.mandat(id, for: visitor.viewer, in: tx)
      let asked = demarche.map { [$0] } ?? mandat.demarches
      guard asked.allSatisfy(mandat.demarches.contains) else { throw Absent() }
      let retrait = Retrait(le: now, par: visitor.personne, raison: .parole)
      for demarche in asked where mandat.retraits[demarche] == nil {
        try store.withdraw(demarche, of: mandat, retrait, in: tx)
      }
      try store.touch(mandat.usager, at: now, in: tx)
      try tx.record(Trace("mandat:retrait", on: id, by: visitor.viewer, at: now))
      return "/mandats/\(id)?fait=retire"
    }
    try await tellFollowers(of: id, for: visitor.viewer)
    return next
  }

  /// Tells the open pages of those who follow the person.
  func tellFollowers(of id: MandatID, for viewer: Viewer) async throws {
    tell(
      try await house.database.read { [store] tx in
        let mandat = try store.mandat(id, for: viewer, in: tx)
        return try store.suiveurs(of: store.usager(mandat.usager, for: viewer, in: tx), in: tx)
      })
  }
}
