import Chartes
import Html
import Testing

@Suite struct TaireCeQuiIdentifieTests {
  private typealias Article = TaireCeQuiIdentifie

  private func judge(certains: Int = 0, probables: Int = 0, fichier: Bool = false) -> Verdict {
    Article.judge(.init(certains: certains, probables: probables, fichier: fichier), Parametres())
  }

  @Test func `ce qui ne nomme personne part`() {
    #expect(judge() == .allow)
  }

  @Test func `un seul nom certain retient le message`() {
    #expect(judge(certains: 1).refuses(Article.self))
    #expect(judge(certains: 9) == judge(certains: 1))
    #expect(judge(certains: 1).motif?.pourquoi.fr.contains("nomme encore quelqu’un") == true)
  }

  @Test func `un nom probable retient aussi, et laisse dire qu’il ne nomme personne`() {
    #expect(judge(probables: 1).refuses(Article.self))
    #expect(judge(probables: 1).motif?.issue.fr.contains("ne nomme personne") == true)
    #expect(judge(certains: 1).motif?.issue.fr.contains("ne nomme personne") == false)
  }

  @Test func `le plus sûr se dit d’abord`() {
    #expect(judge(certains: 1, probables: 3) == judge(certains: 1))
    #expect(judge(certains: 1, probables: 1, fichier: true) == judge(fichier: true))
    #expect(judge(fichier: true).refuses(Article.self))
    #expect(Set([judge(certains: 1), judge(probables: 1), judge(fichier: true)].map(\.motif?.pourquoi)).count == 3)
  }

  @Test(arguments: [0, 1, 2, 40], [0, 1, 2, 40])
  func `il n’y a pas d’envoi tel quel, ni conseil, ni attente`(_ certains: Int, _ probables: Int) {
    for fichier in [false, true] {
      let verdict = judge(certains: certains, probables: probables, fichier: fichier)
      if certains + probables == 0 && !fichier {
        #expect(verdict == .allow)
      } else {
        #expect(verdict.refuses(Article.self))
      }
    }
  }

  @Test func `aucune valeur n’adoucit la règle`() {
    for p in [Parametres.ailleurs, .plusHaut] {
      #expect(Article.judge(.init(certains: 1, probables: 0), p) == judge(certains: 1))
      #expect(Article.judge(.init(certains: 0, probables: 1), p) == judge(probables: 1))
    }
  }
}
