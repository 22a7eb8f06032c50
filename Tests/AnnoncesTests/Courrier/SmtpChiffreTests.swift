import Annonces
import Testing
import Troupe

/// TLS and passwords: nothing leaves without the protection that was asked for.
@Suite(.serialized) struct SmtpChiffreTests {
  @Test(arguments: [ServeurSmtp.Chiffrement.starttls, .tls])
  func `le courriel part chiffré, avec son mot de passe`(tls: ServeurSmtp.Chiffrement) async throws {
    try await withServeur(reglages(tls)) { serveur async throws in
      let smtp = Smtp(try relais(serveur, tls, password: "sésame 1"))
      #expect(await send(smtp) == .accepted)
      #expect(await send(smtp) == .accepted)
      let recus = try serveur.recus()
      #expect(recus.map(\.chiffre) == [true, true])
      #expect(recus.map(\.compte) == ["vademecum", "vademecum"])
      #expect(recus[0].connexion == recus[1].connexion)
    }
  }

  @Test(arguments: [ServeurSmtp.Chiffrement.starttls, .tls])
  func `un mauvais mot de passe laisse le courriel en attente`(tls: ServeurSmtp.Chiffrement) async throws {
    try await withServeur(reglages(tls)) { serveur async throws in
      #expect(await send(Smtp(try relais(serveur, tls, password: "autre"))) == .temporary(code: 535))
      #expect(try serveur.recus().isEmpty)
    }
  }

  @Test func `un mot de passe oublié laisse le courriel en attente`() async throws {
    try await withServeur(reglages(.starttls)) { serveur async throws in
      #expect(await send(Smtp(try relais(serveur, .starttls))) == .temporary(code: 530))
    }
  }

  @Test(arguments: [ServeurSmtp.Chiffrement.starttls, .tls])
  func `un certificat inconnu arrête tout`(tls: ServeurSmtp.Chiffrement) async throws {
    try await withServeur(reglages(tls)) { serveur async throws in
      try await withServeur(reglages(tls)) { autre async throws in
        let smtp = Smtp(try relais(serveur, tls, password: "sésame 1", caFile: autre.caFile))
        #expect(await send(smtp) == .unreachable(code: 60))
        #expect(try serveur.recus().isEmpty)
      }
    }
  }

  @Test func `un certificat de confiance, mais d’un autre nom, arrête tout`() async throws {
    var ailleurs = reglages(.tls)
    ailleurs.hote = "127.0.0.2"
    try await withServeur(ailleurs) { serveur async throws in
      #expect(await send(Smtp(try relais(serveur, .tls, password: "sésame 1"))) == .unreachable(code: 60))
      #expect(try serveur.recus().isEmpty)
    }
  }

  @Test func `un fichier de certificats absent se dit sans rien envoyer`() async throws {
    try await withServeur(reglages(.tls)) { serveur async throws in
      let smtp = Smtp(try relais(serveur, .tls, password: "sésame 1", caFile: "/nulle/part.pem"))
      #expect(await send(smtp) == .unreachable(code: 77))
    }
  }

  @Test func `rien n’est dit en clair à un relais qui n’offre pas le chiffrement`() async throws {
    try await withServeur { serveur async throws in
      #expect(await send(Smtp(try relais(serveur, .starttls, password: "sésame 1"))) == .unreachable(code: 64))
      #expect(try serveur.recus().isEmpty)
    }
  }

  private func reglages(_ tls: ServeurSmtp.Chiffrement) -> ServeurSmtp.Reglages {
    var reglages = ServeurSmtp.Reglages()
    reglages.tls = tls
    reglages.compte = (nom: "vademecum", secret: "sésame 1")
    return reglages
  }
}
