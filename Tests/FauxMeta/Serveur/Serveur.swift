import AsyncHTTPClient
import FauxMeta
import Foundation
import Hummingbird
import NIOCore
import NIOHTTP1
import WhatsApp

/// The false Meta as a program: a Graph API on a port of this machine, and beside it what a test asks of Meta itself:
/// to post something that it signs, to refuse, to judge a text.
@main
struct Serveur {
  static func main() async throws {
    let graph = FauxGraph()
    let router = graph.router
    router.get("/essai/pris") { _, _ in String(decoding: Json.liste(graph.pris).octets, as: UTF8.self) }
    router.post("/essai/refus") { request, _ in
      graph.fail(try number("http", request), try number("code", request), times: try number("fois", request))
      return HTTPResponse.Status.noContent
    }
    router.post("/essai/gabarit") { request, _ in
      graph.judge(try word("nom", request), try word("langue", request), try word("statut", request))
      return HTTPResponse.Status.noContent
    }
    router.post("/essai/avis") { request, _ in
      let corps = Array(try await request.body.collect(upTo: 4 * 1024 * 1024).readableBytesView)
      return HTTPResponse.Status(code: try await post(corps, to: try word("vers", request)))
    }
    let app = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        // Written at once: whoever started it waits for the port.
        try? FileHandle.standardOutput.write(contentsOf: Data("pret \(channel.localAddress?.port ?? 0)\n".utf8))
      })
    try await app.runService()
  }

  /// Posts a body, signed, as Meta would; answers what it was answered.
  private static func post(_ corps: [UInt8], to url: String) async throws -> Int {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(
      name: "X-Hub-Signature-256", value: SignatureDeMeta.make(of: corps, secret: FauxGraph.secret))
    request.body = .bytes(ByteBuffer(bytes: corps))
    return Int(try await HTTPClient.shared.execute(request, timeout: .seconds(30)).status.code)
  }

  private static func word(_ nom: String, _ request: Request) throws -> String {
    try request.uri.queryParameters.require(nom)
  }

  private static func number(_ nom: String, _ request: Request) throws -> Int {
    try request.uri.queryParameters.require(nom, as: Int.self)
  }
}
