import Base
import Foundation
import Html
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

/// Which devices are told, and what makes them told no more.
@Suite struct AppareilTests {
  @Test(arguments: Engine.allCases) func `un appareil s’ajoute, se voit, s’arrête`(engine: Engine) async throws {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      let navigateur = NavigateurAbonne()
      let poste = try await abonnes.subscribe(scene.amina, navigateur)
      let here = try await abonnes.page(of: scene.amina, in: poste.browser)
      #expect(here.contains("Firefox, Linux") && here.contains("ici même") && here.contains("Ne plus me prévenir"))
      #expect(!(try await abonnes.page(of: scene.amina)).contains("ici même"))
      #expect((try await abonnes.page(of: scene.amina, in: poste.browser, .en)).contains("right here"))
      for secret in [navigateur.adresse, navigateur.auth, navigateur.p256dh] { #expect(!here.contains(secret)) }
      #expect(!(try await abonnes.page(of: scene.yanis)).contains("Firefox, Linux"))

      let id = try await scene.house.database.read { tx in
        try tx.first("SELECT id FROM abonnement") { row in try row[0] as AbonnementID }
      }
      let appareil = try #require(id)
      await #expect(throws: Absent(), "celui d’un autre") {
        try await abonnes.room.unsubscribe(appareil, of: scene.yanis, at: scene.now)
      }
      #expect(try await abonnes.appareils == 1)
      let answer = try await abonnes.room.removeAppareil(
        scene.visit(by: scene.amina, ["id": appareil.text], in: poste.browser))
      #expect(answer.location == "/compte/notifications?fait=retire")
      #expect(try await abonnes.appareils == 0)
      let gestes = try await scene.traces().map(\.geste)
      #expect(gestes.contains("notifications:ajout") && gestes.contains("notifications:retrait"))
    }
  }

  @Test(arguments: Engine.allCases) func `rien ne se lit dans la base de ce que donne un navigateur`(engine: Engine)
    async throws
  {
    try await withAbonnes(engine) { abonnes in
      let navigateur = NavigateurAbonne("https://fcm.googleapis.com/fcm/send/canari-adresse")
      _ = try await abonnes.subscribe(abonnes.scene.amina, navigateur)
      try await abonnes.notify(abonnes.scene.amina)
      #expect(try await abonnes.enAttente == 1)
      for part in try await abonnes.scene.everything() {
        for mot in ["canari-adresse", navigateur.auth, navigateur.p256dh, "vous attend"] {
          #expect(part.range(of: .init(mot.utf8)) == nil, "\(mot)")
        }
      }
    }
  }

  @Test(arguments: [
    [("adresse", "https://autre.example/x")], [("adresse", "")], [("auth", "court")], [("p256dh", "")],
  ])
  func `ce qui ne convient pas est redemandé, et rien n’est gardé`(change: [(String, String)]) async throws {
    try await withAbonnes(.sqlite) { abonnes in
      let champs = NavigateurAbonne().champs.map { champ in change.first { $0.0 == champ.0 } ?? champ }
      let answer = try await abonnes.room.addAppareil(abonnes.scene.visit(by: abonnes.scene.amina, form: champs))
      #expect(answer.code == 422)
      #expect(answer.html().contains(change[0].1.isEmpty || change[0].0 != "adresse" ? "rien n’a changé" : "pas connu"))
      #expect(try await abonnes.appareils == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `dix appareils au plus, le même ne compte qu’une fois`(engine: Engine)
    async throws
  {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      var postes: [Poste] = []
      for _ in 0..<10 { postes.append(try await abonnes.subscribe(scene.amina)) }
      let more = try await abonnes.room.addAppareil(scene.visit(by: scene.amina, form: NavigateurAbonne().champs))
      #expect(more.code == 422 && more.html().contains("10 appareils vous préviennent déjà"))
      // The same browser with another address, and another browser with the same address, take the place they had.
      let navigateur = NavigateurAbonne()
      _ = try await abonnes.subscribe(scene.amina, navigateur, in: postes[0].browser)
      _ = try await abonnes.subscribe(scene.amina, navigateur)
      #expect(try await abonnes.appareils == 10)
      _ = try await abonnes.subscribe(scene.yanis)
    }
  }

  @Test(arguments: Engine.allCases) func `se déconnecter arrête ce navigateur, et lui seul`(engine: Engine) async throws
  {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      let postes = [try await abonnes.subscribe(scene.amina), try await abonnes.subscribe(scene.amina)]
      _ = try await abonnes.room.signOut(scene.visit(by: try await scene.visitor(postes[0]), in: postes[0].browser))
      #expect(try await scene.marques() == [postes[1].browser.fingerprint])
    }
  }

  @Test(arguments: Engine.allCases) func `fermer une connexion, ou toutes les autres, arrête leurs navigateurs`(
    engine: Engine
  ) async throws {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      var postes: [Poste] = []
      for _ in 0..<3 { postes.append(try await abonnes.subscribe(scene.amina)) }
      let ici = try await scene.visitor(postes[0])
      // One whose connexion is over already is stopped too: it is "another".
      let ancien = try await abonnes.subscribe(scene.amina)
      try await scene.house.database.write { tx in
        _ = try tx.execute("DELETE FROM connexion WHERE marque = \(ancien.browser.fingerprint)")
      }
      try await abonnes.room.end(scene.visitor(postes[2]).connexion, of: ici, at: scene.now)
      #expect(try await abonnes.appareils == 3)
      try await abonnes.room.endOthers(of: ici, at: scene.now)
      #expect(try await scene.marques() == [postes[0].browser.fingerprint])
    }
  }

  @Test(arguments: Engine.allCases) func `une connexion qui expire n’arrête rien, une autre personne si`(engine: Engine)
    async throws
  {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      let poste = try await abonnes.subscribe(scene.amina)
      let later = scene.now + .days(31)
      try await scene.expire(abonnes.room.donneesPersonnelles, at: later)
      #expect(try await scene.identify(poste, at: later) == nil)
      #expect(try await abonnes.appareils == 1)
      // The same person again: still told, and known for as long again.
      let again = scene.now + .days(300)
      _ = try await scene.open(scene.amina, in: poste.browser, at: again)
      try await scene.expire(abonnes.room.donneesPersonnelles, at: scene.now + .days(500))
      #expect(try await abonnes.appareils == 1)
      try await scene.expire(abonnes.room.donneesPersonnelles, at: again + .days(401))
      #expect(try await abonnes.appareils == 0)

      let partage = try await abonnes.subscribe(scene.amina)
      _ = try await scene.open(scene.yanis, in: partage.browser)
      #expect(try await abonnes.appareils == 0, "quelqu’un d’autre est entré ici")
    }
  }

  @Test(arguments: Engine.allCases) func `suspendre, rétablir un accès ou restaurer arrête tout`(engine: Engine)
    async throws
  {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      // Their connexions are over already.
      func subscribe(_ visitor: Visitor) async throws {
        _ = try await abonnes.subscribe(visitor)
        try await abonnes.notify(visitor)
        try await scene.house.database.write { tx in _ = try tx.execute("DELETE FROM connexion") }
      }
      for visitor in [scene.bruno, scene.amina, scene.yanis] { try await subscribe(visitor) }
      try await abonnes.room.suspend(scene.bruno.personne, by: scene.nadia, at: scene.now)
      #expect(try await abonnes.appareils == 2)
      #expect(try await abonnes.enAttente == 2)
      try await scene.house.database.write { [store = abonnes.room.store] tx in
        _ = try store.eraseWaysIn(of: scene.amina.personne, at: Scene.now, in: tx)
      }
      #expect(try await abonnes.appareils == 1)
      try await scene.house.database.write { [store = abonnes.room.store] tx in try store.closeEveryDoor(in: tx) }
      #expect(try await abonnes.appareils == 0)
      #expect(try await abonnes.enAttente == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `qui s’en va emporte ses appareils, et la copie les disait`(engine: Engine)
    async throws
  {
    try await withAbonnes(engine) { abonnes in
      let scene = abonnes.scene
      let room = abonnes.room.donneesPersonnelles
      _ = try await abonnes.subscribe(scene.amina)
      _ = try await abonnes.subscribe(scene.yanis)
      try await abonnes.notify(scene.amina)
      let copie = try await scene.rendre(scene.amina, room).filter { $0.cle == "appareils" }
      #expect(copie.words.contains("Firefox, Linux") && copie.words.contains((scene.now + .hours(1)).iso))
      #expect(!copie.words.contains("mozilla"), "pas l’adresse : qui l’a peut y écrire")
      try await scene.leave(scene.amina, room)
      #expect(try await abonnes.appareils == 1)
      #expect(try await abonnes.enAttente == 0)
    }
  }

  @Test func `sans passeur, la page n’existe pas`() async throws {
    try await withScene(.sqlite) { scene in
      await #expect(throws: Absent()) { try await scene.personnes.showNotifications(scene.visit(by: scene.amina)) }
      await #expect(throws: Absent()) {
        try await scene.personnes.addAppareil(scene.visit(by: scene.amina, form: NavigateurAbonne().champs))
      }
    }
  }
}

extension Scene {
  /// The browsers that are told.
  fileprivate func marques() async throws -> [String] {
    try await house.database.read { tx in try tx.all("SELECT marque FROM abonnement ORDER BY id") { try $0[0] } }
  }
}
