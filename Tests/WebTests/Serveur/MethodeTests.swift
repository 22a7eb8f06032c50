import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import Troupe

@testable import Web

@Suite struct MethodeTests {
  @Test func `une page demandée autrement dit ce qu’elle accepte`() async throws {
    try await Site().visit { browser async throws in
      let cases: [(HTTPRequest.Method, String, String)] = [
        (.delete, "/", "GET, HEAD"), (.put, "/mots", "GET, HEAD, POST"), (.get, "/signal", "POST"),
        (.post, "/choses/1", "GET, HEAD"),
      ]
      for (method, path, allowed) in cases {
        let answer = try await browser.send(method, path)
        #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == allowed, "\(method) \(path)")
        #expect(answer.text.contains("Cette page s’ouvre autrement"))
      }
    }
  }

  /// Over a real connection: a body after HEAD would be read as the next answer.
  @Test func `demander l’en-tête seul ne rend aucun corps`() async throws {
    try await Site().application().test(.live) { client in
      for path in ["/", "/choses/1", "/public/js/direct.js", "/inconnue"] {
        let full = try await client.execute(uri: path, method: .get)
        let head = try await client.execute(uri: path, method: .head)
        #expect(head.status == full.status)
        #expect(head.headers[.contentType] == full.headers[.contentType])
        #expect(head.headers[.contentSecurityPolicy] != nil)
        #expect(head.body.readableBytes == 0)
        let next = try await client.execute(uri: "/choses/suivante", method: .get)
        #expect(next.text == "suivante")
      }
    }
  }

  @Test(arguments: [
    ("/choses/a%2Fb", "a%2Fb"), ("/choses/%C3%A9", "%C3%A9"), ("/choses//a/", "a"), ("/choses/a?b=/c/d", "a"),
    ("/choses/nouvelle", "nouvelle"), ("/recherche?mot=l%27%C3%A9t%C3%A9+2027", "l'été 2027"), ("/recherche?mot", ""),
    ("/recherche?", ""), ("/recherche?mot=a&mot=b", "a"), ("/recherche?mot=%00%0Aa", "a"),
  ]) func `un chemin se lit tel quel, une question se décode`(uri: String, read: String) async throws {
    try await Site().visit { browser async throws in
      let answer = try await browser.get(uri)
      #expect(answer.status == .ok && answer.text == read)
    }
  }
}
