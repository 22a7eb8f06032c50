import Base
import Temps

/// Requests about data, in SQL: for who asked, and for who coordinates the programme that answers.
struct DemandesStore: Sendable {
  let house: House
  init(_ house: House) { self.house = house }

  private static let columns: SQL = """
    d.id, d.dispositif, d.personne, d.qui, d.droit, d.mots, d.recue, d.terme, d.etat, d.reponse, d.close
    """

  /// Whether the viewer coordinates the programme of a request `d`, or acts for the house.
  private func coordinated(by viewer: Viewer) -> SQL {
    guard let reader = viewer.personne else { return "TRUE" }
    return """
      EXISTS (SELECT 1 FROM appartenance a WHERE a.dispositif = d.dispositif AND a.personne = \(reader)
        AND a.role = 'coordinateur' AND a.suspendue IS NULL)
      """
  }

  /// One's own, newest first.
  func demandes(of viewer: Viewer, in tx: Transaction) throws -> [DemandeDeDroit] {
    guard let reader = viewer.personne else { return [] }
    return try tx.all(
      "SELECT \(sql: Self.columns) FROM demande_droit d WHERE d.personne = \(reader) ORDER BY d.recue DESC, d.id",
      decode)
  }

  func own(_ id: DemandeDeDroitID, of viewer: Viewer, in tx: Transaction) throws -> DemandeDeDroit {
    let found = try tx.first(
      """
      SELECT \(sql: Self.columns) FROM demande_droit d WHERE d.id = \(id) AND d.personne = \(viewer.personne ?? .nobody)
      """, decode)
    guard let found else { throw Absent() }
    return found
  }

  /// Those that the viewer answers, the open ones first, by their term.
  func toAnswer(for viewer: Viewer, in tx: Transaction) throws -> [DemandeDeDroit] {
    try tx.all(
      """
      SELECT \(sql: Self.columns) FROM demande_droit d WHERE \(sql: coordinated(by: viewer))
      ORDER BY CASE WHEN d.etat = 'ouverte' THEN 0 ELSE 1 END, d.terme, d.id LIMIT 200
      """, decode)
  }

  func toAnswer(_ id: DemandeDeDroitID, for viewer: Viewer, in tx: Transaction) throws -> DemandeDeDroit {
    let found = try tx.first(
      "SELECT \(sql: Self.columns) FROM demande_droit d WHERE d.id = \(id) AND \(sql: coordinated(by: viewer))", decode)
    guard let found else { throw Absent() }
    return found
  }

  /// Those whose next reminder is due.
  func toRemind(for viewer: Viewer, at now: Instant, in tx: Transaction) throws -> [(DemandeDeDroit, rappel: Int)] {
    let due = try DemandeDeDroit.rappels.enumerated().flatMap { rang, delai in
      try tx.all(
        """
        SELECT \(sql: Self.columns) FROM demande_droit d WHERE d.etat = 'ouverte' AND d.rappels = \(rang)
          AND d.recue <= \(now - delai) AND \(sql: coordinated(by: viewer)) ORDER BY d.recue, d.id LIMIT 100
        """, decode
      ).map { ($0, rappel: rang + 1) }
    }
    return due
  }

  func insert(_ demande: DemandeDeDroit, notedBy noter: PersonneID?, in tx: Transaction) throws {
    let owner = Self.owner(demande.id, demande.personne)
    let mots = try house.vault.seal(demande.mots, of: owner, at: Place("demande_droit.mots", demande.id))
    let qui =
      demande.personne == nil
      ? try house.vault.seal(demande.qui, of: owner, at: Place("demande_droit.qui", demande.id)) : nil
    try tx.execute(
      """
      INSERT INTO demande_droit (id, dispositif, personne, qui, droit, mots, recue, terme, rappels, etat, notee_par)
      VALUES (\(demande.id), \(demande.dispositif), \(demande.personne), \(qui), \(demande.droit.rawValue), \(mots),
        \(demande.recue), \(demande.terme), 0, 'ouverte', \(noter))
      """)
  }

  /// False when it was answered already.
  func close(_ demande: DemandeDeDroit, with reponse: String, by who: PersonneID, at now: Instant, in tx: Transaction)
    throws -> Bool
  {
    let place = Place("demande_droit.reponse", demande.id)
    let sealed = try house.vault.seal(reponse, of: Self.owner(demande.id, demande.personne), at: place)
    return try tx.execute(
      """
      UPDATE demande_droit SET etat = 'repondue', reponse = \(sealed), close = \(now), close_par = \(who)
      WHERE id = \(demande.id) AND etat = 'ouverte'
      """) == 1
  }

  func noteReminder(_ rappel: Int, of demande: DemandeDeDroit, in tx: Transaction) throws -> Bool {
    try tx.execute(
      "UPDATE demande_droit SET rappels = \(rappel) WHERE id = \(demande.id) AND rappels = \(rappel - 1) AND etat = 'ouverte'"
    ) == 1
  }

  private static func owner(_ id: DemandeDeDroitID, _ personne: PersonneID?) -> Owner {
    personne.map { .personne($0) } ?? .demande(id)
  }

  /// What was sealed by somebody who has left opens no more: only what was asked, and when, is left.
  private func decode(_ row: Row) throws -> DemandeDeDroit {
    let id: DemandeDeDroitID = try row[0]
    let personne: PersonneID? = try row[2]
    let owner = Self.owner(id, personne)
    func words(_ index: Int, _ column: StaticString) throws -> String {
      let sealed: Sealed? = try row[index]
      guard let sealed, !sealed.bytes.isEmpty else { return "" }
      return try house.vault.open(sealed, of: owner, at: Place(column, id)) ?? ""
    }
    guard let droit = Droit(rawValue: try row[4]) else { throw DatabaseError.decoding("droit") }
    guard let etat = DemandeDeDroit.Etat(rawValue: try row[8]) else { throw DatabaseError.decoding("etat") }
    return try DemandeDeDroit(
      id: id, dispositif: row[1], personne: personne, qui: words(3, "demande_droit.qui"), droit: droit,
      mots: words(5, "demande_droit.mots"), recue: row[6], terme: row[7], etat: etat,
      reponse: words(9, "demande_droit.reponse"), close: row[10])
  }
}
