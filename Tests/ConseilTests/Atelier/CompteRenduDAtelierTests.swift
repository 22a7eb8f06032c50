import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil
@testable import Personnes

@Suite struct CompteRenduDAtelierTests {
  @Test(arguments: Engine.allCases) func `les présences notées font le compte rendu, en un geste`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce(["places": "4"])
      let usager = try await lieu.usager([
        ("prenom", "Aline"), ("genre", "feminin"), ("naissance", "1950"), ("statut", "retraite"),
      ])
      _ = try await lieu.report(.avec, of: usager)
      _ = try await lieu.conseil.enrolSomebody(
        lieu.visit(by: lieu.alice, ["atelier": id.text], form: [("usager", usager.text)]))
      _ = try await lieu.enrol("Bilal", in: id)
      _ = try await lieu.enrol("Chloé", in: id)
      let ticked = try await lieu.tick(["Aline", "Bilal"], in: id, [("prenom", "Dora"), ("arrivees", "2")])
      #expect(lieu.location(ticked) == "/journee/ateliers/\(id)?fait=pointe")
      #expect(try await lieu.suivi(id, at: Fabrique.fin).contains("5 personnes présentes"))

      let next = try #require(lieu.location(try await lieu.reportAtelier(id)))
      let teneur = try await lieu.compteRendu(next).teneur
      #expect(teneur.type == .collectif && teneur.minutes == 120 && teneur.lieu == lieu.lieu.id)
      #expect(teneur.jour.iso == "2027-02-11" && teneur.niveau == .debutant && teneur.themes.valeurs == [.contenus])
      #expect(teneur.ecrits.titre == "Mes photos à l’abri 📷")
      #expect(teneur.publics.participants == 5 && teneur.publics.deja == 1)
      #expect(teneur.publics.genres == [0, 1, 4] && teneur.publics.ages == [0, 0, 0, 0, 0, 0, 1, 4])
      #expect(teneur.publics.statuts == [1, 0, 0, 0, 4])
      #expect(try await lieu.comptesRendus(next, at: Fabrique.fin).contains("C’est déposé."))
      #expect(try await lieu.atelier(id).etat == .tenu)
      // At her next visit she is known: a workshop counts as having come.
      #expect(
        try await lieu.read { store, tx in
          try store.wasSeen(usager, before: Jour(Fabrique.fin, in: .paris).advanced(by: 1), in: tx)
        })
    }
  }

  @Test(arguments: Engine.allCases) func `rendre compte deux fois d’un atelier ne compte qu’une fois`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      _ = try await lieu.enrol("Aline", in: id)
      _ = try await lieu.tick(["Aline"], in: id)
      let nexts = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<6 { group.addTask { lieu.location(try await lieu.reportAtelier(id)) } }
        return try await group.reduce(into: [String]()) { if let next = $1 { $0.append(next) } }
      }
      #expect(nexts.count == 6 && Set(nexts.map { $0.suffix(36) }).count == 1)
      #expect(try await lieu.rapports() == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `personne à l’atelier : pas de compte rendu, et une phrase`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      _ = try await lieu.enrol("Aline", in: id)
      _ = try await lieu.tick([], in: id)
      let answer = try await lieu.reportAtelier(id)
      #expect(lieu.code(answer) == 422 && lieu.html(answer).contains("ne compte personne"))
      #expect(try await lieu.rapports() == 0)
      #expect(try await lieu.comptesRendus(at: Fabrique.fin).contains("1 compte rendu vous attend"))
      // It did not take place: nothing is owed, and nobody is written to.
      try await scene.emptyOutbox()
      _ = try await lieu.conseil.cancelAtelier(id, by: lieu.alice, geste: .make(at: Fabrique.fin), at: Fabrique.fin)
      #expect(try await !lieu.comptesRendus(at: Fabrique.fin).contains("compte rendu vous attend"))
      #expect(try await scene.plis().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases, ["-1", "501", "10000", "99999999999999999999", "deux", "1,5"])
  func `un nombre qui ne tient pas debout revient avec la feuille telle qu’elle était`(
    engine: Engine, arrivees: String
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      _ = try await lieu.enrol("Aline", in: id)
      let answer = try await lieu.tick(["Aline"], in: id, [("arrivees", arrivees)])
      #expect(lieu.code(answer) == 422)
      let page = lieu.html(answer)
      #expect(page.contains("value=\"\(arrivees)\"") && page.contains("de 0 à 500"))
      #expect(page.contains(/name="present"[^>]*checked/), "what was ticked is still ticked")
      #expect(try await lieu.atelier(id).pointe == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `la feuille se coche le jour même, et jusqu’au compte rendu`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce(["places": "1"])
      _ = try await lieu.enrol("Aline", in: id)
      _ = try await lieu.enrol("Bilal", in: id)
      let early = try await lieu.tick(["Aline"], in: id, at: Fabrique.debut - .days(1))
      #expect(lieu.code(early) == 422 && lieu.html(early).contains("le jour de l’atelier"))
      let soon = try await lieu.reportAtelier(id, at: Fabrique.debut - .milliseconds(1))
      #expect(lieu.code(soon) == 422 && lieu.html(soon).contains("n’a pas commencé"))
      // Somebody on the waiting list came, and somebody with a seat did not.
      _ = try await lieu.tick(["Aline"], in: id, at: Fabrique.debut - .hours(1))
      _ = try await lieu.tick(["Bilal"], in: id)
      #expect(try await lieu.inscrits(id).presents.map(\.contenu.arrivant.prenom) == ["Bilal"])
      _ = try await lieu.reportAtelier(id)
      _ = try await lieu.tick(["Aline", "Bilal"], in: id)
      #expect(try await lieu.inscrits(id).presents.count == 1, "it is told: the report is corrected instead")
    }
  }

  @Test(arguments: Engine.allCases) func `un compte rendu d’atelier se corrige, se retire et se dépose à nouveau`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      _ = try await lieu.enrol("Aline", in: id)
      _ = try await lieu.tick(["Aline"], in: id)
      let next = try #require(lieu.location(try await lieu.reportAtelier(id)))
      let rendu = try await lieu.compteRendu(next)
      let corrected = rendu.teneur.form.with("participants", "3")
      _ = try await lieu.conseil.correct(
        rendu.id, FormData(pairs: corrected + [("revision", "1")]), by: lieu.alice, geste: .make(at: Fabrique.fin),
        at: Fabrique.fin)
      #expect(try await lieu.compteRendu(next).teneur.publics.participants == 3)
      #expect(lieu.location(try await lieu.reportAtelier(id)) == "/comptes-rendus/\(rendu.id)")

      let (gone, source) = try await lieu.conseil.withdraw(rendu.id, by: lieu.alice, at: Fabrique.fin)
      #expect(source == .atelier(id))
      #expect(try await lieu.atelier(id).etat == .publie)
      #expect(try await lieu.rapports() == 0)
      for _ in 0..<2 {
        _ = try await lieu.conseil.file(
          gone.teneur.form, of: source, by: lieu.alice, geste: .make(at: Fabrique.fin), at: Fabrique.fin)
      }
      #expect(try await lieu.atelier(id).etat == .tenu)
      #expect(try await lieu.rapports() == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `un atelier tenu et non rendu manque, se compte et se rappelle`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      _ = try await lieu.enrol("Aline", in: id)
      #expect(try await !lieu.comptesRendus(at: Fabrique.fin - .milliseconds(1)).contains("compte rendu vous attend"))
      let page = try await lieu.comptesRendus(at: Fabrique.fin)
      #expect(page.contains("1 compte rendu vous attend") && page.contains("href=\"/journee/ateliers/\(id)\""))
      #expect(try await lieu.couvertures(at: Fabrique.fin) == [Couverture(mois: "2027-02", tenus: 1, rendus: 0)])
      let house = Viewer.person(.nobody)
      #expect(try await lieu.conseil.remindReports(for: house, at: Fabrique.fin + .days(2)) == 1)
      #expect(try await lieu.conseil.remindReports(for: house, at: Fabrique.fin + .days(3)) == 0, "once")
      #expect(try await scene.plis(to: lieu.alice.personne).contains { $0.words.contains("attend son compte rendu") })
      _ = try await lieu.tick(["Aline"], in: id)
      _ = try await lieu.reportAtelier(id)
      #expect(try await lieu.couvertures(at: Fabrique.fin) == [Couverture(mois: "2027-02", tenus: 1, rendus: 1)])
      #expect(try await !lieu.comptesRendus(at: Fabrique.fin).contains("compte rendu vous attend"))
    }
  }

  @Test(arguments: Engine.allCases) func `qui n’anime pas l’atelier n’en rend pas compte`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      _ = try await lieu.enrol("Aline", in: id)
      _ = try await lieu.tick(["Aline"], in: id)
      await #expect(throws: Absent.self) { try await lieu.reportAtelier(id, by: lieu.paul) }
      let late = Fabrique.fin + .days(61)
      let refused = try await lieu.reportAtelier(id, at: late)
      #expect(lieu.code(refused) == 422 && lieu.html(refused).contains("Cet acte date de plus de 60 jours"))
    }
  }

  @Test(arguments: Engine.allCases) func `la feuille à signer ne porte que des prénoms et des initiales`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.fabrique()
      let id = try await lieu.announce()
      let usager = try await lieu.usager([("prenom", "Aline"), ("nom", "Rossignolet"), ("telephone", "06 11 22 33 44")])
      _ = try await lieu.conseil.enrolSomebody(
        lieu.visit(by: lieu.alice, ["atelier": id.text], form: [("usager", usager.text)]))
      _ = try await lieu.enrol("Bilal", in: id, [("courriel", "bilal@exemple.fr")])
      let page = lieu.html(try await lieu.conseil.showFeuille(lieu.visit(by: lieu.paul, ["atelier": id.text])))
      #expect(page.contains("Aline R.") && page.contains("Bilal"))
      for words in ["Rossignolet", "06 11 22", "bilal@"] { #expect(!page.contains(words), "\(words)") }
    }
  }
}

extension Fabrique {
  /// How many reports there are.
  fileprivate func rapports() async throws -> Int {
    try await scene.house.database.read { tx in
      try tx.first("SELECT count(*) FROM compte_rendu") { row in try row[0] as Int } ?? 0
    }
  }

  fileprivate func couvertures(at now: Instant) async throws -> [Couverture] {
    try await read { [self] store, tx in
      let dispositif = try scene.personnes.store.dispositif(dispositif, for: alice.viewer, in: tx)
      return try store.couvertures(of: alice.viewer, in: dispositif, at: now, in: tx)
    }
  }
}

extension FormData {
  /// The same fields, one of them otherwise.
  fileprivate func with(_ nom: String, _ valeur: String) -> [(String, String)] {
    typed.map { ($0.nom, $0.nom == nom ? valeur : $0.valeur) }
  }
}
