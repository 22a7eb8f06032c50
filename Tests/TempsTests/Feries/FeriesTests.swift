import Html
import Testing

@testable import Temps

@Suite struct FeriesTests {
  @Test(arguments: [
    (1818, 3, 22), (1886, 4, 25), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2019, 4, 21),
    (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2029, 4, 1), (2030, 4, 21),
    (2038, 4, 25), (2285, 3, 22),
  ]) func `Pâques tombe où on l’attend`(year: Int, month: Int, day: Int) {
    #expect(Jour.easter(of: year) == Jour(year: year, month: month, day: day))
  }

  @Test func `Pâques est toujours un dimanche, entre le 22 mars et le 25 avril`() {
    for year in 1583...9999 {
      let easter = Jour.easter(of: year)
      #expect(easter.weekday == 7 && easter.year == year)
      #expect((Jour(year: year, month: 3, day: 22)!...Jour(year: year, month: 4, day: 25)!).contains(easter))
    }
  }

  @Test func `onze jours en métropole, dans l’ordre`() {
    let days = Feries(.metropole).holidays(of: 2026).map(\.jour.iso)
    #expect(
      days == [
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14", "2026-08-15",
        "2026-11-01", "2026-11-11", "2026-12-25",
      ])
  }

  @Test func `le vendredi saint est affaire de commune, en Alsace-Moselle seulement`() throws {
    let friday = try #require(Jour(year: 2026, month: 4, day: 3))
    #expect(Feries(.alsaceMoselle).name(of: friday) == nil)
    #expect(Feries(.alsaceMoselle, vendrediSaint: true).name(of: friday)?.fr == "Vendredi saint")
    #expect(Feries(.metropole, vendrediSaint: true).name(of: friday) == nil)
    let second = try #require(Jour(year: 2026, month: 12, day: 26))
    #expect(Feries(.alsaceMoselle).name(of: second) != nil && Feries(.metropole).name(of: second) == nil)
  }

  @Test(arguments: [
    (Territoire.mayotte, 4, 27), (.martinique, 5, 22), (.guadeloupe, 5, 27), (.saintMartin, 5, 27), (.guyane, 6, 10),
    (.saintBarthelemy, 10, 9), (.reunion, 12, 20),
  ]) func `chaque territoire a son jour de l’abolition`(territoire: Territoire, month: Int, day: Int) throws {
    let jour = try #require(Jour(year: 2027, month: month, day: day))
    #expect(Feries(territoire).name(of: jour)?.fr == "Abolition de l’esclavage")
    #expect(Feries(.metropole).name(of: jour) == nil)
    #expect(Feries(territoire).holidays(of: 2027).count == 12)
  }
}
