import WhatsApp

/// A number of the association's at Meta, as this server is told of it. Its secrets are never shown.
package struct ReglagesWhatsApp: Sendable {
  /// The app's secret: what Meta signs with.
  let secret: String
  /// Agreed with Meta beforehand, for the one time it makes sure that the address is ours.
  let motConvenu: String
  /// Meta's identifier of the number (`phone_number_id`): what another number of the same account is told is not for us.
  let ligne: String
  /// Meta's identifier of the business account (`WABA`) that holds the number and its texts; nil where it is not given:
  /// less can then be tried.
  let compte: String?
  /// The number, as one dials it.
  let numero: String
  /// The name of the text, approved by Meta, that says that something waits.
  let gabarit: String
  /// Hands a body to Meta.
  let poster: @Sendable ([UInt8]) async -> Reponse
  /// Asks Meta something: the HTTP status and the body.
  let demander: @Sendable (QuestionGraph) async -> (code: Int, corps: [UInt8])

  package init(
    secret: String, motConvenu: String, ligne: String, compte: String?, numero: String, gabarit: String,
    poster: @escaping @Sendable ([UInt8]) async -> Reponse,
    demander: @escaping @Sendable (QuestionGraph) async -> (code: Int, corps: [UInt8])
  ) {
    self.secret = secret
    self.motConvenu = motConvenu
    self.ligne = ligne
    self.compte = compte
    self.numero = numero
    self.gabarit = gabarit
    self.poster = poster
    self.demander = demander
  }
}
