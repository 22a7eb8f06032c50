import Base
import HTTPTypes
import Html
import Testing
import Troupe

@testable import Web

@Suite struct LangueDemandeeTests {
  @Test(
    arguments: [
      (nil, .fr), ("", .fr), ("fr", .fr), ("en", .en), ("EN-us", .en), ("en-GB,fr;q=0.8", .en),
      ("fr-CH, en;q=0.9", .fr), ("de", .fr), ("de, en;q=0.5", .en), ("de,es;q=0.9,*;q=0.1", .fr),
      ("fr;q=0.3, en;q=0.7", .en), ("en;q=0.3, fr;q=0.7", .fr), ("en;q=0.5,fr;q=0.5", .en), ("fr,en", .fr), ("*", .fr),
      (",,,;;;===", .fr), ("en;q=", .en), ("en;q=beaucoup", .en), ("en;q=nan,fr", .fr), (" en ", .en),
      ("fr\u{0},en", .fr),
    ] as [(String?, Langue)]) func `la langue est celle que le navigateur préfère`(asked: String?, langue: Langue)
  { #expect(Langue.asked(by: asked) == langue) }

  @Test(arguments: ["en;q=0", "en;q=0.0, de"]) func `une langue refusée n’est pas demandée`(asked: String) {
    #expect(Langue.asked(by: asked) == .fr)
  }

  @Test func `une demande sans fin ne retient pas le serveur`() {
    let endless = String(repeating: "xx-yy;q=0.1,", count: 20_000) + "en"
    #expect(Langue.asked(by: endless) == .fr)
  }

  @Test func `le choix fait ici l’emporte, puis la langue de la personne, puis celle du navigateur`() async throws {
    try await Site().visit { nobody async throws in
      #expect(try await nobody.titre == "Essai – Vademecum")
      #expect(try await nobody.titre(asking: "en-GB") == "Trial – Vademecum")
      nobody.keep(.langue, "fr")
      #expect(try await nobody.titre(asking: "en-GB") == "Essai – Vademecum")
      nobody.keep(.langue, "klingon")
      #expect(try await nobody.titre(asking: "en-GB") == "Trial – Vademecum")
      // Léa reads English.
      let lea = nobody.another()
      lea.keep(.connexion, Site.connexionDeLea.text)
      #expect(try await lea.titre(asking: "fr") == "Trial – Vademecum")
      lea.keep(.langue, "fr")
      #expect(try await lea.titre(asking: "en") == "Essai – Vademecum")
    }
  }

  @Test func `la page dit sa langue`() async throws {
    try await Site().visit { nobody async throws in
      #expect(try await nobody.get("/").text.contains("<html lang=\"fr\">"))
      #expect(try await nobody.get("/", [("Accept-Language", "en")]).text.contains("<html lang=\"en\">"))
    }
  }
}

extension Navigation {
  fileprivate var titre: String { get async throws { try await titre(asking: nil) } }

  fileprivate func titre(asking langue: String?) async throws -> String {
    let page = try await get("/", langue.map { [("Accept-Language", $0)] } ?? []).text
    return String(page.split(separator: "<title>").last?.prefix { $0 != "<" } ?? "")
  }
}
