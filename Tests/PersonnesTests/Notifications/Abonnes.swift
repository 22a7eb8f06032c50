import Base
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

/// Somebody's browsers, and the push service that takes what they are told.
struct Abonnes: Sendable {
  let scene: Scene
  let passeur = FauxPasseur()
  let room: PersonnesRoom

  init(_ scene: Scene) throws {
    self.scene = scene
    room = scene.personnes(notifications: try passeur.reglages())
  }

  /// Somebody enters on a browser of its own, and presses the button.
  func subscribe(
    _ visitor: Visitor, _ navigateur: NavigateurAbonne = NavigateurAbonne(), in browser: Token = .random(),
    at now: Instant = Scene.now
  ) async throws -> Poste {
    let poste = try await scene.open(visitor, in: browser, at: now)
    let answer = try await room.addAppareil(
      scene.visit(by: scene.visitor(poste, at: now), form: navigateur.champs, at: now, in: browser))
    #expect(answer.location == "/compte/notifications?fait=ajoute")
    return poste
  }

  func notify(_ visitor: Visitor, until jusque: Instant = Scene.now + .hours(1), at now: Instant = Scene.now)
    async throws
  {
    try await scene.house.database.write { [store = room.store] tx in
      try store.notify(
        visitor.personne, Phrase("Une réponse vous attend.", "An answer is waiting for you."), "/binomes",
        until: jusque, at: now, in: tx)
    }
  }

  /// All that is due at a moment.
  @discardableResult
  func carry(at now: Instant = Scene.now) async throws -> [PersonnesRoom.Portage] {
    var done: [PersonnesRoom.Portage] = []
    while true {
      let portage = try await room.carryNotification(for: .house(.echeances), at: now)
      if portage == .rien { return done }
      done.append(portage)
    }
  }

  func page(of visitor: Visitor, in browser: Token = .random(), _ t: Langue = .fr) async throws -> String {
    try await room.showNotifications(scene.visit(by: visitor, in: browser, t)).html(t)
  }

  var appareils: Int { get async throws { try await scene.count("SELECT count(*) FROM abonnement") } }
  var enAttente: Int { get async throws { try await scene.count("SELECT count(*) FROM notification") } }
}

func withAbonnes(_ engine: Engine, _ body: (Abonnes) async throws -> Void) async throws {
  try await withScene(engine) { scene in try await body(Abonnes(scene)) }
}
