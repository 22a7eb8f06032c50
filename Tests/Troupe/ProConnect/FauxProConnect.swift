import Base
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOConcurrencyHelpers
import NIOCore
import Temps

/// A small provider after ProConnect's own manners, on a real socket: it consents for whoever comes, signs, and lies on demand.
package final class FauxProConnect: Sendable {
  /// What it may do wrong, one at a time.
  package enum Mensonge: String, Sendable, CaseIterable {
    case nonceAutre, sansNonce, niveauBas, emetteurAutre, publicAutre, perime, futur, sujetAutre
    case sansSignature, signatureDeSecret, cleInconnue, signatureAbimee, userinfoSansSignature, userinfoNu
    case refuse, jetonAbsent, porteAilleurs, illisible
  }

  package static let client = "vademecum-essai"
  package static let secret = "un-secret-de-client"
  private static let kid = "cle-une"

  private let key = P256.Signing.PrivateKey()
  private let stranger = P256.Signing.PrivateKey()
  private let asked = NIOLockedValueBox<[String: [String: String]]>([:])
  /// What it does wrong now; nil for an honest provider.
  package let mensonge = NIOLockedValueBox<Mensonge?>(nil)
  package let niveau = NIOLockedValueBox("eidas1-mfa")
  package let sujet = NIOLockedValueBox("agent-7")
  /// What time it is there.
  package let moment = NIOLockedValueBox(Scene.now)
  private let port = NIOLockedValueBox(0)

  package init() {}

  package var base: String { "http://localhost:\(port.withLockedValue { $0 })/api/v2" }

  /// Serves while the test runs.
  package func serve(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let application = Application(router: router)
    try await application.test(.live) { client in
      self.port.withLockedValue { $0 = client.port ?? 0 }
      try await body()
    }
  }

  /// What a browser does there: follows the address it was sent to, and is sent back. The answer is that address.
  package func consent(_ address: String) throws -> String {
    guard let query = URLComponents(string: address)?.queryItems else { throw Absent() }
    let fields = Dictionary(query.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
    guard fields["response_type"] == "code", fields["client_id"] == Self.client,
      fields["code_challenge_method"] == "S256",
      let state = fields["state"], state.count >= 32, let nonce = fields["nonce"], nonce.count >= 32,
      let back = fields["redirect_uri"]
    else { throw Absent() }
    let code = Token.random().text
    asked.withLockedValue { $0[code] = fields }
    return "\(back)?code=\(code)&state=\(state)"
  }

  private var router: Router<BasicRequestContext> {
    let router = Router()
    router.get("/api/v2/.well-known/openid-configuration") { [self] _, _ in json(discovery) }
    router.get("/api/v2/jwks") { [self] _, _ in json(jwks) }
    router.post("/api/v2/token") { [self] request, _ in
      let body = try await request.body.collect(upTo: 64 * 1024)
      return try await token(String(buffer: body))
    }
    router.get("/api/v2/userinfo") { [self] request, _ in try await userinfo(request.headers[.authorization] ?? "") }
    return router
  }

  private func json(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  private var discovery: String {
    if lies(.illisible) { return "<html>" }
    let token = lies(.porteAilleurs) ? "http://ailleurs.example/token" : "\(base)/token"
    return """
      {"issuer":"\(base)","authorization_endpoint":"\(base)/authorize","token_endpoint":"\(token)",
       "userinfo_endpoint":"\(base)/userinfo","jwks_uri":"\(base)/jwks"}
      """
  }

  private var jwks: String {
    let point = key.publicKey.rawRepresentation
    return """
      {"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"\(Self.kid)",
        "x":"\(point.prefix(32).base64URL)","y":"\(point.suffix(32).base64URL)"}]}
      """
  }

  private func lies(_ one: Mensonge) -> Bool { mensonge.withLockedValue { $0 == one } }

  // MARK: Tokens

  private func token(_ body: String) async throws -> Response {
    let form = Dictionary(
      (URLComponents(string: "?\(body)")?.queryItems ?? []).map { ($0.name, $0.value ?? "") },
      uniquingKeysWith: { first, _ in first })
    // A code serves once.
    guard let code = form["code"], let fields = asked.withLockedValue({ $0.removeValue(forKey: code) }),
      form["client_secret"] == Self.secret, form["redirect_uri"] == fields["redirect_uri"],
      Data(SHA256.hash(data: Data((form["code_verifier"] ?? "").utf8))).base64URL == fields["code_challenge"],
      !lies(.refuse)
    else { return Response(status: .badRequest) }
    let access = Token.random().text
    if lies(.jetonAbsent) { return json(#"{"access_token":"\#(access)"}"#) }
    return json(
      #"{"access_token":"\#(access)","token_type":"Bearer","id_token":"\#(try idToken(nonce: fields["nonce"] ?? ""))"}"#
    )
  }

  private func idToken(nonce: String) throws -> String {
    let now = Double(moment.withLockedValue { $0 }.milliseconds) / 1000
    var claims: [String: Any] = [
      "iss": lies(.emetteurAutre) ? "https://autre.example" : base, "aud": lies(.publicAutre) ? "autre" : Self.client,
      "sub": sujet.withLockedValue { $0 }, "iat": lies(.futur) ? now + 3600 : now,
      "exp": lies(.perime) ? now - 3600 : now + 300,
      "acr": lies(.niveauBas) ? "eidas1" : niveau.withLockedValue { $0 },
    ]
    if !lies(.sansNonce) { claims["nonce"] = lies(.nonceAutre) ? String(nonce.reversed()) : nonce }
    let payload = try JSONSerialization.data(withJSONObject: claims)
    if lies(.sansSignature) { return jwt(#"{"alg":"none"}"#, payload) { _ in Data() } }
    // The old trick: the public key, known to all, used as if it were a shared secret.
    if lies(.signatureDeSecret) {
      return jwt(#"{"alg":"HS256","kid":"\#(Self.kid)"}"#, payload) { message in
        Data(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key.publicKey.rawRepresentation)))
      }
    }
    let signer = lies(.cleInconnue) ? stranger : key
    var token = try jwt(#"{"alg":"ES256","kid":"\#(Self.kid)"}"#, payload) {
      try signer.signature(for: $0).rawRepresentation
    }
    if lies(.signatureAbimee) { token = token.dropLast(4) + "AAAA" }
    return token
  }

  private func userinfo(_ authorization: String) async throws -> Response {
    guard authorization.hasPrefix("Bearer ") else { return Response(status: .unauthorized) }
    let own = sujet.withLockedValue { $0 }
    let claims: [String: Any] = ["sub": lies(.sujetAutre) ? "agent-8" : own, "iss": base, "aud": Self.client]
    let payload = try JSONSerialization.data(withJSONObject: claims)
    if lies(.userinfoNu) { return json(String(decoding: payload, as: UTF8.self)) }
    let token =
      try lies(.userinfoSansSignature)
      ? jwt(#"{"alg":"none"}"#, payload) { _ in Data() }
      : jwt(#"{"alg":"ES256","kid":"\#(Self.kid)"}"#, payload) { try key.signature(for: $0).rawRepresentation }
    return Response(
      status: .ok, headers: [.contentType: "application/jwt"], body: .init(byteBuffer: ByteBuffer(string: token)))
  }

  private func jwt(_ header: String, _ payload: Data, _ sign: (Data) throws -> Data) rethrows -> String {
    let signed = "\(Data(header.utf8).base64URL).\(payload.base64URL)"
    return "\(signed).\(try sign(Data(signed.utf8)).base64URL)"
  }
}
