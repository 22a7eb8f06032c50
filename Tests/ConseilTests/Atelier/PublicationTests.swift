import Base
import Chartes
import Foundation
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct PublicationTests {
  @Test(arguments: Engine.allCases) func `un atelier annoncé dit son programme, son lieu et ses places à tout le monde`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.prepare()
      await #expect(throws: Absent.self) { try await lieu.publicPage(id) }
      #expect(try await lieu.conseil.showAteliers(lieu.visit(by: nil)).page(lieu).contains("Pas d’atelier annoncé"))
      let next = try await lieu.conseil.publish(id, by: lieu.alice, geste: .make(at: scene.now), at: scene.now)
      #expect(next == "/journee/ateliers/\(id)?fait=publie")
      let page = try await lieu.publicPage(id)
      for words in [
        "Mes photos à l’abri 📷", "Les copier", "Maison du Pont",
        "jeudi 11 février à 14:00 (heure de Paris), jusqu’à 16:00",
        "2 places libres sur 2", "Votre téléphone", "Débutant",
      ] { #expect(page.contains(words), "\(words)") }
      #expect(!page.contains("exemple.fr/photos"), "what one finds again at home comes afterwards")
      #expect(try await lieu.conseil.showAteliers(lieu.visit(by: nil)).page(lieu).contains("Mes photos à l’abri"))
      let after = try await lieu.publicPage(id, at: Fabrique.fin)
      #expect(after.contains("exemple.fr/photos") && !after.contains("name=\"prenom\""))
      #expect(
        try await lieu.conseil.showAteliers(lieu.visit(by: nil, at: Fabrique.debut)).page(lieu)
          .contains("Pas d’atelier annoncé"))
    }
  }

  @Test(arguments: Engine.allCases, ["10000", "13", "0", "-1"])
  func `un atelier plus grand que la charte revient avec l’article et ce qui était écrit`(
    engine: Engine, places: String
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let answer = try await lieu.conseil.keepNewAtelier(
        lieu.visit(by: lieu.alice, form: Fabrique.programme(["places": places], lieu: lieu.lieu)))
      #expect(lieu.code(answer) == 422)
      let page = answer.page(lieu)
      #expect(page.contains("value=\"\(places)\"") && page.contains("Les trouver\nLes copier"))
      #expect(page.contains("places au plus") || page.contains("aucune place"))
      #expect(
        try await lieu.read { store, tx in try store.ateliers(of: lieu.dispositif, for: lieu.alice.viewer, in: tx) }
          .isEmpty)
    }
  }

  static let impossible: [([String: String], String)] = [
    (["jour": "2027-01-11"], "déjà passé"), (["debut": "16:00", "fin": "14:00"], "après son début"),
    (["debut": "14:00", "fin": "14:00"], "après son début"), (["jour": "2027-02-29"], "existe au calendrier"),
    (["jour": "2027-03-28", "debut": "02:30", "fin": "04:00"], "les horloges avancent"),
    (["jour": "2027-03-28", "debut": "01:30", "fin": "02:30"], "les horloges avancent"),
    (["jour": "2029-02-11"], "dans l’année qui vient"), (["jour": "bientôt"], "existe au calendrier"),
    (["debut": "25:00"], "comme 14:00"), (["debut": "06:00", "fin": "23:00"], "douze heures au plus"),
    (["titre": ""], "Donnez un titre"), (["places": "99999999999999999999"], "en chiffres"),
    (["places": "beaucoup"], "en chiffres"), (["theme": "danse"], "au moins un thème"),
    (["lieu": "ailleurs"], "Choisissez un lieu"),
    (["finalite": ""], "ce que l’on saura faire"),
  ]

  @Test(arguments: Engine.allCases, impossible)
  func `ce qui ne peut pas être se dit, et rien n’est perdu`(engine: Engine, wrong: ([String: String], String))
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let answer = try await lieu.conseil.keepNewAtelier(
        lieu.visit(by: lieu.alice, form: Fabrique.programme(wrong.0, lieu: lieu.lieu)))
      #expect(lieu.code(answer) == 422, "\(wrong.0)")
      #expect(answer.page(lieu).contains(wrong.1), "\(wrong.0)")
      #expect(answer.page(lieu).contains("Les trouver\nLes copier"))
    }
  }

  @Test(arguments: Engine.allCases) func `un atelier de la nuit où les horloges avancent dure ce qu’il dure`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let spring = try await lieu.announce(["jour": "2027-03-28", "debut": "01:30", "fin": "03:30"])
      #expect(try await lieu.atelier(spring).minutes == 60)
      let autumn = try await lieu.announce(["jour": "2027-10-31", "debut": "01:30", "fin": "03:30"])
      #expect(try await lieu.atelier(autumn).minutes == 180)
      let leap = try await lieu.announce(["jour": "2028-02-01"], at: scene.now + .days(2))
      #expect(try await lieu.atelier(leap).minutes == 120)
    }
  }

  @Test(arguments: Engine.allCases) func `un programme qui nomme quelqu’un est retenu`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let answer = try await lieu.conseil.keepNewAtelier(
        lieu.visit(
          by: lieu.alice,
          form: Fabrique.programme(["finalite": "Appelez Mme Vidal au 06 12 34 56 78."], lieu: lieu.lieu)))
      #expect(lieu.code(answer) == 422)
      #expect(answer.page(lieu).contains("06 12 34 56 78"), "what was typed is still there")
    }
  }

  @Test(arguments: Engine.allCases) func `publier écrit aux inscrits, une seule fois`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.prepare(["places": "1"])
      for (prenom, courriel) in [("Aline", "aline@exemple.fr"), ("Bilal", "bilal@exemple.fr"), ("Chloé", "")] {
        let answer = try await lieu.conseil.enrolSomebody(
          lieu.visit(by: lieu.alice, ["atelier": id.text], form: [("prenom", prenom), ("courriel", courriel)]))
        #expect(lieu.code(answer) == 200)
      }
      #expect(try await scene.plis().isEmpty, "nothing is written for a draft")
      for _ in 0..<2 {
        _ = try await lieu.conseil.publish(id, by: lieu.alice, geste: .make(at: scene.now), at: scene.now)
      }
      let sent = try await scene.plis().filter { $0.apres == scene.now }
      #expect(sent.map(\.courriel.destinataire).sorted() == ["aline@exemple.fr", "bilal@exemple.fr"])
      #expect(sent.contains { $0.words.contains("numéro 1 sur la liste d’attente") && $0.words.contains("Bilal") })
      #expect(try await scene.plis().filter { $0.apres > scene.now }.count == 1, "a reminder for who has a seat")
    }
  }

  @Test(arguments: Engine.allCases) func `annuler écrit à qui a laissé une adresse, et dit qui reste à appeler`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce(["places": "1"])
      _ = try await lieu.enrol("Aline", in: id, [("courriel", "aline@exemple.fr")])
      _ = try await lieu.enrol("Bilal", in: id)
      try await scene.emptyOutbox()
      for _ in 0..<2 {
        _ = try await lieu.conseil.cancelAtelier(id, by: lieu.paul, geste: .make(at: scene.now), at: scene.now)
      }
      #expect(try await scene.plis().map(\.courriel.destinataire) == ["aline@exemple.fr"])
      let page = try await lieu.suivi(id)
      let called = try #require(page.range(of: "id=\"a-appeler\"")).lowerBound
      #expect(page[called...].prefix(600).contains("Bilal") && !page[called...].prefix(600).contains("Aline"))
      #expect(try await lieu.publicPage(id).contains("Cet atelier est annulé"))
      #expect(lieu.code(try await lieu.post("Dora", to: id)) == 422)
    }
  }

  @Test(arguments: Engine.allCases) func `des places en plus vont à qui attend, et aucune place prise ne se retire`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce(["places": "1"])
      for prenom in ["Aline", "Bilal", "Chloé"] { _ = try await lieu.enrol(prenom, in: id) }
      func change(_ places: String, revision: Int) async throws -> Answer {
        try await lieu.conseil.keepProgramme(
          lieu.visit(
            by: lieu.alice, ["atelier": id.text],
            form: Fabrique.programme(["places": places, "revision": String(revision)])))
      }
      #expect(lieu.location(try await change("2", revision: 1)) == "/journee/ateliers/\(id)?fait=garde")
      #expect(try await lieu.names(id) == [["Aline", "Bilal"], ["Chloé"]])
      let less = try await change("1", revision: 2)
      #expect(lieu.code(less) == 422 && less.page(lieu).contains("gardez-en au moins 2"))
      let old = try await change("5", revision: 1)
      #expect(lieu.code(old) == 422 && old.page(lieu).contains("dans un autre onglet"))
      #expect(try await lieu.atelier(id).debut == Fabrique.debut, "place and hour were announced")
    }
  }

  @Test(arguments: Engine.allCases) func `un atelier n’existe que pour l’équipe de son dispositif`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let (ici, ailleurs) = (try await scene.fabrique(), try await scene.fabrique("-ailleurs"))
      let id = try await ici.announce()
      _ = try await ici.enrol("Aline", in: id)
      #expect(try await ici.suivi(id, by: ici.paul).contains("Aline"))
      for stranger in [ailleurs.alice, ici.odile, scene.amina] {
        await #expect(throws: Absent.self) { try await ici.suivi(id, by: stranger) }
        await #expect(throws: Absent.self) {
          try await ici.conseil.cancelAtelier(id, by: stranger, geste: .make(at: scene.now), at: scene.now)
        }
      }
    }
  }
}

extension Answer {
  fileprivate func page(_ lieu: Fabrique) -> String { lieu.html(self) }
}
