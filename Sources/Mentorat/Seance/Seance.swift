import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum SeanceTag {}
package typealias SeanceID = ID<SeanceTag>

/// A time that both keep to talk. (An "HTTP session" is a `Connexion`.)
struct Seance: Sendable, Equatable {
  let id: SeanceID
  let debut: Instant
}

/// The date that one suggests, until the other agrees.
struct DateProposee: Sendable, Equatable {
  let debut: Instant
  /// The session it would move; nil for a further one.
  let remplace: SeanceID?
  let par: PersonneID
}

/// The sessions of a pair at one moment, and where they leave its thread.
struct Seances: Sendable, Equatable {
  /// In order of time.
  let toutes: [Seance]
  /// Those of which a summary is written.
  let resumees: Set<SeanceID>
  let proposee: DateProposee?
  let now: Instant

  /// The last one that has begun.
  var precedente: Seance? { toutes.last { $0.debut <= now } }
  var prochaine: Seance? { toutes.first { $0.debut > now } }

  /// The first session opens a first interval; each later one closes one, and asks for its summary.
  var syntheseAttendue: Bool {
    guard let precedente, precedente != toutes.first else { return false }
    return !resumees.contains(precedente.id)
  }

  /// One that may still get another date: to come, or begun without a summary, as when it did not take place.
  var deplacable: Seance? {
    prochaine ?? precedente.flatMap { resumees.contains($0.id) || $0 == toutes.first ? nil : $0 }
  }

  var withoutSummaries: Seances { Seances(toutes: toutes, resumees: [], proposee: proposee, now: now) }

  var fil: EcrireEntreDeuxSeances.Fil {
    EcrireEntreDeuxSeances.Fil(
      precedente: precedente?.debut, prochaine: prochaine?.debut, syntheseAttendue: syntheseAttendue)
  }
}

extension MentoratStore {
  func seances(of binome: Binome, at now: Instant, in tx: Transaction) throws -> Seances {
    let toutes = try tx.all("SELECT id, debut FROM seance WHERE binome = \(binome.id) ORDER BY debut") { row in
      Seance(id: try row[0], debut: try row[1])
    }
    let resumees = try tx.all(
      "SELECT DISTINCT s.id FROM seance s JOIN synthese y ON y.seance = s.id WHERE s.binome = \(binome.id)"
    ) { row in try row[0] as SeanceID }
    let proposee = try tx.first(
      "SELECT debut, remplace, par FROM date_proposee WHERE binome = \(binome.id)"
    ) { row in DateProposee(debut: try row[0], remplace: try row[1], par: try row[2]) }
    return Seances(toutes: toutes, resumees: Set(resumees), proposee: proposee, now: now)
  }

  /// The sessions that a convention dates: those to come are its own, those begun stay.
  func date(
    _ debuts: [Instant], of binome: Binome, as ids: [SeanceID], at now: Instant, in tx: Transaction
  ) throws {
    let known = try seances(of: binome, at: now, in: tx)
    // Signed late, when all its dates are past: what was agreed since stands.
    guard known.precedente == nil || debuts.contains(where: { $0 > now }) else { return }
    try tx.execute("DELETE FROM date_proposee WHERE binome = \(binome.id)")
    try tx.execute(
      """
      DELETE FROM seance WHERE binome = \(binome.id) AND debut > \(now)
        AND id NOT IN (SELECT seance FROM synthese) AND id NOT IN (SELECT seance FROM message)
      """)
    for (debut, id) in zip(debuts, ids) where debut > now || known.precedente == nil {
      try tx.execute(
        "INSERT INTO seance (id, binome, debut) VALUES (\(id), \(binome.id), \(debut)) ON CONFLICT DO NOTHING")
    }
  }
}
