import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Web
import WebPush

/// The door of the push services: those of the browsers' makers. Their list says where one goes, an answer does not.
package enum Poussee {
  /// Ten seconds, and nothing of the answer but its status: a door that is slow or talks without end holds nothing.
  package static func post(_ envoi: EnvoiWebPush) async -> ReponseDuPasseur {
    var request = HTTPClientRequest(url: envoi.adresse)
    request.method = .POST
    for entete in envoi.entetes { request.headers.add(name: entete.nom, value: entete.valeur) }
    request.body = .bytes(ByteBuffer(bytes: envoi.corps))
    do {
      let response = try await HTTPClient.sansDetour.execute(request, timeout: .seconds(10))
      return ReponseDuPasseur(
        code: Int(response.status.code), attendre: response.headers.first(name: "Retry-After"))
    } catch { return .plusTard(dans: nil) }
  }
}
