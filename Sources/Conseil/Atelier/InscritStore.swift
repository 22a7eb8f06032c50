import Base
import Chartes
import Personnes
import Temps

extension ConseilStore {
  /// Everybody of a workshop that was seen already, in the order they enrolled; those who gave up come too.
  func inscrits(of atelier: Atelier, in tx: Transaction) throws -> [Inscrit] {
    try inscrits("i.atelier = \(atelier.id)", of: atelier, in: tx)
  }

  func inscrit(_ id: InscritID, of atelier: Atelier, in tx: Transaction) throws -> Inscrit {
    guard let found = try inscrits("i.atelier = \(atelier.id) AND i.id = \(id)", of: atelier, in: tx).first else {
      throw Absent()
    }
    return found
  }

  /// The enrolment whose code was given, with its workshop; nil when none has it. It opens until a day after the end.
  func inscrit(
    bearing code: CodeEcrit, at now: Instant, in tx: Transaction
  ) throws -> (inscrit: Inscrit, atelier: Atelier)? {
    let found = try tx.first(
      """
      SELECT i.id, i.atelier FROM inscrit i JOIN atelier ate ON ate.id = i.atelier
      WHERE i.code = \(fingerprint(of: code)) AND ate.etat <> 'brouillon' AND ate.fin > \(now - .hours(24))
      """
    ) { row in (id: try row[0] as InscritID, atelier: try row[1] as AtelierID) }
    guard let found else { return nil }
    let atelier = try atelierPublic(found.atelier, in: tx)
    return (try inscrit(found.id, of: atelier, in: tx), atelier)
  }

  private func inscrits(_ which: SQL, of atelier: Atelier, in tx: Transaction) throws -> [Inscrit] {
    try tx.all(
      """
      SELECT i.id, i.usager, i.ordre, i.par, i.etat, i.demande, i.a_appeler, i.presence, p.rang, i.contenu
      FROM inscrit i LEFT JOIN atelier_place p ON p.inscrit = i.id WHERE \(sql: which) ORDER BY i.ordre, i.id
      """
    ) { row in
      let id: InscritID = try row[0]
      let usager: UsagerID? = try row[1]
      return Inscrit(
        id: id, atelier: atelier.id, usager: usager, ordre: try row[2], par: .init(rawValue: try row[3]) ?? .soi,
        etat: .init(rawValue: try row[4]) ?? .desiste, demande: try row[5], aAppeler: try row[6],
        presence: (try row[7] as String?).flatMap(Inscrit.Presence.init(rawValue:)), place: try row[8],
        contenu: try open(
          row[9], of: usager.map { .usager($0) } ?? atelier.owner, at: Place("inscrit.contenu", id)))
    }
  }

  /// The next number in the order of enrolment.
  func nextOrdre(of atelier: Atelier, in tx: Transaction) throws -> Int {
    let last = try tx.first("SELECT max(ordre) FROM inscrit WHERE atelier = \(atelier.id)") { row in
      try row[0] as Int?
    }
    return (last.flatMap { $0 } ?? 0) + 1
  }

  func insert(_ inscrit: Inscrit, of atelier: Atelier, in tx: Transaction) throws {
    let contenu = try sealed(inscrit, of: atelier)
    let code = CodeEcrit(typed: inscrit.contenu.code, letters: ConseilRoom.lettresDuCode).map(fingerprint(of:))
    try tx.execute(
      """
      INSERT INTO inscrit (id, atelier, usager, ordre, par, etat, demande, code, presence, contenu)
      VALUES (\(inscrit.id), \(atelier.id), \(inscrit.usager), \(inscrit.ordre), \(inscrit.par.rawValue),
        \(inscrit.etat.rawValue), \(inscrit.demande), \(code), \(inscrit.presence?.rawValue), \(contenu))
      """)
  }

  /// Nothing is kept of who comes to a workshop whose door is closed for good: they are counted all the same.
  private func sealed(_ inscrit: Inscrit, of atelier: Atelier) throws -> Sealed {
    let place = Place("inscrit.contenu", inscrit.id)
    if let owner = inscrit.owner { return try seal(inscrit.contenu, of: owner, at: place) }
    do { return try seal(inscrit.contenu, of: atelier.owner, at: place) } catch is Absent { return .vide }
  }

  /// How many have a seat and how many wait: counts, for anybody.
  func effectif(of atelier: Atelier, in tx: Transaction) throws -> Effectif {
    let assis = try tx.first("SELECT count(*) FROM atelier_place WHERE atelier = \(atelier.id)") { row in
      try row[0] as Int
    }
    let enAttente = try tx.first(
      """
      SELECT count(*) FROM inscrit i WHERE i.atelier = \(atelier.id) AND i.etat = 'inscrit' AND i.par <> 'arrivee'
        AND NOT EXISTS (SELECT 1 FROM atelier_place p WHERE p.inscrit = i.id)
      """
    ) { row in try row[0] as Int }
    return Effectif(assis: assis ?? 0, enAttente: enAttente ?? 0)
  }

  /// Gives the first free seat. False when there is none, or when somebody else was quicker.
  func seat(_ id: InscritID, in atelier: AtelierID, places: Int, tx: Transaction) throws -> Bool {
    let taken = Set(
      try tx.all("SELECT rang FROM atelier_place WHERE atelier = \(atelier)") { row in try row[0] as Int })
    guard taken.count < places, let free = (1...places).first(where: { !taken.contains($0) }) else { return false }
    return try tx.execute(
      """
      INSERT INTO atelier_place (atelier, rang, inscrit) VALUES (\(atelier), \(free), \(id)) ON CONFLICT DO NOTHING
      """) == 1
  }

  /// Gives up, once: the seat is free again. False when it was done before.
  func leave(_ id: InscritID, in tx: Transaction) throws -> Bool {
    let left = try tx.execute(
      "UPDATE inscrit SET etat = 'desiste', a_appeler = NULL WHERE id = \(id) AND etat = 'inscrit'")
    try tx.execute("DELETE FROM atelier_place WHERE inscrit = \(id)")
    return left == 1
  }

  /// - Parameter instant: since when somebody must telephone; nil once it is done.
  func mark(_ id: InscritID, aAppeler instant: Instant?, in tx: Transaction) throws {
    try tx.execute("UPDATE inscrit SET a_appeler = \(instant) WHERE id = \(id) AND etat = 'inscrit'")
  }

  func note(_ presence: Inscrit.Presence, of ids: [InscritID], in tx: Transaction) throws {
    for chunk in stride(from: 0, to: ids.count, by: 500) {
      try tx.execute(
        """
        UPDATE inscrit SET presence = \(presence.rawValue)
        WHERE etat = 'inscrit' AND id IN \(list: ids[chunk..<min(chunk + 500, ids.count)])
        """)
    }
  }
}
