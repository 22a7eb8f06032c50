import Base
import FauxMeta
import Foundation
import HTTPTypes
import HummingbirdTesting
import Mentorat
import Temps
import Testing
import Troupe
import Web
import WhatsApp

/// A pair of whom one writes from WhatsApp and the other here, with a Graph API on a real socket between them.
@Suite struct ParWhatsAppTests {
  private static let telephone = "33611111111"

  @Test(arguments: Engine.allCases)
  func `l’une écrit de son téléphone, l’autre répond d’ici, et c’est une conversation`(
    engine: Engine
  ) async throws {
    try await withGraph(engine) { lieu, site, meta, graph, client in
      let nour = try await site.enter(lieu.nour, client)
      let marc = try await site.enter(lieu.marc, client)
      let fil = "/binomes/\(lieu.binome)"
      #expect(try await nour.get(fil).text.contains("\(fil)/whatsapp"))
      try await site.link(nour, "\(fil)/whatsapp", meta, Self.telephone)
      #expect(graph.mots.count == 1 && graph.mots[0].contains("WhatsApp est relié"))

      // She writes from her telephone; he reads here.
      try await meta.post(Meta.texte("Comment demander du temps ?", "wamid.A", from: Self.telephone))
      try await site.work()
      let read = try await marc.get(fil).text
      #expect(read.contains("Comment demander du temps ?") && read.contains("par WhatsApp"))
      #expect(!read.contains(Self.telephone) && !read.contains("1111"))

      // What names somebody goes nowhere.
      try await meta.post(Meta.texte("Écrivez à kevin.lebrun@exemple.fr", "wamid.B", from: Self.telephone))
      try await site.work()
      #expect(graph.mots.count == 2 && graph.mots[1].contains("\(Scene.origin)\(fil)#ecrire"))
      #expect(!(try await lieu.scene.holds("kevin.lebrun")))

      // He answers here; two opening hours later it is on her telephone, and on the page.
      let message = try #require(read.firstMatch(of: /messages\/([0-9a-f-]{36})\/reponse/)).output.1
      let page = "\(fil)/messages/\(message)/reponse"
      let sent = try await marc.post(page, marc.seal(of: page) + [("libre", "Qu’avez-vous déjà essayé ?")])
      #expect(sent.status == .ok)
      try await site.work()
      #expect(graph.mots.count == 2)
      site.advance(.hours(2))
      try await site.work()
      #expect(graph.mots.count == 3 && graph.mots[2].hasSuffix("Qu’avez-vous déjà essayé ?"))
      let both = try await nour.get(fil).text
      #expect(both.contains("Comment demander du temps ?") && both.contains("Qu’avez-vous déjà essayé ?"))

      // Meta is down for a moment: nothing is lost.
      site.advance(.seconds(10))
      graph.fail(503, 131016)
      try await meta.post(
        Meta.corps(messages: [["id": "wamid.C", "from": .texte(Self.telephone), "type": "image", "image": ["id": "9"]]])
      )
      try await site.work()
      #expect(graph.mots.count == 3)
      site.advance(.minutes(1))
      try await site.work()
      #expect(graph.mots.count == 4 && graph.mots[3].contains("n’a pas été ouvert"))

      // She takes WhatsApp away; the pair goes on.
      let choice = "\(fil)/whatsapp"
      _ = try await nour.post("\(choice)/retrait", nour.seal(of: choice))
      #expect(try await nour.get(choice).text.contains("Choisir WhatsApp"))
      #expect(try await nour.get(fil).status == .ok)
    }
  }

  @Test func `un jeton refusé laisse tout en attente, et rien ne part ailleurs`() async throws {
    try await withGraph(.sqlite) { lieu, site, meta, graph, client in
      let nour = try await site.enter(lieu.nour, client)
      graph.fail(401, 190)
      try await site.link(nour, "/binomes/\(lieu.binome)/whatsapp", meta, Self.telephone)
      #expect(graph.mots.isEmpty)
      site.advance(.minutes(16))
      try await site.work()
      #expect(graph.mots.count == 1)
      let texts = try await lieu.scene.everything()
      #expect(!texts.contains { $0.range(of: FauxGraph.jeton.data(using: .utf8) ?? .init()) != nil })
    }
  }

  private func withGraph(
    _ engine: Engine,
    _ body: @escaping @Sendable (Accompagnement, Site, Meta, FauxGraph, any TestClientProtocol) async throws -> Void
  ) async throws {
    try await withScene(engine) { scene in
      let graph = FauxGraph()
      try await graph.serve { _, reglages in
        let site = Site(scene, whatsApp: reglages)
        let lieu = try await scene.accompagnement()
        try await site.visit { client async throws in try await body(lieu, site, Meta(client), graph, client) }
      }
    }
  }
}

extension Site {
  /// What the schedules do with nobody in front of them. Messages to one person keep their distance: a minute goes by.
  fileprivate func work() async throws {
    while try await mentorat.readAvis(for: .house(.echeances), at: now) != .aucun {}
    _ = try await mentorat.announceArrivals(for: .house(.echeances), at: now)
    while try await mentorat.carryDepeche(for: .house(.echeances), at: now) {}
  }

  /// Chooses on the page, and sends the code from the telephone.
  fileprivate func link(_ browser: Navigation, _ page: String, _ meta: Meta, _ numero: String) async throws {
    let chosen = try await browser.post(
      page, browser.seal(of: page) + [("accord", "majeur"), ("accord", "compris")])
    #expect(chosen.status == .seeOther)
    let code = try #require(try await browser.get(page).text.firstMatch(of: /<strong>([A-Z2-9]{4}-[A-Z2-9]{4})</))
      .output.1
    #expect(try await meta.post(Meta.texte(String(code), "wamid.code", from: numero)).status == .ok)
    try await work()
    advance(.seconds(10))
  }
}
