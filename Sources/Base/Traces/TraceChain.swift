import Temps

/// The chain: each line carries the hash of the one before. `rang` is unique, so two nodes cannot fork it.
package enum TraceChain {
  /// Moves at most `limit` waiting lines into the chain; answers how many.
  package static func append(limit: Int = 500, in database: Database) async throws -> Int {
    try await database.write { tx in
      let waiting = try tx.waitingTraces(limit: limit)
      guard !waiting.isEmpty else { return 0 }
      var maillon = try tx.lastMaillon()
      for var ligne in waiting {
        maillon = maillon.followed(by: ligne)
        ligne.maillon = maillon
        try tx.insert(ligne)
        try tx.execute("DELETE FROM trace_attente WHERE id = \(ligne.id)")
      }
      return waiting.count
    }
  }
}

extension Transaction {
  fileprivate func waitingTraces(limit: Int) throws -> [LigneDeTrace] {
    try all("SELECT id, acteur, geste, objet, le FROM trace_attente ORDER BY id LIMIT \(limit)") { row in
      try LigneDeTrace(
        rang: 0, id: row[0], acteur: row[1], geste: row[2], objet: row[3], le: row[4], empreinte: "")
    }
  }

  fileprivate func insert(_ ligne: LigneDeTrace) throws {
    try execute(
      """
      INSERT INTO trace (rang, id, acteur, geste, objet, le, empreinte)
      VALUES (\(ligne.rang), \(ligne.id), \(ligne.acteur), \(ligne.geste), \(ligne.objet), \(ligne.le),
        \(ligne.empreinte))
      """)
  }

  /// The end of the chain; where it was cut, when nothing was chained since.
  func lastMaillon() throws -> Maillon {
    let last = try first("SELECT rang, empreinte FROM trace ORDER BY rang DESC LIMIT 1") { row in
      Maillon(rang: try row[0], empreinte: try row[1])
    }
    return try last ?? newestCoupe()?.maillon ?? .origine
  }

  /// In the order of their ranks.
  func lignes(after rang: Int, limit: Int) throws -> [LigneDeTrace] {
    try all(
      """
      SELECT rang, id, acteur, geste, objet, le, empreinte FROM trace WHERE rang > \(rang) ORDER BY rang LIMIT \(limit)
      """, LigneDeTrace.init)
  }
}

extension LigneDeTrace {
  init(_ row: Row) throws {
    try self.init(
      rang: row[0], id: row[1], acteur: row[2], geste: row[3], objet: row[4], le: row[5], empreinte: row[6])
  }
}
