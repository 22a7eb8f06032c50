import Base
import Crypto
import Temps
import WebPush

extension PersonnesStore {
  fileprivate func mots(_ id: NotificationID, _ contenu: Sealed, of personne: PersonneID) throws -> [UInt8]? {
    do {
      return try house.vault.bytes(of: contenu, of: .personne(personne), at: Place("notification.contenu", id))
    } catch is VaultError { return nil }
  }
}

extension PersonnesRoom {
  /// What became of one notice.
  package enum Portage: Sendable, Equatable {
    /// None was due.
    case rien
    case fait
    /// A push service refuses what we send: whoever runs the server is told.
    case refus(code: Int)
  }

  /// Who this server is, for push services: the same on every node, from the one key of the house.
  var vapid: Vapid { Vapid(graine: house.vault.derivedKey("vapid")) }

  private static let dureeDEnvoi = Duration.minutes(3)
  private static let tentativesDEnvoi = 20

  private struct Prise: Sendable {
    let id: NotificationID
    let abonnement: AbonnementID
    let tentatives: Int
    let jusque: Instant
    /// nil when it does not open, or not any more: one such notice must not hold back those behind it.
    let mots: [UInt8]?
    let vers: Abonnement?
  }

  /// Sends the next notice that is due.
  /// - Parameter viewer: the house; a schedule calls this.
  package func carryNotification(for viewer: Viewer, at now: Instant) async throws -> Portage {
    guard viewer.personne == nil, let notifications else { return .rien }
    // Most of the time none is due: looking is not writing.
    let waits = try await house.database.read { tx in
      try tx.first("SELECT 1 FROM notification WHERE apres <= \(now) LIMIT 1") { _ in true } ?? false
    }
    guard waits, let prise = try await claim(at: now) else { return .rien }
    let reponse = try await send(prise, notifications, at: now)
    try await house.database.write { tx in try settle(prise, reponse, by: viewer, at: now, in: tx) }
    if case .jamais(let code) = reponse { return .refus(code: code) }
    return .fait
  }

  private func claim(at now: Instant) async throws -> Prise? {
    try await house.database.write { [store] tx in
      let id: NotificationID? = try tx.first(
        """
        UPDATE notification SET apres = \(now + Self.dureeDEnvoi), tentatives = tentatives + 1
        WHERE id = (SELECT id FROM notification WHERE apres <= \(now) ORDER BY apres, id LIMIT 1) RETURNING id
        """
      ) { row in try row[0] }
      guard let id else { return nil }
      return try tx.first(
        """
        SELECT n.abonnement, n.tentatives, n.jusque, n.contenu, a.contenu, a.personne
        FROM notification n JOIN abonnement a ON a.id = n.abonnement WHERE n.id = \(id)
        """
      ) { row in
        let personne: PersonneID = try row[5]
        let abonnement: AbonnementID = try row[0]
        return try Prise(
          id: id, abonnement: abonnement, tentatives: row[1], jusque: row[2],
          mots: store.mots(id, row[3], of: personne),
          vers: store.abonnement(abonnement, row[4], of: personne))
      }
    }
  }

  /// nil when there is nothing to send any more.
  private func send(
    _ prise: Prise, _ notifications: ReglagesDeNotifications, at now: Instant
  ) async throws -> ReponseDuPasseur? {
    // The list may have changed since this browser subscribed.
    guard let mots = prise.mots, let vers = prise.vers, now < prise.jusque, notifications.passeurs.accept(vers.origine)
    else { return nil }
    let envoi = try EnvoiWebPush(
      mots, to: vers, vit: (prise.jusque - now).milliseconds / 1000, by: vapid, from: origin,
      at: now.milliseconds / 1000, Chiffrement(ephemere: .init(), sel: Self.salt()))
    return await notifications.poster(envoi)
  }

  private static func salt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  private func settle(
    _ prise: Prise, _ reponse: ReponseDuPasseur?, by viewer: Viewer, at now: Instant, in tx: Transaction
  ) throws {
    if reponse == .finie {
      try tx.execute("DELETE FROM abonnement WHERE id = \(prise.abonnement)")
      try tx.record(Trace("notifications:fin", on: prise.abonnement, by: viewer, at: now))
    } else if let wait = reponse?.attente(after: prise.tentatives), prise.tentatives < Self.tentativesDEnvoi,
      now + .seconds(wait) < prise.jusque
    {
      try tx.execute("UPDATE notification SET apres = \(now + .seconds(wait)) WHERE id = \(prise.id)")
    } else {
      try tx.execute("DELETE FROM notification WHERE id = \(prise.id)")
    }
  }
}
