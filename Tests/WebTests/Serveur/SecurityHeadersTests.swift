import Base
import HTTPTypes
import HummingbirdTesting
import Testing
import Troupe

@testable import Web

@Suite struct SecurityHeadersTests {
  /// A request of every kind, and the status that proves that it is that kind.
  struct Cas: Sendable, CustomTestStringConvertible {
    let status: Int
    let path: String
    var method = HTTPRequest.Method.get
    var headers: [(String, String)] = []
    var body: String?
    var testDescription: String { "\(method) \(path) → \(status)" }
  }

  private static let cas = [
    Cas(status: 200, path: "/"), Cas(status: 200, path: "/moi"), Cas(status: 200, path: "/choses/1"),
    Cas(status: 200, path: "/fichier"), Cas(status: 200, path: "/sante"), Cas(status: 200, path: "/salle"),
    Cas(status: 204, path: "/rien"), Cas(status: 303, path: "/ailleurs"), Cas(status: 303, path: "/souvenir"),
    Cas(status: 401, path: "/moi", method: .head), Cas(status: 403, path: "/mots", method: .post),
    Cas(status: 404, path: "/inconnue"), Cas(status: 404, path: "/absente"), Cas(status: 404, path: "/atelier"),
    Cas(status: 405, path: "/", method: .delete), Cas(status: 410, path: "/parti"),
    Cas(status: 413, path: "/mots", method: .post, body: String(repeating: "a", count: 129 * 1024)),
    Cas(status: 500, path: "/casse"), Cas(status: 500, path: "/base/x"), Cas(status: 503, path: "/base/occupee"),
  ]

  @Test(arguments: cas) func `chaque réponse porte les en-têtes qui protègent`(cas: Cas) async throws {
    for origin in ["http://localhost:8080", "https://accompagner.example"] {
      // Only HEAD on a reserved page wants nobody.
      let connexion = cas.status == 401 ? nil : Site.connexionDeMarc
      try await Site(origin: origin).visit(as: connexion) { browser async throws in
        let answer = try await browser.send(cas.method, cas.path, cas.headers, cas.body)
        #expect(answer.status.code == cas.status)
        expectProtected(answer, secure: origin.hasPrefix("https"))
        #expect(answer.header("Cache-Control") == "no-store")
        let camera = cas.path == "/salle" ? "camera=(self), microphone=(self)" : "camera=(), microphone=()"
        #expect(answer.header("Permissions-Policy")?.hasPrefix(camera) == true)
      }
    }
  }

  @Test func `une page montrée à nouveau, trop de visites et une santé perdue les portent aussi`() async throws {
    try await Site().visit { browser async throws in
      let long = [("mots", String(repeating: "a", count: 21))]
      let again = try await browser.post("/mots", try await browser.seal() + long)
      #expect(again.status.code == 422)
      expectProtected(again)
    }
    try await Site(limiter: RateLimiter(factor: 0.001)).visit { browser async throws in
      let answer = try await browser.get("/code")
      #expect(answer.status.code == 429)
      expectProtected(answer)
    }
    try await Site(isWell: false).visit { browser async throws in
      let answer = try await browser.get("/sante")
      #expect(answer.status.code == 503)
      expectProtected(answer)
    }
  }

  @Test func `un fichier du site aussi, gardé ou non`() async throws {
    try await Site(origin: "https://accompagner.example").visit { browser async throws in
      let style = try StaticFiles(root: Site.publicFolder).stylesheet
      let full = try await browser.get(style)
      let same = try await browser.get(style, [("If-None-Match", full.header("ETag") ?? "")])
      let refused = try await browser.send(.delete, style)
      for (answer, status) in [(full, 200), (same, 304), (refused, 405)] {
        #expect(answer.status.code == status)
        expectProtected(answer, secure: true)
      }
    }
  }

  @Test func `les témoins ne se lisent pas d’un script ni d’un autre site`() async throws {
    try await Site(origin: "https://accompagner.example").visit { browser async throws in
      let cookies = try await browser.get("/souvenir").headers[values: .setCookie]
      #expect(cookies.count == 3)
      for cookie in cookies {
        #expect(cookie.hasPrefix("__Host-"))
        for word in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
          #expect(cookie.contains(word), "\(cookie)")
        }
        #expect(!cookie.contains("Domain"))
      }
      #expect(cookies.contains { $0.hasPrefix("__Host-connexion=; ") && $0.hasSuffix("; Max-Age=0") })
      #expect(cookies.contains { $0.hasPrefix("__Host-langue=en; ") && $0.hasSuffix("; Max-Age=86400") })
    }
    try await Site().visit { browser async throws in
      let cookies = try await browser.get("/souvenir").headers[values: .setCookie]
      #expect(cookies.count == 3)
      for cookie in cookies { #expect(!cookie.contains("__Host-") && !cookie.contains("Secure")) }
    }
  }

  @Test func `sur HTTPS, un témoin sans préfixe ne vaut rien`() async throws {
    try await Site(origin: "https://accompagner.example").visit { browser async throws in
      let plain = [("Cookie", "connexion=\(Site.connexionDeLea.text)")]
      #expect(try await browser.get("/moi", plain).status == .seeOther)
      let prefixed = [("Cookie", "__Host-connexion=\(Site.connexionDeLea.text)")]
      #expect(try await browser.get("/moi", prefixed).text == "Léa")
    }
  }

  private func expectProtected(_ answer: TestResponse, secure: Bool = false) {
    let policy = answer.header("Content-Security-Policy") ?? ""
    for word in [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
      "worker-src 'self'", "manifest-src 'self'",
    ] { #expect(policy.contains(word)) }
    #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("http"))
    #expect(answer.header("X-Content-Type-Options") == "nosniff")
    #expect(answer.header("Referrer-Policy") == "same-origin")
    #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin")
    #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
    #expect(answer.header("X-Robots-Tag") == "noindex")
    #expect(answer.header("Cache-Control") != nil && answer.header("Permissions-Policy") != nil)
    #expect((answer.header("Strict-Transport-Security") != nil) == secure)
  }
}
