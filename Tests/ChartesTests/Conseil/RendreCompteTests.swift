import Chartes
import Html
import Testing

@Suite struct RendreCompteTests {
  private typealias Article = RendreCompte

  private func report(_ jours: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.deposer(jours: jours), p)
  }

  private func receive(_ manquants: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.accueillir(manquants: manquants), p)
  }

  @Test func `un acte du jour a son compte rendu, un acte de demain pas encore`() {
    #expect(report(0) == .allow)
    #expect(report(-1).refuses(Article.self))
    #expect(report(-30) == report(-1))
  }

  @Test func `le temps laissé compte son dernier jour`() {
    #expect(report(60) == .allow)
    #expect(report(61).refuses(Article.self))
    #expect(report(61) != report(-1))
    #expect(report(61).motif?.issue.fr.contains("coordination") == true)
    let p = Parametres().with(Article.retard, 7)
    #expect(report(7, p) == .allow)
    #expect(report(8, p).motif?.pourquoi.fr.contains("7\u{a0}jours") == true)
  }

  @Test func `trop de comptes rendus manquants valent un conseil, et l’on reçoit quand même`() {
    #expect(receive(0) == .allow)
    #expect(receive(9) == .allow)
    #expect(receive(10).advises(Article.self))
    #expect(receive(99) == receive(10))
    #expect(receive(10).passes)
  }

  @Test func `réglé à un, le conseil parle au singulier`() {
    let p = Parametres().with(Article.manquants, 1)
    #expect(receive(0, p) == .allow)
    #expect(receive(1, p).motif?.pourquoi.fr.contains("1\u{a0}compte rendu manquant.") == true)
    #expect(receive(1, p).motif?.pourquoi.en.contains("1\u{a0}missing report.") == true)
  }
}
