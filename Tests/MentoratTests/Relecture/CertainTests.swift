import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

@Suite struct CertainTests {
  @Test(arguments: Engine.allCases) func `un nom certain ne part pas et son pseudonyme reste le même`(engine: Engine)
    async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let mots = "Kevin Lebrun m’a fait attendre. Son numéro est le 06 12 34 56 78."
      let held = try await lieu.compose(mots)
      #expect(held.code == 422 && held.html().contains("nomme encore quelqu’un") && held.html().contains(mots))
      #expect(held.html().contains("Écrire « M. A » à la place"))
      #expect(held.html().contains("Écrire « [numéro de téléphone] » à la place"))
      #expect(!held.html().contains("Ce mot ne nomme personne"), "there is no doubt to settle")

      // One of the two is not enough, and nothing waves a certain one through.
      let (name, number) = ("Kevin Lebrun", "06 12 34 56 78")
      for choices in [
        [(name, "remplacer")], [(name, "remplacer"), (number, "nie")], [(name, "nie"), (number, "nie")],
        [(name, "reecrire"), (number, "remplacer")], [("Autre", "remplacer")],
      ] {
        #expect(try await lieu.compose(mots, choices, nies: choices.map(\.0)).code == 422, "\(choices)")
      }
      #expect(try await lieu.messages(of: lieu.nour).isEmpty)
      #expect(try await lieu.carnet() == nil)

      #expect(try await lieu.compose(mots, [(name, "remplacer"), (number, "remplacer")]).code == 200)
      #expect(
        try await lieu.newest(of: lieu.marc) == "M. A m’a fait attendre. Son numéro est le [numéro de téléphone].")
    }
  }

  @Test(arguments: Engine.allCases) func `chacun a ses lettres, qui restent les mêmes`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      _ = try await lieu.compose("Kevin Lebrun m’a fait attendre.", [("Kevin Lebrun", "remplacer")])
      _ = try await lieu.compose("La réunion avec Zéphyrine s’est mal passée.", [("Zéphyrine", "remplacer")])
      let question = try #require(try await lieu.messages(of: lieu.marc).last)
      let heures = Scene.now + .hours(3)
      // The other begins their own letters: trying a name tells nothing of who A is.
      let held = try await lieu.compose(
        "Qu’en dit Monsieur Lebrun ?", by: lieu.marc, answering: question, at: heures)
      #expect(held.html().contains("Écrire « A » à la place"), "\(held.code)")
      _ = try await lieu.compose(
        "Qu’en dit Monsieur Lebrun ?", by: lieu.marc, [("Lebrun", "remplacer")], answering: question, at: heures)
      #expect(try await lieu.newest(of: lieu.nour, at: heures) == "Qu’en dit Monsieur A ?")
      let later = Scene.now + .days(3)
      _ = try await lieu.compose(
        "Avec Martin, rien n’avance. Kevin Lebrun m’a fait attendre.",
        [("Martin", "remplacer"), ("Kevin Lebrun", "remplacer")], at: later)
      #expect(try await lieu.newest(of: lieu.nour, at: later) == "Avec M. C, rien n’avance. M. A m’a fait attendre.")
    }
  }

  @Test(arguments: Engine.allCases) func `les prénoms des deux personnes du binôme passent`(engine: Engine) async throws
  {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      #expect(try await lieu.compose("Bonjour Marc, c’est Nour. Une question sur le délai.").code == 200)
      #expect(try await lieu.compose("Nour Haddadien et Marc Aubrionnet se voient demain.").code == 200)
      let question = try #require(try await lieu.messages(of: lieu.marc).first)
      let answer = try await lieu.compose("Merci Nour, bonne question.", by: lieu.marc, answering: question)
      #expect(answer.code == 200)
      // Somebody else of the programme is not one of the two.
      #expect(try await lieu.compose("Elsa Royerande m’a fait attendre.").code == 422)
    }
  }

  @Test(arguments: Engine.allCases) func `deux textes écrits au même moment ne donnent pas la même lettre`(
    engine: Engine
  ) async throws {
    try await withScene(engine) { scene in
      let lieu = try await scene.accompagnement()
      let names = ["Kevin Lebrun", "Zorglubine Vandekastel", "Sandrine Vidal"]
      try await together(names.count) { rang in
        let mots = "\(names[rang]) m’a fait attendre."
        let answer = try await lieu.compose(
          mots, [(names[rang], "remplacer")], at: Scene.now + .milliseconds(rang + 1))
        #expect(answer.code == 200, "\(names[rang])")
      }
      let later = Scene.now + .hours(4)
      let texts = try await lieu.messages(of: lieu.marc, at: later).compactMap { $0.texte?.ensemble }
      let letters = texts.compactMap { $0.firstMatch(of: /(?:M\.|Mme|personne) ([A-Z]) m’a/)?.output.1 }
      #expect(Set(letters) == ["A", "B", "C"], "\(texts)")
    }
  }
}
