import Base
import HTTPTypes
import Html
import HummingbirdTesting
import NIOConcurrencyHelpers
import NIOCore
import Testing
import Troupe

@testable import Web

@Suite struct RefusalTests {
  @Test func `une panne donne une référence, et rien de son texte`() async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let answer = try await browser.get("/casse?mot=secret-de-l-adresse")
      #expect(answer.status == .internalServerError)
      let reference = try #require(answer.text.firstMatch(of: /Référence\u{a0}: ([A-Z0-9]{1,8})</)).output.1
      #expect(!answer.text.contains(Site.panne) && !answer.text.contains("Panne"))
      let lines = site.journal.text.split(separator: "\n").filter { $0.contains("reference=\(reference)") }
      #expect(lines.count == 2)
      #expect(lines.contains { $0.contains("kind=Panne") && $0.contains("route=/casse") })
    }
    #expect(!site.journal.text.contains(Site.panne))
  }

  @Test func `le journal ne dit ni l’adresse, ni ce qui a été tapé, ni qui est là`() async throws {
    let site = Site()
    try await site.visit(as: Site.connexionDeLea) { lea async throws in
      _ = try await lea.get("/choses/un-identifiant?mot=un-mot")
      _ = try await lea.post("/mots", try await lea.seal() + [("mots", "des-mots-tapes")])
      _ = try await lea.get("/inconnue/un-identifiant")
      _ = try await lea.get("/base/un-identifiant")
    }
    let text = site.journal.text
    #expect(text.contains("route=/choses/{id}") && text.contains("status=200") && text.contains("database:42P01"))
    for secret in [
      "un-identifiant", "un-mot", "des-mots-tapes", Site.connexionDeLea.text, "Léa", Visiteurs.lea.personne.text,
    ] { #expect(!text.contains(secret), "\(secret)") }
  }

  @Test func `une base occupée, partie, pleine ou douteuse se dit, sans référence`() async throws {
    try await Site().visit { browser async throws in
      let said: [(String, Int, String)] = [
        ("occupee", 503, "Beaucoup de monde"), ("partie", 503, "Nos registres ne répondent pas"),
        ("pleine", 507, "dont l’ouverture doit être notée"), ("douteuse", 503, "Nos registres ne répondent pas"),
      ]
      for (etat, status, mots) in said {
        let answer = try await browser.get("/base/\(etat)")
        #expect(answer.status.code == status && answer.headers[.retryAfter] == "5")
        #expect(answer.text.contains(mots) && !answer.text.contains("Référence"), "\(etat)")
      }
      #expect(try await browser.get("/base/autre").status == .internalServerError)
    }
  }

  @Test func `ce qui n’a pas pu être gardé est rendu, prêt à repartir sous la même clé`() async throws {
    let mots = "J’ai écrit <ceci> \"longtemps\",\net encore cela."
    try await Site().visit { browser async throws in
      for etat in ["occupee", "partie", "pleine", "douteuse"] {
        let seal = try await browser.seal()
        let answer = try await browser.post("/base/\(etat)", seal + [("mots", mots), ("code", "123456")])
        let text = answer.text
        #expect(text.contains("action=\"/base/\(etat)\"") && text.contains("Envoyer à nouveau"), "\(etat)")
        #expect(text.hidden("_geste") == seal[1].1)
        #expect(text.contains("<blockquote>J’ai écrit &lt;ceci&gt;") && text.contains("name=\"code\" value=\"123456\""))
        #expect(!text.contains("<blockquote>123456"))
        #expect(text.contains("ne comptera qu’une fois") == (etat == "partie" || etat == "douteuse"))
      }
    }
  }

  @Test func `ce qui vient d’une autre page n’est pas rendu`() async throws {
    try await Site().visit { browser async throws in
      let answer = try await browser.post(
        "/base/pleine", [("_csrf", "autre"), ("_geste", "x"), ("mots", "des mots d’ailleurs")])
      #expect(answer.status == .forbidden && !answer.text.contains("des mots d’ailleurs"))
    }
  }

  @Test func `une base partie avant qu’on sache qui vient rend aussi ce qui était écrit`() async throws {
    let site = Site()
    try await site.visit(as: Site.connexionDeLea) { lea async throws in
      let seal = try await lea.seal()
      site.isAway.withLockedValue { $0 = true }
      let answer = try await lea.post("/mots", seal + [("mots", "un mot assez long")])
      #expect(answer.status == .serviceUnavailable && answer.text.contains("value=\"un mot assez long\""))
    }
  }

  @Test func `un envoi trop long se dit, cent vingt-huit kilo-octets passent`() async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let seal = [("X-Csrf", try await browser.seal()[0].1)]
      func send(_ count: Int) async throws -> TestResponse {
        try await browser.send(.post, "/signal", seal, String(repeating: "a", count: count))
      }
      #expect(try await send(128 * 1024).status == .seeOther)
      for count in [128 * 1024 + 1, 129 * 1024, 1024 * 1024] {
        let answer = try await send(count)
        #expect(answer.status == .contentTooLarge && answer.text.contains("trop long"), "\(count)")
      }
    }
    #expect(site.faits == ["131072 octets"])
  }

  @Test func `un formulaire montré à nouveau garde les mots et la clé`() async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let seal = try await browser.seal()
      let mots = "</textarea><script>l’été & \"vous\"</script>"
      let answer = try await browser.post("/mots", seal + [("mots", mots)])
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("&lt;/textarea&gt;&lt;script&gt;l’été &amp; &quot;vous&quot;&lt;/script&gt;"))
      #expect(!answer.text.contains("</textarea><script>"))
      #expect(answer.text.contains("C’est un peu long."))
      #expect(answer.text.hidden("_geste") == seal[1].1)
      #expect(site.faits == [])
      #expect(try await browser.post("/mots", seal + [("mots", "court")]).status == .seeOther)
    }
  }

  @Test func `chaque refus se lit en deux langues, sans reproche, et ramène à l’accueil`() {
    for refus in Refusal.allCases {
      let page = RefusalPage(refus: refus, reference: "ABCD1234", retour: "/accueil")
      let (fr, en) = (page.contenu(.fr).string, page.contenu(.en).string)
      #expect(fr != en && page.titre(.fr) != page.titre(.en))
      #expect(fr.contains("href=\"/accueil\"") && en.contains("href=\"/accueil\""))
      for word in ["erreur", "invalide", "veuillez", "utilisateur", "échec"] {
        #expect(!fr.lowercased().contains(word))
      }
      for word in ["error", "invalid", "failed", "user"] { #expect(!en.lowercased().contains(word)) }
      #expect(fr.contains("ABCD1234") == (refus == .broken))
    }
  }

  @Test func `chaque raison a son statut`() {
    let known: [(any Error, Refusal, Int)] = [
      (Absent(), .absent, 404), (SignInNeeded(), .signIn, 401), (StaleForm(), .stale, 403),
      (TooLarge(), .tooLarge, 413), (DatabaseError.busy, .busy, 503), (DatabaseError.unavailable, .unsure, 503),
      (DatabaseError.full, .full, 507), (DatabaseError.undurable, .unsure, 503),
      (DatabaseError.unique(table: "x"), .broken, 500), (VaultError.damaged, .broken, 500),
      (CancellationError(), .broken, 500),
    ]
    for (error, refus, status) in known {
      #expect(Refusal(error) == refus)
      #expect(refus.status.code == status)
    }
  }
}
