/// One notice on its way, as a push service takes it (RFC 8030): `POST` to the address of a subscription.
package struct EnvoiWebPush: Sendable {
  package let adresse: String
  package let entetes: [(nom: String, valeur: String)]
  package let corps: [UInt8]

  /// A device that was off hears the last of them only.
  private static let sujet = "attente"

  /// - Parameters:
  ///   - contact: our own address, for whoever runs the service.
  ///   - vit: seconds after which the service drops it.
  ///   - now: seconds since 1970.
  /// - Throws: `Chiffrement.TropLong`.
  package init(
    _ mots: [UInt8], to abonnement: Abonnement, vit: Int64, by vapid: Vapid, from contact: String, at now: Int64,
    _ chiffrement: Chiffrement
  ) throws {
    adresse = abonnement.adresse
    entetes = [
      ("Authorization", try vapid.authorization(to: abonnement.origine, from: contact, at: now)),
      ("Content-Encoding", "aes128gcm"), ("Content-Type", "application/octet-stream"), ("TTL", String(max(0, vit))),
      ("Topic", Self.sujet), ("Urgency", "normal"),
    ]
    corps = try chiffrement.seal(mots, for: abonnement)
  }
}
