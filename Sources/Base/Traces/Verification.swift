import Temps

extension TraceChain {
  /// Traces have no heads yet: the tables come from an older version.
  package struct TablesAnciennes: Error {}

  /// Goes along everything that the base holds, at one moment, a page of rows at a time.
  ///
  /// Reads only. Never more than a page in memory, but for the heads kept elsewhere.
  /// - Parameters: as `Controle.run`.
  /// - Throws: `TablesAnciennes`.
  package static func check(
    temoins: [Tete] = [], cle: [UInt8]? = nil, page: Int = 2_000, in database: Database
  ) async throws -> Constat {
    try await database.read { tx in
      guard try tx.has(table: "trace_tete") else { throw TablesAnciennes() }
      var constat = try Controle.run(
        lignes: tx.pages { try tx.lectures(ofLignesAfter: $0, limit: page) },
        coupes: tx.pages { try tx.lectures(ofCoupesAfter: $0, limit: page) },
        tetes: tx.pages { try tx.lectures(ofTetesAfter: $0, limit: page) }, temoins: temoins, cle: cle)
      for nom in try tx.verrousManquants() { constat.note(.verrou(nom)) }
      try tx.look(atWaiting: &constat)
      return constat
    }
  }
}

extension Transaction {
  /// One row after the other, from pages that each begin after the last key of the one before.
  fileprivate func pages<Valeur>(
    _ page: @escaping (_ after: Int) throws -> [(key: Int?, lecture: Lecture<Valeur>)]
  ) -> Controle.Suite<Valeur> {
    var rest: ArraySlice<(key: Int?, lecture: Lecture<Valeur>)> = []
    var after: Int? = .min
    return {
      if rest.isEmpty, let start = after { rest = try page(start)[...] }
      guard let next = rest.popFirst() else { return nil }
      // A key that cannot be read leads nowhere: what comes after it is not looked for.
      after = next.key
      return next.lecture
    }
  }

  fileprivate func lectures(ofLignesAfter rang: Int, limit: Int) throws -> [(key: Int?, lecture: Lecture<LigneDeTrace>)]
  {
    try all(
      """
      SELECT rang, id, acteur, geste, objet, le, empreinte FROM trace WHERE rang > \(rang) ORDER BY rang LIMIT \(limit)
      """
    ) { row in Self.lecture(row, LigneDeTrace.init) }
  }

  fileprivate func lectures(ofTetesAfter numero: Int, limit: Int) throws -> [(key: Int?, lecture: Lecture<Tete>)] {
    try all(
      """
      SELECT numero, rang, empreinte, le, signature, cle FROM trace_tete WHERE numero > \(numero)
      ORDER BY numero LIMIT \(limit)
      """
    ) { row in Self.lecture(row, Tete.init) }
  }

  fileprivate func lectures(ofCoupesAfter numero: Int, limit: Int) throws -> [(key: Int?, lecture: Lecture<Coupe>)] {
    try all(
      """
      SELECT numero, rang, empreinte, avant, le, raison, rompue, signature, cle FROM trace_coupe WHERE numero > \(numero)
      ORDER BY numero LIMIT \(limit)
      """
    ) { row in Self.lecture(row, Coupe.init) }
  }

  /// The key stands first. SQLite lets any column hold anything.
  private static func lecture<Valeur>(
    _ row: Row, _ read: (Row) throws -> Valeur
  ) -> (key: Int?, lecture: Lecture<Valeur>) {
    let key = try? row[0] as Int
    guard let value = try? read(row) else { return (key, .illisible(key)) }
    return (key, .lue(value))
  }

  fileprivate func look(atWaiting constat: inout Constat) throws {
    let (count, since) =
      try first("SELECT count(*), min(le) FROM trace_attente") { row in
        (try row[0] as Int, try row[1] as Instant?)
      } ?? (0, nil)
    constat.attente.nombre = count
    constat.attente.depuis = since
    let twice = try first("SELECT count(*) FROM trace_attente a JOIN trace t ON t.id = a.id") { try $0[0] as Int } ?? 0
    if twice > 0 { constat.note(.attente(twice)) }
  }
}
