import Annonces
import Testing

@Suite struct RelaisTests {
  @Test(arguments: ["", "a b", "relais.test/x", "relais.test?x", "u:p@relais.test", "relais\r\n.test", "rélais.test"])
  func `un nom qui n’en est pas un est refusé au démarrage`(nom: String) {
    #expect(throws: Relais.Refused.name) {
      try Relais(host: nom, port: 25, security: .none, heloDomain: "vademecum.test")
    }
    #expect(throws: Relais.Refused.name) { try Relais(host: "relais.test", port: 25, security: .none, heloDomain: nom) }
  }

  @Test(arguments: [0, -1, 65_536])
  func `un port impossible est refusé au démarrage`(port: Int) {
    #expect(throws: Relais.Refused.port) {
      try Relais(host: "relais.test", port: port, security: .none, heloDomain: "vademecum.test")
    }
  }

  @Test func `un mot de passe ne voyage pas en clair`() {
    #expect(throws: Relais.Refused.passwordInClear) {
      try Relais(host: "h", port: 25, security: .none, user: "u", password: "p", heloDomain: "vademecum.test")
    }
  }

  @Test func `un nom sans mot de passe est refusé au démarrage`() {
    #expect(throws: Relais.Refused.halfCredentials) {
      try Relais(host: "h", port: 587, security: .starttls, user: "u", heloDomain: "vademecum.test")
    }
    #expect(throws: Relais.Refused.halfCredentials) {
      try Relais(host: "h", port: 587, security: .starttls, password: "p", heloDomain: "vademecum.test")
    }
  }

  @Test func `une adresse IPv6 est un hôte`() throws {
    _ = try Relais(host: "::1", port: 25, security: .none, heloDomain: "vademecum.test")
  }
}
