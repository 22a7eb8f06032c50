import Chartes
import Html
import Testing

@Suite struct RendreAutonomeTests {
  private typealias Article = RendreAutonome

  private func open(_ places: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.ouvrir(places: places), p)
  }

  private func enrol(_ inscrits: Int, _ enAttente: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.inscrire(inscrits: inscrits, places: 8, enAttente: enAttente), p)
  }

  private func help(_ pourDeSuite: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.aider(pourDeSuite: pourDeSuite), p)
  }

  @Test func `un atelier a d’une place au nombre signé`() {
    #expect(open(0).refuses(Article.self))
    #expect(open(-1) == open(0))
    #expect(open(1) == .allow)
    #expect(open(12) == .allow)
    #expect(open(13).refuses(Article.self))
    #expect(open(13) != open(0))
  }

  @Test func `les places suivent la charte signée`() {
    let p = Parametres().with(Article.places, 40)
    #expect(open(40, p) == .allow)
    #expect(open(41, p).motif?.pourquoi.fr.contains("40\u{a0}places") == true)
    #expect(open(0, p).motif?.issue.fr.contains("40\u{a0}places") == true)
  }

  @Test func `tant qu’il reste une place, on s’inscrit`() {
    #expect(enrol(0, 0) == .allow)
    #expect(enrol(7, 0) == .allow)
    #expect(enrol(7, 99) == .allow)
  }

  @Test func `l’atelier plein, la liste d’attente prend la suite et le dit`() {
    #expect(enrol(8, 0).advises(Article.self))
    #expect(enrol(8, 9) == enrol(8, 0))
    #expect(enrol(9, 0) == enrol(8, 0))
    #expect(enrol(8, 0).motif?.issue.fr.contains("prévenue") == true)
  }

  @Test func `la liste d’attente est bornée`() {
    #expect(enrol(8, 10).refuses(Article.self))
    #expect(enrol(8, 11) == enrol(8, 10))
    let p = Parametres().with(Article.attente, 1)
    #expect(enrol(8, 0, p).advises(Article.self))
    #expect(enrol(8, 1, p).motif?.pourquoi.fr.contains("1\u{a0}personne au plus") == true)
    #expect(enrol(8, 1, p).motif?.pourquoi.en.contains("1\u{a0}person.") == true)
  }

  @Test func `faire pour la personne plusieurs fois de suite appelle un conseil, jamais un refus`() {
    #expect(help(1) == .allow)
    #expect(help(2) == .allow)
    #expect(help(3).advises(Article.self))
    #expect(help(30) == help(3))
    #expect(help(3).motif?.issue.fr.contains("essayez avec elle") == true)
    let p = Parametres().with(Article.suite, 2)
    #expect(help(2, p).motif?.pourquoi.fr.contains("2\u{a0}fois") == true)
  }

  @Test func `réglée à une personne en attente, la charte parle au singulier`() {
    let texte = Article.texte(pour: .conseillerNumerique, Parametres().with(Article.attente, 1))
    #expect(texte?.fr.contains("1\u{a0}personne au plus") == true)
    #expect(texte?.en.contains("at most 1\u{a0}person.") == true)
  }
}
