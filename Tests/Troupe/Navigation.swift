import Base
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOConcurrencyHelpers
import NIOCore
import Web

/// A browser, as far as a test needs one: it keeps its cookies and sends them back.
package final class Navigation: Sendable {
  private let client: any TestClientProtocol
  private let secure: Bool
  private let jar = NIOLockedValueBox<[String: String]>([:])

  private let agent: String?

  /// - Parameter agent: what it says it is; nil for a browser that says nothing.
  package init(
    _ client: any TestClientProtocol, secure: Bool = false, agent: String? = nil, connexion: Token? = nil
  ) {
    self.client = client
    self.secure = secure
    self.agent = agent
    if let connexion { keep(.connexion, connexion.text) }
  }

  /// Another browser on the same site.
  package func another() -> Navigation { Navigation(client, secure: secure, agent: agent) }

  package func keep(_ kind: BrowserCookie.Kind, _ value: String?) {
    let name = BrowserCookie.name(kind, secure: secure)
    jar.withLockedValue { $0[name] = value }
  }

  package func cookie(_ kind: BrowserCookie.Kind) -> String? {
    jar.withLockedValue { $0[BrowserCookie.name(kind, secure: secure)] }
  }

  package func get(_ path: String, _ headers: [(String, String)] = []) async throws -> TestResponse {
    try await send(.get, path, headers, nil)
  }

  /// A form sent as it is, without any seal but the fields given.
  package func post(
    _ path: String, _ fields: [(String, String)], _ headers: [(String, String)] = []
  ) async throws -> TestResponse {
    let body = fields.map { "\($0.0)=\(Self.encode($0.1))" }.joined(separator: "&")
    return try await send(.post, path, [("Content-Type", "application/x-www-form-urlencoded")] + headers, body)
  }

  package func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: [(String, String)] = [], _ body: String? = nil
  ) async throws -> TestResponse {
    var fields = HTTPFields()
    if let agent { fields[.userAgent] = agent }
    for (name, value) in headers { fields[HTTPField.Name(name)!] = value }
    let cookies = jar.withLockedValue { $0.map { "\($0.key)=\($0.value)" }.sorted() }
    if fields[.cookie] == nil, !cookies.isEmpty {
      fields[.cookie] = cookies.joined(separator: "; ")
    }
    let response = try await client.executeRequest(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
    remember(response)
    return response
  }

  /// The two hidden values of a form shown to this browser.
  package func seal(of path: String = "/mots") async throws -> [(String, String)] {
    let page = try await get(path).text
    return ["_csrf", "_geste"].map { ($0, page.hidden($0)) }
  }

  private func remember(_ response: TestResponse) {
    for cookie in response.headers[values: .setCookie] {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      jar.withLockedValue {
        $0[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
      }
    }
  }

  /// Every byte but letters and digits.
  private static func encode(_ text: String) -> String {
    text.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(byte))
      return isPlain ? String(scalar) : "%" + [byte].hexadecimal.uppercased()
    }.joined()
  }
}

extension TestResponse {
  package var text: String { String(buffer: body) }

  package func header(_ name: String) -> String? { headers[HTTPField.Name(name)!] }
}

extension String {
  /// The value of a hidden field of this page.
  package func hidden(_ name: String) -> String {
    // The last one: the band above has a form of its own.
    guard let start = range(of: "name=\"\(name)\" value=\"", options: .backwards)?.upperBound else { return "" }
    return String(self[start...].prefix { $0 != "\"" })
  }
}
