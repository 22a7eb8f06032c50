import Chartes
import Html
import Temps
import Testing

/// Acting under a mandate that was opened; `AgirSousMandatOuvertureTests` opens one.
@Suite struct AgirSousMandatTests {
  private typealias Article = AgirSousMandat
  let fin = Instant.midi + .days(31)

  private func act(_ now: Instant, revoque: Instant? = nil, couverte: Bool = true) -> Verdict {
    Article.judge(
      .agir(.init(now: now, debut: .midi, fin: fin, revoque: revoque, couverte: couverte)), Parametres())
  }

  @Test func `un mandat vaut de son début à la dernière milliseconde`() {
    #expect(act(.midi - .milliseconds(1)).refuses(Article.self))
    #expect(act(.midi) == .allow)
    #expect(act(fin - .milliseconds(1)) == .allow)
    #expect(act(fin).refuses(Article.self))
    #expect(act(fin + .seconds(1)) == act(fin))
    #expect(act(.midi - .milliseconds(1)) != act(fin))
  }

  @Test func `un retrait vaut dès son instant, et pas avant`() {
    let revoque = Instant.midi + .days(3)
    #expect(act(revoque - .milliseconds(1), revoque: revoque) == .allow)
    #expect(act(revoque, revoque: revoque).refuses(Article.self))
    #expect(act(revoque + .days(1), revoque: revoque) == act(revoque, revoque: revoque))
    #expect(act(revoque, revoque: revoque).motif?.pourquoi.fr.contains("retiré") == true)
  }

  @Test func `une démarche hors du mandat demande un nouveau mandat`() {
    #expect(act(.midi, couverte: false).refuses(Article.self))
    #expect(act(.midi, couverte: false).motif?.issue.fr.contains("nouveau mandat") == true)
  }

  @Test func `de plusieurs raisons, le temps se dit avant le retrait, le retrait avant la démarche`() {
    let revoque = Instant.midi - .days(1)
    #expect(act(.midi - .hours(1), revoque: revoque, couverte: false) == act(.midi - .hours(1)))
    #expect(act(fin, revoque: revoque, couverte: false) == act(fin))
    #expect(act(.midi, revoque: revoque, couverte: false) == act(.midi, revoque: revoque))
    let reasons = [act(.midi - .hours(1)), act(fin), act(.midi, revoque: revoque), act(.midi, couverte: false)]
    #expect(Set(reasons.map(\.motif?.pourquoi)).count == 4)
  }

  @Test func `aucune valeur réglée après coup ne prolonge un mandat`() {
    let usage = AgirSousMandat.Usage(now: fin, debut: .midi, fin: fin, revoque: nil, couverte: true)
    for p in [Parametres.ailleurs, .plusHaut] { #expect(Article.judge(.agir(usage), p) == act(fin)) }
  }

  @Test func `le texte dit ce qu’un mandat n’est pas`() throws {
    let texte = try #require(Article.texte(pour: .conseillerNumerique, Parametres()))
    for words in ["aucun droit devant une administration", "Aidants Connect", "mot de passe"] {
      #expect(texte.fr.contains(words), "\(words)")
    }
  }
}
