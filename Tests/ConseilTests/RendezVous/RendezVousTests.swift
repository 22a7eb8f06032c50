import Base
import Chartes
import Html
import Personnes
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct RendezVousTests {
  @Test(arguments: Engine.allCases) func `un rendez-vous se prend sans compte et se retrouve par son code`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let porte = try await lieu.conseil.showPorte(lieu.visit(by: nil)).html()
      #expect(porte.contains("Espace du Perche") && porte.contains("Prendre rendez-vous"))
      let geste = Geste.make(at: Scene.now)
      let form = [("creneau", String(Instant.fevrier(2, 9).milliseconds)), ("prenom", "Aïssatou d’Arc")]
      let pris = try await lieu.conseil.reserve(
        lieu.visit(by: nil, ["lieu": lieu.lieu.text], form: form, geste: geste)
      ).html()
      #expect(pris.contains("mardi 2 février à 09:00 (heure de Paris)"))
      // Sent twice, it is one appointment with one code.
      let again = try await lieu.conseil.reserve(
        lieu.visit(by: nil, ["lieu": lieu.lieu.text], form: form, geste: geste)
      ).html()
      #expect(again == pris)
      #expect(try await scene.count("SELECT count(*) FROM rendez_vous") == 1)
      let code = lieu.conseil.code(of: geste).imprime
      #expect(pris.contains(code))
      let retour = try await lieu.conseil.findRendezVous(
        lieu.visit(by: nil, form: [("code", code.lowercased().replacing("-", with: " "))])
      ).html()
      #expect(retour.contains("mardi 2 février à 09:00") && retour.contains("Annuler ce rendez-vous"))
      #expect(!retour.contains("Aïssatou"), "a code found in the street says when, not who")
      #expect(try await !scene.holds("Aïssatou"))
      let parti = try await lieu.conseil.cancelWithCode(lieu.visit(by: nil, form: [("code", code)]))
      #expect(parti.location == "/rendez-vous/retour?fait=annule")
      #expect(try await scene.count("SELECT count(*) FROM rendez_vous_quart") == 0, "the slot is free again")
      let twice = try await lieu.conseil.cancelWithCode(lieu.visit(by: nil, form: [("code", code)]))
      #expect(twice.code == 422)
    }
  }

  @Test(arguments: Engine.allCases) func `un créneau n’est jamais pris deux fois`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let debut = Instant.fevrier(3, 9)
      let won = Compteur()
      try await together(32) { rang in
        do {
          _ = try await lieu.conseil.book(
            Arrivant(prenom: "Personne\(rang)"), at: debut, in: lieu.lieu, by: nil, langue: .fr,
            geste: .make(at: Scene.now), at: Scene.now)
          await won.add()
        } catch is CreneauPris {}
      }
      #expect(await won.count == 1)
      #expect(try await scene.count("SELECT count(*) FROM rendez_vous") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `un rendez-vous ne se prend ni trop tôt ni trop loin`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      for (moment, mots) in [(Instant.fevrier(1, 10, 30), "file"), (Instant.fevrier(1, 9) + .days(40), "")] {
        let answer = try await lieu.conseil.reserve(
          lieu.visit(
            by: nil, ["lieu": lieu.lieu.text],
            form: [("creneau", String(moment.milliseconds)), ("prenom", "Aline"), ("theme", "email")]))
        #expect(answer.code == 422)
        #expect(answer.html().contains("Accueillir chacun") && answer.html().contains(mots))
        #expect(answer.html().contains("value=\"Aline\""), "nothing typed is lost")
      }
      #expect(try await scene.count("SELECT count(*) FROM rendez_vous") == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `par téléphone, le conseiller note le rendez-vous et donne le code`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      let page = try await lieu.conseil.noteByTelephone(
        lieu.visit(
          by: lieu.lila, ["lieu": lieu.lieu.text],
          form: [
            ("creneau", String(Instant.fevrier(2, 9, 45).milliseconds)), ("prenom", "Jean-Noël"), ("initiale", "é"),
          ]
        )
      ).html()
      #expect(page.contains("Donnez ce code à la personne"))
      let journee = try await lieu.conseil.showJournee(
        lieu.visit(by: lieu.hugo, query: [("jour", "2027-02-02")])
      ).html()
      #expect(journee.contains("Jean-Noël É.") && journee.contains("09:45") && journee.contains("Lila F."))
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui est mal tapé revient avec ses mots`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      for form in [
        [("prenom", "Aline")], [("creneau", "demain"), ("prenom", "Aline")],
        [("creneau", "-99999999999999999"), ("prenom", "Aline")],
        [("creneau", String(Instant.fevrier(2, 9).milliseconds)), ("prenom", "")],
        [("creneau", String(Instant.fevrier(2, 9).milliseconds)), ("prenom", "Aline"), ("courriel", "aline@")],
        [("creneau", String(Instant.fevrier(2, 9, 7).milliseconds)), ("prenom", "Aline")],
      ] {
        let answer = try await lieu.conseil.reserve(lieu.visit(by: nil, ["lieu": lieu.lieu.text], form: form))
        #expect(answer.code == 422, "\(form)")
      }
      let empty = try await lieu.conseil.reserve(
        lieu.visit(by: nil, ["lieu": lieu.lieu.text], form: [("initiale", "7")]))
      for phrase in ["Écrivez un prénom.", "Choisissez un moment.", "Une lettre suffit.", "3 points à revoir"] {
        #expect(empty.html().contains(phrase), "all that is missing is said at once: \(phrase)")
      }
      await #expect(throws: Absent.self) {
        _ = try await lieu.conseil.showReservation(lieu.visit(by: nil, ["lieu": "nulle-part"]))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `qui a laissé une adresse reçoit confirmation, rappel et annulation`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.guichet()
      try await scene.emptyOutbox()
      let id = try await lieu.conseil.book(
        Arrivant(prenom: "Aline", courriel: "aline@exemple.fr"), at: .fevrier(5, 9), in: lieu.lieu, by: nil,
        langue: .fr, geste: .make(at: Scene.now), at: Scene.now)
      let plis = try await scene.plis()
      #expect(plis.map(\.courriel.sujet) == ["Votre rendez-vous", "Votre rendez-vous approche"])
      #expect(plis.last?.apres == .fevrier(4, 9))
      _ = try await lieu.conseil.cancel(id, by: lieu.lila, geste: .make(at: Scene.now), at: Scene.now)
      let after = try await scene.plis()
      #expect(after.map(\.courriel.sujet).sorted() == ["Votre rendez-vous", "Votre rendez-vous n’aura pas lieu"])
    }
  }
}

actor Compteur {
  private(set) var count = 0
  func add() { count += 1 }
}
