import Chartes
import Html
import Testing

@Suite struct PasserLeRelaisTests {
  private typealias Article = PasserLeRelais

  private func refer(
    accord: Bool = true, habilitation: Bool = true, depuis: Int = 0, _ p: Parametres = Parametres()
  ) -> Verdict {
    Article.judge(.init(consentement: accord, habilitation: habilitation, verifieDepuis: depuis), p)
  }

  @Test func `avec l’accord de la personne et un service qualifié, l’orientation part`() {
    #expect(refer() == .allow)
  }

  @Test func `sans accord, rien ne part`() {
    #expect(refer(accord: false).refuses(Article.self))
    #expect(refer(accord: false).motif?.pourquoi.fr.contains("accord") == true)
  }

  @Test func `un service dont on ne sait pas pourquoi il est qualifié ne reçoit personne`() {
    #expect(refer(habilitation: false).refuses(Article.self))
    #expect(refer(habilitation: false) != refer(accord: false))
  }

  @Test func `l’accord se demande avant tout le reste`() {
    #expect(refer(accord: false, habilitation: false, depuis: 9999) == refer(accord: false))
    #expect(refer(habilitation: false, depuis: 9999) == refer(habilitation: false))
  }

  @Test func `un service vérifié il y a longtemps vaut un conseil, le lendemain du terme`() {
    #expect(refer(depuis: 365) == .allow)
    #expect(refer(depuis: 366).advises(Article.self))
    #expect(refer(depuis: 366).motif?.pourquoi.fr.contains("365\u{a0}jours") == true)
    let p = Parametres().with(Article.verification, 30)
    #expect(refer(depuis: 30, p) == .allow)
    #expect(refer(depuis: 31, p).advises(Article.self))
  }

  @Test func `réglée à une relance, la charte parle au singulier`() {
    let texte = Article.texte(pour: .conseillerNumerique, Parametres().with(Article.relances, 1))
    #expect(texte?.fr.contains("1\u{a0}relance au plus") == true)
    #expect(texte?.en.contains("at most 1\u{a0}reminder.") == true)
  }
}
