import Base
import Html
import Temps
import Testing
import Troupe

@testable import Conseil
@testable import Personnes
@testable import Web

@Suite struct PassageTests {
  @Test(arguments: Engine.allCases) func `rien ne part sans l’accord noté de la personne`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      for accord in ["", "peut-être"] {
        let refused = try await ici.refer(accord: accord)
        #expect(refused.statut == 422)
        #expect(refused.lue().contains("L’accord de la personne n’est pas noté."))
        #expect(refused.lue().contains(Orientations.raison), "la lettre est toujours là")
      }
      #expect(try await scene.count("SELECT count(*) FROM relais") == 0)
      #expect(try await scene.plis().isEmpty)
      #expect(try await ici.refer(accord: "ecrit").statut == 303)
      #expect(try await scene.count("SELECT count(*) FROM relais") == 1)
    }
  }

  @Test(arguments: Engine.allCases) func `la lettre montrée à la personne est, au mot près, celle qui part`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let shown = try await ici.conseil.referUsager(
        ici.visit(by: ici.lila, ["usager": ici.aline.text], form: ici.words()))
      let vu = shown.lue().hidden("vu")
      #expect(shown.statut == 200 && shown.lue().contains(Orientations.demande))
      // A word more than what was shown: it is shown again, with it, and nothing left.
      let changed = try await ici.conseil.referUsager(
        ici.visit(
          by: ici.lila, ["usager": ici.aline.text],
          form: ici.words([("raison", "Autre chose, d’un coup.")]) + [("vu", vu), ("accord", "oral")]))
      #expect(changed.statut == 200 && changed.lue().contains("Autre chose, d’un coup."))
      #expect(changed.lue().hidden("vu") != vu)
      #expect(try await scene.count("SELECT count(*) FROM relais") == 0)
      let relais = try await ici.relais()
      #expect(relais.isIntact)
      let flat = relais.contenu.lettre.replacing("\u{a0}", with: " ")
      #expect(shown.lue().contains(Markup(text: flat).string))
    }
  }

  @Test(arguments: Engine.allCases) func `un autre nom que celui de la personne est retenu`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let held = try await ici.refer([("raison", "Aline vit chez Mme Sandrine Vidal, 06 11 22 33 44.")])
      #expect(held.statut == 422)
      #expect(held.lue().contains("Ce qui peut nommer quelqu’un") && held.lue().contains("06 11 22 33 44"))
      #expect(try await scene.count("SELECT count(*) FROM relais") == 0)
      #expect(try await ici.refer([("raison", "Aline ne sait plus quoi faire.")]).statut == 303)
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui est remplacé le reste jusqu’au départ`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let typed = ici.words([
        ("raison", "Rappelez le 06 11 22 33 44."), ("mot-0", "06 11 22 33 44"), ("issue-0", "remplacer"),
      ])
      let parameters = ["usager": ici.aline.text]
      let shown = try await ici.conseil.referUsager(ici.visit(by: ici.lila, parameters, form: typed))
      #expect(shown.statut == 200 && !shown.lue().contains("06 11 22 33 44"))
      // What the page carries is what was shown.
      let carried = ici.words([("raison", shown.lue().hidden("raison"))])
      let left = try await ici.conseil.referUsager(
        ici.visit(
          by: ici.lila, parameters, form: carried + [("vu", shown.lue().hidden("vu")), ("accord", "oral")]))
      #expect(left.statut == 303)
    }
  }

  @Test(arguments: Engine.allCases) func `la lettre ne donne de la personne que ce qu’elle a choisi`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let first = try await ici.relais().contenu.lettre
      #expect(first.contains("Aline") && !first.contains("Rocquencourt") && !first.contains("06 12 34 56 78"))
      let whole = try await ici.relais([("identite", "complete")]).contenu.lettre
      #expect(whole.contains("Aline Rocquencourt") && whole.contains("06 12 34 56 78"))
    }
  }

  @Test(arguments: Engine.allCases) func `un service dont on ne sait rien ne reçoit personne`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      _ = try await ici.conseil.keepNewPartenaire(
        ici.visit(by: ici.lila, form: Orientations.fiche("Bonne volonté", habilitation: "")))
      let all = try await ici.read { store, tx in
        try store.partenaires(of: ici.dispositif, for: ici.lila.viewer, in: tx)
      }
      let other = try #require(all.first { $0.contenu.nom == "Bonne volonté" })
      let refused = try await ici.refer([("partenaire", other.id.text)])
      #expect(refused.statut == 422 && refused.lue().contains("pourquoi ce service est qualifié"))
      #expect(refused.lue().contains(Orientations.raison))
      // Known, but not checked for long: it may leave, and one is told.
      let later = Scene.now + .days(400)
      let shown = try await ici.conseil.referUsager(
        ici.visit(by: ici.lila, ["usager": ici.aline.text], form: ici.words(), at: later))
      #expect(shown.lue().contains("n’a pas été vérifié"))
      #expect(try await ici.refer(at: later).statut == 303)
    }
  }

  @Test(arguments: Engine.allCases) func `un service sans adresse e-mail ne reçoit pas de lien`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      _ = try await ici.conseil.keepPartenaire(
        ici.visit(
          by: ici.lila, ["partenaire": ici.service.text],
          form: Orientations.fiche(courriel: "") + [("revision", "1")]))
      let held = try await ici.refer()
      #expect(held.statut == 422 && held.lue().contains("Nous n’avons pas l’adresse e-mail de ce service."))
      #expect(held.lue().contains(Orientations.demande))
      #expect(try await ici.refer([("voie", "lettre")]).statut == 303)
      #expect(try await scene.plis().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `un double envoi ne fait qu’un relais, avec le même code`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let geste = Geste.make(at: Scene.now)
      let first = try await ici.refer([("voie", "lettre")], geste: geste)
      let again = try await ici.refer([("voie", "lettre")], geste: geste)
      #expect(first.suite == again.suite && first.statut == 303)
      #expect(try await scene.count("SELECT count(*) FROM relais") == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `l’e-mail au service ne dit rien de la personne, et la base ne rend pas le lien`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais([("identite", "complete")])
      let pli = try #require(try await scene.plis().first)
      #expect(pli.courriel.destinataire == Orientations.adresse)
      for word in ["Aline", "Rocquencourt", "06 12", "logement", "Ferrandis"] {
        #expect(!pli.words.contains(word), "\(word)")
      }
      #expect(pli.words.contains("/relais/reponse/\(relais.contenu.jeton)"))
      for word in [relais.contenu.jeton, "logement est"] { #expect(try await !scene.holds(word)) }
      #expect(relais.contenu.jeton.count == 32)
    }
  }

  @Test(arguments: Engine.allCases) func `qui ne suit pas la personne ne voit pas ses relais`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let relais = try await ici.relais()
      for visitor in [ici.hugo, ici.odette, scene.claire] {
        for show in [ici.conseil.showOneRelais, ici.conseil.showPrintedLetter, ici.conseil.withdrawRelais] {
          await #expect(throws: Absent.self) { try await show(ici.visit(by: visitor, ["relais": relais.id.text])) }
        }
      }
      #expect(try await !ici.conseil.showRelais(ici.visit(by: ici.hugo)).lue().contains("Aline"))
      #expect(try await ici.conseil.showRelais(ici.visit(by: ici.lila)).lue().contains("Aline"))
      await #expect(throws: Absent.self) { try await ici.refer(by: ici.hugo) }
    }
  }

  @Test(arguments: Engine.allCases) func `ce qui manque se dit, et rien n’est perdu`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let ici = try await scene.orientations()
      let long = String(repeating: "à l’aide ", count: 400)
      for (changes, phrase) in [
        ([("partenaire", "")], "Choisissez un service."),
        ([("partenaire", PartenaireID.make(at: Scene.now).text)], "n’est plus dans l’annuaire"),
        ([("demande", "")], "Écrivez-le en quelques mots."), ([("raison", long)], "1500 signes"),
        ([("accord_le", "2030-01-01")], "le jour de son accord"),
      ] {
        let page = try await ici.refer(changes)
        #expect(page.statut == 422 && page.lue().contains(phrase), "\(phrase)")
      }
      #expect(try await scene.count("SELECT count(*) FROM relais") == 0)
    }
  }
}
