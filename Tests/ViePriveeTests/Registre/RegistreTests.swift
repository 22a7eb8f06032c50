import Base
import Html
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import ViePrivee
@testable import Web

/// The lock between tables and the register: what stands in the base is declared, once, with everybody it names.
@Suite struct RegistreTests {
  @Test(arguments: Engine.allCases) func `chaque table est au registre une fois, et le registre est ouvert à tous`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let standing = Set(try await scene.colonnes().map(\.table))
      let declared = scene.viePrivee.tables.map(\.nom)
      #expect(standing.count > 70)
      #expect(standing.subtracting(declared).sorted() == [], "tenues par aucune salle")
      #expect(Set(declared).subtracting(standing).sorted() == [], "déclarées, et absentes")
      #expect(Dictionary(grouping: declared) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])

      // Nobody needs to be signed in to read it.
      let page = try await scene.viePrivee.showRegistre(scene.visit(by: nil)).html()
      for table in scene.viePrivee.tables where table.traitement != nil {
        #expect(page.contains(">\(table.nom)<"), "\(table.nom)")
      }
    }
  }

  /// Bear the name of a column that refers to somebody, and say something else.
  private static let autreSens: Set<String> = ["rendez_vous.par", "inscrit.par", "relais.par"]

  @Test(arguments: Engine.allCases) func `chaque colonne qui mène à une personne est nommée par sa table`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let colonnes = try await scene.colonnes()
      let tables = Dictionary(scene.viePrivee.tables.map { ($0.nom, $0) }, uniquingKeysWith: { first, _ in first })
      let liees = colonnes.filter { $0.vers == "personne" }
      #expect(liees.count > 40)
      // What refers to somebody here refers to somebody wherever it stands, key or not.
      let noms = Set(liees.map(\.nom)).union(["acteur", "proprietaire"])
      for colonne in colonnes where colonne.vers == "personne" || noms.contains(colonne.nom) {
        guard let table = tables[colonne.table], !Self.autreSens.contains("\(colonne.table).\(colonne.nom)") else {
          continue
        }
        #expect(table.personnes.contains(colonne.nom), "\(colonne.table).\(colonne.nom)")
      }
      for table in scene.viePrivee.tables {
        let own = Set(colonnes.filter { $0.table == table.nom }.map(\.nom))
        #expect(Set(table.personnes).subtracting(own).sorted() == [], "\(table.nom)")
        // Whoever names somebody says what becomes of it.
        if case .sansObjet = table.effacement { #expect(table.personnes.isEmpty, "\(table.nom)") }
      }
    }
  }

  @Test func `chaque table sert une raison écrite, et chaque raison a une table`() async throws {
    try await withScene(.sqlite) { scene in
      let cles = scene.viePrivee.traitements.map(\.cle)
      #expect(Set(cles).count == cles.count, "une raison n’est dite qu’une fois")
      let servies = Set(scene.viePrivee.tables.compactMap(\.traitement))
      #expect(servies.symmetricDifference(cles).sorted() == [])
    }
  }

  /// Two rooms that gave the same name would overwrite each other in an archive.
  @Test func `rien n’est vide au registre, dans aucune langue`() async throws {
    try await withScene(.sqlite) { scene in
      for traitement in scene.viePrivee.traitements {
        for phrase in [
          traitement.nom, traitement.finalite, traitement.personnes, traitement.donnees, traitement.destinataires,
          traitement.duree,
        ] {
          for texte in [phrase.fr, phrase.en] {
            #expect(texte.count > 2 && !texte.contains("'") && !texte.contains("\""), "\(traitement.cle) : \(texte)")
          }
          #expect(phrase.fr.firstMatch(of: /[^\u{a0}][:;?!»]|«[^\u{a0}]/) == nil, "\(phrase.fr)")
        }
      }
    }
  }

  @Test func `la page d’une structure dit son nom, et celui d’aucune autre`() async throws {
    try await withScene(.sqlite) { scene in
      _ = try await scene.personnes.openDemonstration(structure: "Ailleurs-canari", dispositif: "Là-bas", at: scene.now)
      for langue in Langue.allCases {
        let page = try await scene.viePrivee.showRegistre(scene.visit(by: scene.amina, in: langue)).html(langue)
        #expect(page.contains("Mission locale du Perche") && !page.contains("canari"))
      }
      #expect(!(try await scene.viePrivee.showRegistre(scene.visit(by: nil)).html().contains("Mission locale")))
    }
  }
}
