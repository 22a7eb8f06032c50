import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct OuvertureDeMandatTests {
  @Test(arguments: Engine.allCases)
  func `un mandat s’ouvre seulement sur un droit en jeu et une fois l’agent demandé`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      for changes in [
        ["risque": ["aucun"]], ["risque": []], ["operateur": [""]], ["agent": []], ["operateur": ["la-poste"]],
        ["demarche": []], ["jours": ["400"]], ["jours": ["2"]], ["jours": ["un an"]], ["jours": []],
      ] {
        let again = try await bureau.ask(changes)
        #expect(again.code == 422, "\(changes)")
        #expect(again.html.contains("value=\"D’Oréquivaël-N’Guessan\""), "rien de tapé n’est perdu")
      }
      #expect(try await bureau.ask(["risque": ["aucun"]]).html.contains("Aucun risque de perdre un droit"))
      #expect(try await bureau.ask(["agent": []]).html.contains("On ne sait pas encore quel agent"))
      #expect(try await bureau.ask(["jours": ["400"]]).html.contains("ne dépasse pas 365 jours"))
      #expect(try await bureau.scene.count("SELECT count(*) FROM mandat") == 0)
      #expect(try await bureau.ask().location?.hasSuffix("/signature") == true)
      #expect(try await bureau.scene.count("SELECT count(*) FROM mandat") == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `une personne mineure ou protégée est orientée et rien n’est gardé`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let mineure = try await bureau.ask(["exclusion": ["mineur"]])
      #expect(mineure.code == 200 && mineure.html.contains("autorité parentale") && mineure.html.contains("119"))
      let protegee = try await bureau.ask(["exclusion": ["protege"], "risque": []])
      #expect(protegee.code == 200 && protegee.html.contains("UDAF"))
      // Her year of birth says it too, whatever was ticked; the year one turns eighteen, the question decides.
      #expect(try await bureau.ask(["naissance": ["2010"]]).html.contains("autorité parentale"))
      #expect(try await bureau.ask(["naissance": ["2009"]]).location != nil)
      #expect(try await bureau.scene.count("SELECT count(*) FROM mandat") == 1)
      let kept = try await bureau.identite()
      #expect(kept.naissance == 2009, "seul le mandat écrit complète le suivi")
      #expect(try await bureau.scene.traces().filter { $0.geste.hasPrefix("mandat") }.count == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `ce qui ne peut pas être est dit champ par champ`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      for (changes, phrase) in [
        (["naissance": ["2028"]], "entre 1900 et 2027"), (["naissance": ["-5"]], "entre 1900 et 2027"),
        (["naissance": ["cinquante"]], "entre 1900 et 2027"), (["avant": ["2027-02-29"]], "un jour qui existe"),
        (["avant": ["2027-01-31"]], "Ce jour est passé"), (["avant": ["2029-01-01"]], "plus d’un an"),
        (["nom": ["  "]], "comme sur ses papiers"), (["nom": ["123"]], "comme sur ses papiers"),
        (["prenom": [String(repeating: "é", count: 81)]], "comme sur ses papiers"),
        (["demarche": ["famille_scolarite", "associations"]], "Choisissez dans la liste"),
        (["demarche": ["famille_scolarite", "'; DROP TABLE mandat"]], "Choisissez dans la liste"),
        (["exclusion": ["peut-être"]], "Posez la question"),
        (["agent": ["joint"], "note": [""]], "ce que l’agent a répondu"),
      ] {
        let again = try await bureau.ask(changes)
        #expect(again.code == 422 && again.html.contains(phrase), "\(changes)")
      }
      #expect(try await bureau.scene.count("SELECT count(*) FROM mandat") == 0)
      #expect(
        try await bureau.ask(["avant": ["2027-02-01"], "agent": ["joint"], "note": ["Pas avant un mois."]]).location
          != nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `l’identité qui manquait est gardée sous clé dans le suivi et nulle part en clair`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.prepare()
      let identite = try await bureau.identite()
      #expect(identite.nom == "D’Oréquivaël-N’Guessan" && identite.initiale == "D" && identite.naissance == 1953)
      #expect(try await bureau.texte(id).contains("Anaëlle D’Oréquivaël-N’Guessan, année de naissance 1953"))
      // What is known already is not written over.
      _ = try await bureau.prepare(["nom": ["Autrenom"], "naissance": ["1954"]])
      #expect(try await bureau.identite().nom == "D’Oréquivaël-N’Guessan")
      for bytes in try await bureau.scene.everything() {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("quivaël") && !text.contains("Trois appels"))
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `envoyée deux fois, la même demande n’écrit qu’un texte`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let geste = Geste.make(at: Scene.now)
      let first = try await bureau.ask(geste: geste)
      #expect(try await bureau.ask(geste: geste).location == first.location)
      #expect(try await bureau.scene.count("SELECT count(*) FROM mandat") == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `qui ne suit pas la personne ne voit ni n’ouvre aucun mandat`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.signed()
      #expect(try await bureau.page(id, by: bureau.hugo).contains("Mandat : Anaëlle D."))
      await #expect(throws: Absent()) { try await bureau.ask(by: bureau.remi) }
      await #expect(throws: Absent()) { try await bureau.page(id, by: bureau.remi) }
      await #expect(throws: Absent()) { try await bureau.act(under: id, by: bureau.remi) }
      await #expect(throws: Absent()) { try await bureau.withdraw("toutes", of: id, by: bureau.remi) }
      await #expect(throws: Absent()) { try await bureau.sign(id, by: bureau.remi) }
      await #expect(throws: Absent()) {
        try await bureau.conseil.showAttestation(bureau.visit(by: bureau.remi, ["mandat": id.text]))
      }
      #expect(try await bureau.journal(id).isEmpty)
      #expect(try await bureau.mandat(id).retraits.isEmpty)
    }
  }

  @Test(arguments: Engine.allCases)
  func `renouveler, c’est un nouveau mandat prérempli dont le risque se redemande`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.signed()
      let page = Reponse(
        try await bureau.conseil.showNewMandat(bureau.visit(by: bureau.hugo, query: [("depuis", id.text)]))
      ).html
      #expect(page.contains("value=\"D’Oréquivaël-N’Guessan\"") && page.contains("value=\"1953\""))
      #expect(page.contains("value=\"logement\" checked") && page.contains("value=\"31\" checked"))
      #expect(!page.contains("value=\"2027-02-12\"") && !page.contains("value=\"injoignable\" checked"))
      #expect(!page.contains("Trois appels"))
    }
  }
}
