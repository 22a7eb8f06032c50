import Base
import Temps

extension RencontresStore {
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
