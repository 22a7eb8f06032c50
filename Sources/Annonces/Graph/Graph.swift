import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import WhatsApp

/// Meta's door (Graph API) for the association's number.
package struct Graph: Sendable {
  /// "https://graph.facebook.com/v26.0/106540352242922/messages".
  private let adresse: String
  private let jeton: String

  /// - Parameters:
  ///   - base: "https://graph.facebook.com".
  ///   - ligne: Meta's identifier of the number.
  ///   - jeton: never logged, never in an address.
  package init(base: String, version: String, ligne: String, jeton: String) {
    adresse = "\(base)/\(version)/\(ligne)/messages"
    self.jeton = jeton
  }

  /// Follows no redirection: the token is shown at no other door.
  private static let client = HTTPClient(
    eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))

  /// Ten seconds and a quarter of a megabyte: a door that is slow or endless holds nothing but this one send.
  package func post(_ corps: [UInt8]) async -> Reponse {
    var request = HTTPClientRequest(url: adresse)
    request.method = .POST
    request.headers.add(name: "Authorization", value: "Bearer \(jeton)")
    request.headers.add(name: "Content-Type", value: "application/json")
    request.body = .bytes(ByteBuffer(bytes: corps))
    do {
      let response = try await Self.client.execute(request, timeout: .seconds(10))
      let body = try await response.body.collect(upTo: 256 * 1024)
      return Reponse(code: Int(response.status.code), corps: Array(body.readableBytesView))
    } catch { return Reponse(code: 503, corps: []) }
  }
}
