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
      // The other was quicker: it is over all the same.
      guard try close(binome, by: visitor.personne, at: now, in: tx) else { return "/binomes/\(id)" }
      try announce(to: binome.other(than: visitor.personne), of: binome, at: now, in: tx) { lettres, prenom in
        lettres.fin(by: prenom)
      }
      return "/binomes/\(id)?fait=fin"
    }
    try await tellBoth(id, for: visitor.viewer, at: now)
    return next
  }

  /// False when it was over already.
  func close(_ binome: Binome, by personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Bool {
    let id = binome.id
    let ended = try tx.execute(
      """
      UPDATE binome SET clos = \(now), clos_par = \(personne), contact = \(now), prevenu = NULL
      WHERE id = \(id) AND clos IS NULL
      """)
    guard ended == 1 else { return false }
    try tx.execute("UPDATE message SET retire = \(now) WHERE binome = \(id) AND retire IS NULL AND arrivee > \(now)")
    try tx.execute("DELETE FROM message_en_cours WHERE binome = \(id)")
    try tx.execute("DELETE FROM date_proposee WHERE binome = \(id)")
    try tx.execute("DELETE FROM liaison WHERE binome = \(id)")
    for both in [binome.mentor, binome.accompagne] {
      try house.faits.record(Fait(.fin, of: both, about: id, by: .person(personne), at: now), in: tx)
    }
    try tx.record(Trace("fin", on: id, by: .person(personne), at: now))
    return true
  }
}
