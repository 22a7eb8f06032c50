import Base
import Chartes
import Foundation
import Html
import NIOConcurrencyHelpers
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct InscriptionDAtelierTests {
  @Test(arguments: Engine.allCases) func `on s’inscrit à un atelier sans compte, et un code permet de revenir`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      let code = try await lieu.enrol("Aline", in: id, [("initiale", "r"), ("adaptation", "lentement")])
      let found = try await lieu.conseil.findInscription(lieu.visit(by: nil, form: [("code", code.lowercased())]))
      #expect(lieu.html(found).contains("Une place est notée") && lieu.html(found).contains("Mes photos à l’abri"))
      #expect(try await lieu.inscrits(id).map { $0.contenu.arrivant.court(.fr) } == ["Aline R."])
      let unknown = try await lieu.conseil.findInscription(lieu.visit(by: nil, form: [("code", "AAAA-BBBB")]))
      #expect(lieu.code(unknown) == 422 && lieu.html(unknown).contains("AAAA-BBBB"))
      #expect(lieu.location(try await lieu.giveUp(code)) == "/ateliers/retour?fait=annule")
      #expect(lieu.code(try await lieu.giveUp(code)) == 422, "given up once")
      #expect(try await lieu.names(id) == [[], []])
    }
  }

  @Test(arguments: Engine.allCases) func `cinquante inscriptions au même instant ne prennent que les places signées`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      for (places, waits) in [(1, 10), (12, 10)] {
        let id = try await lieu.announce(["places": String(places)])
        let kept = NIOLockedValueBox(0)
        try await scene.withConseils(2) { rooms in
          try await withThrowingTaskGroup { group in
            for rang in 0..<50 {
              group.addTask {
                let geste = Geste.make(at: Scene.now)
                while true {
                  do {
                    let answer = try await lieu.post("Figurant\(rang)", to: id, in: rooms[rang % 2], geste: geste)
                    if lieu.code(answer) == 200 { kept.withLockedValue { $0 += 1 } }
                    return
                  } catch DatabaseError.busy { continue }
                }
              }
            }
            try await group.waitForAll()
          }
        }
        let inscrits = try await lieu.inscrits(id)
        #expect(inscrits.assis.count == places && inscrits.enAttente.count == waits)
        #expect(Set(inscrits.assis.compactMap(\.place)).count == places)
        #expect(inscrits.count == places + waits && kept.withLockedValue { $0 } == places + waits)
        #expect(Set(inscrits.map(\.ordre)).count == inscrits.count, "everybody has a rank of their own")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `un atelier complet dit le rang d’attente, puis l’article`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce(["places": "1"])
      _ = try await lieu.enrol("Aline", in: id)
      for rang in 1...10 {
        let answer = try await lieu.post("Attend\(rang)", to: id, [("courriel", "a\(rang)@exemple.fr")])
        #expect(lieu.html(answer).contains("Numéro \(rang) sur la liste d’attente"))
      }
      let full = try await lieu.post("Zoé", to: id)
      #expect(lieu.code(full) == 422 && lieu.html(full).contains("sa liste d’attente aussi"))
      let page = try await lieu.publicPage(id)
      #expect(page.contains("Complet, 10 personnes attendent") && !page.contains("name=\"prenom\""))
      #expect(try await scene.plis().contains { $0.words.contains("numéro 10 sur la liste d’attente") })
    }
  }

  @Test(arguments: Engine.allCases)
  func `une place qui se libère va à la première personne en attente, et elle en est prévenue`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce(["places": "2"])
      let aline = try await lieu.enrol("Aline", in: id)
      let bilal = try await lieu.enrol("Bilal", in: id)
      let chloe = try await lieu.enrol("Chloé", in: id, [("courriel", "chloe@exemple.fr")])
      _ = try await lieu.enrol("Dora", in: id)
      _ = try await lieu.enrol("Elsa", in: id)
      try await scene.emptyOutbox()
      _ = try await lieu.giveUp(aline)
      #expect(try await lieu.names(id) == [["Bilal", "Chloé"], ["Dora", "Elsa"]])
      let letter = try #require(try await scene.plis().first { $0.apres == scene.now })
      #expect(letter.courriel.destinataire == "chloe@exemple.fr" && letter.words.contains("elle est à vous"))
      #expect(letter.words.contains(chloe), "with the code to come back")
      #expect(try await !lieu.suivi(id).contains("id=\"a-appeler\""))
      _ = try await lieu.giveUp(bilal)
      #expect(try await lieu.names(id) == [["Chloé", "Dora"], ["Elsa"]])
      let page = try await lieu.suivi(id)
      let called = try #require(page.range(of: "id=\"a-appeler\"")).lowerBound
      #expect(page[called...].prefix(400).contains("Dora"), "no address: the adviser telephones")
      let dora = try #require(try await lieu.inscrits(id).first { $0.aAppeler != nil })
      _ = try await lieu.conseil.noteCall(dora.id, of: id, by: lieu.paul, geste: .make(at: scene.now), at: scene.now)
      #expect(try await !lieu.suivi(id).contains("id=\"a-appeler\""))
    }
  }

  @Test(arguments: Engine.allCases) func `deux désistements du même code au même instant n’en font qu’un`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce(["places": "1"])
      let code = try await lieu.enrol("Aline", in: id)
      for prenom in ["Bilal", "Chloé", "Dora"] { _ = try await lieu.enrol(prenom, in: id) }
      let done = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 { group.addTask { lieu.code(try await lieu.giveUp(code)) } }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(done.count { $0 == 303 } == 1)
      #expect(try await lieu.names(id) == [["Bilal"], ["Chloé", "Dora"]])
    }
  }

  @Test(arguments: Engine.allCases) func `un formulaire envoyé deux fois n’inscrit qu’une fois`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      let geste = Geste.make(at: scene.now)
      let pages = [
        try await lieu.post("Aline", to: id, geste: geste), try await lieu.post("Aline", to: id, geste: geste),
      ].map { lieu.html($0) }
      #expect(pages[0] == pages[1] && pages[0].contains("class=\"code\""))
      #expect(try await lieu.inscrits(id).count == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `on ne s’inscrit plus quand l’atelier a commencé`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce(["places": "1"])
      let code = try await lieu.enrol("Aline", in: id, at: Fabrique.debut - .milliseconds(1))
      _ = try await lieu.enrol("Bilal", in: id, at: Fabrique.debut - .milliseconds(1))
      let late = try await lieu.post("Chloé", to: id, at: Fabrique.debut)
      #expect(lieu.code(late) == 422 && lieu.html(late).contains("a commencé"))
      #expect(lieu.code(try await lieu.giveUp(code, at: Fabrique.debut)) == 422)
      #expect(try await lieu.names(id) == [["Aline"], ["Bilal"]])
    }
  }

  @Test(arguments: Engine.allCases) func `qui inscrit quelqu’un d’autre dit qui il est et comment le joindre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      let alone = try await lieu.post("Ousmane", to: id, [("tiers", "Léa, Mission locale")])
      #expect(lieu.code(alone) == 422 && lieu.html(alone).contains("pour vous joindre"))
      #expect(lieu.html(alone).contains("Léa, Mission locale"), "what was typed is still there")
      _ = try await lieu.enrol(
        "Ousmane", in: id, [("tiers", "Léa, Mission locale"), ("contact", "lea@exemple.fr")])
      let letter = try #require(try await scene.plis().first { $0.apres == scene.now })
      #expect(letter.courriel.destinataire == "lea@exemple.fr" && letter.words.contains("Vous avez inscrit Ousmane"))
      #expect(try await lieu.suivi(id).contains("par Léa, Mission locale"))
    }
  }

  @Test(
    arguments: Engine.allCases, ["D’Artagnan", "Zoé-Maëlle", "Ñu", "Chloé 🌼", "Jean de la Tour d’Auvergne", "Ömer"])
  func `un prénom s’écrit comme il se porte`(engine: Engine, prenom: String) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      _ = try await lieu.enrol(prenom, in: id, [("courriel", "x@exemple.fr")])
      #expect(try await lieu.inscrits(id).map(\.contenu.arrivant.prenom) == [prenom])
      #expect(try await lieu.suivi(id).contains(prenom))
    }
  }

  @Test(arguments: Engine.allCases) func `une personne suivie s’inscrit depuis son suivi, une fois`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      let usager = try await lieu.usager([
        ("prenom", "Aline"), ("nom", "Rossignolet"), ("courriel", "aline@exemple.fr"),
      ])
      func enrol(by visitor: Visitor) async throws -> Answer {
        try await lieu.conseil.enrolSomebody(
          lieu.visit(by: visitor, ["atelier": id.text], form: [("usager", usager.text), ("prenom", "")]))
      }
      #expect(lieu.code(try await enrol(by: lieu.alice)) == 200)
      let inscrit = try #require(try await lieu.inscrits(id).first)
      #expect(inscrit.usager == usager && inscrit.contenu.arrivant.court(.fr) == "Aline R.")
      let twice = try await enrol(by: lieu.alice)
      #expect(lieu.code(twice) == 422 && lieu.html(twice).contains("déjà inscrite"))
      await #expect(throws: Absent.self) { try await enrol(by: lieu.paul) }
      // Her words end with her key.
      try await scene.house.database.write { [vault = scene.house.vault] _ in try vault.erase(.usager(usager)) }
      #expect(try await lieu.inscrits(id).map(\.contenu.arrivant.prenom) == [""])
      #expect(try await lieu.suivi(id).contains("Sans prénom"))
    }
  }

  @Test(arguments: Engine.allCases) func `aucun prénom d’inscrit ne se lit dans les bases`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      _ = try await lieu.enrol(
        "Quenouillette", in: id, [("tiers", "Barnabouche"), ("contact", "barnabouche@exemple.fr")])
      for words in ["Quenouillette", "Barnabouche"] { #expect(try await !scene.holds(words), "\(words)") }
      #expect(try await scene.holds("Copier les photos"), "the programme is public, and this test sees")
    }
  }
}
