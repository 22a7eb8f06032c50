import Chartes
import Html
import Temps
import Testing

@Suite struct DemanderParInteretTests {
  private typealias Article = DemanderParInteret
  let now = Instant.midi

  private func reasons(
    motivation: String = String(repeating: "a", count: 40), ouvertes: Int = 0, deja: Bool = false, ceMois: Int = 0,
    plafond: Int? = nil, left: Duration = .hours(24), _ p: Parametres = Parametres()
  ) -> [String] {
    let situation = Article.Situation(
      motivation: motivation, ouvertes: ouvertes, dejaDemandee: deja, ceMois: ceMois, plafond: plafond,
      debut: now + left, now: now)
    let verdicts = Article.examine(situation, p)
    #expect(Article.judge(situation, p) == (verdicts.first ?? .allow))
    return verdicts.compactMap(\.motif?.pourquoi.fr)
  }

  @Test func `une demande qui respecte tout passe`() {
    #expect(reasons().isEmpty)
  }

  @Test func `la motivation se compte en caractères écrits`() {
    #expect(reasons(motivation: String(repeating: "é", count: 40)).isEmpty)
    #expect(reasons(motivation: String(repeating: "é", count: 39)).first?.contains("39\u{a0}caractères") == true)
    #expect(reasons(motivation: String(repeating: "a", count: 38) + "   \n  b").isEmpty)
    #expect(!reasons(motivation: "  " + String(repeating: "a", count: 39) + "  ").isEmpty)
    #expect(reasons(motivation: "", Parametres().with(Article.motivation, 0)).isEmpty)
  }

  @Test func `le nombre de demandes ouvertes a sa limite`() {
    #expect(reasons(ouvertes: 2).isEmpty)
    #expect(reasons(ouvertes: 3).first?.contains("3\u{a0}demandes ouvertes") == true)
    #expect(reasons(ouvertes: 3, Parametres().with(Article.ouvertes, 4)).isEmpty)
  }

  @Test func `une seule demande ouverte par personne`() {
    #expect(reasons(ouvertes: 1, deja: true).first?.contains("attend déjà") == true)
  }

  @Test func `le plafond du mois est celui de la personne, sinon celui de la charte`() {
    #expect(reasons(ceMois: 3).isEmpty)
    #expect(reasons(ceMois: 4).first?.contains("4\u{a0}rencontres") == true)
    #expect(reasons(ceMois: 5, plafond: 6).isEmpty)
    #expect(reasons(ceMois: 6, plafond: 6).first?.contains("6\u{a0}rencontres") == true)
    #expect(reasons(ceMois: 0, plafond: 0).count == 1)
    #expect(reasons(ceMois: 4, Parametres().with(Article.plafond, 5)).isEmpty)
  }

  @Test func `il faut du temps entre la demande et la rencontre`() {
    #expect(reasons(left: .hours(24)).isEmpty)
    #expect(reasons(left: .hours(24) - .milliseconds(1)).first?.contains("24\u{a0}heures") == true)
    #expect(reasons(left: .milliseconds(1)).first?.contains("moins de") == true)
    #expect(reasons(left: .zero).first?.contains("passée") == true)
    #expect(reasons(left: .hours(1), Parametres().with(Article.prevenance, 1)).isEmpty)
  }

  @Test func `toutes les raisons se disent ensemble, chacune avec son issue`() {
    #expect(reasons(motivation: "", ouvertes: 3, deja: true, ceMois: 4, left: .zero).count == 5)
  }

  @Test func `une demande prend fin au plus proche de ses deux termes`() {
    let p = Parametres()
    let far = now + .days(10)
    #expect(Article.echeance(envoi: now, debut: far, p) == now + .days(5))
    let limit = now + .days(5) + .hours(12)
    #expect(Article.echeance(envoi: now, debut: limit, p) == now + .days(5))
    #expect(Article.echeance(envoi: now, debut: limit - .milliseconds(1), p) == now + .days(5) - .milliseconds(1))
    #expect(Article.echeance(envoi: now, debut: now + .hours(24), p) == now + .hours(12))
  }

  @Test(arguments: [1, 2, 25, 336])
  func `une demande permise a toujours du temps devant elle`(_ prevenance: Int) {
    let p = Parametres().with(Article.prevenance, prevenance)
    let debut = now + .hours(prevenance)
    #expect(Article.echeance(envoi: now, debut: debut, p) > now)
    #expect(Article.echeance(envoi: now, debut: debut, p) < debut)
  }

  @Test func `le texte dit la marge qui s’applique`() {
    func text(_ hours: Int) -> String {
      Article.texte(pour: .expert, Parametres().with(Article.prevenance, hours))?.fr ?? ""
    }
    #expect(text(24).contains("12\u{a0}heures avant"))
    #expect(text(1).contains("tard 30\u{a0}minutes avant"))
    #expect(text(3).contains("1\u{a0}heure et 30\u{a0}minutes avant"))
  }
}
