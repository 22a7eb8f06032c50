import Base
import Chartes
import Personnes
import Temps

/// An older copy of the base was put back: whoever was erased since is erased again. The keys stand apart, and remember.
extension ConseilRoom {
  /// Harmless when there is nothing to do. Answers how many threads were erased again.
  /// - Parameter viewer: the house; a schedule calls this, and so does whoever puts a backup back.
  package func replay(for viewer: Viewer, at now: Instant) async throws -> Int {
    let back = try await house.database.read { [vault = house.vault] tx in
      let usagers = try vault.erased("usager").compactMap(UsagerID.init)
      let mandats = try vault.erased("mandat").compactMap(MandatID.init)
      return (
        usagers: try usagers.inChunks { chunk in
          try tx.all("SELECT id FROM usager WHERE efface IS NULL AND id IN \(list: chunk)") { row in
            try row[0] as UsagerID
          }
        },
        mandats: try mandats.inChunks { chunk in
          try tx.all("SELECT id FROM mandat WHERE id IN \(list: chunk)") { row in try row[0] as MandatID }
        }
      )
    }
    for id in back.usagers {
      try await house.database.write { [self] tx in
        let usager: Usager
        do { usager = try store.usager(id, for: viewer, in: tx) } catch is Absent { return }
        try forget(usager, for: .rejeu, by: viewer, at: now, in: tx)
        try tx.record(Trace("usager:effacement", on: id, by: viewer, at: now))
      }
    }
    for id in back.mandats {
      try await house.database.write { [store] tx in try store.delete(mandat: id, in: tx) }
    }
    if !back.mandats.isEmpty { try await house.database.write { [store] tx in try store.dropEmptyThreads(in: tx) } }
    try await destroyKeys()
    return back.usagers.count
  }
}

extension Array where Element: Sendable {
  /// As many as one statement takes with ease.
  fileprivate func inChunks<Found>(_ body: ([Element]) throws -> [Found]) rethrows -> [Found] {
    try stride(from: 0, to: count, by: 500).flatMap { try body(Array(self[$0..<Swift.min($0 + 500, count)])) }
  }
}
