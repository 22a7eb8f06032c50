import Base
import Chartes
import Foundation
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct CollageTests {
  private static let image = Data((0..<900).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 41) })
  private static let collages = [
    "Voici : data:image/png;base64,iVBORw0KGgo= vous voyez ?", "DATA:IMAGE/PNG;BASE64,iVBORw0KGgo=",
    "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'></svg>", "data:text/html,<b>bonjour</b>",
    "Regardez \u{fffc} ceci.", "Voici\n" + image.base64EncodedString(),
    // As programs of mail and terminals break it.
    image.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]),
    image.base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed]),
    image.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_"),
  ]

  @Test(arguments: Engine.allCases) func `une image collée ne part pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Une question sur le délai.")
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      let before = try await lieu.state()
      for collage in Self.collages {
        for visitor in [lieu.nour, lieu.marc] {
          let answer = try await lieu.compose(
            collage, by: visitor, answering: visitor == lieu.marc ? question : nil)
          #expect(answer.code == 422 && answer.html().contains("Une image ou un fichier"), "\(collage.prefix(60))")
          #expect(try await lieu.relecture(collage, by: visitor).contains("Une image ou un fichier"))
        }
        // In one part of the frame among others.
        let framed = try await lieu.mentorat.sendMessage(
          lieu.visit(by: lieu.nour, form: [("situation", "On me confie un dossier."), ("question", collage)]))
        #expect(framed.code == 422, "\(collage.prefix(60))")
      }
      #expect(try await lieu.state() == before)
    }
  }

  @Test(arguments: Engine.allCases) func `des mots restent des mots`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let words = [
        "Ah" + String(repeating: "a", count: 200) + " !", "Le champ « data: » de mon tableau est vide.",
        (1...60).map { "idee\($0)" }.joined(separator: "\n"),
        String(repeating: "anticonstitutionnellement\n", count: 40),
      ]
      for (rang, mots) in words.enumerated() {
        let answer = try await lieu.compose(mots, at: .fevrier(1 + rang, 10))
        #expect(!answer.html().contains("Une image ou un fichier"), "\(mots.prefix(60))")
      }
    }
  }
}
