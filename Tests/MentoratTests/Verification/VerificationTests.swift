import Base
import Chartes
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct VerificationTests {
  @Test(arguments: Engine.allCases) func `la page de vérification ne montre aucun nom`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let contenu = try #require(try await lieu.acte()).contenu
      let blank = try await lieu.mentorat.showVerification(lieu.visit(by: nil))
      #expect(blank.code == 200)
      let secrets = lieu.secrets
      for langue in Langue.allCases {
        let match = try await lieu.check(contenu, langue)
        #expect(match.code == 200)
        #expect(match.html(langue).contains(langue("Cet acte concorde", "This record matches")))
        // There is nothing left to correct: what was pasted does not come back.
        for secret in secrets { #expect(!match.html(langue).contains(secret), "\(secret)") }
        let other = try await lieu.check(contenu.replacing("Marc", with: "Luc"), langue)
        #expect(other.html(langue).contains(langue("Cet acte ne concorde pas", "This record does not match")))
        for secret in secrets {
          #expect(
            !blank.html(langue).contains(secret) && !other.html(langue).withoutFields.contains(secret), "\(secret)")
        }
      }
      // The same page whether the pair exists or not: a text that was never ours says no more than one that was changed.
      let unknown = try await lieu.check("VADEMECUM ACTE 1\nbinome x\n").html().withoutFields
      #expect(try await lieu.check(contenu + "x").html().withoutFields == unknown)
    }
  }

  @Test(arguments: Engine.allCases) func `un acte collé depuis un autre système se vérifie encore`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let contenu = try #require(try await lieu.acte()).contenu
      let lines = contenu.replacing("\n", with: "\r\n")
      for pasted in [contenu, lines, String(contenu.dropLast()), contenu + "\n\n", "\(lines)\r\n"] {
        #expect(try await lieu.check(pasted).html().contains("Cet acte concorde"))
      }
      let page = try await lieu.check(contenu).html()
      #expect(page.contains("mercredi 27 janvier 2027 à 09:00 (heure de Paris)"))
      #expect(try await scene.traces().allSatisfy { !$0.geste.contains("verification") }, "nobody is followed")
    }
  }

  @Test(arguments: Engine.allCases) func `un texte qui n’est pas un acte ne concorde pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let acte = try #require(try await lieu.acte())
      let texts = [
        "", "\n\n\n", acte.empreinte, String(repeating: "a", count: 100_000), "'; DROP TABLE acte; --",
        try await scene.house.database.read { tx in
          try tx.first("SELECT contenu FROM convention_texte WHERE langue = 'fr'") { try $0[0] } ?? ""
        },
      ]
      for text in texts {
        let answer = try await lieu.check(text)
        #expect(answer.code == 200 && answer.html().contains("Cet acte ne concorde pas"))
      }
    }
  }
}

extension Accompagnement {
  /// Names, addresses and ids of the two.
  fileprivate var secrets: [String] {
    ["Marc", "Aubrionnet", "Nour", "Haddadien", "@", marc.personne.text, nour.personne.text, binome.text]
  }

  /// As a browser sends it, signed out.
  fileprivate func check(_ texte: String, _ langue: Langue = .fr) async throws -> Answer {
    let sent = FormData(urlEncoded: FormData(pairs: [("acte", texte)]).urlEncoded.utf8)
    return try await mentorat.checkActe(visit(by: nil, form: [("acte", sent.raw("acte"))], langue))
  }
}

extension String {
  /// The page without what its reader typed, and without the keys of its forms.
  fileprivate var withoutFields: String {
    replacing(/<textarea[^>]*>[^<]*<\/textarea>/, with: "").replacing(/<input[^>]*>/, with: "")
  }
}
