import Html

/// A mail already composed: every word is chosen, nothing is left to fill in. It waits sealed in the outbox.
package struct Courriel: Codable, Sendable, Equatable {
  /// The address alone, without a name.
  package var destinataire: String
  package var sujet: String
  /// The plain text body, complete by itself.
  package var texte: String
  /// A complete small HTML document: inline styles only, no remote image.
  package var html: String
  package var langue: Langue
  package var calendrier: Piece?

  package init(
    destinataire: String, sujet: String, texte: String, html: String, langue: Langue, calendrier: Piece? = nil
  ) {
    self.destinataire = destinataire
    self.sujet = sujet
    self.texte = texte
    self.html = html
    self.langue = langue
    self.calendrier = calendrier
  }
}

/// The meeting that a mail carries into the reader's calendar.
package struct Piece: Codable, Sendable, Equatable {
  /// `REQUEST` or `CANCEL`: the same word as the METHOD inside the content.
  package var methode: String
  /// The iCalendar object.
  package var contenu: String

  package init(methode: String, contenu: String) {
    self.methode = methode
    self.contenu = contenu
  }
}
