import Base
import Chartes
import Html
import Mentorat
import Rencontres
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import ViePrivee
@testable import Web

@Suite struct EffacementTests {
  @Test(arguments: Engine.allCases) func `après l’effacement, il ne reste d’une personne qu’un numéro`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let mots = try await scene.plantWords(of: scene.amina, "Canaraminée")
      let entered = try await scene.open(scene.amina)
      let id = scene.amina.personne
      let adresse = try await scene.read { [store = scene.personnes.store] tx in
        try store.personne(id, for: .person(id), in: tx).adresse
      }
      try await scene.emptyOutbox()
      let answer = try await scene.leaves(scene.amina)
      #expect(answer.location == "/au-revoir")
      #expect(answer.cookies.contains { $0.kind == .connexion && $0.value.isEmpty }, "la connexion s’oublie")

      // Nothing in clear, and nothing that their key would open.
      for mot in mots.tous where mot != id.text { #expect(!(try await scene.holds(mot)), "\(mot)") }
      await #expect(throws: VaultError.erased) {
        try await scene.write { [vault = scene.house.vault] _ in
          _ = try vault.seal("encore", of: .personne(id), at: Place("essai.mot", "1"))
        }
      }
      // Nobody finds them, by any way in.
      #expect(try await scene.personnes.identify(entered) == nil)
      try await scene.read { [store = scene.personnes.store] tx in
        let adresse = try #require(Adresse(adresse))
        #expect(try store.personne(at: adresse, in: tx) == nil, "l’adresse ne mène plus à personne")
        #expect(throws: Absent()) { try store.personne(id, for: .person(id), in: tx) }
        #expect(try store.appartenances(of: id, in: tx).isEmpty)
        let listed = try store.personnes(as: .explorateur, of: scene.dispositif, for: scene.nadia.viewer, in: tx)
        #expect(!listed.contains(id))
        #expect(throws: Absent()) { try store.acces(of: id, for: scene.nadia.viewer, at: scene.now, in: tx) }
      }
      #expect(!(try await scene.personnes.showCoordination(scene.visit(by: scene.nadia)).html().contains(id.text)))
      // One last letter, which nothing leads back to them.
      let plis = try await scene.plis().filter { $0.courriel.destinataire == adresse }
      #expect(plis.map(\.courriel.sujet) == ["Vos données sont effacées"])
      #expect(plis.allSatisfy { $0.proprietaire.hasPrefix("courrier:") && !$0.sujet.contains(id.text) })
    }
  }

  @Test(arguments: Engine.allCases) func `chez les autres, les pages s’ouvrent et disent une personne partie`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let rencontre = try await scene.agree()
      try await scene.rencontres.review(
        rencontre, appris: "Beaucoup", merci: "Merci", by: scene.amina, at: scene.now + .days(5))
      let pair = try await scene.accompagnement()
      let late = scene.now + .days(5)
      try await scene.erased(scene.amina, at: late)
      try await scene.erased(pair.nour, at: late)
      let rooms: [(Visitor, [Route], String)] = [
        (scene.bruno, scene.rencontres.routes, rencontre.text), (pair.marc, scene.mentorat.routes, pair.binome.text),
        (pair.odile, scene.mentorat.routes, pair.binome.text), (scene.nadia, scene.personnes.routes, ""),
        (scene.claire, scene.rencontres.routes, rencontre.text),
      ]
      for (visitor, routes, id) in rooms {
        for route in routes
        where "\(route.method)" == "GET" && !["/direct", "/flux"].contains(where: route.path.hasSuffix) {
          guard !route.path.contains("{") || route.path.contains("{id}") && !id.isEmpty,
            !route.path.contains("/acte/pdf")
          else { continue }
          do {
            _ = try await route.answer(scene.visit(by: visitor, ["id": id], at: late))
          } catch {
            // What is not there is absent; nothing breaks.
            #expect(error is Absent || error is ProofNeeded, "\(visitor.prenom) \(route.path) \(error)")
          }
        }
      }
      let meetings = try await scene.page("/rencontres", of: scene.rencontres.routes, by: scene.bruno, at: late)
      #expect(meetings.contains("une personne partie"))
      let meeting = try await scene.page(
        "/rencontres/{id}", of: scene.rencontres.routes, by: scene.bruno, ["id": rencontre.text], at: late)
      #expect(meeting.contains("Rencontre avec une personne partie") && !meeting.contains("Amina"))
      let pairs = try await scene.page("/binomes", of: scene.mentorat.routes, by: pair.marc, at: late)
      #expect(pairs.contains("une personne partie"))
      let english = try await scene.page("/binomes", of: scene.mentorat.routes, by: pair.odile, at: late)
      #expect(english.contains("une personne partie"))
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui était convenu est annulé, et l’autre le sait`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let rencontre = try await scene.agree()
      let pair = try await scene.accompagnement()
      try await scene.emptyOutbox()
      // The house does not wait for what somebody asleep had agreed to.
      try await scene.erased(scene.amina, at: scene.now)
      let letter = try #require(try await scene.plis(to: scene.bruno.personne).first)
      #expect(letter.courriel.sujet.hasPrefix("Rencontre annulée"))
      #expect(letter.courriel.texte.contains("Amina") && letter.courriel.texte.contains("a fermé son compte"))
      #expect(letter.courriel.calendrier?.methode == "CANCEL")
      #expect(try await scene.count("SELECT count(*) FROM creneau_pris WHERE rencontre = \(rencontre)") == 0)
      #expect(try await scene.count("SELECT count(*) FROM rencontre WHERE etat = 'annulee'") == 1)

      try await scene.erased(pair.marc, at: scene.now)
      let told = try #require(try await scene.plis(to: pair.nour.personne).first)
      #expect(told.courriel.texte.contains("Marc") && told.courriel.texte.contains("a fermé son compte"))
      #expect(try await scene.count("SELECT count(*) FROM binome WHERE clos IS NULL") == 0)
      // The schedules go on.
      _ = try await scene.rencontres.expire(for: .house(.echeances), at: scene.now + .days(30))
      _ = try await scene.mentorat.announceArrivals(for: .house(.echeances), at: scene.now + .days(30))
      _ = try await scene.mentorat.erase(for: .house(.echeances), at: scene.now + .days(30))
    }
  }

  @Test(arguments: Engine.allCases) func `la même adresse revient un jour comme une personne nouvelle`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let before = scene.bruno.personne
      let adresse = try await scene.read { [store = scene.personnes.store] tx in
        try store.personne(before, for: .person(before), in: tx).adresse
      }
      // A place kept for that address meanwhile goes with it.
      _ = try await scene.invited(adresse)
      _ = try await scene.leaves(scene.bruno)
      #expect(try await scene.count("SELECT count(*) FROM invitation WHERE etat = 'ouverte'") == 0)
      let jeton = try await scene.invited(adresse)
      let entered = try await scene.personnes.accept(
        jeton, prenom: "Bruno", nom: "Revenu", langue: .fr, in: .random(), navigateur: "Firefox", at: scene.now)
      guard case .entered = entered else { throw Absent() }
      let now = try await scene.read { [store = scene.personnes.store] tx in
        let adresse = try #require(Adresse(adresse))
        return try #require(try store.personne(at: adresse, in: tx))
      }
      #expect(now != before)
      // The invitation they took bears their address, and goes with them.
      _ = try await scene.leaves(scene.bruno, as: now)
      #expect(try await scene.count("SELECT count(*) FROM invitation") == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `le même geste deux fois n’efface qu’une fois, et ne gêne personne`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let geste = Geste.make(at: scene.now)
      let first = try await scene.leaves(scene.amina, geste: geste)
      let again = try await scene.leaves(scene.amina, geste: geste)
      #expect(first.location == "/au-revoir" && again.location == "/au-revoir")
      #expect(try await scene.plis().count { $0.courriel.sujet == "Vos données sont effacées" } == 1)
      let stub = try await scene.stub(of: scene.amina)
      for _ in 0..<2 {
        #expect(try await scene.viePrivee.replay(for: .house(.echeances), at: scene.now + .days(2)) == 1)
      }
      #expect(try await scene.stub(of: scene.amina) == stub, "le jour du départ ne bouge pas")
      let known = try await scene.read { [store = scene.personnes.store] tx in
        try store.prenoms(of: scene.people.map(\.personne), for: scene.nadia.viewer, in: tx).count
      }
      #expect(known == 7, "les autres gardent leur nom, et Amina sa place")
    }
  }

  @Test(arguments: Engine.allCases) func `sans le mot, ou sans preuve, rien ne s’efface`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      for word in ["", "oui", "effacer tout", "<b>effacer</b>", String(repeating: "é", count: 10_000)] {
        let answer = try await scene.viePrivee.leave(scene.visit(by: scene.amina, form: [("mot", word)]))
        #expect(answer.code == 422 && answer.html().contains("Rien n’est encore effacé"))
      }
      let old = Preuve(
        moyen: "lien", derniere: scene.now - .minutes(6), forte: nil, possedeForte: false, equipe: false, attendue: nil)
      let strong = Preuve(
        moyen: "lien", derniere: scene.now, forte: nil, possedeForte: true, equipe: false, attendue: nil)
      for (preuve, exigence) in [(old, Preuve.Exigence.recente), (strong, .forte)] {
        await #expect(throws: ProofNeeded(exigence)) {
          _ = try await scene.viePrivee.leave(
            scene.visit(by: scene.amina.proving(preuve), form: [("mot", "effacer")]))
        }
      }
      #expect(try await scene.count("SELECT count(*) FROM personne WHERE partie IS NOT NULL") == 0)
      #expect(try await scene.viePrivee.leave(scene.visit(by: scene.amina, form: [("mot", " Erase ")])).code == 303)
    }
  }

  @Test(arguments: Engine.allCases) func `qui coordonne seul ne part qu’après avoir passé la main`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let page = try await scene.viePrivee.showEffacement(scene.visit(by: scene.nadia)).html()
      #expect(page.contains("Invitez d’abord une autre personne") && !page.contains("name=\"mot\""))
      let refused = try await scene.leaves(scene.nadia)
      #expect(refused.code == 422 && refused.html().contains("Rencontres du Perche"))
      #expect(try await scene.count("SELECT count(*) FROM personne WHERE partie IS NOT NULL") == 0)
      _ = try await scene.seat(Figurant("Noé", "Relayeur", .coordinateur))
      #expect(try await scene.leaves(scene.nadia).location == "/au-revoir")
      // Alone in a programme where nobody is left: free to go.
      let elsewhere = try await scene.personnes.openDemonstration(
        structure: "Seule", dispositif: "Vide", at: scene.now)
      let alone = try await scene.personnes.seat(
        Figurant("Seule", "Seulette", .coordinateur), in: elsewhere, suivieBy: nil, at: scene.now)
      #expect(try await scene.leaves(alone).location == "/au-revoir")
    }
  }

  @Test(arguments: Engine.allCases) func `quand une conseillère s’en va, la coordination l’apprend`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      try await scene.emptyOutbox()
      _ = try await scene.leaves(scene.claire)
      let letter = try #require(try await scene.plis(to: scene.nadia.personne).first)
      #expect(letter.courriel.sujet.contains("un départ dans l’équipe"))
      #expect(letter.courriel.texte.contains("Claire D.") && letter.courriel.texte.contains("1\u{a0}personne"))
    }
  }

  @Test func `la page dit ce qui part et ce qui reste, depuis les déclarations`() async throws {
    try await withScene(.sqlite) { scene in
      for langue in Langue.allCases {
        let page = try await scene.viePrivee.showEffacement(scene.visit(by: scene.amina, in: langue)).html(langue)
        for table in scene.personnes.donneesPersonnelles.tables + scene.house.donneesPersonnelles.tables {
          guard case .garde(let raison) = table.effacement else { continue }
          #expect(page.contains(langue(raison).replacing("\u{a0}", with: " ")), "\(table.nom)")
        }
        #expect(page.contains(langue("Ce qui part", "What goes")))
      }
    }
  }
}

extension Scene {
  /// Somebody leaves by the form, with a fresh proof.
  func leaves(
    _ visitor: Visitor, as personne: PersonneID? = nil, geste: Geste = .make(at: Scene.now), at now: Instant = Scene.now
  ) async throws -> Answer {
    let proven = visitor.proving(.lien(at: now), as: personne)
    return try await viePrivee.leave(visit(by: proven, form: [("mot", "effacer")], at: now, geste: geste))
  }

  /// The same act, whatever stands in the way: for what happens to others.
  func erased(_ visitor: Visitor, at now: Instant) async throws {
    try await write { [room = viePrivee] tx in
      try room.depart(of: visitor.personne, by: visitor.viewer, at: now, in: tx) { $0.auRevoir() }
    }
    try await viePrivee.forget(visitor.personne)
  }

  /// A place kept for an address; answers the token of the letter.
  func invited(_ adresse: String) async throws -> Token {
    try await emptyOutbox()
    let place = try await read { [store = personnes.store, dispositif] tx in
      try store.dispositif(dispositif, for: nadia.viewer, in: tx)
    }
    _ = try await personnes.invite(
      NewInvitation(
        FormData(pairs: [("adresse", adresse), ("role", "expert")]), roles: [.expert], conseillers: []),
      to: place, by: nadia, geste: .make(at: now), at: now)
    let texte = try #require(try await plis().first { $0.courriel.destinataire == adresse }?.courriel.texte)
    let jeton = try #require(texte.firstMatch(of: /invitation\/([\w-]{32})/))
    return try #require(Token(presented: String(jeton.output.1)))
  }

  func stub(of visitor: Visitor) async throws -> [String] {
    try await read { tx in
      try tx.all("SELECT adresse_cle, langue, fuseau, partie FROM personne WHERE id = \(visitor.personne)") { row in
        "\(try row[0] as String) \(try row[1] as String) \(try row[2] as String) \(try row[3] as Int)"
      }
    }
  }

  func page(
    _ path: String, of routes: [Route], by visitor: Visitor, _ parameters: [String: String] = [:], at now: Instant
  ) async throws -> String {
    let route = try #require(routes.first { $0.path == path && "\($0.method)" == "GET" })
    return try await route.answer(visit(by: visitor, parameters, at: now)).html()
  }
}

extension Visitor {
  func proving(_ preuve: Preuve, as personne: PersonneID? = nil) -> Visitor {
    Visitor(
      personne: personne ?? self.personne, connexion: connexion, prenom: prenom, langue: langue, fuseau: fuseau,
      appartenances: appartenances, preuve: preuve)
  }
}
