import Testing
import Troupe

@testable import WhatsApp

@Suite struct StatutTests {
  @Test func `dans n’importe quel ordre et répétés, les statuts mènent au même point`() {
    var hasard = Hasard(graine: 10)
    for _ in 0..<500 {
      let told = (0..<Int.random(in: 1...8, using: &hasard)).map { _ in
        (Statut.allCases.randomElement(using: &hasard)!, [131049, 130472, 131026].randomElement(using: &hasard)!)
      }
      let end = parcours(told)
      #expect(parcours(told.shuffled(using: &hasard)) == end)
      #expect(parcours(told + told.shuffled(using: &hasard)) == end)
    }
  }

  @Test func `l’échelle ne descend jamais`() {
    let ladder: [Statut] = [.envoye, .remis, .lu, .ecoute]
    var hasard = Hasard(graine: 11)
    for _ in 0..<200 {
      var parcours = Parcours()
      var highest = -1
      for _ in 0..<6 {
        parcours.note(Statut.allCases.randomElement(using: &hasard)!)
        let height = parcours.etape.flatMap(ladder.firstIndex) ?? -1
        #expect(height >= highest)
        highest = height
      }
    }
  }

  @Test func `un échec est dit à part, et n’efface pas une arrivée`() {
    var parcours = Parcours()
    parcours.note(.envoye)
    parcours.note(.echoue, code: 131049)
    #expect(parcours.estPerdu && parcours.echec == 131049 && parcours.etape == .envoye)
    parcours.note(.remis)
    #expect(!parcours.estPerdu && parcours.etape == .remis && parcours.echec == 131049)
    #expect(Parcours(etape: .echoue).etape == nil)
  }

  private func parcours(_ told: [(Statut, Int)]) -> Parcours {
    told.reduce(into: Parcours()) { $0.note($1.0, code: $1.1) }
  }
}
