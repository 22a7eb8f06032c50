import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct RienGardeTests {
  /// Names of nobody, that appear nowhere else.
  private static let noms = ["Zorglubine", "Vandekastel", "Brikelaz", "06 98 76 54 32", "0698765432"]
  private static let mots =
    "Ma collègue Zorglubine Vandekastel m’a demandé un rapport, M. Brikelaz aussi. Son numéro : 06 98 76 54 32."

  @Test(arguments: Engine.allCases) func `rien n’est gardé d’un texte qui nomme`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.send("Une question sur le délai.")
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      let before = try await lieu.state()
      let gestes = try await scene.count("SELECT count(*) FROM geste")
      let found = try await lieu.relecture(Self.mots)
      #expect(
        found.contains("Zorglubine Vandekastel") && found.contains("\"proposition\":\"A\""), "the reading has seen it")
      for visitor in [lieu.nour, lieu.marc] {
        // As a draft, whatever it is said to be of: a name keeps it out of the base.
        for objet in ["nouveau", question.id.text, "Zorglubine"] {
          let read = try await lieu.relecture(Self.mots, by: visitor, objet: objet)
          #expect(read.contains("\"garde\":false"))
        }
        // Left in the middle of the gate, at each of its steps.
        for choices in [[], [("Zorglubine Vandekastel", "remplacer")], [("Brikelaz", "nie")]] {
          let answering = visitor == lieu.marc ? question : nil
          let held = try await lieu.compose(Self.mots, by: visitor, choices, answering: answering)
          #expect(held.code == 422, "\(choices)")
          let summary = try await lieu.mentorat.writeSynthese(
            lieu.visit(by: visitor, form: [("libre", Self.mots)], at: Accompagnement.seconde + .hours(2)))
          #expect(summary.code == 422)
        }
      }
      #expect(try await lieu.state() == before)
      #expect(try await scene.count("SELECT count(*) FROM geste") == gestes)
      try await lieu.expectsNowhere(Self.noms)
    }
  }

  @Test(arguments: Engine.allCases) func `une fois remplacé, le nom n’est plus nulle part`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let names = ["Zorglubine Vandekastel", "Brikelaz", "06 98 76 54 32"]
      // Denied at first, as one might: the second thought is what counts.
      _ = try await lieu.compose(Self.mots, names.map { ($0, "nie") })
      #expect(try await lieu.compose(Self.mots, names.map { ($0, "remplacer") }, nies: names).code == 200)
      let carnet = try #require(try await lieu.carnet())
      for nom in Self.noms {
        #expect(!carnet.lowercased().contains(nom.lowercased()), "\(nom)")
        #expect(try await lieu.newest(of: lieu.marc)?.contains(nom) == false)
      }
      try await lieu.expectsNowhere(Self.noms)
      // And a change of it goes through the same gate.
      let evening = Instant.fevrier(1, 20)
      _ = try await lieu.send("Une autre question sur le délai.", at: evening)
      let message = try #require(try await lieu.messages(of: lieu.nour, at: evening).last)
      let change = try await lieu.mentorat.changeMessage(
        lieu.visit(by: lieu.nour, ["message": message.id.text], form: [("libre", Self.mots)], at: evening))
      #expect(change.code == 422)
      try await lieu.expectsNowhere(Self.noms)
    }
  }

  @Test(arguments: Engine.allCases) func `un texte démesuré revient entier, et rien n’en est gardé`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let before = try await lieu.state()
      let sentence = "Zorglubine Vandekastel m’a dit non, et je pense encore à ce délai. "
      let mots = String(repeating: sentence, count: 100_000 / sentence.count + 1).prefix(100_000) + "Fincanari."
      for visitor in [lieu.nour, lieu.marc] {
        let held = try await lieu.compose(String(mots), by: visitor)
        #expect(held.code == 422 && held.html().contains("dépasse 4"))
        #expect(held.html().contains("Fincanari."), "what was typed is still there")
        #expect(try await lieu.relecture(String(mots), by: visitor, objet: "nouveau").contains("\"garde\":false"))
      }
      #expect(try await lieu.state() == before)
      try await lieu.expectsNowhere(["Fincanari", "Zorglubine"])
      // The bound itself.
      let phrase = "Je pense à ce délai. "
      let exact = String(repeating: phrase, count: 4000 / phrase.count + 1).prefix(4000).dropLast() + "."
      #expect(try await lieu.compose(String(exact)).code == 200)
      #expect(try await lieu.compose(exact + "!").code == 422)
    }
  }
}

extension Accompagnement {
  /// Not in the base, its keys, what happened, what was traced, the keys of forms, nor in a mail once opened.
  fileprivate func expectsNowhere(_ noms: [String]) async throws {
    #expect(try await scene.holds("Mission locale du Perche"), "the search sees what is there")
    for nom in noms {
      #expect(!(try await scene.holds(nom)), "\(nom)")
      #expect(try await scene.plis().allSatisfy { !$0.words.contains(nom) }, "\(nom)")
    }
  }
}
