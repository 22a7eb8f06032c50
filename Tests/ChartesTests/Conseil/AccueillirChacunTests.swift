import Chartes
import Html
import Temps
import Testing

@Suite struct AccueillirChacunTests {
  private typealias Article = AccueillirChacun

  private func book(_ debut: Instant, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.rendezVous(debut: debut, now: .midi), p)
  }

  private func queue(_ enAttente: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.file(enAttente: enAttente), p)
  }

  @Test func `un rendez-vous se prend dès la prévenance, à la milliseconde`() {
    let first = Instant.midi + .hours(2)
    #expect(book(first) == .allow)
    #expect(book(first + .milliseconds(1)) == .allow)
    #expect(book(first - .milliseconds(1)).refuses(Article.self))
  }

  @Test func `un rendez-vous se prend jusqu’à l’horizon, à la milliseconde`() {
    let last = Instant.midi + .days(30)
    #expect(book(last - .milliseconds(1)) == .allow)
    #expect(book(last) == .allow)
    #expect(book(last + .milliseconds(1)).refuses(Article.self))
  }

  @Test func `trop tôt mène à la file, trop loin à un jour plus proche`() {
    let (soon, far) = (book(.midi + .minutes(5)), book(.midi + .days(90)))
    #expect(soon.motif?.issue.fr.contains("file") == true)
    #expect(far.motif?.issue.fr.contains("jour plus proche") == true)
    #expect(soon != far)
    #expect(book(.midi - .days(1)) == soon && book(.midi) == soon)
  }

  @Test func `les deux délais sont ceux de la charte signée`() {
    let p = Parametres().with(Article.prevenance, 24).with(Article.horizon, 7)
    #expect(book(.midi + .hours(24), p) == .allow)
    #expect(book(.midi + .hours(24) - .milliseconds(1), p).motif?.pourquoi.fr.contains("24\u{a0}heures") == true)
    #expect(book(.midi + .days(7), p) == .allow)
    #expect(book(.midi + .days(7) + .milliseconds(1), p).motif?.pourquoi.fr.contains("7\u{a0}jours") == true)
  }

  @Test func `la file accueille autant de personnes que signé, et pas une de plus`() {
    #expect(queue(0) == .allow)
    #expect(queue(29) == .allow)
    #expect(queue(30).refuses(Article.self))
    #expect(queue(31) == queue(30))
    #expect(queue(30).motif?.issue.fr.contains("Prenez un rendez-vous") == true)
    let p = Parametres().with(Article.file, 5)
    #expect(queue(4, p) == .allow)
    #expect(queue(5, p).motif?.pourquoi.fr.contains("5\u{a0}personnes") == true)
  }
}
