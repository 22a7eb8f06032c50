import Base
import Chartes
import Comptage
import Personnes
import Temps

/// Counting from the reports themselves.
extension ConseilStore {
  /// The lines that reports give, without opening anything sealed.
  /// - Parameter which: a condition on `compte_rendu c`.
  func recountedLines(_ which: SQL, in tx: Transaction) throws -> [Ligne] {
    try tx.all(
      """
      SELECT c.jour, c.lieu, c.conseiller, c.type, c.canal, c.minutes, c.attente, c.themes, c.demarches, c.materiel,
        c.posture, c.autonomie, c.orientation, c.issue, c.niveau, c.participants, c.genre_0, c.genre_1, c.genre_2,
        c.age_0, c.age_1, c.age_2, c.age_3, c.age_4, c.age_5, c.age_6, c.age_7, c.statut_0, c.statut_1, c.statut_2,
        c.statut_3, c.statut_4, c.deja
      FROM compte_rendu c WHERE \(sql: which)
      """
    ) { row in
      guard let jour = Jour(try row[0] as String) else { throw DatabaseError.decoding("jour") }
      let (minutes, attente): (Int, Int?) = (try row[5], try row[6])
      let flags = try (7...9).map { UInt64(bitPattern: try row[$0] as Int64) }
      return Ligne(
        jour: jour.number, lieu: try row[1] as String? ?? "", conseiller: try row[2],
        etiquettes: flags[0] << UInt64(Rangs.themes) | flags[1] << UInt64(Rangs.demarches)
          | flags[2] << UInt64(Rangs.materiel),
        choix: [
          UInt8(try row[3] as Int), UInt8(try row[4] as Int), UInt8(try row[10] as Int), UInt8(try row[11] as Int),
          UInt8(try row[12] as Int), UInt8(try row[13] as Int), UInt8(try row[14] as Int),
          UInt8(Duree(minutes: minutes).rawValue),
        ],
        mesures: [try row[15], minutes, attente ?? 0, attente == nil ? 0 : 1] + (try (16...32).map { try row[$0] }))
    }
  }

  /// How many different people: each person one follows counts once, and so does each anonymous one of each report.
  func distinctPeople(_ which: SQL, in tx: Transaction) throws -> (suivies: Int, anonymes: Int) {
    try tx.first(
      """
      SELECT count(DISTINCT c.usager), coalesce(sum(CASE WHEN c.usager IS NULL THEN c.participants ELSE 0 END), 0)
      FROM compte_rendu c WHERE \(sql: which)
      """
    ) { row in (suivies: try row[0], anonymes: try row[1]) } ?? (0, 0)
  }
}
