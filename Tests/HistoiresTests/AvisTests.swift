import Base
import HTTPTypes
import HummingbirdTesting
import Mentorat
import Temps
import Testing
import Troupe
import Web
import WhatsApp

/// What Meta posts: answered at once, kept on disk, read once.
@Suite struct AvisTests {
  @Test(.enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"), arguments: Engine.allCases)
  func `chaque corps connu, seul, mêlé, répété ou réuni, reçoit 200 et compte une fois`(engine: Engine) async throws {
    let bodies = try Charge.recues.map { try $0.json.renamed($0.nom) }
    let told = try Set(bodies.flatMap { try CorpsLu($0.octets).nouvelles.map(\.cle) }).count
    let lot = Lot(bodies)
    var hasard = Hasard(graine: 13)
    let posts =
      bodies.map(\.octets) + lot.dealt(most: 5, times: 2, with: &hasard) + lot.dealt(most: 60, with: &hasard)
      + [lot.ensemble]
    for order in [posts, posts.shuffled(using: &hasard)] {
      try await withWhatsApp(engine) { scene, site, meta async throws in
        for post in order { #expect(try await meta.post(post).status == .ok) }
        #expect(try await scene.avis().attendent == order.count, "rien ne se lit pendant qu’on répond")
        let taken = try await site.readAvis()
        #expect(taken == told)
        let after = try await scene.avis()
        #expect(after == .init(attendent: 0, ecartes: 0, nouvelles: told), "les corps sont effacés")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `sans la bonne signature, rien n’entre`(engine: Engine) async throws {
    try await withWhatsApp(engine) { scene, site, meta async throws in
      let corps = Meta.texte("Bonjour", "wamid.A")
      let other = SignatureDeMeta.make(of: Meta.texte("Bonsoir", "wamid.B"), secret: Meta.secret)
      #expect(try await meta.post(corps, signed: nil).status == .unauthorized)
      let wrong = [
        "", "sha256=", "sha256=" + String(repeating: "0", count: 64), other,
        SignatureDeMeta.make(of: corps, secret: "un autre secret"),
      ]
      for signature in wrong {
        let answer = try await meta.post(corps, signed: signature)
        #expect(
          answer.status == .forbidden && answer.text.isEmpty && answer.header("Set-Cookie") == nil, "\(signature)")
      }
      #expect(try await scene.avis() == .init(attendent: 0, ecartes: 0, nouvelles: 0))
      // Told again with its own signature, the same body counts once.
      for _ in 0..<3 { #expect(try await meta.post(corps).status == .ok) }
      #expect(try await site.readAvis() == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `signé mais illisible, c’est gardé à part, sans un mot dans le journal`(
    engine: Engine
  ) async throws {
    let journal = Journal()
    try await withWhatsApp(engine, journal) { scene, site, meta async throws in
      let unreadable: [[UInt8]] = [Array(#"{"entry":[{"canari-illisible""#.utf8), [0xff, 0xfe, 0x00], []]
      for corps in unreadable { #expect(try await meta.post(corps).status == .ok) }
      #expect(try await meta.post(Meta.texte("canari-lisible", "wamid.A")).status == .ok)
      #expect(try await site.readAvis() == 1, "ce qui suit se lit quand même")
      #expect(try await scene.avis() == .init(attendent: 0, ecartes: 3, nouvelles: 1))
      let nadia = try await site.enter(scene.nadia, meta.client)
      let page = try await nadia.get("/whatsapp")
      #expect(page.status == .ok && page.text.contains("3\u{a0}envois de WhatsApp n’ont pas pu être lus"))
      #expect(page.text.contains("\(Scene.origin)/whatsapp/avis"))
      #expect(!page.text.contains("canari") && !page.text.contains(Meta.secret))
      #expect(!(try await scene.holds("canari")), "scellé")
      // It ends by itself.
      try await scene.expire(site.mentorat.donneesPersonnelles, at: scene.now + .days(31))
      #expect(try await scene.avis() == .init(attendent: 0, ecartes: 0, nouvelles: 0))
    }
    #expect(journal.text.contains("/whatsapp/avis") && !journal.text.contains("canari"))
  }

  @Test func `un corps de trois mégaoctets entre, au-delà non`() async throws {
    try await withWhatsApp(.sqlite) { scene, site, meta async throws in
      let most = 3 * 1024 * 1024
      let corps = Meta.texte("Bonjour", "wamid.A")
      let whole = corps + [UInt8](repeating: 0x20, count: most - corps.count)
      #expect(try await meta.post(whole + [0x20]).status == .contentTooLarge)
      #expect(try await scene.avis().attendent == 0)
      #expect(try await meta.post(whole).status == .ok)
      #expect(try await site.readAvis() == 1)
    }
  }

  @Test func `la poignée de main ne tient qu’avec le mot convenu`() async throws {
    try await withWhatsApp(.sqlite) { _, _, meta async throws in
      let held = try await meta.ask("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=\(Meta.motConvenu)")
      #expect(held.status == .ok && held.text == "1158201444" && held.header("Set-Cookie") == nil)
      #expect(held.header("Content-Type")?.hasPrefix("text/plain") == true)
      #expect(try await meta.ask("hub.mode=subscribe&hub.challenge=1&hub.verify_token=autre").status == .forbidden)
      #expect(try await meta.ask("hub.challenge=1&hub.verify_token=\(Meta.motConvenu)").status == .badRequest)
      #expect(try await meta.ask("hub.mode=subscribe&hub.verify_token=\(Meta.motConvenu)").status == .badRequest)
    }
  }

  @Test func `sans numéro relié, l’adresse n’existe pas`() async throws {
    try await withScene(.sqlite) { scene in
      let site = Site(scene)
      try await site.visit { client async throws in
        let meta = Meta(client)
        #expect(try await meta.post(Meta.texte("Bonjour", "wamid.A")).status == .notFound)
        let asked = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=\(Meta.motConvenu)"
        #expect(try await meta.ask(asked).status == .notFound)
        let nadia = try await site.enter(scene.nadia, client)
        #expect(try await nadia.get("/whatsapp").text.contains("Aucun numéro n’est relié"))
      }
    }
  }

  /// A page of another site cannot speak in Meta's place, nor be answered with what a browser keeps.
  @Test func `l’adresse ne lit ni ne donne aucun cookie`() async throws {
    try await withWhatsApp(.sqlite) { scene, site, meta async throws in
      let nadia = try await site.enter(scene.nadia, meta.client)
      let before = try #require(try await site.visitor(nadia)).connexion
      let corps = String(decoding: Meta.texte("Bonjour", "wamid.A"), as: UTF8.self)
      let answer = try await nadia.send(.post, Meta.adresse, [("Content-Type", "text/plain")], corps)
      #expect(answer.status == .unauthorized && answer.header("Set-Cookie") == nil)
      #expect(try await site.visitor(nadia)?.connexion == before)
      #expect(try await nadia.send(.post, Meta.adresse).header("Set-Cookie") == nil)
    }
  }

  private func withWhatsApp(
    _ engine: Engine, _ journal: Journal = Journal(),
    _ body: @escaping @Sendable (Scene, Site, Meta) async throws -> Void
  ) async throws {
    try await withScene(engine) { scene in
      let site = Site(scene, whatsApp: Meta.reglages, logger: journal.logger("avis"))
      try await site.visit { client async throws in try await body(scene, site, Meta(client)) }
    }
  }
}

extension Site {
  /// Reads all that waits; answers how many things of it were new.
  fileprivate func readAvis() async throws -> Int {
    var taken = 0
    while true {
      switch try await mentorat.readAvis(for: .house(.echeances), at: now) {
      case .aucun: return taken
      case .lu(let nouvelles): taken += nouvelles
      case .ecarte: continue
      }
    }
  }
}

extension Scene {
  fileprivate struct Avis: Sendable, Equatable {
    let attendent: Int
    let ecartes: Int
    let nouvelles: Int
  }

  fileprivate func avis() async throws -> Avis {
    try await house.database.read { tx in
      func count(_ sql: SQL) throws -> Int { try tx.first(sql) { try $0[0] } ?? 0 }
      return Avis(
        attendent: try count("SELECT count(*) FROM avis_whatsapp WHERE etat <> 'ecarte'"),
        ecartes: try count("SELECT count(*) FROM avis_whatsapp WHERE etat = 'ecarte'"),
        nouvelles: try count("SELECT count(*) FROM nouvelle_whatsapp"))
    }
  }
}
