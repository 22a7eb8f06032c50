import Base
import Temps

extension ViePriveeRoom {
  /// After an older backup was put back: whoever had left leaves again, as their room says. Harmless when run again;
  /// answers how many were there.
  /// - Parameter viewer: the house; the command that restores calls this.
  package func replay(for viewer: Viewer, at now: Instant) async throws -> Int {
    try await replay("TRUE", for: viewer, at: now)
  }

  /// What a stopped server or files put back by hand left halfway: a key that outlived its rows, rows that outlived
  /// their key.
  /// - Parameter viewer: the house; a schedule calls this.
  package func repair(for viewer: Viewer, at now: Instant) async throws -> Int {
    guard viewer.personne == nil else { return 0 }
    let left = try await house.database.read { tx in
      try tx.all("SELECT id FROM personne WHERE partie >= \(now - .days(30))") { row in try row[0] as PersonneID }
    }
    for personne in left { try await forget(personne) }
    return try await replay("partie IS NULL", for: viewer, at: now)
  }

  private func replay(_ which: SQL, for viewer: Viewer, at now: Instant) async throws -> Int {
    guard viewer.personne == nil else { return 0 }
    let erased = try await house.database.read { [vault = house.vault] tx in
      let ids = try vault.erased("personne").compactMap { PersonneID($0) }
      return try stride(from: 0, to: ids.count, by: 500).flatMap { start in
        try tx.all(
          "SELECT id FROM personne WHERE \(sql: which) AND id IN \(list: ids[start..<min(start + 500, ids.count)])"
        ) { row in try row[0] as PersonneID }
      }
    }
    for personne in erased {
      try await house.database.write { [self] tx in
        try depart(of: personne, by: viewer, at: now, in: tx, nil)
      }
    }
    if !erased.isEmpty { await house.database.emptyJournal() }
    return erased.count
  }
}
