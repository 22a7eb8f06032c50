/// One event for somebody's own calendar, as a file joined to a mail (RFC 5545, sent by the rules of RFC 5546).
///
/// It says nothing but what it is given: the caller decides what may stand in a calendar that others may read.
package struct Calendrier: Sendable, Hashable {
  package enum Envoi: String, Sendable {
    /// A new event, or an event that moved.
    case invitation = "REQUEST"
    /// The event is to leave the calendar.
    case annulation = "CANCEL"
  }

  package struct Adresse: Sendable, Hashable {
    package let nom: String?
    package let courriel: String

    package init(nom: String? = nil, courriel: String) {
      self.nom = nom
      self.courriel = courriel
    }
  }

  package var envoi: Envoi
  /// The same from the first invitation to the cancellation, or calendars make two events of it.
  package var uid: String
  /// 0 at first, higher at each sending, cancellation included, or calendars keep the former one.
  package var sequence: Int
  /// When this file is written.
  package var stamp: Instant
  package var start: Instant
  /// The first moment after the event.
  package var end: Instant
  /// Where the hours are said; calendars translate them for wherever their owner is.
  package var fuseau: Fuseau
  package var titre: String
  package var description: String
  /// An absolute address, of the room or of the page that leads to it.
  package var lien: String?
  /// The platform, never a person: answers would go there.
  package var organisateur: Adresse
  /// Whose calendar it is.
  package var participant: Adresse
  /// How long before the start the calendar rings; nil never. A cancellation never rings.
  package var rappel: Duration?

  package init(
    _ envoi: Envoi, uid: String, sequence: Int, stamp: Instant, start: Instant, end: Instant, fuseau: Fuseau,
    titre: String, description: String, lien: String? = nil, organisateur: Adresse, participant: Adresse,
    rappel: Duration? = nil
  ) {
    self.envoi = envoi
    self.uid = uid
    self.sequence = sequence
    self.stamp = stamp
    self.start = start
    self.end = end
    self.fuseau = fuseau
    self.titre = titre
    self.description = description
    self.lien = lien
    self.organisateur = organisateur
    self.participant = participant
    self.rappel = rappel
  }
}

extension Calendrier {
  /// The MIME type to send the file under: it must repeat the method that stands inside.
  package var contentType: String { "text/calendar; charset=utf-8; method=\(envoi.rawValue)" }
}
