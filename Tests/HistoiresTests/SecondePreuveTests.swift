import Base
import Chartes
import HTTPTypes
import HummingbirdTesting
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct SecondePreuveTests {
  @Test(arguments: Engine.allCases)
  func `une seconde preuve exigée ferme tout le reste jusqu’à ce qu’elle soit donnée`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      _ = try await scene.personnes.require(
        secondProofOf: [.conseiller], in: scene.dispositif, by: scene.nadia, geste: .make(at: scene.now),
        at: scene.now)
      let site = Site(scene)
      try await site.visit { client async throws in
        let claire = try await site.enter(scene.claire, client, forte: false)
        for path in ["/suivi", "/rencontres", "/compte", "/engagements", "/direct"] {
          let answer = try await claire.get(path)
          #expect(answer.status == .unauthorized && answer.text.contains("Est-ce bien vous"), "\(path)")
        }
        // The way to a first second proof stays open, and leaving too.
        let page = try await claire.get("/compte/code-temporaire")
        #expect(page.status == .ok)
        let secret = try await site.prepare(scene.claire, claire)
        let code = secret.digits(at: CodeTemporaire.step(at: site.now))
        let done = try await claire.post(
          "/compte/code-temporaire/confirmation", claire.seal(of: "/compte/code-temporaire") + [("code", code)])
        #expect(done.status == .ok && done.text.contains("Vos codes de secours"))
        #expect(try await claire.get("/suivi").status == .ok)

        // The next day the link alone is not enough any more.
        site.advance(.days(1))
        let again = try await site.enter(scene.claire, client, forte: false)
        #expect(try await again.get("/suivi").status == .unauthorized)
        let wrong = try await again.prove(with: "000000", for: "/suivi")
        #expect(wrong.status == .unprocessableContent)
        let before = again.cookie(.connexion)
        let right = try await again.prove(with: secret.digits(at: CodeTemporaire.step(at: site.now)), for: "/suivi")
        #expect(right.status == .seeOther && right.header("Location") == "/suivi")
        #expect(again.cookie(.connexion) != before, "un jeton nouveau à chaque preuve")
        #expect(try await again.get("/suivi").status == .ok)
        // Nadia's role was not asked for.
        #expect(try await site.enter(scene.nadia, client, forte: false).get("/coordination").status == .ok)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `un geste important redemande que ce soit vous, et garde ce qui est écrit`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let site = Site(scene)
      try await site.visit { client async throws in
        let nadia = try await site.enter(scene.nadia, client, forte: false)
        let secret = try await site.prepare(scene.nadia, nadia)
        let first = secret.digits(at: CodeTemporaire.step(at: site.now))
        _ = try await nadia.post(
          "/compte/code-temporaire/confirmation", nadia.seal(of: "/compte/code-temporaire") + [("code", first)])

        site.advance(.minutes(6))
        let fields = try await nadia.get("/parametres").text.fields + [(TenirSesRendezVous.preavis.cle, "48")]
        let asked = try await nadia.post("/parametres", nadia.seal(of: "/parametres") + fields)
        #expect(asked.status == .unauthorized && asked.text.contains("n’est pas perdu"))
        #expect(try await scene.count("SELECT count(*) FROM version") == 1)

        let code = secret.digits(at: CodeTemporaire.step(at: site.now))
        let carried = asked.text.carried
        let proven = try await nadia.post("/preuve", nadia.seal(of: "/compte") + carried + [("code", code)])
        #expect(proven.status == .ok && proven.text.contains("Envoyer ce que j’avais écrit"))
        let sent = try await nadia.post(
          "/parametres", [("_csrf", proven.text.hidden("_csrf")), ("_geste", proven.text.hidden("_geste"))] + fields)
        #expect(sent.status == .seeOther)
        #expect(try await scene.count("SELECT count(*) FROM version") == 2)
        // Sent twice with its one key: one act.
        _ = try await nadia.post(
          "/parametres", [("_csrf", proven.text.hidden("_csrf")), ("_geste", proven.text.hidden("_geste"))] + fields)
        #expect(try await scene.count("SELECT count(*) FROM version") == 2)
      }
    }
  }

  @Test func `un témoin posé d’avance n’est jamais adopté`() async throws {
    try await withScene(.sqlite) { scene in
      let site = Site(scene)
      try await site.visit { client async throws in
        let victim = Navigation(client, secure: true, agent: Site.agent)
        let planted = Token.random()
        victim.keep(.connexion, planted.text)
        #expect(try await victim.get("/compte").header("Location") == "/connexion")
        let code = try await scene.personnes.inscribe(
          prenom: "Lou", nom: "Vasseurion", in: scene.dispositif, by: scene.claire, geste: .make(at: scene.now),
          at: scene.now
        ).1.texte.imprime
        let entered = try await victim.post(
          "/connexion/papier", victim.seal(of: "/connexion/papier") + [("code", code)])
        #expect(entered.status == .seeOther)
        #expect(victim.cookie(.connexion) != planted.text)
        let thief = Navigation(client, secure: true, agent: Site.agent)
        thief.keep(.connexion, planted.text)
        #expect(try await thief.get("/compte").header("Location") == "/connexion")
      }
    }
  }

  @Test func `en doute, on n’ajoute aucune clé`() async throws {
    try await withScene(.sqlite) { scene in
      let site = Site(scene)
      try await site.visit { client async throws in
        let claire = try await site.enter(scene.claire, client, forte: false)
        let seal = try await claire.seal(of: "/compte")
        // The same cookies, from another family of browser.
        let agent = [("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36")]
        for path in ["/compte/cles", "/compte/code-temporaire", "/suivi"] {
          #expect(try await claire.get(path, agent).status == .unauthorized, "\(path)")
        }
        for path in ["/compte/cles/defi", "/compte/cles", "/compte/code-temporaire"] {
          #expect(try await claire.post(path, seal, agent).status == .unauthorized, "\(path)")
        }
        #expect(try await claire.get("/preuve", agent).status == .ok)
      }
    }
  }

  @Test func `exigée d’une connexion déjà ouverte, la seconde preuve laisse un chemin`() async throws {
    try await withScene(.sqlite) { scene in
      let site = Site(scene)
      try await site.visit { client async throws in
        let claire = try await site.enter(scene.claire, client, forte: false)
        site.advance(.minutes(30))
        _ = try await scene.personnes.require(
          secondProofOf: [.conseiller], in: scene.dispositif, by: scene.nadia, geste: .make(at: scene.now),
          at: scene.now)
        #expect(try await claire.get("/suivi").text.contains("/compte/cles"))
        // Adding one asks for a fresh proof, and offers the mailbox for it: never the same page again.
        let asked = try await claire.get("/compte/cles")
        #expect(asked.status == .unauthorized && asked.text.contains("Recevoir un lien par e-mail"))
      }
    }
  }

  @Test func `sans rien de plus qu’une boîte aux lettres, on est conduit à ajouter un moyen`() async throws {
    try await withScene(.sqlite) { scene in
      let site = Site(scene)
      try await site.visit { client async throws in
        let nadia = try await site.enter(scene.nadia, client, forte: false)
        let answer = try await nadia.post(
          "/invitations",
          nadia.seal(of: "/invitations") + [("adresse", "dora@exemple.fr"), ("role", "conseiller")])
        #expect(answer.status == .unauthorized)
        #expect(answer.text.contains("/compte/cles") && answer.text.contains("/compte/code-temporaire"))
        #expect(answer.text.contains("dora@exemple.fr"), "ce qui est écrit attend")
        #expect(try await scene.count("SELECT count(*) FROM invitation") == 0)
        // An explorer or an expert is invited as before.
        let expert = try await nadia.post(
          "/invitations", nadia.seal(of: "/invitations") + [("adresse", "dora@exemple.fr"), ("role", "expert")])
        #expect(expert.status == .seeOther)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `deviner un code devient vite très lent, et ne ferme rien pour toujours`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      var site = Site(scene)
      site.limiter = RateLimiter()
      let held = site
      try await held.visit { client async throws in
        let nadia = try await held.enter(scene.nadia, client, forte: false)
        let secret = try await held.prepare(scene.nadia, nadia)
        _ = try await nadia.post(
          "/compte/code-temporaire/confirmation",
          nadia.seal(of: "/compte/code-temporaire")
            + [("code", secret.digits(at: CodeTemporaire.step(at: held.now)))])
        held.advance(.minutes(10))
        var answers: [HTTPResponse.Status] = []
        for rang in 0..<12 {
          let code = String(100_000 + rang)
          answers.append(try await nadia.prove(with: code, for: "/compte").status)
        }
        #expect(answers.filter { $0 == .unprocessableContent }.count == 10)
        #expect(answers.suffix(2) == [.tooManyRequests, .tooManyRequests])
        #expect(try await scene.traces().contains { $0.geste == "refus:frequence" })
        held.advance(.minutes(5))
        let right = secret.digits(at: CodeTemporaire.step(at: held.now))
        #expect(try await nadia.prove(with: right, for: "/compte").status == .seeOther)
      }
    }
  }
}

