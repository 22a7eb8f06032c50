import Base
import Foundation
import Html
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import ViePrivee
@testable import Web

@Suite struct CopieTests {
  @Test(arguments: Engine.allCases) func `la copie porte chaque mot de la personne, et aucun mot des autres`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let hers = try await scene.plantWords(of: scene.amina, "Canaraminée")
      let his = try await scene.plantWords(of: scene.bruno, "Canarubrique")
      for langue in Langue.allCases {
        let dossier = try await scene.viePrivee.dossier(of: scene.amina.personne, langue, at: scene.now)
        let html = String(decoding: dossier.html, as: UTF8.self)
        let json = String(decoding: try dossier.json, as: UTF8.self)
        for word in hers.tous {
          #expect(html.contains(word), "\(word) : à lire")
          #expect(json.contains(word), "\(word) : pour un logiciel")
        }
        for word in his.tous { #expect(!html.contains(word) && !json.contains(word), "\(word)") }
        // No script, nothing asked of the network.
        #expect(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"))
        let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(data["format"] as? String == "vademecum-donnees-1")
        let donnees = try #require(data["donnees"] as? [String: [[String: Any]]])
        #expect(donnees["compte"]?.first?["nom"] as? String == "NomCanaraminée")
        #expect(donnees["demandes-de-droits"]?.count == 1)
        let registre = try #require(data["registre"] as? [[String: Any]])
        #expect(registre.contains { $0["cle"] as? String == "compte" })
      }
    }
  }

  @Test(arguments: Engine.allCases) func `demandée, préparée à part, prise par soi seul, puis oubliée`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let room = scene.viePrivee
      func show(_ visitor: Visitor, at now: Instant = Scene.now) async throws -> String {
        try await room.showCopie(scene.visit(by: visitor, at: now)).html()
      }
      func take(_ visitor: Visitor, at now: Instant = Scene.now) async throws -> Answer {
        try await room.giveCopie(scene.visit(by: visitor, at: now))
      }
      #expect(try await show(scene.amina).contains("Préparer ma copie"))
      #expect(try await take(scene.amina).location == "/mes-donnees/copie?fait=absente")
      let geste = Geste.make(at: scene.now)
      for _ in 0..<2 {
        let asked = try await room.askCopie(scene.visit(by: scene.amina, geste: geste))
        #expect(asked.location == "/mes-donnees/copie")
      }
      // Asked again while it is being prepared: the same one.
      _ = try await room.askCopie(scene.visit(by: scene.amina, geste: .make(at: scene.now)))
      #expect(try await scene.count("SELECT count(*) FROM copie") == 1)
      #expect(try await show(scene.amina).contains("Nous la préparons"))
      let waiting = try await room.showCopie(scene.visit(by: scene.amina))
      #expect(waiting.headers.contains { "\($0.0)" == "Refresh" })

      try await scene.emptyOutbox()
      #expect(try await scene.prepare() == 1)
      #expect(try await scene.prepare() == 0)
      let mail = try #require(try await scene.plis(to: scene.amina.personne).first)
      #expect(mail.courriel.sujet == "Votre copie est prête" && !mail.words.contains("Rahmouniev"))
      #expect(try await show(scene.amina).contains("Prendre ma copie"))
      let zip = try await take(scene.amina)
      #expect(zip.octets.prefix(2) == [0x50, 0x4b][...], "un fichier ZIP")
      #expect(try await scene.traces().contains { $0.geste == "copie:remise" })
      // For nobody else, and sealed in the base.
      for other in [scene.claire, scene.nadia, scene.bruno] {
        #expect(try await take(other).location == "/mes-donnees/copie?fait=absente")
      }
      #expect(!(try await scene.holds("Rahmouniev")))

      let late = scene.now + .days(7)
      #expect(try await take(scene.amina, at: late).octets.isEmpty)
      #expect(try await show(scene.amina, at: late).contains("Préparer ma copie"))
      #expect(try await scene.expire(at: late + .milliseconds(1)) >= 1)
      #expect(try await scene.count("SELECT count(*) FROM copie") == 0)
    }
  }

  @Test func `une copie qui ne se prépare pas le dit, et n’arrête pas les autres`() async throws {
    try await withScene(.sqlite) { scene in
      for visitor in [scene.amina, scene.bruno] {
        _ = try await scene.viePrivee.askCopie(scene.visit(by: visitor, geste: .make(at: scene.now)))
      }
      // What somebody wrote cannot be opened any more.
      try await scene.write { tx in
        _ = try tx.execute("UPDATE personne SET nom = prenom WHERE id = \(scene.amina.personne)")
      }
      for _ in 0..<Copie.essaisMaximum {
        await #expect(throws: VaultError.damaged) { _ = try await scene.prepare() }
      }
      #expect(try await scene.prepare() == 0)
      #expect(
        try await scene.viePrivee.showCopie(scene.visit(by: scene.bruno)).html().contains("Votre copie est prête"))
      let page = try await scene.viePrivee.showCopie(scene.visit(by: scene.amina)).html()
      #expect(page.contains("Nous n’avons pas réussi") && page.contains("Préparer ma copie"))
    }
  }

  @Test func `une route de copie demande une preuve fraîche`() async throws {
    try await withScene(.sqlite) { scene in
      for route in scene.viePrivee.routes where route.path.hasPrefix("/mes-donnees/copie") && route.trace == .acte {
        #expect(route.preuve == .meilleure, "\(route.method) \(route.path)")
      }
    }
  }
}

extension Scene {
  func prepare(at now: Instant = Scene.now) async throws -> Int {
    try await viePrivee.prepareCopies(for: .house(.echeances), at: now)
  }

  func expire(at now: Instant) async throws -> Int {
    try await viePrivee.expireTerms(for: .house(.echeances), at: now)
  }
}
