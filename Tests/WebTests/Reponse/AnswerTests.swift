import HTTPTypes
import HummingbirdTesting
import NIOCore
import Temps
import Testing
import Troupe

@testable import Web

@Suite struct AnswerTests {
  @Test func `un fichier se télécharge sous son nom`() async throws {
    try await Site().visit { browser async throws in
      let answer = try await browser.get("/fichier")
      #expect(answer.headers[.contentType] == "application/pdf")
      #expect(answer.headers[.contentDisposition] == "attachment; filename=\"essai.pdf\"")
      #expect(Array(answer.body.readableBytesView) == [1, 2, 3])
    }
  }

  @Test func `la santé dit un mot et rien d’autre`() async throws {
    try await Site().visit { browser async throws in #expect(try await browser.get("/sante").text == "ok\n") }
    try await Site(isWell: false).visit { browser async throws in
      let answer = try await browser.get("/sante")
      #expect(answer.status == .serviceUnavailable && answer.text == "indisponible\n")
    }
  }

  @Test(arguments: [false, true]) func `un témoin se scelle et s’oublie`(secure: Bool) {
    let prefix = secure ? "__Host-" : ""
    let end = secure ? "; Secure" : ""
    let kept = BrowserCookie(.langue, "en", lasts: .days(400)).header(secure: secure)
    #expect(kept == "\(prefix)langue=en; Path=/; HttpOnly; SameSite=Lax\(end); Max-Age=34560000")
    let brief = BrowserCookie(.connexion, "x", lasts: nil).header(secure: secure)
    #expect(brief == "\(prefix)connexion=x; Path=/; HttpOnly; SameSite=Lax\(end)")
    #expect(BrowserCookie.forget(.connexion).header(secure: secure).hasSuffix("; Max-Age=0"))
  }

  @Test func `chaque page dit où l’on est et qui l’on est`() async throws {
    try await Site().visit(as: Site.connexionDeMarc) { marc async throws in
      let page = try await marc.get("/").text
      for word in ["Marc", "href=\"/moi\"", "action=\"/deconnexion\"", "href=\"/compte\"", "data-direct=\"/direct\""] {
        #expect(page.contains(word), "\(word)")
      }
      #expect(try await marc.get("/choses").text.contains(#"<a href="/choses" aria-current="page">"#))
      #expect(!page.contains("aria-current=\"page\""))
    }
    try await Site().visit { nobody async throws in
      let page = try await nobody.get("/").text
      for word in ["href=\"/moi\"", "/deconnexion", "data-direct", "/compte"] {
        #expect(!page.contains(word), "\(word)")
      }
      #expect(page.contains("action=\"/langue\"") && page.contains("/public/style-"))
    }
  }

  @Test func `aucune page n’a de style ni de script écrit dedans`() async throws {
    try await Site(development: true).visit(as: Site.connexionDeLea) { lea async throws in
      for path in ["/", "/mots", "/galerie", "/galerie/composants", "/absente", "/casse"] {
        let page = try await lea.get(path).text
        #expect(page.hasPrefix("<!doctype html><html lang=\"en\">"))
        #expect(!page.contains(" style=") && !page.contains("<style") && !page.contains("javascript:"), "\(path)")
        #expect(page.firstMatch(of: /<[^>]* on[a-z]+=/) == nil, "\(path)")
        let scripts = page.matches(of: /<script[^>]*>/).map(\.output)
        #expect(scripts.allSatisfy { $0.contains("src=\"/public/js/") }, "\(path)")
      }
    }
  }
}
