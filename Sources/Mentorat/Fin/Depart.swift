import Base
import Personnes
import Temps

extension MentoratRoom {
  /// Somebody leaves for good: their open pairs end, and the other of each is told.
  package func takeLeave(of personne: PersonneID, at now: Instant, in tx: Transaction) throws {
    for binome in try store.open(of: personne, in: tx) {
      guard try close(binome, by: personne, at: now, in: tx) else { continue }
      try announce(to: binome.other(than: personne), of: binome, at: now, in: tx) { lettres, prenom in
        lettres.depart(of: prenom)
      }
    }
  }
}

extension MentoratStore {
  /// Even where they are suspended.
  fileprivate func open(of personne: PersonneID, in tx: Transaction) throws -> [Binome] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM binome b
      WHERE (b.mentor = \(personne) OR b.accompagne = \(personne)) AND b.clos IS NULL ORDER BY b.forme, b.id
      """, Self.decode)
  }
}
