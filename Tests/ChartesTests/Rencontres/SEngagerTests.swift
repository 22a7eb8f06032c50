import Chartes
import Html
import Testing

@Suite struct SEngagerTests {
  private func judge(_ signed: Int?, _ current: Int) -> Verdict {
    SEngager.judge(.init(signedVersion: signed, currentVersion: current), Parametres())
  }

  @Test func `sans signature, rien de nouveau ne part`() {
    #expect(!judge(nil, 1).passes)
    #expect(judge(nil, 1).motif?.pourquoi.fr.contains("pas encore signé") == true)
  }

  @Test func `une version plus récente se signe, avec d’autres mots`() {
    #expect(!judge(1, 2).passes)
    #expect(judge(1, 2).motif?.pourquoi.fr.contains("a changé") == true)
    #expect(judge(1, 2) != judge(nil, 2))
  }

  @Test func `la version en cours, une fois signée, laisse faire`() {
    #expect(judge(1, 1) == .allow)
    #expect(judge(2, 2) == .allow)
    #expect(judge(3, 2) == .allow)
  }
}
