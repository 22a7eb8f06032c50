import Base
import Html
import Temps

extension Courriel {
  /// The whole message as it travels (RFC 5322, MIME). The same values always give the same bytes.
  ///
  /// An invitation goes twice, as calendars ask: inside the alternatives, where mail programs show buttons, and as an
  /// attached file for the others. No word of the mail can add a header or a part.
  /// - Parameters:
  ///   - id: of its row in the outbox. A second try carries the same Message-ID, so that mailboxes can tell.
  ///   - domain: ours, the right half of the Message-ID.
  package func mime(id: String, from expediteur: Expediteur, at instant: Instant, domain: String) -> [UInt8] {
    let id = Header.token(id)
    let headers = [
      ("From", Header.mailbox(expediteur, after: "From")),
      ("To", Adresse(destinataire).map { "<\($0.texte)>" } ?? "undisclosed-recipients:;"),
      ("Subject", Header.text(sujet, after: "Subject")),
      ("Date", MailDate.text(instant)),
      ("Message-ID", "<\(id)@\(Header.token(domain))>"),
      ("MIME-Version", "1.0"),
      ("Auto-Submitted", "auto-generated"),
      ("Content-Language", langue.rawValue),
    ]
    return Array((headers.map { "\($0): \($1)\r\n" }.joined() + parts(id: id).text).utf8)
  }

  private func parts(id: String) -> MimePart {
    // "_" is no letter of base64: a boundary never appears inside a body. RFC 2046 allows it 70 characters.
    let boundary = "=_\(id.prefix(56))_"
    var alternatives: [MimePart] = [
      .words(texte, type: "text/plain; charset=utf-8"),
      .words(html, type: "text/html; charset=utf-8"),
    ]
    guard let calendrier else {
      return .multipart("alternative", boundary: boundary + "alt", parts: alternatives)
    }
    let methode = Header.token(calendrier.methode)
    alternatives.append(.words(calendrier.contenu, type: "text/calendar; method=\(methode); charset=utf-8"))
    let attached = MimePart.words(
      calendrier.contenu, type: "application/ics; name=\"invitation.ics\"",
      disposition: "attachment; filename=\"invitation.ics\"")
    return .multipart(
      "mixed", boundary: boundary + "mixed",
      parts: [.multipart("alternative", boundary: boundary + "alt", parts: alternatives), attached])
  }
}
