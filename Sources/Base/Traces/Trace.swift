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
