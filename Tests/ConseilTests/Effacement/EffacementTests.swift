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

@Suite struct EffacementTests {
  private static let fini = Potager.fini

  @Test(arguments: Engine.allCases)
  func `à la demande de la personne, son suivi s’efface et ce qui est compté reste`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let (rapports, minutes) = (try await jardin.lieu.compte().rapports, try await jardin.lieu.rendus().count)
      let answer = try await jardin.erase()
      #expect(answer.location == "/usagers?fait=efface")
      try await jardin.expectsNothingLeft(mandats: 1)
      for (place, mot) in Potager.mots where place != "atelier" {
        #expect(try await !jardin.scene.holds(mot), "\(place)")
      }
      #expect(try await jardin.lieu.compte().rapports == rapports, "a number stays")
      #expect(try await jardin.lieu.rendus().count == minutes)
      #expect(try await jardin.lieu.rendus().allSatisfy { $0.usager == nil || $0.usager == jardin.voisine })
      let pages = [
        try await jardin.conseil.showUsagers(jardin.visit(by: jardin.lieu.lila)).html(),
        try await jardin.conseil.showComptesRendus(jardin.visit(by: jardin.lieu.lila)).html(),
        try await jardin.conseil.showEntretien(
          jardin.visit(by: jardin.lieu.lila, ["entretien": jardin.entretien.text])
        ).html(),
      ]
      for page in pages {
        for mot in Potager.mots.values { #expect(!page.contains(mot)) }
        #expect(!page.contains("Aline"))
      }
      try await jardin.expectsNeighbourWhole()
      let traces = try await jardin.scene.traces()
      #expect(
        traces.contains(TraceLine("usager:effacement", on: jardin.aline, by: jardin.lieu.lila.personne)))
    }
  }

  @Test(arguments: Engine.allCases)
  func `la page dit ce qui part, ce qui reste, et demande pourquoi avant d’effacer`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let lila = jardin.lieu.lila
      let first = try await jardin.conseil.showEffacement(jardin.visit(by: lila)).html()
      #expect(first.contains("Ce qui part, pour toujours") && first.contains("Ce qui reste"))
      #expect(first.contains("1 compte rendu, un nombre sans lien avec elle"))
      // 31 days from 2 February 2027, then 2190 days.
      #expect(first.contains("sous clé comme preuve jusqu’au jeudi 3 mars 2033") && first.contains("Il s’arrête"))
      let second = try await jardin.conseil.chooseEffacement(jardin.visit(by: lila, form: [("raison", "demande")]))
      #expect(second.code == 200 && second.html().contains("Effacer pour toujours"))
      #expect(second.html().contains("La personne le demande"))
      #expect(second.html().hidden("vu") == (try await jardin.usager().vu))
      #expect(try await jardin.scene.count("SELECT count(*) FROM effacement_suivi") == 0, "nothing yet")
      for raison in ["", "terme", "rejeu", "parce que", "demande'; DROP TABLE usager"] {
        let held = try await jardin.conseil.chooseEffacement(jardin.visit(by: lila, form: [("raison", raison)]))
        #expect(held.code == 422 && held.html().contains("Dites pourquoi ce suivi s’efface"), "\(raison)")
        #expect(try await jardin.erase(raison).code == 422)
      }
      _ = try await jardin.usager()
    }
  }

  @Test(arguments: Engine.allCases)
  func `ce qu’un collègue vient de faire arrête l’effacement, et se relit`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let vu = try await jardin.usager().vu
      _ = try await jardin.conseil.noteBesoin(
        jardin.visit(by: jardin.lieu.hugo, form: [("mots", "Je voudrais écrire un courriel.")], at: Self.fini))
      let late = try await jardin.erase(vu: vu)
      #expect(late.code == 422 && late.html().contains("Ce suivi a changé pendant que vous lisiez"))
      for forged in ["", "0-0", "1-99999999999999999999", vu] {
        #expect(try await jardin.erase(vu: forged).code == 422)
      }
      #expect(try await jardin.scene.count("SELECT count(*) FROM effacement_suivi") == 0)
      #expect(try await jardin.erase().code == 303)
      // The other way round: whoever writes about somebody erased finds nobody.
      await #expect(throws: Absent.self) {
        _ = try await jardin.conseil.keepIdentite(
          jardin.visit(by: jardin.lieu.hugo, form: [("revision", "2"), ("prenom", "Aline")], at: Self.fini))
      }
      await #expect(throws: Absent.self) {
        _ = try await jardin.conseil.noteBesoin(
          jardin.visit(by: jardin.lieu.hugo, form: [("mots", "Je voudrais lire.")], at: Self.fini))
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `deux conseillers qui effacent à la fois le font une fois`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let vu = try await jardin.usager().vu
      try await jardin.scene.withConseils(2) { rooms in
        try await together(6) { rang in
          do {
            let answer = try await jardin.erase(
              vu: vu, by: rang % 2 == 0 ? jardin.lieu.lila : jardin.lieu.hugo, in: rooms[rang % 2])
            #expect(answer.code == 303)
          } catch is Absent {}
        }
      }
      #expect(try await jardin.scene.count("SELECT count(*) FROM effacement_suivi") == 1)
      try await jardin.expectsNothingLeft(mandats: 1)
      let geste = Geste.make(at: Scene.now)
      for _ in 1...2 {
        await #expect(throws: Absent.self) { _ = try await jardin.erase(vu: vu, geste: geste) }
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `un collègue qui écrit pendant l’effacement ne ramène rien`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      try await jardin.scene.withConseils(2) { rooms in
        try await together(8) { rang in
          do {
            if rang == 3 {
              _ = try await jardin.erase(in: rooms[0])
            } else {
              _ = try await rooms[1].noteBesoin(
                jardin.visit(by: jardin.lieu.hugo, form: [("mots", "Je voudrais lire.")], at: Self.fini))
            }
          } catch is Absent {} catch VaultError.erased {}
        }
      }
      // Whoever came first, one more press ends it.
      do { _ = try await jardin.erase() } catch is Absent {}
      try await jardin.expectsNothingLeft(mandats: 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `une lettre partie se referme, et le service n’apprend rien de plus`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      #expect(try await jardin.scene.plis().contains { $0.sujet == jardin.relais.text })
      _ = try await jardin.erase()
      for act in [jardin.conseil.showLien, jardin.conseil.openWithLien, jardin.conseil.answerWithLien] {
        await #expect(throws: Absent.self) { _ = try await act(jardin.visit(by: nil, ["jeton": jardin.jeton])) }
      }
      #expect(
        try await !jardin.scene.plis().contains { $0.sujet == jardin.relais.text }, "what had not left stays here")
      let later = Self.fini + .days(40)
      #expect(try await jardin.conseil.remindRelais(for: .house(.echeances), at: later) == 0)
    }
  }

  @Test(arguments: Engine.allCases)
  func `sa place dans un atelier va à qui attend`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      func names() async throws -> [String] {
        try await jardin.lieu.read { [atelier = jardin.atelier, lila = jardin.lieu.lila] store, tx in
          try store.inscrits(of: store.atelier(atelier, for: lila.viewer, in: tx), in: tx).assis
            .map(\.contenu.arrivant.prenom)
        }
      }
      #expect(try await names() == ["Aline"])
      try await jardin.scene.emptyOutbox()
      _ = try await jardin.erase()
      #expect(try await names() == ["Omar"])
      let letters = try await jardin.scene.plis()
      #expect(!letters.isEmpty && letters.allSatisfy { $0.courriel.destinataire == "omar@exemple.fr" })
    }
  }

  @Test(arguments: Engine.allCases)
  func `un arrêt entre les rangées et la clé se répare de lui-même`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      // As if the server stopped right after the commit.
      try await jardin.scene.house.database.write {
        [conseil = jardin.conseil, lila = jardin.lieu.lila, id = jardin.aline] tx in
        let usager = try conseil.store.usager(id, for: lila.viewer, in: tx)
        try conseil.forget(usager, for: .demande, by: lila.viewer, at: Self.fini, in: tx)
      }
      #expect(try await jardin.opens(.usager(jardin.aline)))
      #expect(try await jardin.passes(at: Self.fini + .hours(1)) == 0)
      try await jardin.expectsNothingLeft(mandats: 1)
      #expect(try await jardin.passes(at: Self.fini + .hours(2)) == 0, "twice is once")
      try await jardin.expectsNothingLeft(mandats: 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `la coordination sait qu’un suivi est effacé, pas lequel`(engine: Engine) async throws {
    try await withPotager(engine) { jardin in
      let odile = jardin.lieu.odile
      let before = try await jardin.conseil.showEffacements(jardin.visit(by: odile)).html()
      #expect(before.contains("Aucun suivi effacé"))
      _ = try await jardin.erase("doublon")
      let page = try await jardin.conseil.showEffacements(jardin.visit(by: odile)).html()
      #expect(page.contains("Cette personne a deux suivis") && page.contains("3 février"))
      for secret in ["Aline", "Rarissimont", jardin.aline.text, "Lila", "Ferrandis"] { #expect(!page.contains(secret)) }
      await #expect(throws: Absent.self) {
        _ = try await jardin.conseil.showEffacements(jardin.visit(by: jardin.lieu.lila))
      }
    }
  }
}
