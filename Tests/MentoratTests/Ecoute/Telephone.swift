import Base
import FauxMeta
import Foundation
import Temps
import Testing
import Troupe
import Web
import WhatsApp

@testable import Mentorat

/// WhatsApp beside a pair, in a test: two telephones, Meta in between, and what it was sent.
struct Telephone: Sendable {
  static let deNour = "33611111111"
  static let deMarc = "33622222222"

  let lieu: Accompagnement
  let room: MentoratRoom
  let graph = FauxGraph()

  init(_ scene: Scene) async throws {
    lieu = try await scene.accompagnement()
    room = scene.mentorat(whatsApp: graph.reglages)
  }

  /// Chooses WhatsApp, as on the page.
  func choose(_ visitor: Visitor, _ accords: [String] = LiaisonPage.accords, at now: Instant = Scene.now) async throws
    -> Answer
  {
    try await room.chooseWhatsApp(
      lieu.visit(by: visitor, form: accords.map { ("accord", $0) }, at: now, geste: .make(at: now)))
  }

  func page(of visitor: Visitor, at now: Instant = Scene.now) async throws -> String {
    try await room.showLiaison(lieu.visit(by: visitor, at: now)).html()
  }

  /// The code that the page shows.
  func code(of visitor: Visitor, at now: Instant = Scene.now) async throws -> String {
    let page = try await page(of: visitor, at: now)
    return try String(#require(page.firstMatch(of: /<strong>([A-Z2-9]{4}-[A-Z2-9]{4})</)).output.1)
  }

  /// Chooses, sends the code, and reads the welcome.
  func link(_ visitor: Visitor, _ numero: String, at now: Instant = Scene.now) async throws {
    _ = try await choose(visitor, at: now)
    try await receive(Meta.texte(try await code(of: visitor, at: now), "wamid.code-\(numero)", from: numero), at: now)
  }

  /// Meta posts, the schedule reads, and what is owed leaves, until nothing is.
  func receive(_ corps: [UInt8], at now: Instant = Scene.now) async throws {
    try await room.keep(corps, at: now)
    while try await room.readAvis(for: .house(.echeances), at: now) != .aucun {}
    try await carry(at: now)
  }

  /// What is due leaves, and what is due in the next minute: messages to one person keep their distance.
  func carry(at now: Instant) async throws {
    for second in stride(from: 0, through: 60, by: 6) {
      while try await room.carryDepeche(for: .house(.echeances), at: now + .seconds(second)) {}
    }
  }

  func write(
    _ mots: String, _ wamid: String, from numero: String = deNour, at now: Instant = Scene.now
  )
    async throws
  {
    let champs: [String: Json] = [
      "id": .texte(wamid), "from": .texte(numero), "type": "text", "text": ["body": .texte(mots)],
    ]
    try await receive(Meta.corps(messages: [.objet(champs)], at: now), at: now)
  }

  /// Anything else than words.
  func send(_ type: String, _ champs: [String: Json] = [:], _ wamid: String, at now: Instant = Scene.now) async throws {
    let message = champs.merging(["id": .texte(wamid), "from": .texte(Self.deNour), "type": .texte(type)]) { $1 }
    try await receive(Meta.corps(messages: [.objet(message)], at: now), at: now)
  }

  /// The words of what one may read of the pair, oldest first.
  func fil(of visitor: Visitor, at now: Instant = Scene.now) async throws -> [String] {
    try await lieu.messages(of: visitor, at: now).map { $0.texte?.ensemble ?? "" }
  }

  /// What was said on WhatsApp since.
  func said(since rang: Int) -> [String] { Array(graph.mots.dropFirst(rang)).map { $0.replacing("\u{a0}", with: " ") } }

  func liaison(of visitor: Visitor) async throws -> Liaison? {
    try await lieu.read { [lieu] store, tx in
      try store.liaison(
        of: visitor.personne, in: store.binome(lieu.binome, for: visitor.viewer, in: tx), tx: tx)
    }
  }
}

extension Telephone {
  /// Something said to Nour, whatever it answers.
  func say(_ mots: String, carried: Bool = true) async throws {
    let linked = try #require(try await liaison(of: lieu.nour))
    try await lieu.scene.house.database.write { [room] tx in try room.say(mots, to: linked, at: Scene.now, in: tx) }
    if carried { try await carry(at: Scene.now) }
  }
}

/// A pair of whom Nour has linked her telephone, and read the welcome.
func withTelephone(_ engine: Engine, _ body: (Telephone) async throws -> Void) async throws {
  try await withScene(engine) { scene in
    let telephone = try await Telephone(scene)
    try await telephone.link(telephone.lieu.nour, Telephone.deNour)
    #expect(telephone.graph.pris.count == 1)
    try await body(telephone)
  }
}
