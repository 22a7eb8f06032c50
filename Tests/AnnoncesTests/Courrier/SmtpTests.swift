import Annonces
import Temps
import Testing
import Troupe

/// What the relay answers, and what we make of it.
@Suite(.serialized) struct SmtpTests {
  @Test func `un courriel accepté est chez le relais, tel quel`() async throws {
    try await withServeur { serveur async throws in
      let message = Array("Subject: x\r\n\r\n.\r\n..deux\r\nfin sans retour".utf8)
      let smtp = Smtp(try relais(serveur))
      #expect(await smtp.send(message, from: Lettre.adresse, to: "amina@exemple.test") == .accepted)
      let recu = try #require(serveur.recus().first)
      #expect(recu.bytes == message + [13, 10])
      #expect(recu.expediteur == Lettre.adresse)
      #expect(recu.destinataires == ["amina@exemple.test"])
      #expect(recu.salut == "vademecum.test")
    }
  }

  @Test func `plusieurs courriels passent par une seule connexion`() async throws {
    try await withServeur { serveur async throws in
      let smtp = Smtp(try relais(serveur))
      for _ in 1...3 { #expect(await send(smtp) == .accepted) }
      #expect(Set(try serveur.recus().map(\.connexion)).count == 1)
      await smtp.close()
      #expect(await send(smtp) == .accepted)
      #expect(Set(try serveur.recus().map(\.connexion)).count == 2)
    }
  }

  @Test func `vingt tâches à la fois n’en perdent aucun`() async throws {
    try await withServeur { serveur async throws in
      let smtp = Smtp(try relais(serveur))
      await withTaskGroup(of: Remise.self) { group in
        for number in 1...20 { group.addTask { await send(smtp, to: "p\(number)@exemple.test") } }
        for await remise in group { #expect(remise == .accepted) }
      }
      #expect(Set(try serveur.recus().flatMap(\.destinataires)).count == 20)
    }
  }

  @Test(arguments: [
    ("rcpt-451@exemple.test", Remise.temporary(code: 451)), ("rcpt-550@exemple.test", .permanent(code: 550)),
    ("data-452@exemple.test", .temporary(code: 452)), ("data-552@exemple.test", .permanent(code: 552)),
    ("rcpt-530@exemple.test", .temporary(code: 530)),
  ])
  func `le refus d’une adresse ou d’un courriel garde son code`(adresse: String, attendue: Remise) async throws {
    try await withServeur { serveur async throws in
      let smtp = Smtp(try relais(serveur))
      #expect(await send(smtp, to: adresse) == attendue)
      #expect(try serveur.recus().isEmpty)
      // A refusal says nothing of the next mail.
      #expect(await send(smtp) == .accepted)
    }
  }

  @Test(arguments: [("mail-451", Remise.temporary(code: 451)), ("mail-553", .permanent(code: 553))])
  func `le refus de l’expéditeur garde son code`(nom: String, attendue: Remise) async throws {
    try await withServeur { serveur async throws in
      let smtp = Smtp(try relais(serveur))
      #expect(await smtp.send(message, from: "\(nom)@vademecum.test", to: "amina@exemple.test") == attendue)
    }
  }

  @Test func `un relais qui refuse tout le monde n’est pas la faute du courriel`() async throws {
    var reglages = ServeurSmtp.Reglages()
    reglages.mode = .refus
    try await withServeur(reglages) { serveur async throws in
      #expect(await send(Smtp(try relais(serveur))) == .temporary(code: 554))
    }
  }

  @Test(arguments: [
    "", "amina", "@exemple.test", "amina@", "a@b@c.test", "a b@exemple.test", "a@exemple.test\r\nRCPT TO:<b@c.test>",
    "a\u{0}@exemple.test", "a>@exemple.test", "a\u{a0}b@exemple.test", "a\u{200b}@exemple.test", "\"a\"@exemple.test",
    String(repeating: "a", count: 250) + "@b.test",
  ])
  func `une adresse dangereuse ne part pas`(adresse: String) async throws {
    // Nobody listens on port 1: a try would be `unreachable`.
    let smtp = Smtp(try Relais(host: "127.0.0.1", port: 1, security: .none, heloDomain: "vademecum.test"))
    #expect(await smtp.send(message, from: Lettre.adresse, to: adresse) == .permanent(code: 553))
    #expect(await smtp.send(message, from: adresse, to: "amina@exemple.test") == .permanent(code: 553))
  }

  @Test func `une adresse accentuée passe si le relais sait la porter`() async throws {
    try await withServeur { serveur async throws in
      let smtp = Smtp(try relais(serveur))
      #expect(await send(smtp) == .accepted)
      #expect(await send(smtp, to: "zoé@exemple.test") == .accepted)
      let recus = try serveur.recus()
      #expect(recus.last?.destinataires == ["zoé@exemple.test"])
      #expect(recus.map { $0.options.contains("SMTPUTF8") } == [false, true])
    }
  }

  @Test func `une adresse accentuée est refusée si le relais ne sait pas la porter`() async throws {
    var reglages = ServeurSmtp.Reglages()
    reglages.offersUtf8 = false
    try await withServeur(reglages) { serveur async throws in
      let smtp = Smtp(try relais(serveur))
      #expect(await send(smtp) == .accepted)
      #expect(await send(smtp, to: "zoé@exemple.test") == .permanent(code: 553))
      #expect(await send(smtp) == .accepted)
      #expect(try serveur.recus().count == 2)
    }
  }
}
