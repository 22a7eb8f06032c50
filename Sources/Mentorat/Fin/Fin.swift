import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  /// Either ends the pair, without a reason. What was waiting is not delivered, and stays with its author.
  func end(_ id: BinomeID, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let binome = try store.binome(id, for: visitor.viewer, in: tx)
      let ended = try tx.execute(
        """
        UPDATE binome SET clos = \(now), clos_par = \(visitor.personne), contact = \(now), prevenu = NULL
        WHERE id = \(id) AND clos IS NULL
        """)
      // The other was quicker: it is over all the same.
      guard ended == 1 else { return "/binomes/\(id)" }
      try tx.execute(
        "UPDATE message SET retire = \(now) WHERE binome = \(id) AND retire IS NULL AND arrivee > \(now)")
      try tx.execute("DELETE FROM message_en_cours WHERE binome = \(id)")
      try tx.execute("DELETE FROM date_proposee WHERE binome = \(id)")
      for personne in [binome.mentor, binome.accompagne] {
        try house.faits.record(Fait(.fin, of: personne, about: id, by: visitor.viewer, at: now), in: tx)
      }
      try tx.record(Trace("fin", on: id, by: visitor.viewer, at: now))
      try announce(to: binome.other(than: visitor.personne), of: binome, at: now, in: tx) { lettres, prenom in
        lettres.fin(by: prenom)
      }
      return "/binomes/\(id)?fait=fin"
    }
    try await tellBoth(id, for: visitor.viewer, at: now)
    return next
  }
}
