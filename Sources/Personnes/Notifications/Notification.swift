import Base
import Foundation
import Html
import Temps
import WebPush

enum NotificationTag {}
/// A word that a device is about to be told, written in the transaction of what calls for it.
typealias NotificationID = ID<NotificationTag>

/// Push services, as this server is told of them.
package struct ReglagesDeNotifications: Sendable {
  let passeurs: Passeurs
  /// Hands a notice to the service of its browser.
  let poster: @Sendable (EnvoiWebPush) async -> ReponseDuPasseur

  package init(passeurs: Passeurs, poster: @escaping @Sendable (EnvoiWebPush) async -> ReponseDuPasseur) {
    self.passeurs = passeurs
    self.poster = poster
  }
}

/// What a device shows, and where a tap leads. It names nobody and repeats nothing: a locked screen shows it too.
private struct Mot: Encodable {
  let texte: String
  let chemin: String
  let langue: Langue
}

extension PersonnesStore {
  /// Tells each device of somebody that something waits; nothing when they have none.
  /// - Parameters:
  ///   - phrase: says neither who nor what.
  ///   - chemin: "/binomes/…", where it waits.
  ///   - jusque: after this moment it is dropped, never said late.
  package func notify(
    _ id: PersonneID, _ phrase: Phrase, _ chemin: String, until jusque: Instant, at now: Instant, in tx: Transaction
  ) throws {
    let devices: [AbonnementID] = try tx.all("SELECT id FROM abonnement WHERE personne = \(id) ORDER BY id") {
      try $0[0]
    }
    guard !devices.isEmpty, now < jusque else { return }
    let langue = try personne(id, for: .person(id), in: tx).langue
    let mot = try JSONEncoder().encode(Mot(texte: langue(phrase), chemin: chemin, langue: langue))
    for device in devices {
      let notification = NotificationID.make(at: now)
      let sealed = try house.vault.seal(
        bytes: Array(mot), of: .personne(id), at: Place("notification.contenu", notification))
      try tx.execute("DELETE FROM notification WHERE abonnement = \(device)")
      try tx.execute(
        """
        INSERT INTO notification (id, abonnement, contenu, tentatives, apres, jusque)
        VALUES (\(notification), \(device), \(sealed), 0, \(now), \(jusque))
        """)
    }
  }
}
