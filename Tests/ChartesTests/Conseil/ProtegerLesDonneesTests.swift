import Chartes
import Html
import Temps
import Testing

@Suite struct ProtegerLesDonneesTests {
  private typealias Article = ProtegerLesDonnees

  /// In Paris.
  private func le(_ jour: String, _ minute: Int = 0) throws -> Instant {
    try #require(Jour(jour)?.instant(atMinute: minute, in: .paris))
  }

  private func judge(
    _ contact: Instant, _ now: Instant, prevenu: Instant? = nil, retenu: Bool = false, _ p: Parametres = Parametres()
  ) -> Verdict {
    Article.judge(.init(contact: contact, prevenu: prevenu, retenu: retenu, fuseau: .paris, now: now), p)
  }

  @Test func `un suivi s’efface quand ses mois sont entiers, à la milliseconde`() throws {
    let contact = try le("2027-02-01", 600)
    let (notice, end) = (try le("2029-01-03"), try le("2029-02-02"))
    let situation = Article.Situation(
      contact: contact, prevenu: notice, retenu: false, fuseau: .paris, now: contact)
    #expect(Article.terme(situation, Parametres()) == end)
    #expect(Article.effacement(situation, Parametres()) == end)
    #expect(judge(contact, notice - .milliseconds(1)) == .allow)
    #expect(judge(contact, notice).advises(Article.self))
    #expect(judge(contact, end - .milliseconds(1), prevenu: notice).advises(Article.self))
    #expect(judge(contact, end, prevenu: notice).refuses(Article.self))
  }

  @Test func `le 29 février compte vingt-quatre mois entiers`() throws {
    let contact = try le("2028-02-29", 1439)
    let prevenu = try le("2030-01-30")
    #expect(judge(contact, try le("2030-03-01") - .milliseconds(1), prevenu: prevenu).passes)
    #expect(judge(contact, try le("2030-03-01"), prevenu: prevenu).refuses(Article.self))
  }

  @Test func `un changement d’heure ne déplace pas le jour`() throws {
    // The clocks of Paris move on 28 March 2027 and on 25 March 2029.
    let contact = try le("2027-03-27", 720)
    let end = try le("2029-03-28")
    #expect(judge(contact, end - .milliseconds(1), prevenu: contact + .days(700)).passes)
    #expect(judge(contact, end, prevenu: contact + .days(700)).refuses(Article.self))
    let notice = try le("2029-02-26")
    #expect(judge(contact, notice - .milliseconds(1)) == .allow && judge(contact, notice).advises(Article.self))
  }

  @Test func `rien ne s’efface sans avoir été annoncé le temps signé`() throws {
    let contact = try le("2027-02-01", 600)
    let late = try le("2029-06-10", 300)
    #expect(judge(contact, late).advises(Article.self), "the server slept: the notice comes first")
    #expect(judge(contact, try le("2029-07-10") - .milliseconds(1), prevenu: late).advises(Article.self))
    #expect(judge(contact, try le("2029-07-10"), prevenu: late).refuses(Article.self))
  }

  @Test func `ce qui court encore retient l’effacement`() throws {
    let contact = try le("2027-02-01", 600)
    #expect(judge(contact, try le("2035-01-01"), prevenu: contact + .days(730), retenu: true) == .allow)
  }

  @Test func `le temps et l’avis suivent les valeurs signées`() throws {
    let p = Parametres().with(Article.conservation, 12).with(Article.avis, 7)
    let contact = try le("2028-02-29", 600)
    let (notice, end) = (try le("2029-02-22"), try le("2029-03-01"))
    #expect(judge(contact, notice - .milliseconds(1), p) == .allow)
    #expect(judge(contact, notice, p).advises(Article.self))
    #expect(judge(contact, end - .milliseconds(1), prevenu: notice, p).passes)
    #expect(judge(contact, end, prevenu: notice, p).refuses(Article.self))
    for words in [try #require(Article.texte(pour: .conseillerNumerique, p))] {
      #expect(words.fr.contains("12\u{a0}mois") && words.fr.contains("7\u{a0}jours"))
      #expect(words.en.contains("12\u{a0}months") && words.en.contains("7\u{a0}days"))
    }
  }
}
