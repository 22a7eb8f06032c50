import Chartes
import Html
import Testing

@Suite struct FormulerSaQuestionTests {
  private typealias Article = FormulerSaQuestion

  private func judge(
    _ longueur: Int, decider: Bool = false, ordonne: Bool = false, _ p: Parametres = Parametres()
  ) -> Verdict {
    Article.judge(.init(longueur: longueur, demandeDeDecider: decider, ordonne: ordonne), p)
  }

  @Test func `un message tient dans la longueur signée, au caractère près`() {
    #expect(judge(1) == .allow)
    #expect(judge(4000) == .allow)
    #expect(judge(4001).refuses(Article.self))
    let p = Parametres().with(Article.longueur, 500)
    #expect(judge(500, p) == .allow)
    #expect(judge(501, p).refuses(Article.self))
  }

  @Test func `un message trop long dit la longueur signée, et que rien n’est perdu`() {
    let motif = judge(501, Parametres().with(Article.longueur, 500)).motif
    #expect(motif?.pourquoi.fr.contains("500\u{a0}caractères") == true)
    #expect(motif?.pourquoi.en.contains("500\u{a0}characters") == true)
    #expect(motif?.issue.fr.contains("toujours là") == true)
  }

  @Test func `un message vide attend ses premiers mots`() {
    #expect(judge(0).refuses(Article.self))
    #expect(judge(0) != judge(4001))
  }

  @Test func `demander de décider, ou ordonner, vaut un conseil et rien de plus`() {
    let (decide, order) = (judge(10, decider: true), judge(10, ordonne: true))
    #expect(decide.advises(Article.self) && decide.passes)
    #expect(order.advises(Article.self) && order.passes)
    #expect(decide != order)
    #expect(judge(10, decider: true, ordonne: true) == decide)
  }

  @Test func `un conseil dit toujours que le message peut partir ainsi`() {
    for verdict in [judge(10, decider: true), judge(10, ordonne: true)] {
      #expect(verdict.motif?.issue.fr.hasSuffix("Vous pouvez aussi l’envoyer ainsi.") == true)
      #expect(verdict.motif?.issue.en.hasSuffix("You may also send it like this.") == true)
    }
  }

  @Test func `ce qui retient passe avant ce qui conseille`() {
    #expect(judge(0, decider: true, ordonne: true) == judge(0))
    #expect(judge(4001, decider: true, ordonne: true) == judge(4001))
    #expect(judge(4000, decider: true).passes)
  }
}
