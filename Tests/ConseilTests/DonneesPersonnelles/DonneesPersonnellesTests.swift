import Base
import Chartes
import Comptage
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct DonneesPersonnellesTests {
  @Test(arguments: Engine.allCases)
  func `chaque table du conseil est déclarée une fois, avec les colonnes qui nomment quelqu’un`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let declaration = Declaration(scene.conseil.donneesPersonnelles)
      let differences = try await declaration.differences(from: ConseilRoom.migrations, engine)
      #expect(differences == [])
    }
  }

  @Test(arguments: Engine.allCases)
  func `un conseiller emporte son travail, et rien de qui il a reçu`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let lila = jardin.lieu.lila
      _ = try await jardin.conseil.keepAutoEvaluation(
        jardin.visit(
          by: lila, form: [("reussi", "Les radis."), ("difficile", "Les endives."), ("change", "Les panais.")]))
      _ = try await jardin.conseil.keepMesLimites(
        jardin.visit(by: lila, form: [("limites", "Jamais de topinambours.")]))
      try await jardin.conseil.hold(
        nil, fait: "Une page de cerfeuil.", themes: [.email], minutes: 20, by: lila, at: .fevrier(3, 11, 40))
      let rendu = try await jardin.scene.rendre(lila, jardin.conseil.donneesPersonnelles)
      #expect(rendu.isWellFormed)
      for mot in ["radis", "endives", "panais", "topinambours", "cerfeuil", "Artichauts", "lundi"] {
        #expect(rendu.words.contains(mot), "\(mot)")
      }
      for (place, mot) in Potager.mots where place != "atelier" { #expect(!rendu.words.contains(mot), "\(place)") }
      for mot in ["Aline", "Berthe", "Omar", "Hugo"] { #expect(!rendu.words.contains(mot), "\(mot)") }
      let autre = try await jardin.scene.rendre(jardin.lieu.hugo, jardin.conseil.donneesPersonnelles)
      for mot in ["radis", "topinambours", "cerfeuil", "Artichauts"] { #expect(!autre.words.contains(mot), "\(mot)") }
    }
  }

  @Test(arguments: Engine.allCases)
  func `un conseiller ne part pas sans confier qui il suit et prévenir qui l’attend`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let (lila, room) = (jardin.lieu.lila, jardin.conseil.donneesPersonnelles)
      func obstacle(at now: Instant = Potager.fini) async throws -> String? {
        try await jardin.scene.obstacle(to: lila, room, at: now)
      }
      #expect(try await obstacle()?.contains("suivre 1 personne") == true, "Hugo follows Aline too")
      _ = try await jardin.conseil.shareUsager(
        jardin.visit(
          by: lila, ["usager": jardin.voisine.text],
          form: [("conseiller", jardin.lieu.hugo.personne.text), ("accord", "oui")]))
      let slot = try #require(
        try await jardin.conseil.reserve("Zoé", at: jardin.lieu.lieu, after: .fevrier(4, 9), at: Potager.fini))
      #expect(try await obstacle()?.contains("rendez-vous avec vous le jeudi 4 février 2027 à 09:00") == true)
      _ = try await jardin.conseil.cancelRendezVous(jardin.visit(by: lila, ["id": slot.text]))
      #expect(try await obstacle()?.contains("Un atelier vous attend le jeudi 11 mars 2027 à 14:00") == true)
      _ = try await jardin.conseil.cancelAtelier(jardin.visit(by: lila, ["atelier": jardin.atelier.text]))
      #expect(try await obstacle() == nil)
      // A colleague who is suspended follows nobody.
      try await jardin.scene.house.database.write { [hugo = jardin.lieu.hugo] tx in
        _ = try tx.execute("UPDATE appartenance SET suspendue = \(Scene.now) WHERE personne = \(hugo.personne)")
      }
      #expect(try await obstacle()?.contains("suivre 2 personnes") == true)
    }
  }

  @Test(arguments: Engine.allCases)
  func `quand un conseiller est parti, ses chiffres restent, ses mots non, et ses collègues continuent`(engine: Engine)
    async throws
  {
    try await withPotager(engine) { jardin in
      let (lila, hugo) = (jardin.lieu.lila, jardin.lieu.hugo)
      try await jardin.conseil.hold(
        nil, fait: "Une page de cerfeuil.", themes: [.email], minutes: 20, by: lila, at: .fevrier(3, 11, 40))
      _ = try await jardin.conseil.keepAutoEvaluation(
        jardin.visit(by: lila, form: [("reussi", "Les radis."), ("difficile", "Non."), ("change", "Rien.")]))
      _ = try await jardin.conseil.shareUsager(
        jardin.visit(
          by: lila, ["usager": jardin.voisine.text], form: [("conseiller", hugo.personne.text), ("accord", "oui")]))
      let rapports = try await jardin.lieu.compte().rapports
      try await jardin.scene.leave(lila, jardin.conseil.donneesPersonnelles)
      for table in ["permanence", "limites", "auto_evaluation"] as [SQL] {
        #expect(
          try await jardin.scene.count("SELECT count(*) FROM \(sql: table) WHERE conseiller = \(lila.personne)") == 0)
      }
      #expect(try await jardin.lieu.compte().rapports == rapports)
      // What had no thread was hers, and opens no more; what has one is the person's, and goes on.
      let words = try await jardin.lieu.read { [lila] store, tx in
        try store.entretienMots(of: lila.personne, in: tx)
      }
      #expect(!words.contains { $0.contains("cerfeuil") } && words.contains { $0.contains("brocolis") })
      for act in [
        jardin.conseil.showUsager, jardin.conseil.showDossier, jardin.conseil.showJournal, jardin.conseil.showMandats,
        jardin.conseil.showRelaisOfUsager, jardin.conseil.showEffacement, jardin.conseil.showPartage,
      ] {
        #expect(try await act(jardin.visit(by: hugo)).code == 200)
      }
      for (act, parameters) in [
        (jardin.conseil.showMandat, ["mandat": jardin.mandat.text]),
        (jardin.conseil.showAttestation, ["mandat": jardin.mandat.text]),
        (jardin.conseil.showOneRelais, ["relais": jardin.relais.text]),
        (jardin.conseil.showEntretien, ["entretien": jardin.entretien.text]),
        (jardin.conseil.showRecapitulatif, ["entretien": jardin.entretien.text]),
        (jardin.conseil.showAtelierSuivi, ["atelier": jardin.atelier.text]),
        (jardin.conseil.showFeuille, ["atelier": jardin.atelier.text]),
      ] {
        #expect(try await act(jardin.visit(by: hugo, parameters)).code == 200, "\(parameters)")
      }
      for act in [jardin.conseil.showJournee, jardin.conseil.showChiffres, jardin.conseil.showUsagers] {
        #expect(try await act(jardin.visit(by: hugo)).code == 200)
      }
      // An older copy is put back: the same statements again, the key being gone already.
      try await jardin.scene.forget(lila, [jardin.conseil.donneesPersonnelles])
      #expect(try await jardin.conseil.showUsager(jardin.visit(by: hugo)).code == 200)
      // And the thread of an adviser who left is erased like any other, by a colleague or from a copy.
      #expect(try await jardin.erase(vu: jardin.usager(of: hugo).vu, by: hugo).code == 303)
      #expect(try await jardin.lieu.compte().rapports == rapports)
    }
  }

  @Test(arguments: Engine.allCases)
  func `ce qui finit par son âge finit à la milliseconde`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let room = jardin.conseil.donneesPersonnelles
      _ = try await jardin.conseil.countRefusal(
        jardin.visit(
          by: jardin.lieu.lila, ["lieu": jardin.lieu.lieu.text],
          form: [("raison", RaisonDeRefus.allCases[0].rawValue), ("age", TrancheAge.allCases[0].rawValue)],
          at: Scene.now))
      try await jardin.conseil.hold(
        nil, fait: "Une page de cerfeuil.", themes: [.email], minutes: 30, by: jardin.lieu.lila, at: Scene.now)
      func refusals() async throws -> Int { try await jardin.scene.count("SELECT count(*) FROM refus_accueil") }
      func openings(before now: Instant) async throws -> Int {
        try await jardin.scene.count("SELECT count(*) FROM consultation WHERE le < \(now)")
      }
      let kept = try await refusals()
      #expect(kept == 1)
      try await jardin.scene.expire(room, at: Scene.now + .days(365))
      #expect(try await refusals() == 1)
      try await jardin.scene.expire(room, at: Scene.now + .days(365) + .milliseconds(1))
      #expect(try await refusals() == 0)
      let opened = Instant.fevrier(3, 11, 30)
      #expect(try await openings(before: opened + .milliseconds(1)) >= 1)
      try await jardin.scene.expire(room, at: opened + .days(365))
      #expect(try await openings(before: opened + .milliseconds(1)) >= 1)
      try await jardin.scene.expire(room, at: opened + .days(365) + .milliseconds(1))
      #expect(try await openings(before: opened + .milliseconds(1)) == 0)
      // Words without a thread: two years after they were said.
      func words() async throws -> [String] {
        try await jardin.lieu.read { [lila = jardin.lieu.lila] store, tx in
          try store.entretienMots(of: lila.personne, in: tx)
        }
      }
      let said = Scene.now + .minutes(30)
      try await jardin.scene.expire(room, at: said + .days(730))
      #expect(try await words().contains { $0.contains("cerfeuil") })
      for _ in 1...2 { try await jardin.scene.expire(room, at: said + .days(730) + .milliseconds(1)) }
      #expect(try await !words().contains { $0.contains("cerfeuil") })
      #expect(try await words().contains { $0.contains("brocolis") }, "a thread has its own term")
      #expect(try await jardin.lieu.compte().rapports == 3, "numbers stay")
    }
  }
}

extension ConseilStore {
  /// The words of the interviews that somebody held, as far as they open.
  fileprivate func entretienMots(of personne: PersonneID, in tx: Transaction) throws -> [String] {
    let ids = try tx.all("SELECT id FROM entretien WHERE conseiller = \(personne) ORDER BY debut") { row in
      try row[0] as EntretienID
    }
    return try ids.map { try entretien($0, for: .house(.echeances), in: tx).contenu.fait }
  }
}

extension Potager {
  fileprivate func usager(of visitor: Visitor) async throws -> Usager {
    try await lieu.read { [aline] store, tx in try store.usager(aline, for: visitor.viewer, in: tx) }
  }
}
