import Base
import Crypto
import Foundation
import Temps

/// The STUN and TURN servers that help two browsers find each other, from the configuration.
package struct RelaisVideo: Sendable {
  let stun: [String]
  let turn: [String]
  /// Shared with the TURN server; browsers only ever see credentials that expire.
  let secret: String?
  /// Never shows an address of one to the other: everything passes through TURN.
  let relayOnly: Bool

  /// Credentials outlive the longest meeting.
  static let lasts = Duration.hours(4)

  package init(stun: [String], turn: [String], secret: String?, relayOnly: Bool) {
    self.stun = stun
    self.turn = turn
    self.secret = secret
    self.relayOnly = relayOnly
  }

  /// What a browser is given, as JSON. The user name holds a time and a random word: nothing of the person.
  func json(at now: Instant) throws -> String {
    let configuration = Configuration(
      iceServers: servers(at: now), iceTransportPolicy: relayOnly && !turn.isEmpty ? "relay" : "all")
    return String(decoding: try JSONEncoder().encode(configuration), as: UTF8.self)
  }

  private func servers(at now: Instant) -> [Server] {
    var servers = stun.isEmpty ? [] : [Server(urls: stun, username: nil, credential: nil)]
    if let secret, !turn.isEmpty {
      let expiry = (now + Self.lasts).milliseconds / 1000
      let username = "\(expiry):\(Token.random().text.prefix(8))"
      let code = HMAC<Insecure.SHA1>.authenticationCode(
        for: Data(username.utf8), using: SymmetricKey(data: Data(secret.utf8)))
      servers.append(Server(urls: turn, username: username, credential: Data(code).base64EncodedString()))
    }
    return servers
  }

  private struct Configuration: Encodable {
    let iceServers: [Server]
    let iceTransportPolicy: String
  }

  private struct Server: Encodable {
    let urls: [String]
    let username: String?
    let credential: String?
  }
}
