import Base
import Temps
import Troupe

/// The lines of a chain, held in memory: what somebody with access to the table could write back otherwise.
struct Chaine: Equatable {
  struct Ligne: Equatable, Sendable {
    var rang: Int
    var id: ID<TraceTag>
    var acteur: String
    var geste: String
    var objet: String
    var le: Instant
    var empreinte: String
  }

  var lignes: [Ligne]

  init(in database: Database) async throws {
    lignes = try await database.read { tx in
      try tx.all("SELECT rang, id, acteur, geste, objet, le, empreinte FROM trace ORDER BY rang") { row in
        try Ligne(
          rang: row[0], id: row[1], acteur: row[2], geste: row[3], objet: row[4], le: row[5], empreinte: row[6])
      }
    }
  }

  /// Puts these lines in place of what the table holds.
  func write(in database: Database) async throws {
    try await database.write { [lignes] tx in
      try tx.execute("DELETE FROM trace")
      for ligne in lignes {
        try tx.execute(
          """
          INSERT INTO trace (rang, id, acteur, geste, objet, le, empreinte)
          VALUES (\(ligne.rang), \(ligne.id), \(ligne.acteur), \(ligne.geste), \(ligne.objet), \(ligne.le),
            \(ligne.empreinte))
          """)
      }
    }
  }
}

extension [Chaine.Ligne] {
  /// Ranks without a hole again, as somebody careful would leave them.
  mutating func renumber() {
    for index in indices { self[index].rang = index + 1 }
  }
}
