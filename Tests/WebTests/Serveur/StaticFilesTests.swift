import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import Troupe

@testable import Web

@Suite struct StaticFilesTests {
  @Test func `la feuille de style est une, entière, et se garde pour toujours`() async throws {
    let style = try StaticFiles(root: Site.publicFolder).stylesheet
    #expect(style.wholeMatch(of: /\/public\/style-[0-9a-f]+\.css/) != nil)
    try await Site().visit { browser async throws in
      let answer = try await browser.get(style)
      #expect(answer.status == .ok && answer.headers[.contentType] == "text/css; charset=utf-8")
      #expect(answer.header("Cache-Control") == "public, max-age=31536000, immutable")
      for name in styles {
        let part = try String(contentsOf: Site.publicFolder.appending(path: "css/\(name).css"), encoding: .utf8)
        #expect(answer.text.contains(part), "\(name)")
      }
      #expect(try await browser.get("/").text.contains("href=\"\(style)\""))
    }
  }

  @Test func `un module se revoit à chaque fois, sans revenir s’il n’a pas changé`() async throws {
    try await Site().visit { browser async throws in
      let first = try await browser.get("/public/js/direct.js")
      #expect(first.status == .ok && first.headers[.contentType] == "text/javascript; charset=utf-8")
      #expect(first.header("Cache-Control") == "no-cache")
      let tag = try #require(first.header("ETag"))
      let same = try await browser.get("/public/js/direct.js", [("If-None-Match", tag)])
      #expect(same.status == .notModified && same.body.readableBytes == 0 && same.header("ETag") == tag)
      #expect(try await browser.get("/public/js/direct.js", [("If-None-Match", "\"autre\"")]).status == .ok)
    }
  }

  @Test(arguments: [
    "/public/", "/public/js/", "/public/js/../js/direct.js", "/public/js/%2e%2e/js/direct.js",
    "/public/../Package.swift", "/public/css/tokens.css", "/public/js/direct.js%00", "/public/js/direct.js/",
    "/public/style-0.css", "/js/direct.js",
  ]) func `rien d’autre que les fichiers du site`(path: String) async throws {
    try await Site().visit { browser async throws in
      let answer = try await browser.get(path)
      #expect(answer.status == .notFound)
      #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    }
  }

  @Test func `un fichier ne s’envoie pas`() async throws {
    try await Site().visit { browser async throws in
      for method in [HTTPRequest.Method.post, .put, .delete] {
        let answer = try await browser.send(method, "/public/js/direct.js")
        #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "GET, HEAD")
      }
    }
  }

  @Test func `un style qui manque se dit au départ`() {
    #expect(throws: (any Error).self) { try StaticFiles(root: Site.publicFolder.appending(path: "nulle-part")) }
  }
}
