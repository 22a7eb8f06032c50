import Base
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct ProConnectTests {
  @Test(arguments: Engine.allCases) func `on relie son compte ProConnect, puis on entre avec lui`(engine: Engine)
    async throws
  {
    try await withProvider(engine) { scene, site, provider, client in
      let claire = try await site.enter(scene.claire, client)
      let linked = try await claire.link(provider)
      #expect(linked.header("Location") == "/compte/proconnect?fait=relie")
      #expect(try await claire.get("/compte/proconnect").text.contains("Relié depuis"))

      let elsewhere = claire.another()
      let entered = try await elsewhere.trip("/connexion/proconnect", provider)
      #expect(entered.status == .seeOther && entered.header("Location") == "/accueil")
      #expect(try await elsewhere.get("/suivi").status == .ok)
      let visitor = try #require(try await site.visitor(elsewhere))
      #expect(visitor.personne == scene.claire.personne)
      #expect(visitor.preuve.moyen == "proconnect" && visitor.preuve.forte == Scene.now, "deux facteurs là-bas")

      // Its word for her is not to be read in the base.
      #expect(!(try await scene.holds("agent-7")))
      _ = try await claire.post("/compte/proconnect/retrait", claire.seal(of: "/compte/proconnect"))
      let after = try await claire.another().trip("/connexion/proconnect", provider)
      #expect(after.status == .gone && after.text.contains("pas encore relié"))
    }
  }

  @Test func `qui n’a que ProConnect prouve en revenant par lui`() async throws {
    try await withProvider(.sqlite) { scene, site, provider, client in
      let claire = try await site.enter(scene.claire, client, forte: false)
      _ = try await claire.link(provider)
      site.advance(.minutes(30))
      provider.moment.withLockedValue { $0 = site.now }
      let asked = try await claire.get("/compte/cles")
      #expect(asked.status == .unauthorized && asked.text.contains("/connexion/proconnect"))
      #expect(!asked.text.contains("Recevoir un lien par e-mail"), "la boîte ne suffit plus")
      let before = try #require(try await site.visitor(claire)).connexion
      #expect(try await claire.trip("/connexion/proconnect", provider).header("Location") == "/accueil")
      #expect(try await site.visitor(claire)?.connexion == before, "la même ligne de sa liste")
      #expect(try await claire.get("/compte/cles").status == .ok)
    }
  }

  @Test func `un compte ProConnect n’ouvre qu’un compte, et seulement celui d’une équipe`() async throws {
    try await withProvider(.sqlite) { scene, site, provider, client in
      _ = try await site.enter(scene.claire, client).link(provider)
      let karim = try await site.enter(scene.karim, client)
      let taken = try await karim.link(provider)
      #expect(taken.status == .gone && taken.text.contains("ouvre déjà un autre compte"))
      let bruno = try await site.enter(scene.bruno, client)
      #expect(try await bruno.get("/compte/proconnect").status == .notFound)
      #expect(try await bruno.post("/compte/proconnect/aller", bruno.seal(of: "/compte")).status == .notFound)
      // Claire's role is taken away: ProConnect opens nothing any more.
      try await scene.personnes.suspend(scene.claire.personne, by: scene.nadia, at: scene.now)
      let suspended = try await karim.another().trip("/connexion/proconnect", provider)
      #expect(suspended.status == .gone)
    }
  }

  @Test(arguments: FauxProConnect.Mensonge.allCases) func `un fournisseur qui ment n’ouvre rien`(
    mensonge: FauxProConnect.Mensonge
  ) async throws {
    try await withProvider(.sqlite) { scene, site, provider, client in
      let claire = try await site.enter(scene.claire, client)
      _ = try await claire.link(provider)
      provider.mensonge.withLockedValue { $0 = mensonge }
      let browser = claire.another()
      let left = try await browser.get("/connexion/proconnect")
      let answer: TestResponse
      if let address = left.header("Location") {
        answer = try await browser.get(provider.back(address))
      } else {
        answer = left
      }
      #expect(answer.status == .gone, "\(mensonge)")
      #expect(browser.cookie(.connexion) == nil)
      #expect(!answer.text.contains(mensonge.rawValue) && answer.text.contains("adresse e-mail"))
      // Honest again, it opens.
      provider.mensonge.withLockedValue { $0 = nil }
      #expect(try await browser.trip("/connexion/proconnect", provider).header("Location") == "/accueil")
    }
  }

  @Test(arguments: Engine.allCases) func `ni état deviné, ni état rejoué, ni état d’un autre navigateur`(engine: Engine)
    async throws
  {
    try await withProvider(engine) { scene, site, provider, client in
      let claire = try await site.enter(scene.claire, client)
      _ = try await claire.link(provider)
      let browser = claire.another()
      let back = try provider.back(#require(try await browser.get("/connexion/proconnect").header("Location")))
      let state = try #require(URLComponents(string: back)?.queryItems?.first { $0.name == "state" }?.value)
      for path in [
        "/connexion/proconnect/retour", "/connexion/proconnect/retour?code=x",
        "/connexion/proconnect/retour?code=x&state=\(Token.random().text)",
        "/connexion/proconnect/retour?error=access_denied&state=\(Token.random().text)",
        back.replacing("state=\(state)", with: "state=\(String(state.reversed()))"),
      ] { #expect(try await browser.get(path).status == .gone, "\(path)") }
      #expect(try await claire.another().get(back).status == .gone, "un autre navigateur")
      #expect(try await browser.get(back).status == .seeOther)
      #expect(try await browser.another().get(back).status == .gone, "deux fois")

      let late = claire.another()
      let slow = try provider.back(#require(try await late.get("/connexion/proconnect").header("Location")))
      site.advance(.minutes(10))
      #expect(try await late.get(slow).status == .gone, "trop tard")
    }
  }

  @Test func `un niveau sans second facteur n’est pas une preuve forte`() async throws {
    try await withProvider(.sqlite, niveaux: ["eidas1"]) { scene, site, provider, client in
      provider.niveau.withLockedValue { $0 = "eidas1" }
      let claire = try await site.enter(scene.claire, client)
      _ = try await claire.link(provider)
      let browser = claire.another()
      _ = try await browser.trip("/connexion/proconnect", provider)
      #expect(try await site.visitor(browser)?.preuve.forte == nil)
    }
  }

  @Test func `sans réglage, aucune de ces portes n’existe`() async throws {
    try await withScene(.sqlite) { scene in
      let site = Site(scene)
      try await site.visit { client async throws in
        let claire = try await site.enter(scene.claire, client)
        for path in ["/compte/proconnect", "/connexion/proconnect/retour?code=x&state=y"] {
          #expect(try await claire.get(path).status == .notFound, "\(path)")
        }
        #expect(!(try await claire.another().get("/connexion").text.contains("ProConnect")))
      }
    }
  }

  private func withProvider(
    _ engine: Engine, niveaux: [String] = ReglagesProConnect.niveauxParDefaut,
    _ body: @escaping @Sendable (Scene, Site, FauxProConnect, any TestClientProtocol) async throws -> Void
  ) async throws {
    try await withScene(engine) { scene in
      let provider = FauxProConnect()
      try await provider.serve {
        let reglages = ReglagesProConnect(
          base: provider.base, client: FauxProConnect.client, secret: FauxProConnect.secret, niveaux: niveaux)
        let site = Site(scene, proConnect: reglages)
        try await site.visit { client async throws in try await body(scene, site, provider, client) }
      }
    }
  }
}

extension FauxProConnect {
  /// Where the browser comes back, on our site.
  fileprivate func back(_ address: String) throws -> String {
    try consent(address).replacing(Scene.origin, with: "")
  }
}

extension Navigation {
  /// Links one's account there: by a sealed form, then by the link it shows.
  fileprivate func link(_ provider: FauxProConnect) async throws -> TestResponse {
    let page = try await post("/compte/proconnect/aller", seal(of: "/compte/proconnect"))
    let address = try #require(page.text.firstMatch(of: /href="(http[^"]*authorize[^"]*)"/)).output.1
    return try await get(provider.back(String(address).replacing("&amp;", with: "&")))
  }

  /// Goes to the provider, and comes back.
  fileprivate func trip(_ path: String, _ provider: FauxProConnect) async throws -> TestResponse {
    let left = try await get(path)
    #expect(left.status == .seeOther, "\(path) \(left.status)")
    return try await get(provider.back(try #require(left.header("Location"))))
  }
}
