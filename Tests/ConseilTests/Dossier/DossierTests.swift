import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct DossierTests {
  @Test(arguments: Engine.allCases)
  func `la personne emporte tout ce qui est gardé sur elle, sur papier et en données`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let (page, donnees) = try await jardin.dossier()
      for (place, mot) in Potager.mots {
        #expect(page.contains(mot), "\(place) sur papier")
        #expect(donnees.contains(mot), "\(place) en données")
      }
      for mot in Potager.chezLaVoisine + ["Berthe", jardin.jeton, "Ferrandis", "Testevuide"] {
        // The adviser's last name stands in what the person signed and nowhere else.
        let (page, donnees) = mot == "Ferrandis" ? (page.withoutTheSigned, donnees.withoutTheSigned) : (page, donnees)
        #expect(!page.contains(mot) && !donnees.contains(mot), "\(mot)")
      }
      // Why, by whom, until when: from the same declaration as the register.
      for traitement in jardin.conseil.donneesPersonnelles.traitements
      where ConseilRoom.traitementsDesUsagers.contains(traitement.cle) {
        #expect(page.contains(traitement.nom.fr) && page.contains(traitement.finalite.fr.plainSpaces))
      }
      #expect(page.contains("tout s’efface après le samedi 3 février 2029") && page.contains("cnil.fr"))
      let english = try await jardin.dossier(.en).page
      #expect(english.contains("What we keep about you") && english.contains("aubergines"))
    }
  }

  @Test(arguments: Engine.allCases)
  func `le fichier se lit par un programme`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let data = Data(try await jardin.dossier().donnees.utf8)
      let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(json["format"] as? String == "vademecum-suivi-1")
      #expect(json["donne"] as? String == "2027-02-03T11:00:00Z")
      let rubriques = try #require(json["rubriques"] as? [String: [[String: Any]]])
      #expect(
        Set(rubriques.keys)
          == [
            "identite", "suivi_par", "besoins", "etapes", "entretiens", "comptes_rendus", "rendez_vous", "ateliers",
            "mandats", "mandats_usages", "relais", "ouvertures",
          ])
      #expect(rubriques["identite"]?.first?["naissance"] as? Int == 1950)
      #expect(rubriques["mandats"]?.first?["garde"] as? String == "2033-03-03")
      #expect(rubriques["entretiens"]?.first?["themes"] as? String == "email")
      #expect(rubriques["relais"]?.first?["retire"] is NSNull)
    }
  }

  @Test(arguments: Engine.allCases)
  func `la personne sait qui a ouvert son suivi, et quand`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let (page, donnees) = try await jardin.dossier()
      #expect(page.contains("Qui a ouvert ce suivi") && page.contains("Hugo T."))
      #expect(page.contains("mercredi 3 février 2027 à 11:30 (heure de Paris)"))
      #expect(donnees.contains("2027-02-03T10:30:00Z") && donnees.contains("\"Hugo T.\""))
      let traces = try await jardin.scene.traces()
      #expect(traces.contains(TraceLine("lecture:dossier", on: jardin.aline, by: jardin.lieu.lila.personne)))
    }
  }

  @Test(arguments: Engine.allCases)
  func `seul qui suit la personne lui donne ce qui est gardé`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let remi = try await jardin.scene.personnes.seat(
        Figurant("Rémi", "Quillebœuf", .conseillerNumerique), in: jardin.lieu.dispositif, suivieBy: nil, at: Scene.now)
      for visitor in [remi, jardin.lieu.odile, jardin.scene.nadia] {
        for act in [
          jardin.conseil.showDossier, jardin.conseil.giveDossier, jardin.conseil.showEffacement,
          jardin.conseil.chooseEffacement, jardin.conseil.eraseUsager,
        ] {
          await #expect(throws: Absent.self) {
            _ = try await act(jardin.visit(by: visitor, form: [("raison", "demande"), ("vu", "1-1")]))
          }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `qui n’a rien dit reçoit une page courte`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let opened = try await lieu.conseil.openUsager(lieu.visit(by: lieu.lila, geste: .make(at: Scene.now)))
      let id = try #require(UsagerID((opened.location ?? "").replacing("/usagers/", with: "")))
      let page = try await lieu.conseil.showDossier(
        lieu.visit(by: lieu.lila, ["usager": id.text], geste: .make(at: Scene.now))
      ).html()
      #expect(page.contains("Personne n° 1") && !page.contains("en votre nom") && !page.contains("Les relais vers"))
    }
  }
}

extension String {
  fileprivate var plainSpaces: String { replacing("\u{a0}", with: " ") }

  /// Without the text of a mandate and its record, on paper and as data.
  fileprivate var withoutTheSigned: String {
    replacing(/(?s)<blockquote>.*?<\/blockquote>/, with: "").split(separator: "\n").filter {
      !$0.contains("\"acte\" :") && !$0.contains("\"texte\" :") && !$0.contains("\"lettre\" :")
    }.joined(separator: "\n")
  }
}
