import Crypto
import Foundation
import Temps
import Testing

@testable import Rencontres

@Suite struct RelaisVideoTests {
  private let now = Instant(milliseconds: 1_801_468_800_000)

  private struct Read: Decodable {
    struct Server: Decodable {
      let urls: [String]
      let username: String?
      let credential: String?
    }
    let iceServers: [Server]
    let iceTransportPolicy: String
  }

  private func read(_ relais: RelaisVideo) throws -> Read {
    try JSONDecoder().decode(Read.self, from: Data(relais.json(at: now).utf8))
  }

  @Test func `le mot de passe TURN est celui que le relais recalcule, et il expire`() throws {
    let given = try read(
      RelaisVideo(stun: [], turn: ["turn:relais.example"], secret: "secret partagé", relayOnly: false))
    let server = try #require(given.iceServers.first)
    let username = try #require(server.username)
    let code = HMAC<Insecure.SHA1>.authenticationCode(
      for: Data(username.utf8), using: SymmetricKey(data: Data("secret partagé".utf8)))
    #expect(server.credential == Data(code).base64EncodedString())
    let expiry = try #require(username.split(separator: ":").first.flatMap { Int64($0) })
    #expect(expiry == (now + .hours(4)).milliseconds / 1000)
  }

  @Test func `deux appels ne portent pas le même nom`() throws {
    let relais = RelaisVideo(stun: [], turn: ["turn:relais.example"], secret: "s", relayOnly: false)
    #expect(try read(relais).iceServers.first?.username != read(relais).iceServers.first?.username)
  }

  @Test func `le relais seul cache les adresses, et sans relais l’appel est direct`() throws {
    let turn = ["turn:relais.example"]
    #expect(try read(RelaisVideo(stun: [], turn: turn, secret: "s", relayOnly: true)).iceTransportPolicy == "relay")
    #expect(try read(RelaisVideo(stun: [], turn: turn, secret: "s", relayOnly: false)).iceTransportPolicy == "all")
    let direct = try read(RelaisVideo(stun: ["stun:a.example"], turn: [], secret: nil, relayOnly: false))
    #expect(direct.iceServers.map(\.urls) == [["stun:a.example"]])
    #expect(direct.iceServers.first?.credential == nil)
  }
}