extension Site {
  /// Sets up an application through its pages; answers the secret that the page shows.
  fileprivate func prepare(_ visitor: Visitor, _ browser: Navigation) async throws -> CodeTemporaire {
    _ = try await browser.post("/compte/code-temporaire", browser.seal(of: "/compte/code-temporaire"))
    let shown = try await browser.get("/compte/code-temporaire").text
    let own = try await self.visitor(browser)
    let pending = try await scene.house.database.read { [store = scene.personnes.store, now] tx in
      try own.flatMap { try store.pendingCodeTemporaire(of: $0, at: now, in: tx) }
    }
    let secret = try #require(pending)
    #expect(shown.contains(secret.texteEspace))
    return secret
  }
}

extension Navigation {
  fileprivate func prove(with code: String, for suite: String) async throws -> TestResponse {
    try await post("/preuve", seal(of: "/preuve") + [("suite", suite), ("code", code)])
  }
}

extension String {
  /// Names and values of the numbers that a page of settings offers.
  fileprivate var fields: [(String, String)] {
    matches(of: /<input[^>]*name="([a-z-]+)"[^>]*value="(\d+)"/).map { (String($0.output.1), String($0.output.2)) }
      .filter { $0.0 != TenirSesRendezVous.preavis.cle }
  }

  /// What the page that asks for a proof carries along.
  fileprivate var carried: [(String, String)] {
    var seen: Set<String> = []
    return matches(of: /name="(suite|geste|reprise\.[^"]*)" value="([^"]*)"/).compactMap {
      let name = String($0.output.1)
      return seen.insert(name).inserted ? (name, String($0.output.2)) : nil
    }
  }
}
