import Chartes
import Html
import Temps
import Testing

@Suite struct RelireSonCheminTests {
  private typealias Article = RelireSonChemin
  let contact = Instant.midi

  private func judge(_ now: Instant, kept conservation: Int = 730, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.init(dernierContact: contact, conservation: conservation, now: now), p)
  }

  @Test func `tout s’efface à la milliseconde du terme, jamais avant`() {
    let end = contact + .days(730)
    #expect(Article.effacement(.init(dernierContact: contact, conservation: 730, now: contact)) == end)
    #expect(judge(end - .milliseconds(1)).passes)
    #expect(judge(end).refuses(Article.self))
    #expect(judge(end + .milliseconds(1)).refuses(Article.self))
  }

  @Test func `l’avis vient au jour signé, et laisse lire`() {
    let notice = contact + .days(716)
    #expect(judge(contact) == .allow)
    #expect(judge(notice - .milliseconds(1)) == .allow)
    #expect(judge(notice).advises(Article.self))
    #expect(judge(notice).motif?.issue.fr.contains("Emportez-les") == true)
  }

  @Test func `l’avis suit la valeur signée`() {
    let p = Parametres().with(Article.avis, 7)
    let notice = contact + .days(723)
    #expect(judge(notice - .milliseconds(1), p) == .allow)
    #expect(judge(notice, p).advises(Article.self))
  }

  @Test func `la garde est celle que le binôme a signée, pas celle de la charte`() {
    let end = contact + .days(90)
    #expect(judge(end - .milliseconds(1), kept: 90).advises(Article.self))
    #expect(judge(end, kept: 90).refuses(Article.self))
    #expect(judge(end, kept: 91).passes)
    #expect(judge(end, kept: 90, Parametres().with(Article.conservation, 1095)) == judge(end, kept: 90))
  }

  @Test func `un nouveau contact repousse le terme d’autant`() {
    let late = contact + .days(700)
    let now = contact + .days(730)
    let verdict = Article.judge(.init(dernierContact: late, conservation: 730, now: now), Parametres())
    #expect(!judge(now).passes)
    #expect(verdict == .allow)
  }

  @Test func `prévenir et effacer se disent avec d’autres mots`() {
    #expect(judge(contact + .days(729)).motif?.pourquoi != judge(contact + .days(730)).motif?.pourquoi)
  }
}
