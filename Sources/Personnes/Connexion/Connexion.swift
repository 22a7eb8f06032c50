import Base
import Chartes
import Html
import Temps
import Web

/// A signed-in browser, as its owner sees it in their list.
package struct Connexion: Sendable, Equatable {
  package let id: ConnexionID
  /// "Firefox, Android"; empty when the browser did not say.
  package let navigateur: String
  package let ouverte: Instant
  package let vue: Instant
}

/// A connexion as it was found by its token.
private struct Found: Sendable {
  let id: ConnexionID
  let personne: PersonneID
  let navigateur: String
  let moyen: String
  let ouverte, vue, acte, prouvee: Instant
  let forte: Instant?
  let doute: Bool
  let paisible: Instant
  let prenom: Sealed
  let langue: Langue
  let fuseau: Fuseau
  /// A passkey, a time-based code, a linked ProConnect account.
  let possedeForte: Bool
  let proposeCle: Bool
  /// Even if the role is suspended now.
  let equipe: Bool
  let verrouillee: Instant?

  static let query: SQL = """
    SELECT c.id, c.personne, c.navigateur, c.moyen, c.ouverte, c.vue, c.acte, c.prouvee, c.forte, c.doute, c.paisible,
      p.prenom, p.langue, p.fuseau,
      EXISTS (SELECT 1 FROM cle_acces k WHERE k.personne = c.personne),
      EXISTS (SELECT 1 FROM code_temporaire t WHERE t.personne = c.personne AND t.confirme IS NOT NULL),
      EXISTS (SELECT 1 FROM cle_declinee d WHERE d.personne = c.personne),
      EXISTS (SELECT 1 FROM proconnect x WHERE x.personne = c.personne),
      EXISTS (SELECT 1 FROM appartenance a WHERE a.personne = c.personne AND a.role IN \(list: Role.equipe)),
      c.verrouillee
    FROM connexion c JOIN personne p ON p.id = c.personne
    """

  init(_ row: Row) throws {
    (id, personne, navigateur, moyen) = (try row[0], try row[1], try row[2], try row[3])
    (ouverte, vue, acte, prouvee) = (try row[4], try row[5], try row[6], try row[7])
    (forte, doute, paisible, prenom) = (try row[8], try row[9], try row[10], try row[11])
    langue = Langue(rawValue: try row[12]) ?? .fr
    fuseau = Fuseau(try row[13]) ?? .paris
    let (cle, code, declinee): (Bool, Bool, Bool) = (try row[14], try row[15], try row[16])
    possedeForte = try cle || code || row[17] as Bool
    equipe = try row[18]
    verrouillee = try row[19]
    proposeCle = !cle && !declinee
  }
}

extension PersonnesStore {
  /// How many browsers are signed in, whoever they are.
  package func connexionCount(in tx: Transaction) throws -> Int {
    try tx.first("SELECT count(*) FROM connexion") { try $0[0] as Int } ?? 0
  }

  /// `vue` is written at most this often: a page read is not a write.
  private static let seenEvery = Duration.minutes(5)
  /// `acte` is written at most this often.
  private static let actedEvery = Duration.seconds(30)

  /// Who bears this token now, and what is to be written down of their passage.
  func visitor(_ passage: Passage, in tx: Transaction) throws -> (visitor: Visitor, mention: Mention?)? {
    let now = passage.now
    let found = try tx.first(
      """
      \(sql: Found.query) WHERE c.jeton = \(passage.jeton.fingerprint) AND c.marque = \(passage.browser.fingerprint)
      """, Found.init)
    guard let found else { return nil }
    let appartenances = try appartenances(of: found.personne, in: tx)
    guard !Duree.of(equipe: found.equipe).isOver(ouverte: found.ouverte, vue: found.vue, at: now),
      let prenom = try house.vault.open(
        found.prenom, of: .personne(found.personne), at: Place("personne.prenom", found.personne))
    else { return nil }
    let doute = try found.doute || isDoubtful(found, passage, in: tx)
    let visitor = Visitor(
      personne: found.personne, connexion: found.id, prenom: prenom, langue: found.langue, fuseau: found.fuseau,
      appartenances: appartenances,
      preuve: Preuve(
        moyen: found.moyen, derniere: found.prouvee, forte: found.forte, possedeForte: found.possedeForte,
        equipe: found.equipe, attendue: try attente(found, doute: doute, in: tx)),
      proposeCle: found.proposeCle,
      coordonne: try coordinated(in: appartenances, tx: tx),
      verrou: try verrou(of: appartenances, at: now, in: tx))
    let acts = passage.agit && now - found.acte > Self.actedEvery
    let begins = doute && !found.doute
    let isWorthIt = acts || begins || now - found.vue > Self.seenEvery
    return (visitor, isWorthIt ? Mention(acts: acts, doubtBegins: begins) : nil)
  }

  /// What a passage leaves in its connexion.
  struct Mention: Sendable, Equatable {
    let acts: Bool
    let doubtBegins: Bool
  }

  func keep(_ mention: Mention, of visitor: Visitor, at now: Instant, in tx: Transaction) throws {
    try tx.execute("UPDATE connexion SET vue = \(now) WHERE id = \(visitor.connexion)")
    if mention.acts { try tx.execute("UPDATE connexion SET acte = \(now) WHERE id = \(visitor.connexion)") }
    if mention.doubtBegins {
      try tx.execute("UPDATE connexion SET doute = \(true) WHERE id = \(visitor.connexion)")
      try tx.record(Trace("connexion:doute", on: visitor.connexion, by: visitor.viewer, at: now))
    }
  }

