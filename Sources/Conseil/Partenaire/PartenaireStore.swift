import Base
import Chartes
import Personnes
import Temps

extension ConseilStore {
  private static let partenaire: SQL = """
    p.id, p.dispositif, p.revision, p.genre, p.themes, p.montre, p.contenu, p.verifie, p.retire
    """

  /// Whether the viewer advises in the programme, or coordinates it.
  private static func shares(_ viewer: Viewer) -> SQL {
    "(\(sql: advises("p.dispositif", viewer)) OR \(sql: coordinates("p.dispositif", viewer)))"
  }

  /// A service of the viewer's programme, even one that left the directory.
  func partenaire(_ id: PartenaireID, for viewer: Viewer, in tx: Transaction) throws -> Partenaire {
    guard let found = try partenaires("p.id = \(id)", for: viewer, in: tx).first else { throw Absent() }
    return found
  }

  /// The directory of a programme: a bounded set, searched once decrypted.
  func partenaires(of dispositif: DispositifID, for viewer: Viewer, in tx: Transaction) throws -> [Partenaire] {
    try partenaires("p.dispositif = \(dispositif) AND p.retire IS NULL", for: viewer, in: tx)
  }

  /// Those that anybody may read of: their programme chose to show them.
  func partenairesMontres(in tx: Transaction) throws -> [Partenaire] {
    try tx.all(
      """
      SELECT \(sql: Self.partenaire) FROM partenaire p WHERE p.montre AND p.retire IS NULL
      ORDER BY p.genre, p.cree, p.id LIMIT 1000
      """, decode
    ).filter { !$0.contenu.nom.isEmpty }
  }

  /// To whom a referral went, for whoever sees the referral.
  func partenaire(of relais: Relais, in tx: Transaction) throws -> Partenaire {
    let found = try tx.first(
      "SELECT \(sql: Self.partenaire) FROM partenaire p WHERE p.id = \(relais.partenaire)", decode)
    guard let found else { throw Absent() }
    return found
  }

  private func partenaires(_ which: SQL, for viewer: Viewer, in tx: Transaction) throws -> [Partenaire] {
    try tx.all(
      """
      SELECT \(sql: Self.partenaire) FROM partenaire p WHERE \(sql: which) AND \(sql: Self.shares(viewer))
      ORDER BY p.genre, p.cree, p.id LIMIT 1000
      """, decode)
  }

  private func decode(_ row: Row) throws -> Partenaire {
    let id: PartenaireID = try row[0]
    return Partenaire(
      id: id, dispositif: try row[1], revision: try row[2], genre: .at(try row[3] as Int - 1) ?? .autre,
      themes: Ensemble(bits: UInt64(bitPattern: try row[4])), montre: try row[5],
      contenu: try open(row[6], of: .partenaire(id), at: Place("partenaire.contenu", id)), verifie: try row[7],
      retire: try row[8])
  }

  func insert(
    _ id: PartenaireID, _ saisi: PartenaireSaisi, in dispositif: DispositifID, at now: Instant, tx: Transaction
  ) throws {
    let contenu = try seal(saisi.contenu, of: .partenaire(id), at: Place("partenaire.contenu", id))
    try tx.execute(
      """
      INSERT INTO partenaire (id, dispositif, revision, genre, themes, montre, contenu, verifie, cree)
      VALUES (\(id), \(dispositif), 1, \(saisi.genre.rang + 1), \(Int64(bitPattern: saisi.themes.bits)),
        \(saisi.montre), \(contenu), \(now), \(now))
      """)
  }

  /// - Throws: `Depasse` when somebody changed it since this revision was read, or took it out.
  func update(_ id: PartenaireID, _ saisi: PartenaireSaisi, from revision: Int, in tx: Transaction) throws {
    let contenu = try seal(saisi.contenu, of: .partenaire(id), at: Place("partenaire.contenu", id))
    let changed = try tx.execute(
      """
      UPDATE partenaire SET genre = \(saisi.genre.rang + 1), themes = \(Int64(bitPattern: saisi.themes.bits)),
        montre = \(saisi.montre), contenu = \(contenu), revision = revision + 1
      WHERE id = \(id) AND revision = \(revision) AND retire IS NULL
      """)
    if changed == 0 { throw Depasse() }
  }
}
