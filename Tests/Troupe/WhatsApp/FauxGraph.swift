import Annonces
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mentorat
import NIOConcurrencyHelpers
import NIOCore
import WhatsApp

/// A small Graph API: it takes what a real one would take, keeps it, names it, and fails on demand.
package final class FauxGraph: Sendable {
  package static let jeton = "EAAJB-ESSAI"
  private static let version = "v26.0"

  /// What it was sent and took, in order.
  private let taken = NIOLockedValueBox<[Json]>([])
  /// What it answers to the next sends, before it takes any again.
  private let failures = NIOLockedValueBox<[(http: Int, code: Int)]>([])
  /// How often it was asked.
  private let asked = NIOLockedValueBox(0)
  private let port = NIOLockedValueBox(0)

  package init() {}

  package var pris: [Json] { taken.withLockedValue { $0 } }
  package var demandes: Int { asked.withLockedValue { $0 } }
  /// The words of each text, the name of each template between brackets.
  package var mots: [String] {
    pris.map { $0["text"]["body"].mots ?? "[\($0["template"]["name"].mots ?? "?")]" }
  }

  package func fail(_ http: Int, _ code: Int, times: Int = 1) {
    failures.withLockedValue { $0 += Array(repeating: (http, code), count: times) }
  }

  /// The name it gave to what it took, by rank.
  package static func wamid(_ rang: Int) -> String { "wamid.FAUX\(rang)" }

  /// Without a socket.
  package var reglages: ReglagesWhatsApp { Meta.reglages { [self] in take($0) } }

  /// Over HTTP, with the client that a server uses.
  package var reglagesEnLigne: ReglagesWhatsApp {
    let graph = Graph(
      base: "http://localhost:\(port.withLockedValue { $0 })", version: Self.version, ligne: Meta.ligne,
      jeton: Self.jeton)
    return Meta.reglages { await graph.post($0) }
  }

  /// Serves while the test runs.
  package func serve(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let router = Router()
    router.post("/\(Self.version)/\(Meta.ligne)/messages") { [self] request, _ in
      guard request.headers[.authorization] == "Bearer \(Self.jeton)" else { return Self.answer(401, Self.error(190)) }
      let corps = try await request.body.collect(upTo: 64 * 1024)
      let (code, json) = judge(Array(corps.readableBytesView))
      return Self.answer(code, json)
    }
    try await Application(router: router).test(.live) { client in
      self.port.withLockedValue { $0 = client.port ?? 0 }
      try await body()
    }
  }

  private func take(_ corps: [UInt8]) -> Reponse {
    let (code, json) = judge(corps)
    return Reponse(code: code, corps: json.octets)
  }

  private func judge(_ corps: [UInt8]) -> (Int, Json) {
    asked.withLockedValue { $0 += 1 }
    if let failure = failures.withLockedValue({ $0.isEmpty ? nil : $0.removeFirst() }) {
      return (failure.http, Self.error(failure.code))
    }
    guard let json = try? Json(corps), json["messaging_product"] == "whatsapp", Self.isWhole(json),
      let vers = json["to"].mots ?? json["recipient"].mots
    else { return (400, Self.error(100)) }
    let rang = taken.withLockedValue { taken in
      taken.append(json)
      return taken.count - 1
    }
    let contact: Json = ["input": .texte(vers), "wa_id": .texte(String(vers.drop { $0 == "+" }))]
    return (
      200,
      [
        "messaging_product": "whatsapp", "contacts": [contact], "messages": [["id": .texte(Self.wamid(rang))]],
      ]
    )
  }

  /// A number bears its country, a text fits, a template says its name and language.
  private static func isWhole(_ json: Json) -> Bool {
    guard json["to"].mots.map({ $0.hasPrefix("+") }) ?? (json["recipient"].mots != nil) else { return false }
    return switch json["type"] {
    case "text": (json["text"]["body"].mots.map { (1...4096).contains($0.count) }) ?? false
    case "template": json["template"]["name"].mots != nil && json["template"]["language"]["code"].mots != nil
    default: false
    }
  }

  private static func error(_ code: Int) -> Json {
    ["error": ["message": "…", "type": "OAuthException", "code": .nombre(String(code)), "fbtrace_id": "A"]]
  }

  private static func answer(_ code: Int, _ json: Json) -> Response {
    Response(
      status: .init(code: code), headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(bytes: json.octets)))
  }
}
