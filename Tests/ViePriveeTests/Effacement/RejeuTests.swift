import Base
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import ViePrivee
@testable import Web

@Suite struct RejeuTests {
  @Test(arguments: Engine.allCases) func `une personne effacée ne revient pas avec une base plus ancienne`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let mots = try await scene.plantWords(of: scene.amina, "Canaraminée")
      let rencontre = try await scene.agree()
      try await scene.saveTables()
      _ = try await scene.erased(scene.amina, at: scene.now)
      try await scene.giveTablesBack()
      let id = scene.amina.personne
      // As the older base says it: they are there again, but for their key.
      #expect(try await scene.count("SELECT count(*) FROM appartenance WHERE personne = \(id)") == 1)
      #expect(try await scene.count("SELECT count(*) FROM personne WHERE id = \(id) AND partie IS NULL") == 1)
      await #expect(throws: Absent()) {
        try await scene.read { [store = scene.personnes.store] tx in
          _ = try store.personne(id, for: .person(id), in: tx)
        }
      }
      try await scene.emptyOutbox()
      let later = scene.now + .hours(1)
      #expect(try await scene.viePrivee.replay(for: .house(.exploitation), at: later) == 1)
      #expect(try await scene.count("SELECT count(*) FROM appartenance WHERE personne = \(id)") == 0)
      #expect(try await scene.count("SELECT count(*) FROM cle_acces WHERE personne = \(id)") == 0)
      #expect(
        try await scene.count(
          "SELECT count(*) FROM personne WHERE id = \(id) AND partie = \(later) AND adresse_cle = 'partie:' || id") == 1
      )
      for mot in mots.tous where mot != id.text { #expect(!(try await scene.holds(mot)), "\(mot)") }
      // What had come back with them is cancelled again, kindly, without a name.
      #expect(try await scene.count("SELECT count(*) FROM rencontre WHERE etat = 'annulee' AND id = \(rencontre)") == 1)
      let letter = try #require(try await scene.plis(to: scene.bruno.personne).first)
      #expect(letter.courriel.texte.contains("une personne partie") && !letter.courriel.texte.contains("Amina"))
      #expect(try await scene.plis().allSatisfy { $0.courriel.sujet != "Vos données sont effacées" })
      // Nothing of the others moved.
      #expect(try await scene.count("SELECT count(*) FROM personne WHERE partie IS NULL") == 6)
      #expect(try await scene.viePrivee.replay(for: .house(.exploitation), at: later + .hours(1)) == 1)
      #expect(try await scene.count("SELECT count(*) FROM personne WHERE partie = \(later)") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `un serveur arrêté entre les lignes et la clé finit le départ`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let id = scene.amina.personne
      try await scene.write { [room = scene.viePrivee] tx in
        try room.depart(of: id, by: scene.amina.viewer, at: Scene.now, in: tx) { $0.auRevoir() }
      }
      // The power went here: the key still opens.
      try await scene.write { [vault = scene.house.vault] _ in
        _ = try vault.seal("encore", of: .personne(id), at: Place("essai.mot", "1"))
      }
      #expect(try await scene.viePrivee.repair(for: .house(.echeances), at: scene.now + .hours(1)) == 0)
      await #expect(throws: VaultError.erased) {
        try await scene.write { [vault = scene.house.vault] _ in
          _ = try vault.seal("encore", of: .personne(id), at: Place("essai.mot", "1"))
        }
      }
      // The other way round: files put back by hand.
      try await scene.erase(scene.bruno)
      #expect(try await scene.viePrivee.repair(for: .house(.echeances), at: scene.now + .hours(2)) == 1)
      #expect(try await scene.count("SELECT count(*) FROM personne WHERE partie IS NOT NULL") == 2)
      #expect(try await scene.viePrivee.repair(for: .house(.echeances), at: scene.now + .hours(3)) == 0)
    }
  }

  @Test func `seule la maison rejoue, répare, fait passer les termes`() async throws {
    try await withScene(.sqlite) { scene in
      try await scene.erase(scene.amina)
      let (room, viewer, now) = (scene.viePrivee, scene.nadia.viewer, scene.now + .days(4000))
      #expect(try await room.replay(for: viewer, at: now) == 0)
      #expect(try await room.repair(for: viewer, at: now) == 0)
      #expect(try await room.expireTerms(for: viewer, at: now) == 0)
      #expect(try await room.endSleepingAccounts(for: viewer, at: now) == 0)
      #expect(try await room.remindDemandes(for: viewer, at: now) == 0)
      #expect(try await room.prepareCopies(for: viewer, at: now) == 0)
      #expect(try await scene.count("SELECT count(*) FROM personne WHERE partie IS NOT NULL") == 0)
    }
  }
}

extension Scene {
  /// What a backup would hold of these tables, kept aside in the same base.
  fileprivate func saveTables() async throws {
    try await write { tx in
      try tx.execute("CREATE TABLE avant_personne AS SELECT * FROM personne")
      try tx.execute("CREATE TABLE avant_appartenance AS SELECT * FROM appartenance")
      try tx.execute("CREATE TABLE avant_cle AS SELECT * FROM cle_acces")
      try tx.execute("CREATE TABLE avant_creneau AS SELECT * FROM creneau_pris")
    }
  }

  /// Puts it back, as restoring an older backup does: the base of keys stays as it is.
  fileprivate func giveTablesBack() async throws {
    try await write { tx in
      try tx.execute(
        """
        UPDATE personne SET adresse_cle = (SELECT a.adresse_cle FROM avant_personne a WHERE a.id = personne.id),
          adresse = (SELECT a.adresse FROM avant_personne a WHERE a.id = personne.id),
          prenom = (SELECT a.prenom FROM avant_personne a WHERE a.id = personne.id),
          nom = (SELECT a.nom FROM avant_personne a WHERE a.id = personne.id), partie = NULL
        """)
      try tx.execute("DELETE FROM appartenance")
      try tx.execute("INSERT INTO appartenance SELECT * FROM avant_appartenance")
      try tx.execute("INSERT INTO cle_acces SELECT * FROM avant_cle WHERE id NOT IN (SELECT id FROM cle_acces)")
      try tx.execute("DELETE FROM annulation")
      try tx.execute("UPDATE rencontre SET etat = 'acceptee' WHERE etat = 'annulee'")
      try tx.execute("INSERT INTO creneau_pris SELECT * FROM avant_creneau")
      for table in ["personne", "appartenance", "cle", "creneau"] as [SQL] {
        try tx.execute("DROP TABLE avant_\(sql: table)")
      }
    }
  }
}
