import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Keeping the directory: anybody of the programme may.
extension ConseilRoom {
  /// Adds a service, or changes one. Whoever adds it has just made sure of it.
  func keep(
    _ saisi: PartenaireSaisi, as existing: PartenaireID?, from revision: Int, by visitor: Visitor, geste: Geste,
    at now: Instant
  ) async throws -> String {
    let id = existing ?? PartenaireID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let (dispositif, _) = try place(of: visitor, in: tx)
      if existing == nil {
        try store.insert(id, saisi, in: dispositif.id, at: now, tx: tx)
      } else {
        _ = try store.partenaire(id, for: visitor.viewer, in: tx)
        try store.update(id, saisi, from: revision, in: tx)
      }
      try tx.record(Trace("partenaire", on: id, by: visitor.viewer, at: now))
      return "/partenaires?fait=garde"
    }
  }

  /// Somebody called, or went there: what the card says is true today.
  func check(_ id: PartenaireID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      _ = try store.partenaire(id, for: visitor.viewer, in: tx)
      try tx.execute("UPDATE partenaire SET verifie = \(now) WHERE id = \(id) AND retire IS NULL")
      try tx.record(Trace("partenaire:verification", on: id, by: visitor.viewer, at: now))
      return "/partenaires?fait=verifie"
    }
  }

  /// It leaves the directory. What was sent to it, and what it answers, stay.
  func retire(_ id: PartenaireID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      _ = try store.partenaire(id, for: visitor.viewer, in: tx)
      try tx.execute("UPDATE partenaire SET retire = \(now), montre = \(false) WHERE id = \(id) AND retire IS NULL")
      try tx.record(Trace("partenaire:retrait", on: id, by: visitor.viewer, at: now))
      return "/partenaires?fait=retire"
    }
  }
}
