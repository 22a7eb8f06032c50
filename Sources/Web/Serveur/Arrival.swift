import Base
import HTTPTypes
import Html
import Hummingbird
import Temps

/// What is known of a request before its route: its path, its cookies, the browser that sent it.
struct Arrival: Sendable {
  let now: Instant
  let path: String
  let query: FormData
  let address: String
  let cookies: RequestCookies
  let browser: Token
  let navigateur: String
  let isNewBrowser: Bool
  let askedLangue: Langue
  /// Short enough to be read over the telephone.
  let reference: String
  /// A page being read, not a form sent or a script asking.
  let isPageRead: Bool

  init(_ request: Request, now: Instant, address: String, secure: Bool) {
    self.now = now
    self.address = address
    path = request.uri.path
    query = FormData(urlEncoded: (request.uri.query ?? "").utf8)
    cookies = RequestCookies(request.headers)
    let known = cookies[.visite, secure: secure].flatMap(Token.init(presented:))
    browser = known ?? .random()
    navigateur = Navigateur.name(request.headers[.userAgent] ?? "")
    isNewBrowser = known == nil
    askedLangue = .asked(by: request.headers[.acceptLanguage])
    reference = String(Token.random().text.filter { $0.isLetter || $0.isNumber }.prefix(8)).uppercased()
    isPageRead = request.method == .get
  }
}

extension Request {
  /// A form of ours is sent from our own pages. Browsers that say where a request comes from are believed.
  var comesFromHere: Bool {
    guard let site = headers[.secFetchSite] else { return true }
    return site == "same-origin" || site == "none"
  }

  /// The page it was sent from, with its question, when that page is of this very site.
  var provenance: String? {
    guard let page = headers[.referer], let host = head.authority else { return nil }
    let site = ["https://\(host)", "http://\(host)"].first { page.hasPrefix($0 + "/") }
    return site.map { String(page.dropFirst($0.count)) }
  }
}

extension HTTPField.Name {
  static let csrf = HTTPField.Name("X-Csrf")!
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
  /// Where Meta puts its signature of a body.
  static let signature = HTTPField.Name("X-Hub-Signature-256")!
  static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
