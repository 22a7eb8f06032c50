import HTTPTypes
import Html
import HummingbirdTesting
import Temps
import Testing
import Troupe

@testable import Web

/// `/metrics`: for who has the token, and for nobody else; never more lines than there are routes.
@Suite struct MesuresTests {
  private static let jeton = "un-jeton-de-vingt-signes"
  private static let bearer = [("Authorization", "Bearer \(jeton)")]

  private static func site() throws -> Site {
    let jeton = try #require(JetonDeMesure(jeton))
    return Site(
      mesures: Mesures(jeton: jeton) { now in
        [.gauge("essai_instant", Phrase("L’instant.", "The moment."), Double(now.milliseconds))]
      })
  }

  @Test func `sans jeton donné au serveur, la page n’existe pas`() async throws {
    try await Site().visit { browser async throws in
      #expect(try await browser.get("/metrics").status == .notFound)
      #expect(try await browser.get("/metrics", Self.bearer).status == .notFound)
    }
  }

  @Test(arguments: [
    nil, "", "Bearer", "Bearer ", "Bearer un-jeton-de-vingt-signe",
    "Bearer un-jeton-de-vingt-signesx", "Basic un-jeton-de-vingt-signes", "un-jeton-de-vingt-signes",
  ]) func `un autre jeton ne trouve rien`(presented: String?) async throws {
    let site = try Self.site()
    try await site.visit { browser async throws in
      let headers = presented.map { [("Authorization", $0)] } ?? []
      let answer = try await browser.get("/metrics?token=\(Self.jeton)", headers)
      #expect(answer.status == .notFound && !answer.text.contains("essai_instant"))
    }
    #expect(!site.journal.text.contains("un-jeton"))
  }

  @Test(arguments: ["", "court", "dix-neuf-signes-là."]) func `un jeton trop court n’en est pas un`(text: String) {
    #expect(JetonDeMesure(text) == nil)
  }

  @Test func `qui a le jeton lit les requêtes, par motif, et ce que dit la maison`() async throws {
    try await Self.site().visit { browser async throws in
      for path in ["/choses/1", "/choses/2", "/casse"] { _ = try await browser.get(path) }
      let answer = try await browser.get("/metrics", Self.bearer)
      #expect(answer.status == .ok)
      #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
      #expect(answer.header("Cache-Control") == "no-store")
      let text = answer.text
      #expect(text.contains("vademecum_requests_total{method=\"GET\",route=\"/choses/{id}\",status=\"2xx\"} 2\n"))
      #expect(text.contains("vademecum_requests_total{method=\"GET\",route=\"/casse\",status=\"5xx\"} 1\n"))
      #expect(text.contains("vademecum_request_duration_seconds_count 3\n"))
      #expect(text.contains("essai_instant 1800000000000\n"))
    }
  }

  @Test func `mille adresses inventées ne font qu’une ligne`() async throws {
    try await Self.site().visit { browser async throws in
      for number in 0..<1000 { _ = try await browser.get("/nom-\(number)/prenom-\(number)?adresse=a\(number)") }
      for number in 0..<50 {
        let method = try #require(HTTPRequest.Method("INVENTEE\(number)"))
        _ = try await browser.send(method, "/choses/nom-\(number)")
      }
      let text = try await browser.get("/metrics", Self.bearer).text
      let lines = text.split(separator: "\n").filter { $0.hasPrefix("vademecum_requests_total") }
      #expect(
        lines == [
          "vademecum_requests_total{method=\"-\",route=\"-\",status=\"4xx\"} 50",
          "vademecum_requests_total{method=\"GET\",route=\"-\",status=\"4xx\"} 1000",
        ])
      #expect(!text.contains("nom-"))
    }
  }

  @Test func `ce que fait un binôme se compte d’un bloc`() async throws {
    try await Self.site().visit { browser async throws in
      _ = try await browser.get("/paires/1")
      _ = try await browser.post("/paires/1/mots", try await browser.seal())
      let text = try await browser.get("/metrics", Self.bearer).text
      #expect(!text.contains("paires"))
      #expect(text.contains("vademecum_requests_total{method=\"GET\",route=\"(binome)\",status=\"2xx\"} 1\n"))
      #expect(text.contains("vademecum_requests_total{method=\"POST\",route=\"(binome)\",status=\"2xx\"} 1\n"))
    }
  }
}
