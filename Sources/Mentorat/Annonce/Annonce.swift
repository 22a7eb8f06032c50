import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Tells people what has arrived: the mentee as soon as an answer has, the mentor once, at an opening, and only if they
/// have not come meanwhile. Nobody outside the hours agreed.
extension MentoratRoom {
  /// - Parameter viewer: the house; a schedule calls this. Answers how many mails it owed.
  package func announceArrivals(for viewer: Viewer, at now: Instant) async throws -> Int {
    let due = try await house.database.read { [store] tx in try store.unannounced(for: viewer, at: now, in: tx) }
    var written = 0
    var failure: (any Error)?
    // One pair that cannot be announced must not hold back those behind it.
    for binome in due {
      do { written += try await announce(binome, for: viewer, at: now) } catch { failure = error }
    }
    if let failure { throw failure }
    return written
  }

  private func announce(_ id: BinomeID, for viewer: Viewer, at now: Instant) async throws -> Int {
    let told = try await house.database.write { [self] tx -> [PersonneID] in
      let binome = try store.binome(id, for: viewer, in: tx)
      guard let convention = try store.enVigueur(binome, in: tx), binome.clos == nil,
        let window = try store.horaire(of: binome, convention, in: tx).current(at: now)
      else { return [] }
      var told: [PersonneID] = []
      let answers = try store.unannounced(by: binome.mentor, of: binome, until: now, in: tx)
      if try store.settle(by: binome.mentor, of: binome, until: now, at: now, in: tx) > 0 {
        try unlessAway { try relay(answers, to: binome.accompagne, of: binome, at: now, in: tx) }
        try tell(binome.accompagne, of: binome, in: tx, at: now) { $0.reponse(from: $1) }
        try notify(binome.accompagne, .reponseAttend, "/binomes/\(binome.id)", in: window, at: now, in: tx)
        told.append(binome.accompagne)
      }
      // What arrives while the window is open is seen on the page; it is announced at the next opening, if still unseen.
      let unseen = try store.hasUnseen(binome, until: window.lowerBound, in: tx)
      _ = try store.settle(by: binome.accompagne, of: binome, until: window.lowerBound, at: now, in: tx)
      if try unseen && store.firstAnnounce(to: binome.mentor, since: window.lowerBound, at: now, in: tx) {
        try tell(binome.mentor, of: binome, in: tx, at: now) { lettres, _ in lettres.ouverture() }
        try notify(binome.mentor, .messagesAttendent, "/binomes", in: window, at: now, in: tx)
        try unlessAway { try relayThatSomethingWaits(to: binome.mentor, of: binome, at: now, in: tx) }
        told.append(binome.mentor)
      }
      return told
    }
    for personne in told { tell(personne) }
    return told.count
  }

  private func tell(
    _ personne: PersonneID, of binome: Binome, in tx: Transaction, at now: Instant,
    _ compose: (Lettres, String) -> Courriel
  ) throws {
    try unlessAway { try announce(to: personne, of: binome, at: now, in: tx, compose) }
  }

  /// Beside the mail, on the devices that asked for it; dropped at the end of the hours agreed.
  private func notify(
    _ personne: PersonneID, _ phrase: Phrase, _ chemin: String, in window: Range<Instant>, at now: Instant,
    in tx: Transaction
  ) throws {
    try unlessAway { try personnes.notify(personne, phrase, chemin, until: window.upperBound, at: now, in: tx) }
  }

  /// Somebody erased or suspended meanwhile is told nothing, and the rest goes on.
  private func unlessAway(_ body: () throws -> Void) throws { do { try body() } catch is Absent {} }
}

extension Phrase {
  fileprivate static let reponseAttend = Phrase("Une réponse vous attend.", "An answer is waiting for you.")
  fileprivate static let messagesAttendent = Phrase("Des messages vous attendent.", "Messages are waiting for you.")
}

extension MentoratStore {
  /// Open pairs in which something is to be announced now. Looking writes nothing.
  fileprivate func unannounced(for viewer: Viewer, at now: Instant, in tx: Transaction) throws -> [BinomeID] {
    let pairs: [(id: BinomeID, oldest: Instant, ofMentor: Bool)] = try tx.all(
      """
      SELECT b.id, min(m.arrivee), m.auteur = b.mentor FROM message m JOIN binome b ON b.id = m.binome
      WHERE m.annonce IS NULL AND m.retire IS NULL AND m.arrivee <= \(now) AND b.clos IS NULL
        AND \(sql: Self.lived(by: viewer)) GROUP BY b.id, m.auteur = b.mentor ORDER BY min(m.arrivee), b.id
      """
    ) { row in (try row[0], try row[1], try row[2]) }
    let due = try pairs.filter { pair in
      let binome = try binome(pair.id, for: viewer, in: tx)
      guard let convention = try enVigueur(binome, in: tx),
        let window = try horaire(of: binome, convention, in: tx).current(at: now)
      else { return false }
      // For the mentor, what arrives while the window is open waits for the next one.
      return pair.ofMentor || pair.oldest <= window.lowerBound
    }
    var seen: Set<BinomeID> = []
    return due.map(\.id).filter { seen.insert($0).inserted }
  }

  fileprivate func unannounced(
    by auteur: PersonneID, of binome: Binome, until instant: Instant, in tx: Transaction
  ) throws -> [MessageID] {
    try tx.all(
      """
      SELECT id FROM message WHERE binome = \(binome.id) AND auteur = \(auteur) AND annonce IS NULL
        AND retire IS NULL AND arrivee <= \(instant) ORDER BY arrivee, id
      """
    ) { row in try row[0] }
  }

  /// Marks what arrived until a moment; answers how many messages that was.
  fileprivate func settle(
    by auteur: PersonneID, of binome: Binome, until instant: Instant, at now: Instant, in tx: Transaction
  ) throws -> Int {
    try tx.execute(
      """
      UPDATE message SET annonce = \(now) WHERE binome = \(binome.id) AND auteur = \(auteur) AND annonce IS NULL
        AND retire IS NULL AND arrivee <= \(instant)
      """)
  }

  /// The mentor came by: what is there now need not be announced. Nobody is shown this.
  func pass(_ binome: Binome, at now: Instant, in tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO passage_mentor (binome, le) VALUES (\(binome.id), \(now))
      ON CONFLICT (binome) DO UPDATE SET le = excluded.le
      """)
  }

  /// Whether something arrived until a moment that nobody was told of, and the mentor has not come by since.
  fileprivate func hasUnseen(_ binome: Binome, until instant: Instant, in tx: Transaction) throws -> Bool {
    try tx.first(
      """
      SELECT 1 FROM message m WHERE m.binome = \(binome.id) AND m.auteur = \(binome.accompagne) AND m.annonce IS NULL
        AND m.retire IS NULL AND m.arrivee <= \(instant)
        AND NOT EXISTS (SELECT 1 FROM passage_mentor p WHERE p.binome = m.binome AND p.le >= m.arrivee) LIMIT 1
      """
    ) { _ in true } ?? false
  }

  /// One mail for all the pairs of a mentor, at each opening.
  fileprivate func firstAnnounce(
    to mentor: PersonneID, since ouverture: Instant, at now: Instant, in tx: Transaction
  ) throws -> Bool {
    try tx.execute(
      """
      INSERT INTO annonce (mentor, ouverture, le) VALUES (\(mentor), \(ouverture), \(now)) ON CONFLICT DO NOTHING
      """) == 1
  }
}
