import Base
import HTTPTypes
import Html
import Hummingbird
import NIOCore
import Temps

/// What a route says, as HTTP.
extension SiteResponder {
  func render(_ answer: Answer, _ arrival: Arrival, _ visitor: Visitor?, _ request: Request?) -> Response {
    var headers = HTTPFields()
    for (name, value) in answer.headers { headers[name] = value }
    var camera = false
    let body: ResponseBody
    switch answer.body {
    case .empty: body = .init()
    case .bytes(let bytes, let type):
      headers[.contentType] = type
      body = .init(byteBuffer: ByteBuffer(bytes: bytes))
    case .page(let page):
      headers[.contentType] = "text/html; charset=utf-8"
      camera = page.usesCamera
      body = .init(byteBuffer: ByteBuffer(bytes: document(page, arrival, visitor).bytes))
    case .stream(let events):
      headers[.contentType] = "text/event-stream"
      headers[.init("X-Accel-Buffering")!] = "no"
      body = EventStreamBody.make(events, request)
    }
    var cookies = answer.cookies
    if arrival.isNewBrowser { cookies.append(BrowserCookie(.visite, arrival.browser.text, lasts: .days(400))) }
    for cookie in cookies {
      headers.append(HTTPField(name: .setCookie, value: cookie.header(secure: configuration.secure)))
    }
    SecurityHeaders.apply(to: &headers, secure: configuration.secure, camera: camera)
    return Response(status: answer.status, headers: headers, body: body)
  }

  private func document(_ page: any Page, _ arrival: Arrival, _ visitor: Visitor?) -> Markup {
    let t = langue(arrival, visitor)
    let csrf = configuration.csrfKey.token(for: arrival.browser.text)
    let chrome = Chrome(
      visitor: visitor, path: page is RefusalPage ? "/" : readable(arrival.path),
      navigation: visitor.map { wiring.navigation($0, t) } ?? [],
      seal: Sceau(csrf: csrf, geste: Geste.make(at: arrival.now).text), stylesheet: files.stylesheet)
    return chrome.dress(page, t)
  }

  /// A page that answered a form may have no reading of its own: the nearest one above it has.
  private func readable(_ path: String) -> String {
    var segments = path.split(separator: "/")
    while !segments.isEmpty {
      let path = "/" + segments.joined(separator: "/")
      if case .found = table.match(.get, path) { return path }
      segments.removeLast()
    }
    return "/"
  }

  func staticResponse(_ file: StaticFiles.File, _ request: Request, _ arrival: Arrival) -> Response {
    var headers = HTTPFields()
    let tag = "\"\(file.tag)\""
    headers[.eTag] = tag
    headers[.contentType] = file.type
    headers[.cacheControl] = files.cacheControl(for: arrival.path)
    SecurityHeaders.apply(to: &headers, secure: configuration.secure, camera: false)
    guard request.method == .get || request.method == .head else {
      headers[.allow] = "GET, HEAD"
      return Response(status: .methodNotAllowed, headers: headers)
    }
    if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
  }
}
