import Foundation
import Testing

@testable import Comptage

@Suite struct MoisTests {
  @Test func `chaque jour est du mois que dit le calendrier`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for jour in Array(stride(from: -50_000, to: 150_000, by: 97)) + Array(-400...400) + Array(19_700...20_500) {
      let date = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(jour) * 86_400))
      let (year, month, day) = try (
        #require(date.year), #require(date.month), #require(date.day)
      )
      #expect(Mois.of(jour: jour) == year * 12 + month - 1)
      #expect(Mois.firstDay(of: Mois.of(jour: jour)) == jour - day + 1)
    }
  }
}
