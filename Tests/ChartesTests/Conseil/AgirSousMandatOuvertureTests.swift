import Chartes
import Html
import Testing

@Suite struct AgirSousMandatOuvertureTests {
  private typealias Article = AgirSousMandat

  private func open(
    risque: Bool = true, agent: Bool = true, exclusion: AgirSousMandat.Exclusion? = nil, duree: Int = 31,
    demarches: Int = 1, _ p: Parametres = Parametres()
  ) -> Verdict {
    Article.judge(
      .ouvrir(.init(risque: risque, agent: agent, exclusion: exclusion, duree: duree, demarches: demarches)), p)
  }

  @Test func `un droit en jeu, un agent demandé, une démarche et une durée, et le mandat s’ouvre`() {
    #expect(open() == .allow)
    #expect(open(demarches: 9) == .allow)
  }

  @Test func `sans risque de perdre un droit, on fait avec la personne`() {
    #expect(open(risque: false).refuses(Article.self))
    #expect(open(risque: false).motif?.issue.fr.contains("avec la personne") == true)
  }

  @Test func `l’agent se demande d’abord`() {
    #expect(open(agent: false).refuses(Article.self))
    #expect(open(agent: false).motif?.pourquoi.fr.contains("agent") == true)
  }

  @Test func `il faut au moins une démarche`() {
    #expect(open(demarches: 0).refuses(Article.self))
    #expect(open(demarches: 0).motif?.pourquoi.fr.contains("démarche") == true)
  }

  @Test(arguments: AgirSousMandat.Exclusion.allCases)
  func `qui ne peut pas donner de mandat est orienté`(_ exclusion: AgirSousMandat.Exclusion) {
    #expect(open(exclusion: exclusion).refuses(Article.self))
    let words = exclusion == .mineur ? "école" : "protège"
    #expect(open(exclusion: exclusion).motif?.issue.fr.contains(words) == true)
  }

  @Test func `seules les durées de la liste s’ouvrent`() {
    #expect(Article.durees == [1, 31, 182, 365])
    for duree in -1...400 {
      #expect((open(duree: duree) == .allow) == Article.durees.contains(duree), "\(duree)")
    }
    #expect(open(duree: 30).refuses(Article.self))
  }

  @Test func `la durée signée retire les plus longues`() {
    let p = Parametres().with(Article.duree, 182)
    #expect(open(duree: 182, p) == .allow)
    #expect(open(duree: 365, p).motif?.pourquoi.fr.contains("182\u{a0}jours") == true)
    let short = Parametres().with(Article.duree, 181)
    #expect(open(duree: 182, short).refuses(Article.self))
    #expect(open(duree: 1, Parametres().with(Article.duree, 1)) == .allow)
  }

  /// From the one that weighs most to the one that is easiest to mend.
  @Test func `de plusieurs raisons, la première de la liste se dit`() {
    let duree = open(duree: 2)
    let demarches = open(demarches: 0)
    let agent = open(agent: false)
    let risque = open(risque: false)
    let (mineur, protege) = (open(exclusion: .mineur), open(exclusion: .protege))
    #expect(Set([duree, demarches, agent, risque, mineur, protege].map(\.motif?.pourquoi)).count == 6)
    #expect(open(duree: 2, demarches: 0) == demarches)
    #expect(open(agent: false, duree: 2, demarches: 0) == agent)
    #expect(open(risque: false, agent: false, duree: 2, demarches: 0) == risque)
    #expect(open(risque: false, agent: false, exclusion: .protege, duree: 2, demarches: 0) == protege)
    #expect(open(risque: false, agent: false, exclusion: .mineur, duree: 2, demarches: 0) == mineur)
  }
}
