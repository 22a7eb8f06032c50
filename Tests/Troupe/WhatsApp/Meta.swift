import FauxMeta
import HTTPTypes
import HummingbirdTesting
import Mentorat
import NIOCore
import Temps
import WhatsApp

/// Meta, as far as our address sees it: it says words agreed beforehand, and signs what it posts.
package struct Meta: Sendable {
  package static let secret = FauxGraph.secret
  package static let motConvenu = "convenu-entre-nous-deux"
  package static let ligne = FauxGraph.ligne
  package static let gabarit = "reponse_attend"
  /// With nobody at the other end.
  package static let reglages = reglages({ _ in Reponse(code: 503, corps: []) }, { _ in (503, []) })

  package static func reglages(
    _ poster: @escaping @Sendable ([UInt8]) async -> Reponse,
    _ demander: @escaping @Sendable (QuestionGraph) async -> (code: Int, corps: [UInt8])
  ) -> ReglagesWhatsApp {
    ReglagesWhatsApp(
      secret: secret, motConvenu: motConvenu, ligne: ligne, compte: FauxGraph.compte, numero: FauxGraph.numero,
      gabarit: gabarit, poster: poster, demander: demander)
  }

  package static let adresse = "/whatsapp/avis"

  package let client: any TestClientProtocol

  package init(_ client: any TestClientProtocol) { self.client = client }

  @discardableResult
  package func post(_ corps: [UInt8]) async throws -> TestResponse {
    try await post(corps, signed: SignatureDeMeta.make(of: corps, secret: Self.secret))
  }

  /// - Parameter signature: what stands in place of its own; nil for none.
  @discardableResult
  package func post(_ corps: [UInt8], signed signature: String?) async throws -> TestResponse {
    var fields: HTTPFields = [.contentType: "application/json"]
    fields[HTTPField.Name("X-Hub-Signature-256")!] = signature
    return try await client.executeRequest(
      uri: Self.adresse, method: .post, headers: fields, body: ByteBuffer(bytes: corps))
  }

  package func ask(_ query: String) async throws -> TestResponse {
    try await client.executeRequest(uri: "\(Self.adresse)?\(query)", method: .get, headers: [:], body: nil)
  }

  /// A body in which somebody writes.
  package static func texte(_ mots: String, _ wamid: String, from numero: String = "33600000000") -> [UInt8] {
    texte([(mots, wamid)], from: numero)
  }

  /// A body in which somebody writes several times.
  package static func texte(_ messages: [(mots: String, wamid: String)], from numero: String = "33600000000")
    -> [UInt8]
  {
    corps(
      messages: messages.map { message in
        [
          "id": .texte(message.wamid), "from": .texte(numero), "type": "text",
          "text": ["body": .texte(message.mots)],
        ]
      })
  }

  /// A body with these messages, or these statuses, as they are.
  /// - Parameters:
  ///   - at: when WhatsApp got them.
  ///   - ligne: the number of the business they came to.
  package static func corps(
    messages: [Json] = [], statuts: [Json] = [], at instant: Instant = Scene.now, ligne: String = ligne,
    contacts: [Json] = []
  ) -> [UInt8] {
    let seconds = Json.texte(String(instant.milliseconds / 1000))
    func stamp(_ json: Json) -> Json {
      guard case .objet(let champs) = json else { return json }
      return .objet(champs.merging(["timestamp": seconds]) { given, _ in given })
    }
    var value: [String: Json] = ["contacts": .liste(contacts)]
    if !messages.isEmpty { value["messages"] = .liste(messages.map(stamp)) }
    if !statuts.isEmpty { value["statuses"] = .liste(statuts.map(stamp)) }
    return envelope(value, ligne)
  }

  /// A body that says what Meta thinks of our text, at a moment of its own clock.
  package static func gabarit(
    _ evenement: String, _ langue: String, nom: String = gabarit, at instant: Instant = Scene.now
  ) -> [UInt8] {
    let value: Json = [
      "event": .texte(evenement), "message_template_id": .nombre("594425479261596"),
      "message_template_name": .texte(nom), "message_template_language": .texte(langue), "reason": "NONE",
    ]
    return Json.objet([
      "object": "whatsapp_business_account",
      "entry": [
        [
          "id": .texte(FauxGraph.compte), "time": .nombre(String(instant.milliseconds / 1000)),
          "changes": [["field": "message_template_status_update", "value": value]],
        ]
      ],
    ]).octets
  }

  /// A body that says what became of something that was sent.
  package static func statut(_ statut: String, of wamid: String, notre: String? = nil, code: Int? = nil) -> [UInt8] {
    var champs: [String: Json] = ["id": .texte(wamid), "status": .texte(statut), "timestamp": "1801468800"]
    champs["biz_opaque_callback_data"] = notre.map(Json.texte)
    champs["errors"] = code.map { [["code": .nombre(String($0))]] }
    return envelope(["statuses": [.objet(champs)]], ligne)
  }

  private static func envelope(_ value: [String: Json], _ ligne: String) -> [UInt8] {
    let metadata: Json = [
      "phone_number_id": .texte(ligne), "display_phone_number": .texte(FauxGraph.numero.filter(\.isNumber)),
    ]
    let whole = value.merging(["messaging_product": "whatsapp", "metadata": metadata]) { $1 }
    return Json.objet([
      "object": "whatsapp_business_account",
      "entry": [["id": .texte(FauxGraph.compte), "changes": [["field": "messages", "value": .objet(whole)]]]],
    ]).octets
  }
}
