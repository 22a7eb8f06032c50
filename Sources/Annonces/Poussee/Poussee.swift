import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import WebPush

/// The door of the push services: those of the browsers' makers.
package enum Poussee {
  /// Follows no redirection: the list of services says where one goes, and an answer does not.
  private static let client = HTTPClient(
    eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))

  /// Ten seconds, and nothing of the answer but its status: a door that is slow or talks without end holds nothing.
  package static func post(_ envoi: EnvoiWebPush) async -> ReponseDuPasseur {
    var request = HTTPClientRequest(url: envoi.adresse)
    request.method = .POST
    for entete in envoi.entetes { request.headers.add(name: entete.nom, value: entete.valeur) }
    request.body = .bytes(ByteBuffer(bytes: envoi.corps))
    do {
      let response = try await client.execute(request, timeout: .seconds(10))
      return ReponseDuPasseur(
        code: Int(response.status.code), attendre: response.headers.first(name: "Retry-After"))
    } catch { return .plusTard(dans: nil) }
  }
}
