import Chartes
import Html
import Testing

@Suite struct SignerADeuxTests {
  private typealias Article = SignerADeux

  private func judge(_ signatures: Set<Role>, clos: Bool = false) -> Verdict {
    Article.judge(.init(signatures: signatures, clos: clos), Parametres())
  }

  @Test func `rien ne part avant la seconde signature`() {
    for signatures: Set<Role> in [[], [.mentor], [.accompagne]] {
      #expect(judge(signatures).refuses(Article.self))
    }
    #expect(judge([.mentor, .accompagne]) == .allow)
  }

  @Test func `personne ne signe à la place d’un autre`() {
    #expect(judge([.mentor, .coordinateur]).refuses(Article.self))
    #expect(judge([.accompagne, .coordinateur]).refuses(Article.self))
    #expect(judge(Set(Role.allCases).subtracting([.mentor])).refuses(Article.self))
    #expect(judge(Set(Role.allCases).subtracting([.accompagne])).refuses(Article.self))
    #expect(judge(Set(Role.allCases)) == .allow)
  }

  @Test func `les rôles qui signent à deux sont ceux que l’article attend`() {
    #expect(judge(Set(Role.allCases.filter(\.signeADeux))) == .allow)
    #expect(Set(Charte.mentorat.roles.filter(\.signeADeux)) == [.mentor, .accompagne])
    #expect(Charte.rencontres.roles.filter(\.signeADeux).isEmpty)
  }

  @Test func `un binôme qui a pris fin n’écrit plus, signé ou non`() {
    let ended = judge([.mentor, .accompagne], clos: true)
    #expect(ended.refuses(Article.self))
    #expect(ended != judge([]))
    #expect(judge([], clos: true) == ended)
    #expect(ended.motif?.issue.fr.contains("relire vos échanges") == true)
  }
}
