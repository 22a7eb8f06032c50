import Base
import Chartes
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct RejeuTests {
  @Test(arguments: Engine.allCases)
  func `une sauvegarde plus ancienne ne ramène pas une personne effacée`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let erasedAt = Potager.fini + .hours(1)
      try await jardin.scene.copy()
      _ = try await jardin.erase(at: erasedAt)
      try await jardin.expectsNothingLeft(mandats: 1)
      try await jardin.scene.putBack()
      // The rows are back; what they sealed opens no more, before anything is done about it.
      #expect(try await jardin.scene.count("SELECT count(*) FROM besoin WHERE usager = \(jardin.aline)") == 1)
      let page = try await jardin.conseil.showUsager(jardin.visit(by: jardin.lieu.lila, at: erasedAt)).html()
      for mot in Potager.mots.values { #expect(!page.contains(mot)) }
      let dossier = try await jardin.dossier(at: erasedAt)
      for (place, mot) in Potager.mots where !["mandat", "usage", "nom", "atelier", "rendez-vous"].contains(place) {
        #expect(!dossier.page.contains(mot) && !dossier.donnees.contains(mot), "\(place)")
      }
      // The server starts again, or whoever put the copy back asks for it.
      #expect(try await jardin.conseil.replay(for: .house(.demarrage), at: erasedAt + .hours(2)) == 1)
      try await jardin.expectsNothingLeft(mandats: 1)
      #expect(try await jardin.conseil.replay(for: .house(.demarrage), at: erasedAt + .hours(3)) == 0, "once")
      #expect(try await jardin.passes(at: erasedAt + .hours(4)) == 0)
      #expect(try await jardin.scene.count("SELECT count(*) FROM effacement_suivi WHERE raison = 'rejeu'") == 1)
      try await jardin.expectsNeighbourWhole(at: erasedAt)
      // The door's own key still stands: only these words of it are gone.
      let door = try await jardin.lieu.read { [id = jardin.rendezVous, lila = jardin.lieu.lila] store, tx in
        try store.rendezVous(id, for: lila.viewer, in: tx).contenu
      }
      #expect(door == Arrivant())
    }
  }

  @Test(arguments: Engine.allCases)
  func `un mandat détruit ne revient pas non plus`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      try await jardin.scene.copy()
      _ = try await jardin.erase()
      let end = try #require(Jour("2033-03-03")).start(in: .paris)
      #expect(try await jardin.passes(at: end - .days(40)) == 0, "a server that slept announces the neighbour's end")
      #expect(try await jardin.passes(at: end) == 1)
      #expect(try await jardin.scene.count("SELECT count(*) FROM mandat") == 0)
      try await jardin.scene.putBack()
      _ = try await jardin.conseil.replay(for: .house(.demarrage), at: end)
      #expect(try await jardin.scene.count("SELECT count(*) FROM mandat") == 0)
      #expect(try await jardin.scene.count("SELECT count(*) FROM usager") == 0, "both were erased")
    }
  }

  @Test(arguments: Engine.allCases)
  func `quand rien n’est revenu, rejouer ne change rien`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      #expect(try await jardin.conseil.replay(for: .house(.demarrage), at: Potager.fini) == 0)
      _ = try await jardin.usager()
      _ = try await jardin.erase()
      let before = try await jardin.scene.count("SELECT count(*) FROM trace_attente")
      for _ in 1...3 { #expect(try await jardin.conseil.replay(for: .house(.demarrage), at: Potager.fini) == 0) }
      #expect(try await jardin.scene.count("SELECT count(*) FROM trace_attente") == before)
    }
  }
}

extension Scene {
  /// The tables of a thread, each after those it refers to.
  private static let tables: [SQL] = [
    "usager", "usager_conseiller", "besoin", "etape", "rendez_vous", "rendez_vous_quart", "ticket", "entretien",
    "compte_rendu", "consultation", "mandat", "mandat_demarche", "mandat_signature", "mandat_retrait", "mandat_usage",
    "relais", "inscrit", "atelier_place", "effacement_suivi", "cle_a_detruire",
  ]

  /// A copy of the base, but for the keys: they stand apart.
  fileprivate func copy() async throws {
    try await house.database.write { tx in
      for table in Self.tables { try tx.execute("CREATE TABLE copie_\(sql: table) AS SELECT * FROM \(sql: table)") }
    }
  }

  fileprivate func putBack() async throws {
    try await house.database.write { tx in
      for table in Self.tables.reversed() { try tx.execute("DELETE FROM \(sql: table)") }
      for table in Self.tables { try tx.execute("INSERT INTO \(sql: table) SELECT * FROM copie_\(sql: table)") }
    }
  }
}
