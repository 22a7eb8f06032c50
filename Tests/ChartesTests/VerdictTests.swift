import Chartes
import Html
import Temps
import Testing

@Suite struct VerdictTests {
  let motif = SEngager.judge(.init(signedVersion: nil, currentVersion: 1), Parametres()).motif!
  let other = Remercier.judge(.init(tenue: true, mot: ""), Parametres()).motif!

  @Test func `de plusieurs verdicts, le plus strict l’emporte`() {
    let wait = Verdict.defer(until: .midi, motif)
    #expect(Verdict.strictest([]) == .allow)
    #expect(Verdict.strictest([.allow, .advise(motif), .allow]) == .advise(motif))
    #expect(Verdict.strictest([wait, .advise(motif)]) == wait)
    #expect(Verdict.strictest([.refuse(motif), wait, .allow]) == .refuse(motif))
  }

  @Test func `à égalité, le premier dit l’emporte, et l’attente la plus longue`() {
    #expect(Verdict.strictest([.refuse(motif), .refuse(other)]) == .refuse(motif))
    #expect(Verdict.strictest([.refuse(other), .refuse(motif)]) == .refuse(other))
    let (soon, late) = (Verdict.defer(until: .midi, motif), Verdict.defer(until: .midi + .hours(1), other))
    #expect(Verdict.strictest([soon, late]) == late)
    #expect(Verdict.strictest([late, soon]) == late)
  }

  @Test func `seuls un accord et un conseil laissent passer`() {
    #expect(Verdict.allow.passes && Verdict.allow.motif == nil)
    #expect(Verdict.advise(motif).passes)
    #expect(!Verdict.defer(until: .midi, motif).passes)
    #expect(!Verdict.refuse(motif).passes)
  }

  @Test func `un motif nomme son article`() {
    #expect(motif.cle == "s-engager")
    #expect(motif.titre == SEngager.titre)
    #expect(motif.pourquoi != motif.issue)
  }
}
