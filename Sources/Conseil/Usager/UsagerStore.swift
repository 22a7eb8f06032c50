import Base
import Chartes
import Personnes
import Temps

extension ConseilStore {
  private static let usager: SQL = "u.id, u.dispositif, u.numero, u.revision, u.contenu, u.cree, u.contact, u.prevenu"

  /// Whether the viewer accompanies a person `u`, and is not suspended there. The one rule of sight of threads: what is
  /// left of an erased one is nobody's.
  static func accompanied(by viewer: Viewer) -> SQL {
    guard let reader = viewer.personne else { return "u.efface IS NULL" }
    return """
      (u.efface IS NULL AND EXISTS (SELECT 1 FROM usager_conseiller uc WHERE uc.usager = u.id AND uc.conseiller = \(reader))
        AND \(sql: advises("u.dispositif", viewer)))
      """
  }

  func usager(_ id: UsagerID, for viewer: Viewer, in tx: Transaction) throws -> Usager {
    let found = try tx.first(
      "SELECT \(sql: Self.usager) FROM usager u WHERE u.id = \(id) AND \(sql: Self.accompanied(by: viewer))", decode)
    guard let found else { throw Absent() }
    return found
  }

  /// Those whom the viewer accompanies, the last seen first. A bounded set: it is searched once decrypted.
  func usagers(for viewer: Viewer, in tx: Transaction) throws -> [Usager] {
    try tx.all(
      """
      SELECT \(sql: Self.usager) FROM usager u WHERE \(sql: Self.accompanied(by: viewer))
      ORDER BY u.contact DESC, u.id LIMIT 1000
      """, decode)
  }

  private func decode(_ row: Row) throws -> Usager {
    let id: UsagerID = try row[0]
    return Usager(
      id: id, dispositif: try row[1], numero: try row[2], revision: try row[3],
      identite: try open(row[4], of: .usager(id), at: Place("usager.contenu", id)), cree: try row[5],
      contact: try row[6], prevenu: try row[7])
  }

  /// A new thread, followed by its adviser.
  func insert(
    _ id: UsagerID, _ identite: Identite, in dispositif: DispositifID, by conseiller: PersonneID, at now: Instant,
    tx: Transaction
  ) throws {
    let last = try tx.first("SELECT max(numero) FROM usager WHERE dispositif = \(dispositif)") { row in
      try row[0] as Int?
    }
    let contenu = try seal(identite, of: .usager(id), at: Place("usager.contenu", id))
    try tx.execute(
      """
      INSERT INTO usager (id, dispositif, numero, revision, contenu, cree, contact)
      VALUES (\(id), \(dispositif), \((last.flatMap { $0 } ?? 0) + 1), 1, \(contenu), \(now), \(now))
      """)
    try share(id, with: conseiller, at: now, in: tx)
  }

  func share(_ id: UsagerID, with conseiller: PersonneID, at now: Instant, in tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO usager_conseiller (usager, conseiller, depuis) VALUES (\(id), \(conseiller), \(now))
      ON CONFLICT DO NOTHING
      """)
  }

  /// - Throws: `Depasse` when somebody changed the thread since this revision was read.
  func update(_ usager: Usager, to identite: Identite, from revision: Int, in tx: Transaction) throws {
    let contenu = try seal(identite, of: usager.owner, at: Place("usager.contenu", usager.id))
    let changed = try tx.execute(
      """
      UPDATE usager SET contenu = \(contenu), revision = revision + 1 WHERE id = \(usager.id) AND revision = \(revision)
      """)
    if changed == 0 { throw Depasse() }
  }

  /// Somebody saw the person, or did something for them: what is kept is kept from now on.
  func touch(_ usager: UsagerID, at now: Instant, in tx: Transaction) throws {
    try tx.execute("UPDATE usager SET contact = \(now), prevenu = NULL WHERE id = \(usager)")
  }

  /// Who else follows this person.
  func suiveurs(of usager: Usager, in tx: Transaction) throws -> [PersonneID] {
    try tx.all("SELECT conseiller FROM usager_conseiller WHERE usager = \(usager.id) ORDER BY depuis, conseiller") {
      row in try row[0]
    }
  }
}
