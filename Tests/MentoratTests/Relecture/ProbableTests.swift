import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

/// Words about which the model that ships has a doubt: should another model be sure of them, choose others.
@Suite struct ProbableTests {
  private static let mots = "J’ai croisé Océane dans le couloir."

  @Test(arguments: Engine.allCases) func `un nom probable se remplace, ou ne nomme personne`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let held = try await lieu.compose(Self.mots)
      #expect(held.code == 422 && held.html().contains("nomme peut-être quelqu’un"))
      #expect(held.html().contains("Écrire « Mme A » à la place") && held.html().contains("Ce mot ne nomme personne"))
      for issue in ["reecrire", "", "autre"] {
        #expect(try await lieu.compose(Self.mots, [("Océane", issue)]).code == 422, "\(issue)")
      }
      #expect(try await lieu.messages(of: lieu.nour).isEmpty)

      #expect(try await lieu.compose(Self.mots, [("Océane", "remplacer")], at: Scene.now + .minutes(1)).code == 200)
      #expect(try await lieu.newest(of: lieu.marc, at: .fevrier(1, 10)) == "J’ai croisé Mme A dans le couloir.")
      #expect(try await lieu.compose(Self.mots, [("Océane", "nie")], at: Scene.now + .minutes(2)).code == 200)
      #expect(try await lieu.newest(of: lieu.marc, at: .fevrier(1, 10)) == Self.mots)
    }
  }

  @Test(arguments: Engine.allCases) func `un mot dont on a levé le doute n’alerte plus qui l’a levé`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let mots = "Le projet Aurore me fatigue."
      #expect(try await lieu.compose(mots).code == 422)
      #expect(try await lieu.relecture(mots).contains("Aurore"))
      #expect(try await lieu.compose(mots, [("Aurore", "nie")]).code == 200)
      #expect(try await lieu.compose(mots, at: Scene.now + .minutes(1)).code == 200)
      #expect(try await lieu.relecture(mots).contains("\"trouvailles\":[]"))
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      let answer = try await lieu.compose(
        mots, by: lieu.marc, answering: question, at: Scene.now + .minutes(2))
      #expect(answer.code == 422, "the other has not said so")
      // Another pair has not said so.
      let other = try await lieu.mentorat.pair(
        lieu.marc, lieu.elsa, in: lieu.dispositif, by: lieu.odile, at: Scene.now)
      try await lieu.mentorat.suggest(
        [Accompagnement.premiere, Accompagnement.seconde], in: other, by: lieu.marc, at: Scene.now)
      for visitor in [lieu.marc, lieu.elsa] {
        try await lieu.mentorat.sign(other, by: visitor, at: Scene.now)
      }
      await #expect(throws: Refus.self) {
        try await lieu.mentorat.write([("libre", mots)], in: other, by: lieu.elsa, at: Scene.now)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `nier un nom certain ne change rien, ni maintenant ni plus tard`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let mots = "Kevin Lebrun m’a fait attendre."
      let held = try await lieu.compose(mots, [("Kevin Lebrun", "nie")])
      #expect(held.code == 422)
      #expect(try await lieu.compose(mots, nies: ["Kevin Lebrun", "kevin lebrun", "Kevin", "Lebrun"]).code == 422)
      // Replaced after all: what was denied on the way is not kept, and stays certain.
      let sent = try await lieu.compose(mots, [("Kevin Lebrun", "remplacer")], nies: ["Kevin Lebrun"])
      #expect(sent.code == 200)
      #expect(try await lieu.compose(mots, at: Scene.now + .minutes(1)).code == 422)
    }
  }

  @Test(arguments: Engine.allCases) func `un mot nié puis réécrit n’est pas gardé`(engine: Engine) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      // Two doubts: one is denied, then its author writes the sentence another way.
      let two = "J’ai croisé Océane dans le couloir. Hier Rose m’a parlé du dossier."
      let held = try await lieu.compose(two, [("Océane", "nie"), ("Rose", "reecrire")])
      #expect(held.code == 422 && held.html().contains("name=\"nie\" value=\"Océane\""))
      #expect(try await lieu.compose("Personne n’est passé dans le couloir.", nies: ["Océane"]).code == 200)
      let carnet = try #require(try await lieu.carnet())
      #expect(!carnet.lowercased().contains("océane") && !carnet.lowercased().contains("oceane"))
    }
  }
}
