import HTTPTypes
import Hummingbird
import NIOConcurrencyHelpers
import NIOCore
import WhatsApp

/// A small Graph API: it takes what a real one would take, keeps it, names it, says what it knows of a number, and fails
/// on demand.
package final class FauxGraph: Sendable {
  package static let jeton = "EAAJB-ESSAI"
  /// What Meta signs with.
  package static let secret = "secret-de-l-application"
  package static let ligne = "106540352242922"
  package static let compte = "102290129340398"
  package static let numero = "+33 1 00 00 00 00"
  package static let version = "v26.0"

  /// What a send may be.
  private static let genres = [
    "text", "template", "interactive", "image", "document", "audio", "video", "sticker", "location", "contacts",
    "reaction",
  ]

  /// What it was sent and took, in order.
  private let taken = NIOLockedValueBox<[Json]>([])
  /// Messages it was told are read, or are being answered.
  private let seen = NIOLockedValueBox<[Json]>([])
  /// What it answers to the next requests, before it takes any again.
  private let failures = NIOLockedValueBox<[(http: Int, code: Int)]>([])
  /// How often it was asked to send.
  private let asked = NIOLockedValueBox(0)
  /// The texts it knows: name, language, status.
  private let templates = NIOLockedValueBox<[(nom: String, langue: String, statut: String)]>([])
  private let subscriptions = NIOLockedValueBox(1)

  package init() {}

  package var pris: [Json] { taken.withLockedValue { $0 } }
  package var lus: [Json] { seen.withLockedValue { $0 } }
  package var demandes: Int { asked.withLockedValue { $0 } }
  /// The words of each text, the name of each template between brackets.
  package var mots: [String] {
    pris.map { $0["text"]["body"].mots ?? "[\($0["template"]["name"].mots ?? $0["type"].mots ?? "?")]" }
  }

  package func fail(_ http: Int, _ code: Int, times: Int = 1) {
    failures.withLockedValue { $0 += Array(repeating: (http, code), count: times) }
  }

  /// Whatever it was to refuse, it refuses no more.
  package func recover() { failures.withLockedValue { $0.removeAll() } }

  /// Meta has judged a text.
  package func judge(_ nom: String, _ langue: String, _ statut: String) {
    templates.withLockedValue { templates in
      templates.removeAll { $0.nom == nom && $0.langue == langue }
      templates.append((nom, langue, statut))
    }
  }

  package func subscribe(_ count: Int) { subscriptions.withLockedValue { $0 = count } }

  /// The name it gave to what it took, by rank.
  package static func wamid(_ rang: Int) -> String { "wamid.FAUX\(rang)" }

  /// What `POST /{version}/{phone_number_id}/messages` answers.
  package func post(_ corps: [UInt8]) -> (code: Int, corps: [UInt8]) {
    asked.withLockedValue { $0 += 1 }
    if let failure = nextFailure { return Self.error(failure.http, failure.code) }
    guard let json = try? Json(corps), json["messaging_product"] == "whatsapp" else { return Self.error(400, 100) }
    if json["status"] == "read" { return note(read: json) }
    guard Self.isWhole(json), let vers = json["to"].mots ?? json["recipient"].mots else { return Self.error(400, 100) }
    let rang = taken.withLockedValue { taken in
      taken.append(json)
      return taken.count - 1
    }
    let digits = String(vers.drop { $0 == "+" })
    let contact: Json =
      json["to"].mots == nil
      ? ["input": .texte(vers), "user_id": .texte(vers)] : ["input": .texte(vers), "wa_id": .texte(digits)]
    return Self.answer([
      "messaging_product": "whatsapp", "contacts": [contact], "messages": [["id": .texte(Self.wamid(rang))]],
    ])
  }

  /// What `GET /{version}/…` answers.
  package func get(_ chemin: String, nom: String? = nil) -> (code: Int, corps: [UInt8]) {
    if let failure = nextFailure { return Self.error(failure.http, failure.code) }
    switch chemin {
    case Self.ligne:
      return Self.answer([
        "id": .texte(Self.ligne), "display_phone_number": .texte(Self.numero), "verified_name": "Accompagner",
        "quality_rating": "GREEN",
      ])
    case "\(Self.compte)/message_templates":
      let known = templates.withLockedValue { $0 }.filter { nom.map($0.nom.contains) ?? true }
      let count = Json.nombre(String(known.count))
      return Self.answer([
        "data": .liste(known.enumerated().map { Self.template($0.offset, $0.element) }), "paging": [:],
        "summary": [
          "total_count": count, "message_template_count": count, "message_template_limit": .nombre("250"),
          "are_translations_complete": true,
        ],
      ])
    case "\(Self.compte)/subscribed_apps":
      let count = subscriptions.withLockedValue { $0 }
      let app: Json = ["whatsapp_business_api_data": ["id": "67084", "name": "Essai", "link": "https://meta.example"]]
      return Self.answer(["data": .liste(Array(repeating: app, count: count))])
    default: return Self.error(400, 100)
    }
  }

  private var nextFailure: (http: Int, code: Int)? {
    failures.withLockedValue { $0.isEmpty ? nil : $0.removeFirst() }
  }

  private func note(read json: Json) -> (code: Int, corps: [UInt8]) {
    guard json["message_id"].mots != nil else { return Self.error(400, 100) }
    seen.withLockedValue { $0.append(json) }
    return Self.answer(["success": true])
  }

  /// A number bears its country, a text fits, a template says its name and language.
  private static func isWhole(_ json: Json) -> Bool {
    guard json["to"].mots.map({ $0.hasPrefix("+") }) ?? (json["recipient"].mots != nil),
      let genre = json["type"].mots, genres.contains(genre), json[genre].estObjet || genre == "contacts"
    else { return false }
    return switch genre {
    case "text": (json["text"]["body"].mots.map { (1...4096).contains($0.count) }) ?? false
    case "template": json["template"]["name"].mots != nil && json["template"]["language"]["code"].mots != nil
    default: true
    }
  }

  private static func template(_ rang: Int, _ connu: (nom: String, langue: String, statut: String)) -> Json {
    [
      "id": .texte("90210\(rang)"), "name": .texte(connu.nom), "language": .texte(connu.langue),
      "status": .texte(connu.statut), "category": "UTILITY", "parameter_format": "POSITIONAL",
      "components": [["type": "BODY", "text": "Une réponse vous attend."]],
    ]
  }

  private static func answer(_ json: Json) -> (code: Int, corps: [UInt8]) { (200, json.octets) }

  private static func error(_ http: Int, _ code: Int) -> (code: Int, corps: [UInt8]) {
    let json: Json = [
      "error": [
        "message": "…", "type": "OAuthException", "code": .nombre(String(code)), "fbtrace_id": "A",
        "error_data": ["messaging_product": "whatsapp", "details": "…"],
      ]
    ]
    return (http, json.octets)
  }
}

extension FauxGraph {
  /// The same over HTTP, for whoever bears the token.
  package var router: Router<BasicRequestContext> {
    let router = Router()
    router.post("/:version/:objet/messages") { [self] request, context in
      let corps = try await request.body.collect(upTo: 64 * 1024)
      return Self.respond(to: request) {
        context.parameters.get("objet") == Self.ligne ? post(Array(corps.readableBytesView)) : Self.error(400, 100)
      }
    }
    for chemin in ["/:version/:objet", "/:version/:objet/:liste"] as [RouterPath] {
      router.get(chemin) { [self] request, context in
        let parts = ["objet", "liste"].compactMap { context.parameters.get($0) }
        return Self.respond(to: request) {
          get(parts.joined(separator: "/"), nom: request.uri.queryParameters["name"].map { String($0) })
        }
      }
    }
    return router
  }

  private static func respond(to request: Request, _ answer: () -> (code: Int, corps: [UInt8])) -> Response {
    let (code, corps) = request.headers[.authorization] == "Bearer \(jeton)" ? answer() : error(401, 190)
    return Response(
      status: .init(code: code), headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(bytes: corps)))
  }
}
