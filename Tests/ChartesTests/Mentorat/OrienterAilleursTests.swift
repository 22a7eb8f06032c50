import Chartes
import Html
import Testing

@Suite struct OrienterAilleursTests {
  private typealias Article = OrienterAilleurs

  private func judge(_ besoin: OrienterAilleurs.Besoin, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.init(besoin: besoin), p)
  }

  @Test(arguments: OrienterAilleurs.Besoin.allCases)
  func `rien n’est jamais retenu`(_ besoin: OrienterAilleurs.Besoin) {
    #expect(judge(besoin).passes)
    #expect(judge(besoin, .ailleurs) == judge(besoin, .plusHaut))
  }

  @Test func `sans signe, rien n’est dit`() {
    #expect(judge(.aucun) == .allow)
  }

  @Test func `chaque besoin a ses mots`() {
    let needs = OrienterAilleurs.Besoin.allCases.filter { $0 != .aucun }
    #expect(needs.allSatisfy { judge($0).advises(Article.self) })
    #expect(Set(needs.map { judge($0).motif?.pourquoi }).count == needs.count)
    #expect(Set(needs.map { judge($0).motif?.issue }).count == needs.count)
  }

  @Test func `en danger, on appelle d’abord`() {
    #expect(judge(.danger).motif?.pourquoi.fr.contains("appelez tout de suite") == true)
    #expect(judge(.danger).motif?.pourquoi.en.contains("call straight away") == true)
  }

  @Test func `ce qui presse s’oriente, sans promettre une réponse plus rapide`() {
    #expect(judge(.urgence).motif?.pourquoi.fr == "Ici, personne ne lit tout de suite.")
    #expect(judge(.urgence).motif?.issue.fr.contains("sur place") == true)
  }

  @Test func `hors du champ, on peut l’écrire quand même`() {
    #expect(judge(.horsChamp).motif?.issue.fr.contains("l’écrire ici quand même") == true)
  }
}