  /// A cookie that speaks from another family of browser than the one it was given to, or a newer device that acts
  /// while an older one does.
  private func isDoubtful(_ found: Found, _ passage: Passage, in tx: Transaction) throws -> Bool {
    if found.navigateur != passage.navigateur, found.moyen != NewConnexion.Moyen.demonstration.rawValue { return true }
    let now = passage.now
    guard passage.agit, now - found.prouvee > Preuve.fraiche, now - found.paisible > Duree.equipe.inactive else {
      return false
    }
    // `acte` is half a minute late at most: "within a minute" never misses.
    return try tx.first(
      """
      SELECT 1 FROM connexion WHERE personne = \(found.personne) AND id <> \(found.id) AND ouverte < \(found.ouverte)
        AND acte > \(now - .seconds(90)) LIMIT 1
      """
    ) { _ in true } ?? false
  }

  private func attente(_ found: Found, doute: Bool, in tx: Transaction) throws -> Preuve.Attente? {
    if found.verrouillee != nil { return .verrou }
    return try doute ? .doute : awaited(found, in: tx)
  }

  /// A second proof, when a dispositif asks it of one of these roles and this connexion has not given it.
  private func awaited(_ found: Found, in tx: Transaction) throws -> Preuve.Attente? {
    guard found.forte == nil, found.equipe else { return nil }
    let asked = try tx.first(
      """
      SELECT 1 FROM exigence e JOIN appartenance a ON a.dispositif = e.dispositif AND a.role = e.role
      WHERE a.personne = \(found.personne) LIMIT 1
      """
    ) { _ in true }
    return asked == true ? .seconde : nil
  }

  /// One's own, the last seen first.
  func connexions(of visitor: Visitor, at now: Instant, in tx: Transaction) throws -> [Connexion] {
    let duree = Duree.of(equipe: visitor.preuve.equipe)
    return try tx.all(
      "SELECT id, navigateur, ouverte, vue FROM connexion WHERE personne = \(visitor.personne) ORDER BY vue DESC, id"
    ) { row in try Connexion(id: row[0], navigateur: row[1], ouverte: row[2], vue: row[3]) }
    .filter { !duree.isOver(ouverte: $0.ouverte, vue: $0.vue, at: now) }
  }

  /// All those of somebody, over or not.
  package func connexions(opened personne: PersonneID, in tx: Transaction) throws -> [ConnexionID] {
    try tx.all("SELECT id FROM connexion WHERE personne = \(personne)") { row in try row[0] }
  }

  /// A connexion closed between the reading of its cookie and a stream's first word hears of it too.
  package func dismissIfClosed(_ connexion: ConnexionID, from live: LiveStream) async throws {
    let stands = try await house.database.read { tx in
      try tx.first("SELECT 1 FROM connexion WHERE id = \(connexion)") { _ in true } ?? false
    }
    if !stands { live.dismiss(connexion.text) }
  }

  /// Ends connexions; answers which, so that what they listen to ends too. Their browsers are told nothing any more.
  package func endConnexions(_ which: SQL, in tx: Transaction) throws -> [ConnexionID] {
    let ended: [ConnexionID] = try tx.all("SELECT id FROM connexion WHERE \(sql: which)") { try $0[0] }
    try tx.execute("DELETE FROM abonnement WHERE marque IN (SELECT marque FROM connexion WHERE \(sql: which))")
    try tx.execute("DELETE FROM connexion WHERE \(sql: which)")
    return ended
  }
}

extension PersonnesRoom {
  /// Who bears this cookie. Called once per request.
  package func identify(_ passage: Passage) async throws -> Visitor? {
    let found = try await house.database.read { [store] tx in try store.visitor(passage, in: tx) }
    guard let found else { return nil }
    if let mention = found.mention {
      do {
        try await house.database.write { [store] tx in
          try store.keep(mention, of: found.visitor, at: passage.now, in: tx)
        }
      } catch let error as DatabaseError where !mention.doubtBegins && (error == .full || error == .busy) {
        // That somebody passed by may be forgotten, and their page opens; not that they are doubted.
      }
    }
    return found.visitor
  }

  /// Ends one connexion of one's own: its live stream, and its seat in a video room, end with it.
  func end(_ connexion: ConnexionID, of visitor: Visitor, at now: Instant) async throws {
    let ended = try await house.database.write { [store] tx in
      let ended = try store.endConnexions("id = \(connexion) AND personne = \(visitor.personne)", in: tx)
      guard !ended.isEmpty else { throw Absent() }
      try tx.record(Trace("connexion:fin", on: connexion, by: visitor.viewer, at: now))
      return ended
    }
    dismiss(ended)
  }

  func endOthers(of visitor: Visitor, at now: Instant) async throws {
    let ended = try await house.database.write { [store] tx in
      try tx.record(Trace("connexion:fin-autres", on: visitor.connexion, by: visitor.viewer, at: now))
      try store.endDevices(of: visitor.personne, but: visitor.connexion, in: tx)
      return try store.endConnexions("personne = \(visitor.personne) AND id <> \(visitor.connexion)", in: tx)
    }
    dismiss(ended)
  }

  /// Writes down that something was refused to somebody signed in: the route's pattern, never its address.
  package func remember(
    refusal: StaticString, on route: Route, by visitor: Visitor, at now: Instant
  ) async throws {
    try await house.database.write { tx in
      try tx.record(Trace(refusal, on: route.path, by: visitor.viewer, at: now))
    }
  }

  /// What these connexions listened to ends at once.
  package func dismiss(_ connexions: [ConnexionID]) {
    for connexion in connexions { live.dismiss(connexion.text) }
  }
}
