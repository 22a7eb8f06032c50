import Temps

/// Up to where lines were taken away at the end of their time, signed: from there on the chain is followed.
package struct Coupe: Sendable, Equatable {
  /// 1, 2, 3… without a hole.
  package var numero: Int
  /// The last line taken away.
  package var maillon: Maillon
  /// Lines were written before this.
  package var avant: Instant
  package var le: Instant
  package var raison: Raison
  /// The rank of a line that no longer followed from the one before when it was taken away: what was seen is kept.
  package var rompue: Int?
  package var cachet: Cachet

  /// Why lines leave. Never renamed: it is stored, and signed.
  package enum Raison: String, Sendable { case terme }

  package init(
    numero: Int, maillon: Maillon, avant: Instant, le: Instant, rompue: Int?, signedBy vault: Vault
  ) throws {
    self.init(
      numero: numero, maillon: maillon, avant: avant, le: le, raison: .terme, rompue: rompue,
      cachet: Cachet(signature: [], clePublique: []))
    cachet = try vault.sign(Array(signed.utf8))
  }

  package init(
    numero: Int, maillon: Maillon, avant: Instant, le: Instant, raison: Raison, rompue: Int?, cachet: Cachet
  ) {
    self.numero = numero
    self.maillon = maillon
    self.avant = avant
    self.le = le
    self.raison = raison
    self.rompue = rompue
    self.cachet = cachet
  }

  package var isSigned: Bool { cachet.holds(for: Array(signed.utf8)) }

  private var signed: String {
    let words = [
      String(numero), String(maillon.rang), maillon.empreinte, String(avant.milliseconds), String(le.milliseconds),
      raison.rawValue, rompue.map(String.init) ?? "-",
    ]
    return "vademecum:coupe:1 " + words.joined(separator: " ")
  }
}

// MARK: In the base

extension TraceChain {
  /// How long a line is kept.
  package static let garde = Duration.days(365)

  /// Two clocks do not agree on what is twelve months old: nothing was taken away.
  package struct HorlogesEnDesaccord: Error {}

  /// Takes away at most `limit` lines older than twelve months, from the first one on; answers how many.
  ///
  /// They leave only behind a signed cut, written before, and the trace of it. Lines that were damaged leave at their
  /// term like the others, and the cut says where they were.
  package static func purge(
    for viewer: Viewer, at now: Instant, limit: Int = 5_000, in house: House
  ) async throws -> Int {
    let avant = now - garde
    return try await house.database.write { tx in
      let last = try tx.newestCoupe()
      let depart = last?.maillon ?? .origine
      let due = try tx.lignes(after: depart.rang, limit: limit).prefix { $0.le < avant }
      guard let fin = due.last?.maillon else { return 0 }
      let coupe = try Coupe(
        numero: (last?.numero ?? 0) &+ 1, maillon: fin, avant: avant, le: now,
        rompue: tx.firstBreak(of: due, after: depart), signedBy: house.vault)
      try tx.insert(coupe)
      guard try tx.removeTraces(coveredBy: coupe.numero) == due.count else { throw HorlogesEnDesaccord() }
      try tx.record(Trace("traces:coupe", on: "\(depart.rang + 1)-\(fin.rang)", by: viewer, at: now))
      return due.count
    }
  }
}

extension Transaction {
  func newestCoupe() throws -> Coupe? {
    try first(
      """
      SELECT numero, rang, empreinte, avant, le, raison, rompue, signature, cle FROM trace_coupe
      ORDER BY numero DESC LIMIT 1
      """, Coupe.init)
  }

  /// Also where a signed head says otherwise.
  fileprivate func firstBreak(of lignes: some Collection<LigneDeTrace>, after depart: Maillon) throws -> Int? {
    if let rang = depart.firstBreak(of: lignes) { return rang }
    return try first(
      """
      SELECT t.rang FROM trace t JOIN trace_tete h ON h.rang = t.rang
      WHERE t.rang > \(depart.rang) AND t.rang <= \(depart.rang &+ lignes.count) AND h.empreinte <> t.empreinte
      ORDER BY t.rang LIMIT 1
      """
    ) { try $0[0] }
  }

  fileprivate func insert(_ coupe: Coupe) throws {
    try execute(
      """
      INSERT INTO trace_coupe (numero, rang, empreinte, avant, le, raison, rompue, signature, cle)
      VALUES (\(coupe.numero), \(coupe.maillon.rang), \(coupe.maillon.empreinte), \(coupe.avant), \(coupe.le),
        \(coupe.raison.rawValue), \(coupe.rompue), \(coupe.cachet.signature), \(coupe.cachet.clePublique))
      """)
  }
}

extension Coupe {
  init(_ row: Row) throws {
    guard let raison = Raison(rawValue: try row[5]) else { throw DatabaseError.decoding("raison") }
    try self.init(
      numero: row[0], maillon: Maillon(rang: row[1], empreinte: row[2]), avant: row[3], le: row[4], raison: raison,
      rompue: row[6], cachet: Cachet(signature: row[7], clePublique: row[8]))
  }
}
