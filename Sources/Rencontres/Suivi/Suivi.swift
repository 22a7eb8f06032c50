import Base
import Temps

extension RencontresStore {
  /// What happened to somebody, as far as the viewer follows them: their meetings, and the dispositifs where they are theirs.
  func chemin(of personne: PersonneID, for viewer: Viewer, in tx: Transaction) throws -> [Fait] {
    let seen: SQL = """
      (EXISTS (SELECT 1 FROM rencontre r WHERE r.id = fait.sujet AND \(sql: Self.seen(by: viewer)))
        OR EXISTS (SELECT 1 FROM appartenance a WHERE a.personne = fait.personne AND a.dispositif = fait.sujet
          AND a.suivie_par = \(viewer.personne)))
      """
    return try house.faits.path(of: personne, seen: seen, in: tx)
  }

  /// Of these meetings, which reviews are handed in, and whether each was read.
  func bilans(of rencontres: [RencontreID], for viewer: Viewer, in tx: Transaction) throws -> [RencontreID: Bool] {
    let found = try tx.all(
      """
      SELECT b.rencontre, b.lu FROM bilan b JOIN rencontre r ON r.id = b.rencontre
      WHERE b.rencontre IN \(list: rencontres) AND \(sql: Self.seen(by: viewer))
      """
    ) { row in (try row[0] as RencontreID, try row[1] as Instant? != nil) }
    return Dictionary(uniqueKeysWithValues: found)
  }
}
