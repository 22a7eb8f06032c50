import Base
import Chartes
import Personnes
import Temps

/// Pairs in SQL. Each read says for whom: the two people of a pair, whoever coordinates, or the house.
package struct MentoratStore: Sendable {
  let house: House
  let personnes: PersonnesStore

  static let columns: SQL = "b.id, b.dispositif, b.mentor, b.accompagne, b.forme, b.contact, b.clos, b.efface"

  static func decode(_ row: Row) throws -> Binome {
    try Binome(
      id: row[0], dispositif: row[1], mentor: row[2], accompagne: row[3], forme: row[4], contact: row[5],
      clos: row[6], efface: row[7])
  }

  /// Whether the viewer is one of the two people of a pair `b`, and not suspended there.
  static func lived(by viewer: Viewer) -> SQL {
    guard let reader = viewer.personne else { return "TRUE" }
    return """
      ((b.mentor = \(reader) OR b.accompagne = \(reader)) AND EXISTS (SELECT 1 FROM appartenance m
        WHERE m.personne = \(reader) AND m.dispositif = b.dispositif AND m.suspendue IS NULL
          AND m.role = CASE WHEN b.mentor = \(reader) THEN 'mentor' ELSE 'accompagne' END))
      """
  }

  func binome(_ id: BinomeID, for viewer: Viewer, in tx: Transaction) throws -> Binome {
    let found = try tx.first(
      "SELECT \(sql: Self.columns) FROM binome b WHERE b.id = \(id) AND \(sql: Self.lived(by: viewer))", Self.decode)
    guard let found else { throw Absent() }
    return found
  }

  /// One's own pairs, on either side, newest first.
  func binomes(of viewer: Viewer, in tx: Transaction) throws -> [Binome] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM binome b WHERE \(sql: Self.lived(by: viewer))
      ORDER BY b.clos IS NOT NULL, b.forme DESC, b.id LIMIT 100
      """, Self.decode)
  }

  /// How many pairs this mentor has that are not over, in any programme.
  func openBinomes(of mentor: PersonneID, in tx: Transaction) throws -> Int {
    try tx.first("SELECT count(*) FROM binome WHERE mentor = \(mentor) AND clos IS NULL") { row in try row[0] } ?? 0
  }

  /// Somebody did something in this pair: what it wrote is kept from now on.
  func touch(_ binome: Binome, at now: Instant, in tx: Transaction) throws {
    try tx.execute("UPDATE binome SET contact = \(now), prevenu = NULL WHERE id = \(binome.id)")
  }
}
