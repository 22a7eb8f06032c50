import Crypto
import Foundation
import Temps

package enum TraceTag {}

/// Who read or did what. Written in the act's own transaction as a waiting line, then chained by `TraceChain`, so that
/// writers never queue behind the head of the chain.
package struct Trace: Sendable {
  package let acteur: String
  /// "lecture:bilan", "connexion", "refus:…": fixed words, never content.
  package let geste: String
  /// The id it was about.
  package let objet: String
  package let le: Instant

  package init(_ geste: StaticString, on objet: some CustomStringConvertible, by viewer: Viewer, at le: Instant) {
    acteur = viewer.label
    self.geste = geste.description
    self.objet = objet.description
    self.le = le
  }
}

extension Transaction {
  package func record(_ trace: Trace, as id: ID<TraceTag>) throws {
    try execute(
      """
      INSERT INTO trace_attente (id, acteur, geste, objet, le)
      VALUES (\(id), \(trace.acteur), \(trace.geste), \(trace.objet), \(trace.le))
      """)
  }

  package func record(_ trace: Trace) throws { try record(trace, as: .make(at: trace.le)) }
}

/// The chain: each line carries the hash of the one before. `rang` is unique, so two nodes cannot fork it.
package enum TraceChain {
  /// Moves at most `limit` waiting lines into the chain; answers how many.
  package static func append(limit: Int = 500, in database: Database) async throws -> Int {
    try await database.write { tx in
      let waiting = try tx.all(
        "SELECT id, acteur, geste, objet, le FROM trace_attente ORDER BY id LIMIT \(limit)", Line.decode)
      guard !waiting.isEmpty else { return 0 }
      var head =
        try tx.first("SELECT rang, empreinte FROM trace ORDER BY rang DESC LIMIT 1") { row in
          Head(rang: try row[0], empreinte: try row[1])
        } ?? Head.origin
      for line in waiting {
        head = head.followed(by: line)
        try tx.execute(
          """
          INSERT INTO trace (rang, id, acteur, geste, objet, le, empreinte)
          VALUES (\(head.rang), \(line.id), \(line.acteur), \(line.geste), \(line.objet), \(line.le), \(head.empreinte))
          """)
        try tx.execute("DELETE FROM trace_attente WHERE id = \(line.id)")
      }
      return waiting.count
    }
  }

  /// The rank of the first line that does not follow from the one before; nil when the chain holds.
  package static func firstBreak(in database: Database) async throws -> Int? {
    try await database.read { tx in
      var head = Head.origin
      let lines = try tx.all("SELECT id, acteur, geste, objet, le, rang, empreinte FROM trace ORDER BY rang") { row in
        (line: try Line.decode(row), rang: try row[5] as Int, empreinte: try row[6] as String)
      }
      for (line, rang, empreinte) in lines {
        head = head.followed(by: line)
        if head.rang != rang || head.empreinte != empreinte { return rang }
      }
      return nil
    }
  }

  struct Line: Sendable {
    let id: ID<TraceTag>
    let acteur: String
    let geste: String
    let objet: String
    let le: Instant

    static func decode(_ row: Row) throws -> Line {
      try Line(id: row[0], acteur: row[1], geste: row[2], objet: row[3], le: row[4])
    }
  }

  struct Head {
    let rang: Int
    let empreinte: String
    static let origin = Head(rang: 0, empreinte: "")

    /// Fields are joined by a unit separator, which none of them may hold.
    func followed(by line: Line) -> Head {
      let fields = [
        empreinte, String(rang + 1), line.id.text, line.acteur, line.geste, line.objet, String(line.le.milliseconds),
      ]
      let hash = SHA256.hash(data: Data(fields.joined(separator: "\u{1f}").utf8))
      return Head(rang: rang + 1, empreinte: Array(hash).hexadecimal)
    }
  }
}
