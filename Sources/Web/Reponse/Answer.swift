import HTTPTypes
import Html
import Temps

/// What a route answers.
package struct Answer: Sendable {
  enum Body: Sendable {
    case page(any Page)
    case bytes([UInt8], type: String)
    case stream(AsyncStream<ServerEvent>)
    case empty
  }

  var status: HTTPResponse.Status
  var body: Body
  var headers: [(HTTPField.Name, String)] = []
  var cookies: [BrowserCookie] = []

  package static func page(_ page: any Page) -> Answer { .page(page, status: .ok) }

  static func page(_ page: any Page, status: HTTPResponse.Status) -> Answer {
    Answer(status: status, body: .page(page))
  }

  /// After an act: the browser asks for the next page, and "back" or "reload" repeats nothing.
  package static func redirect(_ path: String) -> Answer {
    Answer(status: .seeOther, body: .empty, headers: [(.location, path)])
  }

  package static func json(_ text: String) -> Answer {
    Answer(status: .ok, body: .bytes(Array(text.utf8), type: "application/json"))
  }

  static func text(
    _ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8"
  ) -> Answer {
    Answer(status: status, body: .bytes(Array(text.utf8), type: type))
  }

  package static func file(_ bytes: [UInt8], type: String, name: String) -> Answer {
    Answer(
      status: .ok, body: .bytes(bytes, type: type),
      headers: [(.contentDisposition, "attachment; filename=\"\(name)\"")])
  }

  package static func stream(_ events: AsyncStream<ServerEvent>) -> Answer {
    Answer(status: .ok, body: .stream(events))
  }

  /// What another server is told: a status, and a word where it waits for one. Never a page.
  package static func machine(_ code: Int, _ text: String = "") -> Answer { .text(text, status: .init(code: code)) }

  package static let nothing = Answer(status: .noContent, body: .empty)

  /// The page of a form, with what was typed and what to do about it: nothing was done.
  package static func again(_ page: any Page) -> Answer { .page(page, status: .unprocessableContent) }

  /// What was here has served, or its time is over.
  package static func gone(_ page: any Page) -> Answer { .page(page, status: .gone) }

  /// A message to somebody who is not there now.
  package static let nobodyThere = Answer(status: .conflict, body: .empty)

  /// Goes elsewhere by itself after so many seconds, without a script, even after the device slept.
  package func returning(to path: String, after seconds: Int) -> Answer {
    var answer = self
    answer.headers.append((.init("Refresh")!, "\(seconds); url=\(path)"))
    return answer
  }

  package func setting(_ cookie: BrowserCookie) -> Answer {
    var answer = self
    answer.cookies.append(cookie)
    return answer
  }
}

/// A cookie of ours: always HttpOnly, SameSite=Lax, for the whole site; Secure when the site is served by HTTPS.
package struct BrowserCookie: Sendable {
  let kind: Kind
  let value: String
  /// nil: as long as the browser stays open. Zero: forget it now.
  let lasts: Duration?

  package enum Kind: String, Sendable, CaseIterable {
    /// The signed-in person.
    case connexion
    /// The browser itself, signed in or not.
    case visite
    case langue
  }

  package init(_ kind: Kind, _ value: String, lasts: Duration?) {
    self.kind = kind
    self.value = value
    self.lasts = lasts
  }

  package static func forget(_ kind: Kind) -> BrowserCookie { BrowserCookie(kind, "", lasts: .zero) }

  /// `__Host-` lets no other host or path set it; browsers accept it over HTTPS only.
  package static func name(_ kind: Kind, secure: Bool) -> String { secure ? "__Host-\(kind.rawValue)" : kind.rawValue }

  func header(secure: Bool) -> String {
    var parts = ["\(Self.name(kind, secure: secure))=\(value)", "Path=/", "HttpOnly", "SameSite=Lax"]
    if secure { parts.append("Secure") }
    if let lasts { parts.append("Max-Age=\(lasts.milliseconds / 1000)") }
    return parts.joined(separator: "; ")
  }
}
