import Base
import HTTPTypes
import HummingbirdTesting
import Testing
import Troupe

@testable import Web

@Suite struct EntryTests {
  @Test func `qui n’est pas entré est mené à la porte`() async throws {
    try await Site().visit { nobody async throws in
      for path in ["/moi", "/equipe", "/direct"] {
        let answer = try await nobody.get(path)
        #expect(answer.status == .seeOther && answer.headers[.location] == "/connexion", "\(path)")
      }
    }
  }

  @Test func `un envoi sans être entré se dit, et ne fait rien`() async throws {
    let site = Site()
    try await site.visit { nobody async throws in
      let seal = try await nobody.seal()
      for path in ["/moi", "/equipe"] {
        let answer = try await nobody.post(path, seal)
        #expect(answer.status == .unauthorized && answer.headers[.location] == nil, "\(path)")
        #expect(answer.text.contains("Entrez d’abord"))
      }
    }
    #expect(site.faits == [])
  }

  @Test func `qui est entré passe, sous son nom`() async throws {
    let site = Site()
    try await site.visit(as: Site.connexionDeMarc) { marc async throws in
      #expect(try await marc.get("/moi").text == "Marc")
      #expect(try await marc.post("/moi", try await marc.seal()).status == .seeOther)
    }
    #expect(site.faits == ["moi Marc"])
  }

  @Test func `la page d’un autre rôle n’existe pas`() async throws {
    let site = Site()
    try await site.visit(as: Site.connexionDeMarc) { marc async throws in
      let (page, unknown) = (try await marc.get("/equipe"), try await marc.get("/nulle-part"))
      #expect(page.status == .notFound && unknown.status == .notFound)
      #expect(page.text.withoutSeals == unknown.text.withoutSeals.replacing("/nulle-part", with: "/equipe"))
      #expect(try await marc.post("/equipe", try await marc.seal()).status == .notFound)
    }
    try await site.visit(as: Site.connexionDeLea) { lea async throws in
      #expect(try await lea.get("/equipe").status == .ok)
      #expect(try await lea.post("/equipe", try await lea.seal()).status == .seeOther)
    }
    #expect(site.faits == ["équipe"])
  }

  @Test func `l’atelier n’existe qu’en démonstration`() async throws {
    let site = Site()
    try await site.visit(as: Site.connexionDeLea) { lea async throws in
      for path in ["/atelier", "/galerie", "/galerie/composants", "/galerie/essai"] {
        #expect(try await lea.get(path).status == .notFound, "\(path)")
      }
      #expect(try await lea.post("/atelier", try await lea.seal()).status == .notFound)
    }
    #expect(site.faits == [])
    try await Site(development: true).visit { nobody async throws in
      for path in ["/atelier", "/galerie", "/galerie/composants", "/galerie/essai"] {
        #expect(try await nobody.get(path).status == .ok, "\(path)")
      }
      #expect(try await nobody.get("/galerie/inconnue").status == .notFound)
    }
  }

  @Test func `une connexion inconnue ou abîmée n’ouvre rien`() async throws {
    try await Site().visit { browser async throws in
      for cookie in [String(repeating: "A", count: 32), "", "x", Site.connexionDeLea.text + "A", "; ; =", "é"] {
        browser.keep(.connexion, cookie)
        #expect(try await browser.get("/moi").status == .seeOther, "\(cookie)")
      }
    }
  }

  @Test func `le premier témoin de chaque nom compte, les autres ne trompent pas`() async throws {
    try await Site().visit { browser async throws in
      let lea = "connexion=\(Site.connexionDeLea.text)"
      for header in [lea, "a=b; \(lea)", "\(lea); connexion=autre", "  \(lea)  ;;x", "=;\(lea)"] {
        #expect(try await browser.get("/moi", [("Cookie", header)]).text == "Léa", "\(header)")
      }
      for header in ["connexion=autre; \(lea)", "Connexion=\(Site.connexionDeLea.text)", "x\(lea)"] {
        #expect(try await browser.get("/moi", [("Cookie", header)]).status == .seeOther, "\(header)")
      }
    }
  }

  @Test func `un identifiant d’adresse mal formé est absent`() async throws {
    try await Site().visit { browser async throws in
      let id = Visiteurs.lea.personne.text
      #expect(try await browser.get("/identifiants/\(id)").text == id)
      for bad in ["x", id.uppercased(), id + "0", "%00", String(id.dropLast()) + "%30"] {
        #expect(try await browser.get("/identifiants/\(bad)").status == .notFound, "\(bad)")
      }
    }
  }
}

extension String {
  /// A page without what changes each time it is shown.
  var withoutSeals: String { replacing(/name="_(csrf|geste)" value="[^"]*"/, with: "") }
}
