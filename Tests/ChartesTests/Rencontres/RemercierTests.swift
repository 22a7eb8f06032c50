import Chartes
import Testing

@Suite struct RemercierTests {
  private func judge(_ tenue: Bool, _ mot: String) -> Verdict {
    Remercier.judge(.init(tenue: tenue, mot: mot), Parametres())
  }

  @Test(arguments: ["", "   ", "\n", "…", "."])
  func `après une rencontre, un mot vide retient le bilan`(_ mot: String) {
    #expect(!judge(true, mot).passes)
    #expect(judge(true, mot).motif?.cle == "remercier")
  }

  @Test(arguments: ["Merci", "M", "🙏", "❤️", "ありがとう"])
  func `un seul geste suffit`(_ mot: String) {
    #expect(judge(true, mot) == .allow)
  }

  @Test func `quand la rencontre n’a pas eu lieu, rien n’est demandé`() {
    #expect(judge(false, "") == .allow)
  }
}
