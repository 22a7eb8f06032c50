import Base
import Chartes
import Html
import Personnes
import Temps

extension ConseilStore {
  private static let mandat: SQL = """
    SELECT m.id, m.usager, m.dispositif, m.conseiller, m.version, m.ecrit, m.fin, m.jours, m.langue, m.empreinte,
      m.contenu, s.le
    FROM mandat m JOIN usager u ON u.id = m.usager LEFT JOIN mandat_signature s ON s.mandat = m.id
    """

  /// A mandate of somebody whom the viewer accompanies. The house sees those of erased threads too: it ends them.
  func mandat(_ id: MandatID, for viewer: Viewer, in tx: Transaction) throws -> Mandat {
    let seen: SQL = viewer.personne == nil ? "TRUE" : Self.accompanied(by: viewer)
    let found = try tx.first("\(sql: Self.mandat) WHERE m.id = \(id) AND \(sql: seen)", decodeRow)
    guard let found else { throw Absent() }
    return try complete(found, in: tx)
  }

  /// The mandate kept after its thread, for whoever of its programme presents a fingerprint written on its certificate.
  func mandat(bearing empreinte: String, for viewer: Viewer, in tx: Transaction) throws -> Mandat? {
    let found = try tx.first(
      """
      \(sql: Self.mandat) WHERE (m.empreinte = \(empreinte) OR s.empreinte = \(empreinte)) AND s.le IS NOT NULL
        AND u.efface IS NOT NULL AND (\(sql: Self.advises("m.dispositif", viewer))
          OR \(sql: Self.coordinates("m.dispositif", viewer)))
      """, decodeRow)
    return try found.map { try complete($0, in: tx) }
  }

  /// Those of a person, the last written first.
  func mandats(of usager: Usager, in tx: Transaction) throws -> [Mandat] {
    let rows = try tx.all(
      "\(sql: Self.mandat) WHERE m.usager = \(usager.id) ORDER BY m.ecrit DESC, m.id LIMIT 100", decodeRow)
    return try rows.map { try complete($0, in: tx) }
  }

  /// The exact text, byte for byte.
  func texte(of mandat: Mandat, in tx: Transaction) throws -> String {
    let sealed = try tx.first("SELECT texte FROM mandat WHERE id = \(mandat.id)") { try $0[0] as Sealed }
    return try house.vault.open(sealed, of: mandat.owner, at: Place("mandat.texte", mandat.id)) ?? ""
  }

  func insert(_ mandat: Mandat, texte: String, in tx: Transaction) throws {
    let contenu = try seal(mandat.termes, of: mandat.owner, at: Place("mandat.contenu", mandat.id))
    let sealed = try house.vault.seal(texte, of: mandat.owner, at: Place("mandat.texte", mandat.id))
    try tx.execute(
      """
      INSERT INTO mandat (id, usager, dispositif, conseiller, version, ecrit, fin, jours, langue, empreinte, contenu,
        texte)
      VALUES (\(mandat.id), \(mandat.usager), \(mandat.dispositif), \(mandat.conseiller), \(mandat.version),
        \(mandat.ecrit), \(mandat.fin), \(mandat.jours), \(mandat.langue.rawValue), \(mandat.empreinte), \(contenu),
        \(sealed))
      """)
    for demarche in mandat.demarches {
      try tx.execute(
        "INSERT INTO mandat_demarche (mandat, demarche) VALUES (\(mandat.id), \(demarche.rawValue))")
    }
  }

  private func decodeRow(_ row: Row) throws -> Mandat {
    let id: MandatID = try row[0]
    return Mandat(
      id: id, usager: try row[1], dispositif: try row[2], conseiller: try row[3], version: try row[4],
      ecrit: try row[5], fin: try row[6], jours: try row[7], langue: Langue(rawValue: try row[8]) ?? .fr,
      empreinte: try row[9], termes: try open(row[10], of: .mandat(id), at: Place("mandat.contenu", id)),
      debut: try row[11], demarches: [])
  }

  /// With its procedures, and what was withdrawn of them.
  private func complete(_ mandat: Mandat, in tx: Transaction) throws -> Mandat {
    let rows = try tx.all(
      """
      SELECT d.demarche, r.le, r.par, r.raison FROM mandat_demarche d
      LEFT JOIN mandat_retrait r ON r.mandat = d.mandat AND r.demarche = d.demarche WHERE d.mandat = \(mandat.id)
      """
    ) { row in
      let le: Instant? = try row[1]
      return (
        demarche: Demarche(rawValue: try row[0]),
        retrait: try le.map { Retrait(le: $0, par: try row[2], raison: .init(rawValue: try row[3]) ?? .parole) }
      )
    }
    let couvertes = rows.compactMap { row in row.demarche.map { ($0, row.retrait) } }
      .sorted { $0.0.rang < $1.0.rang }
    var complete = mandat
    complete.demarches = couvertes.map(\.0)
    complete.retraits = Dictionary(
      uniqueKeysWithValues: couvertes.compactMap { paire in paire.1.map { (paire.0, $0) } })
    return complete
  }
}
