import Base
import Temps
import Testing
import Troupe
import Web

@testable import Personnes

@Suite struct PreuveTests {
  @Test(arguments: Engine.allCases) func `deux appareils à la même minute, le plus récent prouve que c’est lui`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let poste = try await scene.open(scene.claire, "Firefox, Linux")
      let telephone = try await scene.open(scene.claire, "Chrome, Android", at: scene.now + .minutes(1))
      let later = scene.now + .hours(1)
      #expect(try await scene.identify(poste, acts: true, at: later)?.preuve.attendue == nil)
      // Reading is not acting.
      #expect(try await scene.identify(telephone, at: later + .seconds(30))?.preuve.attendue == nil)
      #expect(try await scene.identify(telephone, acts: true, at: later + .seconds(59))?.preuve.attendue == .doute)
      #expect(
        try await scene.identify(telephone, at: later + .hours(2))?.preuve.attendue == .doute, "jusqu’à la preuve")
      #expect(try await scene.identify(poste, acts: true, at: later + .hours(2))?.preuve.attendue == nil)
      let doubted = try await scene.visitor(telephone, at: later + .hours(2))
      #expect(
        try await scene.traces().contains(TraceLine("connexion:doute", on: doubted.connexion, by: doubted.personne)))

      let secret = try await scene.equip(
        scene.visitor(poste, at: later + .hours(2)), jeton: poste.jeton, at: later + .hours(2))
      let when = later + .hours(3)
      let code = secret.digits(at: CodeTemporaire.step(at: when))
      let jeton = try #require(
        try await scene.personnes.prove(with: code, by: doubted, navigateur: "Chrome, Android", at: when))
      let renewed = Poste(browser: telephone.browser, navigateur: telephone.navigateur, jeton: jeton)
      #expect(try await scene.identify(telephone, at: when) == nil, "l’ancien jeton n’ouvre plus")
      // Both go on side by side for the day.
      _ = try await scene.identify(poste, acts: true, at: when + .minutes(10))
      #expect(try await scene.identify(renewed, acts: true, at: when + .minutes(10))?.preuve.attendue == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `deux appareils à deux minutes l’un de l’autre ne se gênent pas`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let poste = try await scene.open(scene.amina)
      let telephone = try await scene.open(scene.amina, at: scene.now + .minutes(1))
      let later = scene.now + .hours(1)
      _ = try await scene.identify(poste, acts: true, at: later)
      #expect(try await scene.identify(telephone, acts: true, at: later + .minutes(2))?.preuve.attendue == nil)
      // The older one is never doubted.
      #expect(try await scene.identify(poste, acts: true, at: later + .minutes(2))?.preuve.attendue == nil)
      // Somebody else's device has nothing to do with it.
      let yanis = try await scene.open(scene.yanis, at: later)
      _ = try await scene.identify(poste, acts: true, at: later + .minutes(9))
      #expect(try await scene.identify(yanis, acts: true, at: later + .minutes(9))?.preuve.attendue == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `un témoin copié ailleurs n’ouvre rien, ou doit faire sa preuve`(
    engine: Engine
  )
    async throws
  {
    try await withScene(engine) { scene in
      let poste = try await scene.open(scene.amina, "Firefox, Linux")
      var stolen = Poste(browser: .random(), navigateur: "Firefox, Linux", jeton: poste.jeton)
      #expect(try await scene.identify(stolen) == nil, "le témoin de connexion seul")
      stolen = Poste(browser: poste.browser, navigateur: "Chrome, Windows", jeton: poste.jeton)
      #expect(try await scene.identify(stolen)?.preuve.attendue == .doute, "tous les témoins, sur une autre machine")
      #expect(try await scene.identify(poste)?.preuve.attendue == .doute, "et le doute reste, pour les deux")
    }
  }

  @Test(arguments: Engine.allCases) func `entrer dans un navigateur y ferme ce qui était ouvert`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let shared = Token.random()
      let first = try await scene.open(scene.amina, in: shared)
      let second = try await scene.open(scene.yanis, in: shared, at: scene.now + .minutes(1))
      #expect(try await scene.identify(first) == nil)
      #expect(try await scene.identify(second)?.personne == scene.yanis.personne)
      // Coming in again as oneself keeps the same line of one's list.
      let again = try await scene.open(scene.yanis, in: shared, at: scene.now + .minutes(2))
      let line = try await scene.visitor(again, at: scene.now + .minutes(2)).connexion
      #expect(try await scene.identify(second) == nil)
      #expect(try await scene.count("SELECT count(*) FROM connexion WHERE id = \(line)") == 1)
      #expect(try await scene.count("SELECT count(*) FROM connexion") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `l’équipe rouvre au bout de douze heures sans rien faire, et chaque semaine`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let idle = try await scene.open(scene.claire)
      #expect(try await scene.identify(idle, at: scene.now + .hours(12) - .milliseconds(1)) != nil)
      let asleep = try await scene.open(scene.nadia)
      #expect(try await scene.identify(asleep, at: scene.now + .hours(12)) == nil)
      let busy = try await scene.open(scene.karim)
      for hours in stride(from: 8, to: 7 * 24, by: 8) {
        #expect(try await scene.identify(busy, at: scene.now + .hours(hours)) != nil)
      }
      #expect(try await scene.identify(busy, at: scene.now + .days(7)) == nil)
      let volunteer = try await scene.open(scene.bruno)
      #expect(try await scene.identify(volunteer, at: scene.now + .days(14) - .milliseconds(1)) != nil)
    }
  }

  @Test(arguments: Engine.allCases) func `un navigateur nouveau s’annonce par courriel, le premier et les connus non`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let home = Token.random()
      _ = try await scene.open(scene.amina, in: home)
      _ = try await scene.open(scene.amina, in: home, at: scene.now + .days(1))
      #expect(try await scene.plis(to: scene.amina.personne).isEmpty)
      _ = try await scene.open(scene.amina, "Chrome, Windows", at: scene.now + .days(2))
      let plis = try await scene.plis(to: scene.amina.personne)
      #expect(plis.map(\.courriel.sujet) == ["Votre compte est ouvert sur un nouvel appareil"])
      #expect(plis[0].courriel.texte.contains("Chrome, Windows"))
    }
  }

  @Test func `une preuve vaut cinq minutes, et chacun la sienne`() {
    let now = Scene.now
    func preuve(_ derniere: Instant, _ forte: Instant?, possede: Bool, equipe: Bool, _ moyen: String = "lien") -> Preuve
    {
      Preuve(
        moyen: moyen, derniere: derniere, forte: forte, possedeForte: possede, equipe: equipe, attendue: nil)
    }
    let edge = now - .minutes(5)
    let fresh = preuve(edge, edge, possede: true, equipe: true)
    for exigence in Preuve.Exigence.allCases { #expect(fresh.satisfies(exigence, at: now)) }
    let stale = preuve(edge - .milliseconds(1), edge - .milliseconds(1), possede: true, equipe: true)
    for exigence in Preuve.Exigence.allCases { #expect(stale.satisfies(exigence, at: now) == (exigence == .aucune)) }
    let byMail = preuve(now, nil, possede: true, equipe: true)
    #expect(byMail.satisfies(.recente, at: now) && !byMail.satisfies(.meilleure, at: now))
    #expect(preuve(now, nil, possede: true, equipe: false).satisfies(.meilleure, at: now))
    #expect(!preuve(now, nil, possede: true, equipe: false).satisfies(.forte, at: now))
    #expect(preuve(now, nil, possede: false, equipe: true).satisfies(.meilleure, at: now))
    // Let in by a paper: an hour to add something, and no longer.
    let paper = preuve(now - .hours(1), nil, possede: false, equipe: false, "papier")
    #expect(paper.satisfies(.recente, at: now) && !paper.satisfies(.recente, at: now + .milliseconds(1)))
    #expect(!preuve(now - .hours(1), nil, possede: true, equipe: false, "papier").satisfies(.recente, at: now))
  }

  @Test(arguments: ["//ailleurs.example", "https://ailleurs.example", "ailleurs", "/a\\b", "/\n", "", "/é", "/ x"])
  func `on ne repart jamais ailleurs`(suite: String) {
    #expect(Reprise.safe(suite) == "/accueil")
    #expect(Reprise.safe("/rencontres?fait=ok") == "/rencontres?fait=ok")
    #expect(Reprise(suite: "/demandes", geste: "g", provenance: suite).retour == "/accueil")
  }

  @Test func `un lien ramène à la page dont on envoyait le formulaire, ou à celle qu’on lisait`() {
    #expect(
      Reprise(suite: "/rencontres/1/annulation", geste: "g", provenance: "/rencontres/1").retour == "/rencontres/1")
    #expect(
      Reprise(suite: "/mes-donnees/copie/fichier", provenance: "/mes-donnees").retour == "/mes-donnees/copie/fichier")
    #expect(Reprise(suite: "/demandes", geste: "g").retour == "/accueil", "a browser that says nothing")
  }
}
