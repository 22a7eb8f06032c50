import Base
import Chartes
import Personnes
import Temps

extension ConseilStore {
  private static let entretien: SQL = """
    e.id, e.dispositif, e.conseiller, e.lieu, e.usager, e.rendez_vous, e.ticket, e.debut, e.fin, e.attente,
    e.revision, e.contenu
    """

  /// Who held it, and whoever follows the person.
  private static func seen(by viewer: Viewer) -> SQL {
    guard let reader = viewer.personne else { return "TRUE" }
    return """
      (\(sql: advises("e.dispositif", viewer)) AND (e.conseiller = \(reader)
        OR EXISTS (SELECT 1 FROM usager_conseiller uc WHERE uc.usager = e.usager AND uc.conseiller = \(reader))))
      """
  }

  func entretien(_ id: EntretienID, for viewer: Viewer, in tx: Transaction) throws -> Entretien {
    let found = try tx.first(
      "SELECT \(sql: Self.entretien) FROM entretien e WHERE e.id = \(id) AND \(sql: Self.seen(by: viewer))", decode)
    guard let found else { throw Absent() }
    return found
  }

  /// Those of a person whom the viewer accompanies, newest first.
  func entretiens(
    of usager: Usager, for viewer: Viewer, most: Int = 200, in tx: Transaction
  ) throws -> [Entretien] {
    try tx.all(
      """
      SELECT \(sql: Self.entretien) FROM entretien e WHERE e.usager = \(usager.id) AND \(sql: Self.seen(by: viewer))
      ORDER BY e.debut DESC, e.id LIMIT \(most)
      """, decode)
  }

  /// What was adapted the last time this person was received.
  func adapted(
    before entretien: Entretien, of usager: Usager, for viewer: Viewer, in tx: Transaction
  ) throws -> [Adaptation] {
    try entretiens(of: usager, for: viewer, in: tx).first { $0.debut < entretien.debut }?.contenu.adaptations
      .compactMap(Adaptation.init(rawValue:)) ?? []
  }

  /// One's own that are not closed: somebody is sitting there, or was forgotten.
  func openEntretiens(of viewer: Viewer, in tx: Transaction) throws -> [Entretien] {
    guard let conseiller = viewer.personne else { return [] }
    return try tx.all(
      """
      SELECT \(sql: Self.entretien) FROM entretien e WHERE e.conseiller = \(conseiller) AND e.fin IS NULL
      ORDER BY e.debut LIMIT 50
      """, decode)
  }

  /// One's own that no report tells of, oldest first.
  func unreported(of viewer: Viewer, in tx: Transaction) throws -> [Entretien] {
    guard let conseiller = viewer.personne else { return [] }
    return try tx.all(
      """
      SELECT \(sql: Self.entretien) FROM entretien e WHERE e.conseiller = \(conseiller) AND e.fin IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM compte_rendu c WHERE c.entretien = e.id)
      ORDER BY e.debut, e.id LIMIT 200
      """, decode)
  }

  /// The one that a door led to, whoever held it.
  func entretien(from venue: Venue, in tx: Transaction) throws -> (id: EntretienID, conseiller: PersonneID)? {
    let which: SQL
    switch venue {
    case .rendezVous(let id): which = "rendez_vous = \(id)"
    case .ticket(let id): which = "ticket = \(id)"
    case .usager, .direct: return nil
    }
    return try tx.first("SELECT id, conseiller FROM entretien WHERE \(sql: which)") { row in (try row[0], try row[1]) }
  }

  private func decode(_ row: Row) throws -> Entretien {
    let (id, conseiller): (EntretienID, PersonneID) = (try row[0], try row[2])
    let usager: UsagerID? = try row[4]
    return Entretien(
      id: id, dispositif: try row[1], conseiller: conseiller, lieu: try row[3], usager: usager,
      rendezVous: try row[5], ticket: try row[6], debut: try row[7], fin: try row[8], attente: try row[9],
      revision: try row[10],
      contenu: try open(
        row[11], of: Entretien.owner(usager, conseiller), at: Place("entretien.contenu", id)))
  }

  func insert(_ entretien: Entretien, in tx: Transaction) throws {
    let contenu = try seal(entretien.contenu, of: entretien.owner, at: Place("entretien.contenu", entretien.id))
    try tx.execute(
      """
      INSERT INTO entretien
        (id, dispositif, conseiller, lieu, usager, rendez_vous, ticket, debut, attente, revision, contenu)
      VALUES (\(entretien.id), \(entretien.dispositif), \(entretien.conseiller), \(entretien.lieu),
        \(entretien.usager), \(entretien.rendezVous), \(entretien.ticket), \(entretien.debut), \(entretien.attente),
        1, \(contenu))
      """)
  }

  /// - Throws: `Depasse` when it changed since this revision was read.
  func update(
    _ entretien: Entretien, to contenu: Entretien.Contenu, from revision: Int, in tx: Transaction
  ) throws {
    let sealed = try seal(contenu, of: entretien.owner, at: Place("entretien.contenu", entretien.id))
    let changed = try tx.execute(
      """
      UPDATE entretien SET contenu = \(sealed), revision = revision + 1
      WHERE id = \(entretien.id) AND revision = \(revision)
      """)
    if changed == 0 { throw Depasse() }
  }

  /// Gives an interview to a thread: its words are sealed again, with the person.
  func attach(_ entretien: Entretien, to usager: UsagerID, in tx: Transaction) throws {
    let sealed = try seal(entretien.contenu, of: .usager(usager), at: Place("entretien.contenu", entretien.id))
    try tx.execute(
      """
      UPDATE entretien SET usager = \(usager), contenu = \(sealed), revision = revision + 1
      WHERE id = \(entretien.id) AND usager IS NULL
      """)
    if let rendezVous = entretien.rendezVous {
      try tx.execute("UPDATE rendez_vous SET usager = \(usager) WHERE id = \(rendezVous)")
    }
  }

  /// True the first time.
  func close(_ entretien: Entretien, at now: Instant, in tx: Transaction) throws -> Bool {
    try tx.execute("UPDATE entretien SET fin = \(now) WHERE id = \(entretien.id) AND fin IS NULL") == 1
  }
}
