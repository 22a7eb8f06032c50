import Base
import Chartes
import Html
import Personnes
import Temps

/// Somebody without an account, by what they hold: a link, or the code printed on a letter.
enum Porteur: Sendable, Equatable {
  case jeton(Token)
  case code(CodeEcrit)
}

extension ConseilStore {
  private static let relais: SQL = """
    r.id, r.dispositif, r.usager, r.conseiller, r.partenaire, r.entretien, r.version, r.voie, r.accord, r.accord_le,
    r.parti, r.ouvert, r.relances, r.prochaine, r.issue, r.reponse, r.repondu, r.par, r.retire, r.revision,
    r.empreinte, r.contenu
    """
  private static let from: SQL = "relais r JOIN usager u ON u.id = r.usager"

  /// A referral of somebody whom the viewer accompanies.
  func relais(_ id: RelaisID, for viewer: Viewer, in tx: Transaction) throws -> Relais {
    guard let found = try relais("r.id = \(id)", limit: 1, for: viewer, in: tx).first else { throw Absent() }
    return found
  }

  /// Those of everybody whom the viewer accompanies, newest first.
  func relais(for viewer: Viewer, in tx: Transaction) throws -> [Relais] {
    try relais("TRUE", limit: 300, for: viewer, in: tx)
  }

  func relais(of usager: Usager, for viewer: Viewer, in tx: Transaction) throws -> [Relais] {
    try relais("r.usager = \(usager.id)", limit: 100, for: viewer, in: tx)
  }

  /// Those whose reminder is due.
  func relaisToRemind(at now: Instant, for viewer: Viewer, in tx: Transaction) throws -> [Relais] {
    try relais(
      "r.prochaine <= \(now) AND r.retire IS NULL AND r.issue = \(IssueDeRelais.attendue.rang + 1)", limit: 500,
      for: viewer, in: tx)
  }

  private func relais(_ which: SQL, limit: Int, for viewer: Viewer, in tx: Transaction) throws -> [Relais] {
    try tx.all(
      """
      SELECT \(sql: Self.relais) FROM \(sql: Self.from)
      WHERE \(sql: which) AND \(sql: Self.accompanied(by: viewer)) ORDER BY r.parti DESC, r.id LIMIT \(limit)
      """, decode)
  }

  /// The one that a service holds; nil when nothing bears it.
  func relais(held porteur: Porteur, in tx: Transaction) throws -> Relais? {
    let which: SQL =
      switch porteur {
      case .jeton(let jeton): "r.jeton = \(jeton.fingerprint)"
      case .code(let code): "r.code = \(fingerprint(relais: code))"
      }
    return try tx.first("SELECT \(sql: Self.relais) FROM \(sql: Self.from) WHERE \(sql: which)", decode)
  }

  func fingerprint(relais code: CodeEcrit) -> String { house.vault.fingerprint(code.brut, for: "code-relais") }

  private func decode(_ row: Row) throws -> Relais {
    let (id, usager): (RelaisID, UsagerID) = (try row[0], try row[2])
    guard let accordLe = Jour(try row[9] as String) else { throw DatabaseError.decoding("accord_le") }
    return Relais(
      id: id, dispositif: try row[1], usager: usager, conseiller: try row[3], partenaire: try row[4],
      entretien: try row[5], version: try row[6], voie: .init(rawValue: try row[7]) ?? .lettre,
      accord: .init(rawValue: try row[8]) ?? .oral, accordLe: accordLe, parti: try row[10], ouvert: try row[11],
      relances: try row[12], prochaine: try row[13], issue: .at(try row[14] as Int - 1) ?? .attendue,
      reponse: try (row[15] as Sealed?).map {
        try open($0, of: .usager(usager), at: Place("relais.reponse", id))
      }, repondu: try row[16], par: (try row[17] as String?).flatMap(Relais.Par.init(rawValue:)),
      retire: try row[18], revision: try row[19], empreinte: try row[20],
      contenu: try open(row[21], of: .usager(usager), at: Place("relais.contenu", id)))
  }
}
