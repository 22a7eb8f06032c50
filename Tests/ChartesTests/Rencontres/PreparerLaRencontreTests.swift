import Chartes
import Html
import Testing

@Suite struct PreparerLaRencontreTests {
  let three = ["Quelle est votre journée\u{a0}?", "Comment avez-vous appris\u{a0}?", "Qu’est-ce qui fatigue\u{a0}?"]

  private func judge(_ questions: [String], _ p: Parametres = Parametres()) -> Verdict {
    PreparerLaRencontre.judge(.init(questions: questions), p)
  }

  @Test func `le nombre exact suffit, un de moins retient`() {
    #expect(judge(three) == .allow)
    #expect(judge(three + ["Et le salaire\u{a0}?"]) == .allow)
    #expect(!judge(Array(three.prefix(2))).passes)
  }

  @Test func `le motif dit combien il en reste`() {
    #expect(judge(Array(three.prefix(2))).motif?.pourquoi.fr.contains("1\u{a0}question à") == true)
    #expect(judge([]).motif?.pourquoi.fr.contains("3\u{a0}questions à") == true)
    #expect(judge([]).motif?.pourquoi.en.contains("3\u{a0}questions left") == true)
  }

  @Test func `les lignes vides ne comptent pas`() {
    #expect(!judge(Array(three.prefix(2)) + ["", "  \n", "?"]).passes)
  }

  @Test func `une question répétée ne compte qu’une fois`() {
    let again = ["quelle  est VOTRE journée ?", "Quelle est votre journe\u{301}e"]
    #expect(PreparerLaRencontre.retenues([three[0]] + again) == [three[0]])
    #expect(!judge(Array(three.prefix(2)) + again).passes)
  }

  @Test func `le nombre vient de la charte signée`() {
    let questions = PreparerLaRencontre.questions
    #expect(judge(three, Parametres().with(questions, 4)).motif?.pourquoi.fr.contains("1\u{a0}question") == true)
    #expect(judge([three[0]], Parametres().with(questions, 1)) == .allow)
  }
}
