import Chartes
import Html
import Testing

@Suite struct ResterDiscretTests {
  private typealias Article = ResterDiscret

  private func judge(_ certains: Int, _ probables: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.init(certains: certains, probables: probables), p)
  }

  @Test func `une note qui ne nomme personne est gardée`() {
    #expect(judge(0, 0) == .allow)
  }

  @Test func `un seul passage certain retient la note`() {
    #expect(judge(1, 0).refuses(Article.self))
    #expect(judge(7, 0) == judge(1, 0))
    #expect(judge(1, 0).motif?.issue.fr.contains("ne nomme personne") == false)
  }

  @Test func `un mot probable la retient aussi, et laisse dire qu’il ne nomme personne`() {
    #expect(judge(0, 1).refuses(Article.self))
    #expect(judge(0, 1).motif?.issue.fr.contains("ne nomme personne") == true)
    #expect(judge(0, 1) != judge(1, 0))
  }

  @Test func `le plus sûr se dit d’abord`() {
    #expect(judge(1, 4) == judge(1, 0))
  }

  @Test func `une note ne se dit pas comme un message de mentorat`() {
    for (certains, probables) in [(1, 0), (0, 1)] {
      let message = TaireCeQuiIdentifie.judge(.init(certains: certains, probables: probables), Parametres())
      #expect(judge(certains, probables).motif?.pourquoi != message.motif?.pourquoi)
      #expect(judge(certains, probables).motif?.issue != message.motif?.issue)
    }
  }

  @Test func `aucune valeur n’adoucit la règle`() {
    for p in [Parametres.ailleurs, .plusHaut] {
      #expect(judge(1, 0, p) == judge(1, 0) && judge(0, 1, p) == judge(0, 1))
    }
  }
}
