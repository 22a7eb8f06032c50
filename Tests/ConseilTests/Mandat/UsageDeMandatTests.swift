import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct UsageDeMandatTests {
  @Test(arguments: Engine.allCases)
  func `un acte est refusé une seconde après la fin, et avant le début`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.prepare(["jours": ["1"]])
      #expect(try await bureau.act(under: id, at: Scene.now).html.contains("n’a pas encore commencé"))
      _ = try await bureau.sign(id, at: Scene.now + .hours(2))
      #expect(try await bureau.act(under: id, at: Scene.now + .hours(2) - .milliseconds(1)).code == 422)
      #expect(try await bureau.act(under: id, at: Scene.now + .hours(2)).code == 303)
      let fin = try await bureau.mandat(id).fin
      #expect(fin == Scene.now + .hours(15), "minuit à Paris")
      #expect(try await bureau.act(under: id, at: fin - .seconds(1)).code == 303)
      for late in [fin, fin + .seconds(1), fin + .days(400)] {
        let refused = try await bureau.act(under: id, at: late)
        #expect(refused.code == 422 && refused.html.contains("est arrivé à sa fin"))
      }
      #expect(try await bureau.journal(id).map(\.issue) == [.refuse, .refuse, .refuse, .fait, .fait, .refuse, .refuse])
    }
  }

  @Test(arguments: Engine.allCases)
  func `un acte hors du mandat est refusé et noté`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.signed()
      for code in ["argent_impots", "associations"] {
        let refused = try await bureau.act(under: id, code, "Virement demandé.")
        #expect(refused.code == 422 && refused.html.contains("n’est pas dans le mandat"))
        #expect(refused.html.contains("Virement demandé."), "rien de tapé n’est perdu")
      }
      let journal = try await bureau.journal(id)
      #expect(journal.map(\.issue) == [.refuse, .refuse])
      #expect(Set(journal.map(\.demarche)) == [.argent, .associations])
      #expect(journal.allSatisfy { $0.contenu.fait.isEmpty && $0.par == bureau.lila.personne })
      // Not a procedure at all: there is nothing to judge.
      for code in ["", "tout", "logement'"] { #expect(try await bureau.act(under: id, code).code == 422) }
      #expect(try await bureau.journal(id).count == 2)
    }
  }

  @Test(arguments: Engine.allCases)
  func `chaque usage est noté avec qui, quand et pour quelle démarche`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.signed()
      let geste = Geste.make(at: Scene.now)
      for _ in 1...2 {
        #expect(try await bureau.act(under: id, by: bureau.hugo, geste: geste).location == "/mandats/\(id)?fait=note")
      }
      let page = try await bureau.page(id)
      #expect(page.contains("Hugo T., Logement : Déclaration de ressources envoyée."))
      #expect(page.contains("lundi 1er février à 10:00 (heure de Paris)"))
      #expect(try await bureau.journal(id).count == 1, "deux fois la même, c’est une")
      #expect(
        try await bureau.scene.traces().contains(TraceLine("mandat:usage", on: id, by: bureau.hugo.personne)))
    }
  }

  @Test(arguments: Engine.allCases)
  func `un refus envoyé deux fois est noté une fois, et la suite repart d’une autre clé`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.signed()
      let geste = Geste.make(at: Scene.now)
      for _ in 1...2 {
        let refused = try await bureau.act(under: id, "justice", geste: geste)
        #expect(refused.code == 422 && refused.html.contains("n’est pas dans le mandat"))
        #expect(!refused.html.contains(geste.text))
      }
      #expect(try await bureau.journal(id).count == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `retiré sur un autre serveur l’instant d’avant, le mandat n’ouvre plus rien`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      try await bureau.scene.withConseils(2) { rooms in
        let id = try await bureau.signed()
        #expect(try await bureau.act(under: id, in: rooms[1]).code == 303)
        // The clock of the one runs three seconds ahead of the other's.
        let now = Scene.now + .hours(3)
        _ = try await bureau.withdraw("logement", of: id, by: bureau.hugo, in: rooms[0], at: now + .seconds(3))
        let refused = try await bureau.act(under: id, in: rooms[1], at: now)
        #expect(refused.code == 422 && refused.html.contains("a été retiré"))
        let other = try await bureau.act(under: id, "famille_scolarite", in: rooms[1], at: now + .seconds(1))
        #expect(other.code == 303)
        #expect(try await bureau.journal(id).map(\.issue) == [.fait, .refuse, .fait])
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `aucun acte n’est noté fait après le retrait, même en course`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      try await bureau.scene.withConseils(2) { rooms in
        let id = try await bureau.signed()
        try await together(9) { rang in
          let now = Scene.now + .minutes(rang)
          if rang == 4 {
            _ = try await bureau.withdraw("toutes", of: id, in: rooms[0], at: now)
          } else {
            _ = try await bureau.act(under: id, in: rooms[rang % 2], at: now)
          }
        }
        // Whatever order they took, nothing more is done from now on.
        #expect(try await bureau.act(under: id, in: rooms[1], at: Scene.now).code == 422)
        #expect(try await bureau.journal(id).count == 9)
        #expect(try await bureau.mandat(id).etat(at: Scene.now) == .retire)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `un mot de passe ou un code n’est jamais gardé`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.signed()
      for texte in [
        "Compte ouvert, mot de passe Tulipe!2027x", "Son code est 482913, déclaration faite.",
        "mdp : Zebrure77!kd", "Connexion avec le password Zebrure77!kd",
      ] {
        let again = try await bureau.act(under: id, "logement", texte)
        #expect(again.code == 422 && again.html.contains("Ce qui peut nommer quelqu’un"), "\(texte)")
        let asked = try await bureau.ask(["note": [texte]])
        #expect(asked.code == 422, "\(texte)")
      }
      #expect(try await bureau.journal(id).isEmpty)
      for bytes in try await bureau.scene.everything() {
        let text = String(decoding: bytes, as: UTF8.self)
        for secret in ["Tulipe!2027x", "482913,", "Zebrure77"] { #expect(!text.contains(secret)) }
      }
      #expect(try await bureau.act(under: id).code == 303)
    }
  }

  @Test(arguments: Engine.allCases)
  func `la personne arrête une démarche ou tout, quand elle veut`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.signed()
      #expect(try await bureau.withdraw("logement", of: id).location == "/mandats/\(id)?fait=retire")
      #expect(try await bureau.act(under: id, "logement").html.contains("a été retiré"))
      #expect(try await bureau.act(under: id, "famille_scolarite").code == 303)
      let first = try await bureau.mandat(id).retraits[.logement]
      _ = try await bureau.withdraw("toutes", of: id, by: bureau.hugo, at: Scene.now + .hours(2))
      #expect(try await bureau.mandat(id).etat(at: Scene.now + .hours(2)) == .retire)
      #expect(try await bureau.mandat(id).retraits[.logement] == first, "ce qui est arrêté l’est une fois")
      #expect(try await bureau.act(under: id, "famille_scolarite", at: Scene.now + .hours(3)).code == 422)
      for code in ["associations", "justice", "", "rien"] {
        await #expect(throws: Absent()) { try await bureau.withdraw(code, of: id) }
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `rien d’un mandat signé ne s’efface avant la fin de sa garde`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.prepare()
      let p = Parametres()
      #expect(try await bureau.mandat(id).gardeJusque(p, in: .paris) == nil, "jamais signé, rien à prouver")
      _ = try await bureau.sign(id)
      // 31 days from 1 February 2027, then 2190 days.
      let garde = try #require(Jour("2033-03-02").map { $0.start(in: .paris) })
      #expect(try await bureau.mandat(id).gardeJusque(p, in: .paris) == garde)
      _ = try await bureau.withdraw("toutes", of: id)
      #expect(try await bureau.mandat(id).gardeJusque(p, in: .paris) == garde, "arrêter n’abrège pas la garde")
      #expect(try await bureau.page(id).contains("2 mars 2033"))
      // The thread's key may go: the mandate has its own.
      try bureau.scene.house.vault.erase(.usager(bureau.usager))
      #expect(try await bureau.mandat(id).termes.nom == "D’Oréquivaël-N’Guessan")
    }
  }
}
