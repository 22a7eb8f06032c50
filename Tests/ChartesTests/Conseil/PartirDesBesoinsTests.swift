import Chartes
import Html
import Testing

@Suite struct PartirDesBesoinsTests {
  private typealias Article = PartirDesBesoins

  private func plan(_ besoins: Int, _ etapes: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.planifier(besoins: besoins, etapes: etapes), p)
  }

  private func close(_ besoins: Int) -> Verdict { Article.judge(.tenir(besoins: besoins), Parametres()) }

  @Test func `sans besoin écrit, aucun plan ne commence`() {
    #expect(plan(0, 0).refuses(Article.self))
    #expect(plan(0, 0).motif?.issue.fr.contains("avec ses mots") == true)
    #expect(plan(1, 0) == .allow)
  }

  @Test func `un plan compte autant d’étapes que signé, et pas une de plus`() {
    #expect(plan(1, 11) == .allow)
    #expect(plan(1, 12).refuses(Article.self))
    #expect(plan(3, 13) == plan(1, 12))
    #expect(plan(1, 12).motif?.pourquoi.fr.contains("12\u{a0}étapes") == true)
    let p = Parametres().with(Article.etapes, 3)
    #expect(plan(1, 2, p) == .allow)
    #expect(plan(1, 3, p).refuses(Article.self))
  }

  @Test func `le besoin se demande avant que l’on compte les étapes`() {
    #expect(plan(0, 12) == plan(0, 0))
    #expect(plan(0, 12) != plan(1, 12))
  }

  @Test func `une séance sans besoin écrit se ferme, avec un conseil`() {
    #expect(close(0).advises(Article.self))
    #expect(close(0).passes)
    #expect(close(1) == .allow)
    #expect(close(0).motif?.pourquoi != plan(0, 0).motif?.pourquoi)
  }
}
