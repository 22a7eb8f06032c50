import AsyncHTTPClient
import Base
import Foundation
import JWTKit
import NIOCore
import NIOHTTP1
import Temps
import Web

/// The identity provider of public servants (OpenID Connect), as a structure that was admitted to it is told to reach it.
package struct ReglagesProConnect: Sendable {
  /// "https://auth.agentconnect.gouv.fr/api/v2": what discovery is read under.
  package let base: String
  package let client: String
  package let secret: String
  /// The levels we accept, asked for and then checked: a wish alone binds nobody.
  package let niveaux: [String]

  /// Two factors, or an identity that was verified.
  package static let niveauxParDefaut = ["eidas1-mfa", "eidas2", "eidas3"]

  package init(base: String, client: String, secret: String, niveaux: [String] = niveauxParDefaut) {
    self.base = base
    self.client = client
    self.secret = secret
    self.niveaux = niveaux
  }

  /// Whether a level says that two factors were shown.
  static func isStrong(_ niveau: String) -> Bool { niveau.hasSuffix("-mfa") || ["eidas2", "eidas3"].contains(niveau) }
}

/// Talks to the provider: where its doors are, what it answers, whether that is really its word.
struct Fournisseur: Sendable {
  let reglages: ReglagesProConnect
  /// Where it sends people back.
  let retour: String

  /// Why somebody could not enter by it. Nobody is told which.
  enum Failure: Error, Equatable {
    case unreachable, refused, malformed, algorithm, signature, issuer, audience, expired, nonce, level, subject
  }

  struct Identite: Sendable, Equatable {
    let emetteur: String
    let sujet: String
    let niveau: String
  }

  private struct Discovery: Decodable {
    let issuer: String
    let authorization_endpoint: String
    let token_endpoint: String
    let userinfo_endpoint: String
    let jwks_uri: String

    var endpoints: [String] { [authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri] }
  }

  /// The address to which the browser is sent.
  func authorization(_ aller: AllerProConnect) async throws -> String {
    let discovery = try await discover()
    let claims =
      #"{"id_token":{"acr":{"essential":true,"values":[\#(reglages.niveaux.map { "\"\($0)\"" }.joined(separator: ","))]}}}"#
    return discovery.authorization_endpoint + "?"
      + FormData(pairs: [
        ("response_type", "code"), ("client_id", reglages.client), ("redirect_uri", retour), ("scope", "openid"),
        ("state", aller.etat.text), ("nonce", aller.nonce), ("claims", claims),
        ("code_challenge", aller.empreinteDuVerifieur), ("code_challenge_method", "S256"),
      ]).urlEncoded
  }

  /// Exchanges the code, and checks every word of the answer.
  func identify(code: String, _ aller: AllerProConnect, at now: Instant) async throws -> Identite {
    let discovery = try await discover()
    let tokens = try await exchange(code, aller, at: discovery.token_endpoint)
    let keys = try await keys(at: discovery.jwks_uri)
    let id: IdToken = try await verified(tokens.id_token, by: keys)
    try check(id, discovery, now)
    guard id.nonce == aller.nonce else { throw Failure.nonce }
    guard let niveau = id.acr, reglages.niveaux.contains(niveau) else { throw Failure.level }
    let answer = try await get(discovery.userinfo_endpoint, bearer: tokens.access_token)
    let info: UserInfo = try await verified(String(decoding: answer, as: UTF8.self), by: keys)
    guard info.sub == id.sub else { throw Failure.subject }
    guard info.iss.map({ $0 == discovery.issuer }) ?? true else { throw Failure.issuer }
    guard info.aud.map({ $0.value.contains(reglages.client) }) ?? true else { throw Failure.audience }
    return Identite(emetteur: discovery.issuer, sujet: id.sub, niveau: niveau)
  }

  // MARK: Words of the provider

  private struct IdToken: JWTPayload {
    let iss: String
    let sub: String
    let aud: AudienceClaim
    let exp: Double
    let iat: Double
    let nonce: String?
    let acr: String?

