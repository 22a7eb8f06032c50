import Base
import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Troupe

@testable import Web

@Suite struct CsrfTests {
  @Test func `un formulaire de chez nous passe, avec sa clé et ses mots`() async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let seal = try await browser.seal()
      let answer = try await browser.post("/mots", seal + [("mots", "c’est l’été & <b>")])
      #expect(answer.status == .seeOther && answer.headers[.location] == "/merci")
      #expect(site.faits == ["\(seal[1].1) c’est l’été & <b>"])
    }
  }

  @Test func `le sceau dure tant que le navigateur le garde`() async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let seal = try await browser.seal()
      for _ in 0..<3 { #expect(try await browser.post("/mots", seal).status == .seeOther) }
    }
    #expect(site.faits.count == 3)
  }

  @Test(arguments: ["", "x", "AAAA", String(repeating: "A", count: 43) + "=", String(repeating: "A", count: 100_000)])
  func `un sceau absent ou faux ne fait rien`(presented: String) async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let geste = try await browser.seal()[1]
      for fields in [[geste], [geste, ("_csrf", presented)]] {
        let answer = try await browser.post("/mots", fields + [("mots", "non")])
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("Cette page a vieilli"))
      }
      #expect(try await browser.post("/mots", [geste], [("X-Csrf", presented)]).status == .forbidden)
    }
    #expect(site.faits == [])
  }

  @Test func `le sceau d’un autre navigateur ne vaut rien ici`() async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let other = browser.another()
      let (own, foreign) = (try await browser.seal(), try await other.seal())
      #expect(own[0].1 != foreign[0].1)
      #expect(try await browser.post("/mots", foreign).status == .forbidden)
      // A seal shown before the browser lost its cookie, played again after.
      browser.keep(.visite, nil)
      #expect(try await browser.post("/mots", own).status == .forbidden)
      browser.keep(.visite, Token.random().text)
      #expect(try await browser.post("/mots", own).status == .forbidden)
      #expect(site.faits == [])
      #expect(try await other.post("/mots", foreign).status == .seeOther)
    }
  }

  @Test func `un formulaire scellé sans clé de geste est refusé par l’acte`() async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let seal = try await browser.seal()
      for geste in ["", "x", seal[1].1.uppercased()] {
        #expect(try await browser.post("/mots", [seal[0], ("_geste", geste)]).status == .forbidden)
      }
    }
    #expect(site.faits == [])
  }

  @Test(arguments: [
    ("cross-site", false), ("same-site", false), ("Same-Origin", false), ("", false), ("same-origin", true),
    ("none", true),
  ]) func `un envoi venu d’ailleurs est refusé, même bien scellé`(origin: String, passes: Bool) async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let answer = try await browser.post("/mots", try await browser.seal(), [("Sec-Fetch-Site", origin)])
      #expect(answer.status == (passes ? .seeOther : .forbidden))
    }
    #expect(site.faits.count == (passes ? 1 : 0))
  }

  @Test func `un module présente le sceau dans un en-tête`() async throws {
    let site = Site()
    try await site.visit { browser async throws in
      let csrf = try await browser.seal()[0].1
      let json = [("Content-Type", "application/json")]
      #expect(try await browser.send(.post, "/signal", json + [("X-Csrf", csrf)], "{}").status == .seeOther)
      #expect(try await browser.send(.post, "/signal", json, "{}").status == .forbidden)
      // Only a form of ours is read as a form.
      let body = "_csrf=" + csrf.replacing("+", with: "%2B").replacing("/", with: "%2F")
      #expect(try await browser.send(.post, "/signal", [("Content-Type", "text/plain")], body).status == .forbidden)
      #expect(try await browser.send(.post, "/signal", [], body).status == .forbidden)
    }
    #expect(site.faits == ["2 octets"])
  }

  @Test func `un navigateur sans témoin en reçoit un, et le garde`() async throws {
    try await Site().visit { browser async throws in
      #expect(try await browser.get("/").headers[values: .setCookie].count == 1)
      let given = try #require(browser.cookie(.visite))
      #expect(Token(presented: given) != nil)
      #expect(try await browser.get("/").headers[values: .setCookie].isEmpty)
      for bad in ["x", "", given + "A"] {
        browser.keep(.visite, bad)
        _ = try await browser.get("/")
        #expect(browser.cookie(.visite).flatMap(Token.init(presented:)) != nil)
        #expect(browser.cookie(.visite) != given)
      }
    }
  }

  @Test func `la clé du site fait le sceau`() {
    let (key, other) = (
      CsrfKey(.init(data: Data(repeating: 1, count: 32))), CsrfKey(.init(data: Data(repeating: 2, count: 32)))
    )
    let token = key.token(for: "navigateur")
    #expect(key.accepts(token, from: "navigateur"))
    #expect(!key.accepts(token, from: "navigateur2") && !other.accepts(token, from: "navigateur"))
    #expect(!key.accepts("", from: "navigateur") && !key.accepts(String(token.dropLast(4)), from: "navigateur"))
  }
}
