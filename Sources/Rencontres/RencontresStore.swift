import Base
import Chartes
import Personnes
import Temps

/// Meetings in SQL. Each read says for whom: the two people, whoever accompanies the explorer, or the house.
package struct RencontresStore: Sendable {
  let house: House
  let personnes: PersonnesStore

  static let columns: SQL = """
    r.id, r.dispositif, r.explorateur, r.expert, r.debut, r.fin, r.etat, r.version, r.sequence, r.envoyee, r.echeance,
    r.bilan_attendu
    """

  static func decode(_ row: Row) throws -> Rencontre {
    guard let etat = Rencontre.Etat(rawValue: try row[6]) else { throw DatabaseError.decoding("etat") }
    return try Rencontre(
      id: row[0], dispositif: row[1], explorateur: row[2], expert: row[3], debut: row[4], fin: row[5], etat: etat,
      version: row[7], sequence: row[8], envoyee: row[9], echeance: row[10], bilanAttendu: row[11])
  }

  /// Whether the viewer may see a meeting `r`: the one rule of sight of this room. Whoever is suspended there sees none.
  static func seen(by viewer: Viewer) -> SQL {
    guard let reader = viewer.personne else { return "TRUE" }
    return """
      ((r.explorateur = \(reader) OR r.expert = \(reader) OR EXISTS (SELECT 1 FROM appartenance a
        WHERE a.personne = r.explorateur AND a.dispositif = r.dispositif AND a.suivie_par = \(reader)))
      AND EXISTS (SELECT 1 FROM appartenance m
        WHERE m.personne = \(reader) AND m.dispositif = r.dispositif AND m.suspendue IS NULL))
      """
  }

  func rencontre(_ id: RencontreID, for viewer: Viewer, in tx: Transaction) throws -> Rencontre {
    let found = try tx.first(
      "SELECT \(sql: Self.columns) FROM rencontre r WHERE r.id = \(id) AND \(sql: Self.seen(by: viewer))", Self.decode)
    guard let found else { throw Absent() }
    return found
  }

  /// A meeting of which the viewer is one of the two people.
  func own(_ id: RencontreID, of visitor: PersonneID, in tx: Transaction) throws -> Rencontre {
    let rencontre = try rencontre(id, for: .person(visitor), in: tx)
    guard rencontre.isPart(visitor) else { throw Absent() }
    return rencontre
  }

  /// One's own meetings, on either side, newest first.
  func rencontres(of viewer: Viewer, in tx: Transaction) throws -> [Rencontre] {
    guard let reader = viewer.personne else { return [] }
    return try tx.all(
      """
      SELECT \(sql: Self.columns) FROM rencontre r WHERE (r.explorateur = \(reader) OR r.expert = \(reader))
        AND \(sql: Self.seen(by: viewer))
      ORDER BY r.debut DESC, r.id LIMIT 200
      """, Self.decode)
  }

  /// The meetings of somebody, as far as the viewer may see them, newest first.
  func rencontres(
    of explorateur: PersonneID, for viewer: Viewer, in tx: Transaction
  ) throws -> [Rencontre] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM rencontre r
      WHERE r.explorateur = \(explorateur) AND \(sql: Self.seen(by: viewer)) ORDER BY r.debut DESC, r.id LIMIT 200
      """, Self.decode)
  }

  func insert(_ rencontre: Rencontre, mois: String, in tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO rencontre (id, dispositif, explorateur, expert, debut, fin, mois, etat, version, sequence, envoyee,
        echeance, bilan_attendu)
      VALUES (\(rencontre.id), \(rencontre.dispositif), \(rencontre.explorateur), \(rencontre.expert),
        \(rencontre.debut), \(rencontre.fin), \(mois), \(rencontre.etat.rawValue), \(rencontre.version),
        \(rencontre.sequence), \(rencontre.envoyee), \(rencontre.echeance), \(rencontre.bilanAttendu))
      """)
  }

  /// Moves a meeting on, if it still stands where the caller saw it. False: somebody was quicker.
  func move(_ rencontre: Rencontre, to etat: Rencontre.Etat, in tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      UPDATE rencontre SET etat = \(etat.rawValue), sequence = sequence + 1
      WHERE id = \(rencontre.id) AND etat = \(rencontre.etat.rawValue)
      """) == 1
  }

  /// Takes the quarter hours of both people. False when one of them is not free.
  func take(_ creneau: Creneau, for rencontre: Rencontre, in tx: Transaction) throws -> Bool {
    for personne in [rencontre.explorateur, rencontre.expert] {
      for quart in creneau.quartsHeure {
        let taken = try tx.execute(
          """
          INSERT INTO creneau_pris (personne, quart_heure, rencontre)
          VALUES (\(personne), \(quart), \(rencontre.id)) ON CONFLICT DO NOTHING
          """)
        if taken == 0 { return false }
      }
    }
    return true
  }

  /// Gives the time back to both.
  func free(_ rencontre: RencontreID, in tx: Transaction) throws {
    try tx.execute("DELETE FROM creneau_pris WHERE rencontre = \(rencontre)")
  }

  /// The quarter hours of these people that are taken, from a moment on.
  func taken(_ people: [PersonneID], from instant: Instant, in tx: Transaction) throws -> Set<Int64> {
    let quart = instant.milliseconds / 900_000
    return Set(
      try tx.all(
        "SELECT quart_heure FROM creneau_pris WHERE personne IN \(list: people) AND quart_heure >= \(quart)"
      ) { row in try row[0] as Int64 })
  }
}
