import Base
import Comptage
import Temps

/// The same count asked of the base itself, as sums over rows: nothing of the columns, nothing of our own loops.
enum Aggregats {
  static func count(_ condition: SQL, of dispositif: DispositifID, in tx: Transaction) throws -> Compte {
    let rows: SQL = "FROM compte_rendu c WHERE c.dispositif = \(dispositif) AND \(sql: condition)"
    var compte =
      try tx.first("SELECT \(sql: sums) \(sql: rows)") { row in try sums(row) }
      ?? Compte(Rang.schema, .toutes)
    compte.parLieu = try by("coalesce(c.lieu, '')", rows, in: tx)
    compte.parConseiller = try by("c.conseiller", rows, in: tx)
    let jours = try tx.all(
      "SELECT c.jour, count(*), sum(c.participants), sum(c.minutes) \(sql: rows) GROUP BY c.jour"
    ) { row in
      guard let jour = Jour(try row[0] as String) else { throw Absent() }
      return (jour.number, Volume(rapports: try row[1], participants: try row[2], minutes: try row[3]))
    }
    compte.addDays(Dictionary(uniqueKeysWithValues: jours))
    return compte
  }

  private static func by(_ column: SQL, _ rows: SQL, in tx: Transaction) throws -> [String: Effectif] {
    let found = try tx.all(
      "SELECT \(sql: column), count(*), sum(c.participants) \(sql: rows) GROUP BY \(sql: column)"
    ) { row in (try row[0] as String, Effectif(rapports: try row[1], participants: try row[2])) }
    return Dictionary(uniqueKeysWithValues: found)
  }

  // MARK: One row with all that has no name

  private static let sums: SQL = joined(
    mesures.map { "coalesce(sum(\(sql: $0)), 0)" }
      + (etiquettes + valeurs.joined()).flatMap { kept -> [SQL] in
        [
          "coalesce(sum(CASE WHEN \(sql: kept) THEN 1 ELSE 0 END), 0)",
          "coalesce(sum(CASE WHEN \(sql: kept) THEN c.participants ELSE 0 END), 0)",
        ]
      })

  private static func sums(_ row: Row) throws -> Compte {
    var compte = Compte(Rang.schema, .toutes)
    var place = 0
    func next() throws -> Int {
      defer { place += 1 }
      return try row[place]
    }
    func effectif() throws -> Effectif { Effectif(rapports: try next(), participants: try next()) }
    for rang in 0..<Rang.mesures { compte.mesures[rang] = try next() }
    for rang in 0..<Rang.materiel.upperBound { compte.parEtiquette[rang] = try effectif() }
    for (rang, values) in Rang.choix.enumerated() {
      for valeur in 0..<values { compte.parChoix[rang][valeur] = try effectif() }
    }
    return compte
  }

  private static let mesures: [SQL] = [
    "c.participants", "c.minutes", "c.attente", "CASE WHEN c.attente IS NULL THEN 0 ELSE 1 END", "c.genre_0",
    "c.genre_1", "c.genre_2", "c.age_0", "c.age_1", "c.age_2", "c.age_3", "c.age_4", "c.age_5", "c.age_6", "c.age_7",
    "c.statut_0", "c.statut_1", "c.statut_2", "c.statut_3", "c.statut_4", "c.deja",
  ]

  private static let etiquettes: [SQL] =
    Rang.themes.map { "(c.themes / \(1 << $0)) % 2 = 1" }
    + Rang.demarches.map { "(c.demarches / \(1 << ($0 - 19))) % 2 = 1" }
    + Rang.materiel.map { "(c.materiel / \(1 << ($0 - 30))) % 2 = 1" }

  private static let valeurs: [[SQL]] = {
    let columns: [SQL] = [
      "c.type", "c.canal", "c.posture", "c.autonomie", "c.orientation", "c.issue", "c.niveau",
    ]
    let codes = zip(columns, Rang.choix).map { column, values in (0..<values).map { "\(sql: column) = \($0)" as SQL } }
    return codes + [
      ["c.minutes < 30", "c.minutes BETWEEN 30 AND 59", "c.minutes BETWEEN 60 AND 119", "c.minutes > 119"]
    ]
  }()

  private static func joined(_ parts: [SQL]) -> SQL { parts.dropFirst().reduce(parts[0]) { "\(sql: $0), \(sql: $1)" } }
}
