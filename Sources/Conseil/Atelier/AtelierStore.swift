import Base
import Chartes
import Personnes
import Temps

extension ConseilStore {
  // Not `a`: that is a role in a programme, inside `advises`.
  private static let atelier: SQL = """
    ate.id, ate.dispositif, ate.conseiller, ate.etat, ate.arrivees, ate.pointe, ate.revision, ate.titre,
    ate.finalite, ate.etapes, ate.apporter, ate.retrouver, ate.niveau, ate.themes, ate.lieu, ate.debut, ate.fin,
    ate.places
    """

  /// The workshops of a programme are those of its whole team: a colleague may hold the door.
  func atelier(_ id: AtelierID, for viewer: Viewer, in tx: Transaction) throws -> Atelier {
    let found = try tx.first(
      """
      SELECT \(sql: Self.atelier) FROM atelier ate
      WHERE ate.id = \(id) AND \(sql: Self.advises("ate.dispositif", viewer))
      """, decodeAtelier)
    guard let found else { throw Absent() }
    return found
  }

  /// What anybody may read: all but drafts.
  func atelierPublic(_ id: AtelierID, in tx: Transaction) throws -> Atelier {
    let found = try tx.first(
      "SELECT \(sql: Self.atelier) FROM atelier ate WHERE ate.id = \(id) AND ate.etat <> 'brouillon'", decodeAtelier)
    guard let found else { throw Absent() }
    return found
  }

  /// Those that are announced and not begun, the next one first.
  func ateliersPublics(at now: Instant, in tx: Transaction) throws -> [Atelier] {
    try tx.all(
      """
      SELECT \(sql: Self.atelier) FROM atelier ate
      WHERE ate.etat = 'publie' AND ate.debut > \(now) AND ate.fin > \(now)
      ORDER BY ate.debut, ate.id LIMIT 200
      """, decodeAtelier)
  }

  /// Those of a programme for its team: what is to come or to report first, then what is past.
  func ateliers(of dispositif: DispositifID, for viewer: Viewer, in tx: Transaction) throws -> [Atelier] {
    try tx.all(
      """
      SELECT \(sql: Self.atelier) FROM atelier ate
      WHERE ate.dispositif = \(dispositif) AND \(sql: Self.advises("ate.dispositif", viewer))
      ORDER BY ate.debut DESC, ate.id LIMIT 300
      """, decodeAtelier)
  }

  private func decodeAtelier(_ row: Row) throws -> Atelier {
    let etapes: String = try row[9]
    return Atelier(
      id: try row[0], dispositif: try row[1], conseiller: try row[2],
      programme: .init(
        titre: try row[7], finalite: try row[8], etapes: etapes.split(separator: "\n").map(String.init),
        apporter: try row[10], retrouver: try row[11], niveau: .at(try row[12] as Int - 1),
        themes: Ensemble(bits: UInt64(bitPattern: try row[13])), lieu: try row[14], debut: try row[15],
        fin: try row[16], places: try row[17]),
      etat: .init(rawValue: try row[3]) ?? .annule, arrivees: try row[4], pointe: try row[5], revision: try row[6])
  }

  func insert(_ atelier: Atelier, at now: Instant, in tx: Transaction) throws {
    let programme = atelier.programme
    try tx.execute(
      """
      INSERT INTO atelier
        (id, dispositif, conseiller, lieu, titre, finalite, etapes, apporter, retrouver, niveau, themes, debut, fin,
         places, etat, arrivees, revision, cree)
      VALUES (\(atelier.id), \(atelier.dispositif), \(atelier.conseiller), \(programme.lieu), \(programme.titre),
        \(programme.finalite), \(programme.etapes.joined(separator: "\n")), \(programme.apporter),
        \(programme.retrouver), \(programme.niveau.code), \(Int64(bitPattern: programme.themes.bits)),
        \(programme.debut), \(programme.fin), \(programme.places), \(atelier.etat.rawValue), 0, 1, \(now))
      """)
  }

  /// - Throws: `Depasse` when it changed since this revision was read.
  func update(_ atelier: Atelier, to programme: Atelier.Programme, from revision: Int, in tx: Transaction) throws {
    let changed = try tx.execute(
      """
      UPDATE atelier SET titre = \(programme.titre), finalite = \(programme.finalite),
        etapes = \(programme.etapes.joined(separator: "\n")), apporter = \(programme.apporter),
        retrouver = \(programme.retrouver), niveau = \(programme.niveau.code),
        themes = \(Int64(bitPattern: programme.themes.bits)), lieu = \(programme.lieu), debut = \(programme.debut),
        fin = \(programme.fin), places = \(programme.places), revision = revision + 1
      WHERE id = \(atelier.id) AND revision = \(revision)
      """)
    if changed == 0 { throw Depasse() }
  }

  /// Moves on only from one state: two people who press at once do it once.
  func move(_ atelier: Atelier, to etat: Atelier.Etat, in tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      UPDATE atelier SET etat = \(etat.rawValue) WHERE id = \(atelier.id) AND etat = \(atelier.etat.rawValue)
      """) == 1
  }

  func note(arrivees: Int, of atelier: Atelier, at now: Instant, in tx: Transaction) throws {
    try tx.execute("UPDATE atelier SET arrivees = \(arrivees), pointe = \(now) WHERE id = \(atelier.id)")
  }
}
