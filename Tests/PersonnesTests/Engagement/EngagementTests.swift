import Base
import Chartes
import Foundation
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct EngagementTests {
  @Test(arguments: Engine.allCases) func `chacun relit ce qu’il a signé`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let charte = Charte.rencontres
      let signed = charte.texte(pour: .explorateur, Parametres(), .fr).contenu
      try await scene.publish(TenirSesRendezVous.preavis, 48)
      try await scene.sign(scene.amina, .explorateur, .en)

      let engagements = try await scene.engagements(of: scene.amina)
      #expect(engagements.map(\.numero).sorted() == [1, 2])
      let first = try #require(engagements.first { $0.numero == 1 })
      let page = try await scene.personnes.showSignedText(scene.visit(by: scene.amina, ["id": first.id.text]))
      #expect(page.html().contains(escaped(signed)) && page.html().contains("24 heures"))
      #expect(page.html().contains(first.empreinte))
      let fingerprint = try sha256(signed)
      #expect(first.empreinte == fingerprint)

      let second = try #require(engagements.first { $0.numero == 2 })
      let other = try await scene.personnes.showSignedText(scene.visit(by: scene.amina, ["id": second.id.text]))
      #expect(other.html().contains("48 hours") && other.html().contains("lang=\"en\""))

      let list = try await scene.personnes.showEngagements(scene.visit(by: scene.amina)).html()
      #expect(engagements.allSatisfy { list.contains("/engagements/\($0.id)") })
    }
  }

  @Test(arguments: Engine.allCases) func `personne ne relit ce qu’un autre a signé`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let id = try #require(try await scene.engagements(of: scene.amina).first).id
      for other in [scene.yanis, scene.claire, scene.nadia] {
        await #expect(throws: Absent()) {
          _ = try await scene.personnes.showSignedText(scene.visit(by: other, ["id": id.text]))
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `on ne demande rien avant d’avoir signé`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lou = try await scene.enterUnsigned("lou@exemple.fr", .explorateur)
      await #expect(throws: Refus.self) { try await scene.engage(lou, .explorateur) }
      #expect(try await scene.toSign(lou).map(\.appartenance.role) == [.explorateur])
      try await scene.sign(lou, .explorateur, .fr)
      #expect(try await scene.engage(lou, .explorateur).numero == 1)
      await #expect(throws: Refus.self) { try await scene.engage(lou, .expert) }
      #expect(try await scene.toSign(lou).isEmpty)

      try await scene.publish(TenirSesRendezVous.preavis, 48)
      await #expect(throws: Refus.self) { try await scene.engage(lou, .explorateur) }
      let waiting = try #require(try await scene.toSign(lou).first)
      #expect(waiting.signed?.numero == 1 && waiting.version.numero == 2)
      try await scene.sign(lou, .explorateur, .fr)
      #expect(try await scene.engage(lou, .explorateur).parametres[TenirSesRendezVous.preavis] == 48)
    }
  }

  @Test(arguments: Engine.allCases) func `une version parue pendant la lecture ne signe rien`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lou = try await scene.enterUnsigned("lou@exemple.fr", .explorateur)
      let read = try await scene.form(lou, .explorateur, .fr)
      try await scene.publish(TenirSesRendezVous.preavis, 48)
      let answer = try await scene.personnes.sign(scene.visit(by: lou, form: read))
      #expect(answer.location == "/engagement?fait=change")
      #expect(try await scene.engagements(of: lou).isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `une empreinte d’un autre texte ne signe rien`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lou = try await scene.enterUnsigned("lou@exemple.fr", .explorateur)
      let forOther = try await scene.form(lou, .expert, .fr).map { $0.0 == "role" ? ("role", "explorateur") : $0 }
      _ = try await scene.personnes.sign(scene.visit(by: lou, form: forOther))
      #expect(try await scene.engagements(of: lou).isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `on ne signe pas à une place qu’on n’a pas`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let form = try await scene.form(scene.amina, .coordinateur, .fr)
      await #expect(throws: Absent()) { _ = try await scene.personnes.sign(scene.visit(by: scene.amina, form: form)) }
    }
  }

  @Test(arguments: Engine.allCases) func `signer deux fois la même version fait un seul engagement`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      try await scene.sign(scene.amina, .explorateur, .fr)
      try await scene.sign(scene.amina, .explorateur, .en)
      #expect(try await scene.engagements(of: scene.amina).count == 1)
      let path = try await scene.house.database.read { [house = scene.house] tx in
        try house.faits.path(of: scene.amina.personne, seen: "TRUE", in: tx).filter { $0.nom == .engagement }
      }
      #expect(path.count == 1, "une seule étape dans le chemin")
    }
  }

  @Test(arguments: Engine.allCases) func `la page à signer montre le texte, puis ce qui change`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lou = try await scene.enterUnsigned("lou@exemple.fr", .explorateur)
      let first = try await scene.personnes.showEngagement(scene.visit(by: lou)).html()
      #expect(first.contains("24 heures") && !first.contains("Ce qui change"))
      try await scene.sign(lou, .explorateur, .fr)
      #expect(try await scene.personnes.showEngagement(scene.visit(by: lou)).location == "/accueil")

      try await scene.publish(TenirSesRendezVous.preavis, 48)
      let next = try await scene.personnes.showEngagement(scene.visit(by: lou)).html()
      #expect(next.contains("Le délai pour prévenir passe de 24 heures à 48 heures."))
      let english = try await scene.personnes.showEngagement(scene.visit(by: lou, [:], .en)).html(.en)
      #expect(english.contains("goes from 24 hours to 48 hours."))
    }
  }

  /// By the usual tool: anybody can check the fingerprint of their text.
  private func sha256(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "texte-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [file.path]
    process.standardOutput = output
    try process.run()
    let line = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: line.prefix(64), as: UTF8.self)
  }

  private func escaped(_ text: String) -> String { Markup(text: text).string.replacing("\u{a0}", with: " ") }
}
