import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Web
import WhatsApp

/// Meta's door (Graph API) for the association's number.
package struct Graph: Sendable {
  /// "https://graph.facebook.com/v26.0".
  private let racine: String
  private let ligne: String
  private let jeton: String

  /// - Parameters:
  ///   - base: "https://graph.facebook.com".
  ///   - ligne: Meta's identifier of the number.
  ///   - jeton: never logged, never in an address.
  package init(base: String, version: String, ligne: String, jeton: String) {
    racine = "\(base)/\(version)"
    self.ligne = ligne
    self.jeton = jeton
  }

  /// Hands over something to be sent.
  package func post(_ corps: [UInt8]) async -> Reponse {
    var request = HTTPClientRequest(url: "\(racine)/\(ligne)/messages")
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.body = .bytes(ByteBuffer(bytes: corps))
    let (code, corps) = await execute(request)
    return Reponse(code: code, corps: corps)
  }

  /// Asks something: the HTTP status and the body, as they came.
  package func ask(_ question: QuestionGraph) async -> (code: Int, corps: [UInt8]) {
    await execute(HTTPClientRequest(url: "\(racine)/\(question.chemin)"))
  }

  /// Ten seconds and a quarter of a megabyte: a door that is slow or endless holds nothing but this one request.
  private func execute(_ request: HTTPClientRequest) async -> (code: Int, corps: [UInt8]) {
    var request = request
    request.headers.add(name: "Authorization", value: "Bearer \(jeton)")
    do {
      let response = try await HTTPClient.sansDetour.execute(request, timeout: .seconds(10))
      let body = try await response.body.collect(upTo: 256 * 1024)
      return (Int(response.status.code), Array(body.readableBytesView))
    } catch { return (503, []) }
  }
}
