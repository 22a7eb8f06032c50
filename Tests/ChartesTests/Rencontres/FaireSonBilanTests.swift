import Chartes
import Html
import Temps
import Testing

@Suite struct FaireSonBilanTests {
  let now = Instant.midi

  private func judge(_ attendus: [Instant]) -> Verdict {
    FaireSonBilan.judge(.init(attendus: attendus, now: now), Parametres())
  }

  @Test func `sans bilan attendu, une nouvelle demande passe`() {
    #expect(judge([]) == .allow)
    #expect(judge([now + .days(3)]) == .allow)
  }

  @Test func `le bilan n’est en retard qu’après son terme`() {
    #expect(judge([now + .milliseconds(1)]) == .allow)
    #expect(judge([now]) == .allow)
    #expect(!judge([now - .milliseconds(1)]).passes)
  }

  @Test func `le motif compte les bilans et les jours du plus ancien`() {
    #expect(judge([now - .hours(23)]).motif?.pourquoi.fr == "1\u{a0}bilan reste à écrire.")
    let two = judge([now - .days(2), now + .days(1), now - .days(4)]).motif?.pourquoi
    #expect(two?.fr.hasPrefix("2\u{a0}bilans restent à écrire") == true)
    #expect(two?.fr.contains("4\u{a0}jours") == true)
    #expect(two?.en.contains("4\u{a0}days") == true)
  }

  @Test func `le terme vient de la charte signée`() {
    #expect(FaireSonBilan.echeance(fin: now, Parametres()) == now + .days(7))
    #expect(FaireSonBilan.echeance(fin: now, Parametres().with(FaireSonBilan.delai, 1)) == now + .days(1))
  }
}