    /// Time is checked by `check`, under the house's own clock.
    func verify(using key: some JWTAlgorithm) {}
  }

  private struct UserInfo: JWTPayload {
    let sub: String
    let iss: String?
    let aud: AudienceClaim?

    func verify(using key: some JWTAlgorithm) {}
  }

  private struct Tokens: Decodable {
    let access_token: String
    let id_token: String
  }

  /// A clock that is a little off is admitted.
  private static let tolerance = 60.0

  private func check(_ id: IdToken, _ discovery: Discovery, _ now: Instant) throws {
    let seconds = Double(now.milliseconds) / 1000
    guard id.iss == discovery.issuer else { throw Failure.issuer }
    guard id.aud.value == [reglages.client] else { throw Failure.audience }
    guard id.exp > seconds - Self.tolerance, id.iat < seconds + Self.tolerance else { throw Failure.expired }
  }

  private struct Header: Decodable { let alg: String }

  /// The signature first, and only by what a public key verifies: a token cannot choose how it is checked.
  private func verified<Payload: JWTPayload>(_ token: String, by keys: JWTKeyCollection) async throws -> Payload {
    let header = Data(base64URL: String(token.prefix { $0 != "." }))
    guard let header, let said = try? JSONDecoder().decode(Header.self, from: header) else { throw Failure.malformed }
    guard ["ES256", "RS256"].contains(said.alg) else { throw Failure.algorithm }
    do { return try await keys.verify(token, as: Payload.self) } catch is JWTError { throw Failure.signature } catch {
      throw Failure.malformed
    }
  }

  // MARK: Doors of the provider

  private func discover() async throws -> Discovery {
    let bytes = try await get(reglages.base + "/.well-known/openid-configuration")
    guard let discovery = try? JSONDecoder().decode(Discovery.self, from: Data(bytes)) else { throw Failure.malformed }
    // Its doors are all under its own roof: the secret is never sent elsewhere.
    let roof = URL(string: reglages.base)
    guard roof?.host() != nil, discovery.endpoints.allSatisfy({ Self.isUnder($0, roof) }) else {
      throw Failure.malformed
    }
    return discovery
  }

  private static func isUnder(_ endpoint: String, _ roof: URL?) -> Bool {
    guard let url = URL(string: endpoint) else { return false }
    return url.scheme == roof?.scheme && url.host() == roof?.host() && url.port == roof?.port
  }

  private func keys(at address: String) async throws -> JWTKeyCollection {
    let bytes = try await get(address)
    do { return try await JWTKeyCollection().add(jwksJSON: String(decoding: bytes, as: UTF8.self)) } catch {
      throw Failure.malformed
    }
  }

  private func exchange(_ code: String, _ aller: AllerProConnect, at address: String) async throws -> Tokens {
    var request = HTTPClientRequest(url: address)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
    request.body = .bytes(
      ByteBuffer(
        string: FormData(pairs: [
          ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", retour),
          ("client_id", reglages.client), ("client_secret", reglages.secret), ("code_verifier", aller.verifieur),
        ]).urlEncoded))
    guard let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(try await send(request))) else {
      throw Failure.malformed
    }
    return tokens
  }

  private func get(_ address: String, bearer: String? = nil) async throws -> [UInt8] {
    var request = HTTPClientRequest(url: address)
    if let bearer { request.headers.add(name: "Authorization", value: "Bearer \(bearer)") }
    return try await send(request)
  }

  /// Ten seconds and a quarter of a megabyte: a provider that is slow or endless holds nobody.
  private func send(_ request: HTTPClientRequest) async throws -> [UInt8] {
    let response: HTTPClientResponse
    let body: ByteBuffer
    do {
      response = try await HTTPClient.sansDetour.execute(request, timeout: .seconds(10))
      body = try await response.body.collect(upTo: 256 * 1024)
    } catch { throw Failure.unreachable }
    guard response.status == .ok else { throw Failure.refused }
    return Array(body.readableBytesView)
  }
}
