import Annonces
import Testing
import Troupe

let message = Lettre.simple.mime()

/// The relay of a test server, signed in when there is a password.
func relais(
  _ serveur: ServeurSmtp, _ tls: ServeurSmtp.Chiffrement = .none, password: String? = nil, caFile: String? = nil
) throws -> Relais {
  let security = try #require(Relais.Security(rawValue: tls.rawValue))
  return try Relais(
    host: serveur.hote, port: serveur.port, security: security, user: password.map { _ in "vademecum" },
    password: password, caFile: tls == .none ? nil : caFile ?? serveur.caFile, heloDomain: "vademecum.test")
}

func send(_ smtp: Smtp, to adresse: String = "amina@exemple.test") async -> Remise {
  await smtp.send(message, from: Lettre.adresse, to: adresse)
}

func withServeur<T>(
  _ reglages: ServeurSmtp.Reglages = .init(), _ body: (ServeurSmtp) async throws -> T
) async throws -> T {
  let serveur = try await ServeurSmtp.start(reglages)
  defer { serveur.stop() }
  return try await body(serveur)
}
