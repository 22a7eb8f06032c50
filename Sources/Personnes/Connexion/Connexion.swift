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

/// A connexion about to be stored: its token is given to the browser, only the fingerprint is kept.
struct NewConnexion: Sendable {
  static let lasts = Duration.days(30)

  let id: ConnexionID
  let jeton: Token
  let ouverte: Instant

  init(at now: Instant) {
    id = .make(at: now)
    jeton = .random()
    ouverte = now
  }
}

extension PersonnesStore {
  /// `vue` is written at most this often: a page read is not a write.
  private static let seenEvery = Duration.minutes(5)

  func insert(
    _ connexion: NewConnexion, of personne: PersonneID, navigateur: String, at now: Instant, in tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO connexion (id, jeton, personne, navigateur, ouverte, vue, expire)
      VALUES (\(connexion.id), \(connexion.jeton.fingerprint), \(personne), \(navigateur), \(now), \(now),
        \(now + NewConnexion.lasts))
      """)
    try tx.record(Trace("connexion", on: connexion.id, by: .person(personne), at: now))
  }

  /// Who bears this token now; and whether `vue` has grown old.
  func visitor(_ jeton: Token, at now: Instant, in tx: Transaction) throws -> (visitor: Visitor, stale: Bool)? {
    let found = try tx.first(
      """
      SELECT c.id, c.personne, c.vue, p.prenom, p.langue, p.fuseau
      FROM connexion c JOIN personne p ON p.id = c.personne
      WHERE c.jeton = \(jeton.fingerprint) AND c.expire > \(now)
      """
    ) { row in
      (
        id: try row[0] as ConnexionID, personne: try row[1] as PersonneID, vue: try row[2] as Instant,
        prenom: try row[3] as Sealed, langue: Langue(rawValue: try row[4]) ?? .fr,
        fuseau: Fuseau(try row[5]) ?? .paris
      )
    }
    guard let found,
      let prenom = try house.vault.open(
        found.prenom, of: .personne(found.personne), at: Place("personne.prenom", found.personne))
    else { return nil }
    let visitor = Visitor(
      personne: found.personne, connexion: found.id, prenom: prenom, langue: found.langue, fuseau: found.fuseau,
      appartenances: try appartenances(of: found.personne, in: tx))
    return (visitor, now - found.vue > Self.seenEvery)
  }

  func connexions(for viewer: Viewer, at now: Instant, in tx: Transaction) throws -> [Connexion] {
    guard let personne = viewer.personne else { return [] }
    return try tx.all(
      """
      SELECT id, navigateur, ouverte, vue FROM connexion
      WHERE personne = \(personne) AND expire > \(now) ORDER BY vue DESC, id
      """
    ) { row in try Connexion(id: row[0], navigateur: row[1], ouverte: row[2], vue: row[3]) }
  }
}

extension PersonnesRoom {
  /// Who bears this cookie. Called once per request.
  package func identify(_ jeton: Token, at now: Instant) async throws -> Visitor? {
    let found = try await house.database.read { [store] tx in try store.visitor(jeton, at: now, in: tx) }
    guard let found else { return nil }
    if found.stale {
      try await house.database.write { tx in
        try tx.execute("UPDATE connexion SET vue = \(now) WHERE id = \(found.visitor.connexion)")
      }
    }
    return found.visitor
  }

  /// Ends one connexion of one's own. Its pages' live stream ends with it; a seat in a video room ends at its next request.
  func end(_ connexion: ConnexionID, of visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { tx in
      let ended = try tx.execute("DELETE FROM connexion WHERE id = \(connexion) AND personne = \(visitor.personne)")
      guard ended == 1 else { throw Absent() }
      try tx.record(Trace("connexion:fin", on: connexion, by: visitor.viewer, at: now))
    }
    live.end("personne:\(visitor.personne)")
  }

  func endOthers(of visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { tx in
      try tx.execute(
        "DELETE FROM connexion WHERE personne = \(visitor.personne) AND id <> \(visitor.connexion)")
      try tx.record(Trace("connexion:fin-autres", on: visitor.connexion, by: visitor.viewer, at: now))
    }
    live.end("personne:\(visitor.personne)")
  }
}
