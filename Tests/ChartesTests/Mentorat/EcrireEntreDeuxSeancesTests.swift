import Chartes
import Html
import Temps
import Testing

@Suite struct EcrireEntreDeuxSeancesTests {
  private typealias Article = EcrireEntreDeuxSeances
  let seance = Instant.midi
  let fin = Instant.midi + .minutes(60)

  private func write(
    _ now: Instant, after precedente: Instant?, before prochaine: Instant?, synthese: Bool = false,
    _ p: Parametres = Parametres()
  ) -> Verdict {
    Article.judge(
      .ecrire(.init(precedente: precedente, prochaine: prochaine, syntheseAttendue: synthese), now: now), p)
  }

  private func form(_ binomes: Int, _ p: Parametres = Parametres()) -> Verdict {
    Article.judge(.former(binomes: binomes), p)
  }

  @Test func `quatre ouvertures pleines attendent au plus`() {
    #expect(Article.judge(.ajouter(enAttente: 11), Parametres()) == .allow)
    #expect(Article.judge(.ajouter(enAttente: 12), Parametres()).refuses(Article.self))
    #expect(Article.judge(.ajouter(enAttente: 12), Parametres().with(Article.messages, 4)) == .allow)
  }

  @Test func `sans aucune date, le fil ne s’ouvre pas`() {
    let verdict = write(seance, after: nil, before: nil)
    #expect(verdict.refuses(Article.self))
    #expect(verdict.motif?.pourquoi.fr.contains("pas encore de date") == true)
  }

  @Test func `avant la première séance, le fil attend qu’elle soit passée`() {
    for now in [seance - .days(3), seance - .milliseconds(1), seance, fin - .milliseconds(1)] {
      #expect(write(now, after: nil, before: seance).defers(Article.self) == fin)
    }
    #expect(write(seance, after: nil, before: seance).motif?.pourquoi.fr.contains("première séance") == true)
  }

  @Test func `le fil est fermé pendant la séance, de son début à sa dernière milliseconde`() {
    let next = seance + .days(14)
    for now in [seance, seance + .milliseconds(1), fin - .milliseconds(1)] {
      let verdict = write(now, after: seance, before: next)
      #expect(verdict.defers(Article.self) == fin)
      #expect(verdict.motif?.pourquoi.fr.contains("l’heure de votre séance") == true)
    }
    #expect(write(fin, after: seance, before: next) == .allow)
  }

  @Test func `la séance dure ce que dit la charte signée`() {
    let p = Parametres().with(Article.duree, 30)
    let (half, next) = (seance + .minutes(30), seance + .days(14))
    #expect(Article.fin(seance, p) == half)
    #expect(write(half - .milliseconds(1), after: seance, before: next, p).defers(Article.self) == half)
    #expect(write(half, after: seance, before: next, p) == .allow)
    #expect(write(seance, after: nil, before: seance, p).defers(Article.self) == half)
  }

  @Test func `après la séance, le fil attend sa synthèse puis sa date`() {
    let next = seance + .days(14)
    let both = write(fin, after: seance, before: nil, synthese: true)
    #expect(both.refuses(Article.self))
    #expect(both.motif?.pourquoi.fr.contains("synthèse") == true)
    #expect(write(fin, after: seance, before: next, synthese: true) == both)
    let undated = write(fin, after: seance, before: nil)
    #expect(undated.refuses(Article.self) && undated != both)
    #expect(undated == write(seance, after: nil, before: nil))
    #expect(write(fin, after: seance, before: next) == .allow)
  }

  @Test func `pendant la séance, la synthèse n’est pas encore due`() {
    let verdict = write(fin - .milliseconds(1), after: seance, before: nil, synthese: true)
    #expect(verdict.defers(Article.self) == fin)
  }

  @Test func `entre deux séances datées, on écrit à toute heure`() {
    let next = seance + .days(42)
    for now in [fin, seance + .days(1), next - .milliseconds(1)] {
      #expect(write(now, after: seance, before: next) == .allow)
    }
  }

  @Test func `un mentor accompagne autant de binômes que signé, et pas un de plus`() {
    #expect(form(0) == .allow)
    #expect(form(4) == .allow)
    #expect(form(5).refuses(Article.self))
    #expect(form(6).refuses(Article.self))
    let p = Parametres().with(Article.binomes, 12)
    #expect(form(11, p) == .allow)
    #expect(form(12, p).refuses(Article.self))
  }

  @Test func `le refus d’un binôme de plus dit le nombre signé`() {
    #expect(form(5).motif?.pourquoi.fr.hasSuffix("\u{a0}: 5.") == true)
    let full = form(12, Parametres().with(Article.binomes, 12)).motif?.pourquoi
    #expect(full?.fr.hasSuffix("\u{a0}: 12.") == true)
    #expect(full?.en.hasSuffix(": 12.") == true)
  }

  @Test(arguments: [Role.accompagne, .mentor, .coordinateur])
  func `réglée à un, la charte parle au singulier`(_ role: Role) throws {
    let p = Parametres().with(Article.binomes, 1).with(Article.messages, 1)
    let texte = try #require(Article.texte(pour: role, p))
    for plural in ["1 binômes", "1 messages", "1 de vos messages"] { #expect(!texte.fr.contains(plural)) }
    for plural in ["1 pairs", "1 messages", "1 of your messages"] { #expect(!texte.en.contains(plural)) }
  }
}
