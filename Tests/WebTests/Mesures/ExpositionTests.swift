import Base
import Html
import Testing

@testable import Web

@Suite struct ExpositionTests {
  private static let sens = Phrase("Ce que c’est.", "What it is.")

  @Test func `une mesure s’écrit comme Prometheus la lit`() {
    let grandeur = Grandeur(
      "essai_total", .counter, Self.sens,
      [Grandeur.Point([("route", "/choses/{id}"), ("status", "2xx")], 3), Grandeur.Point([("route", "-")], 0.5)])
    #expect(
      Exposition.text([grandeur]) == """
        # HELP essai_total Ce que c’est. / What it is.
        # TYPE essai_total counter
        essai_total{route="/choses/{id}",status="2xx"} 3
        essai_total{route="-"} 0.5

        """)
  }

  @Test func `ce qui couperait une ligne est protégé`() {
    let grandeur = Grandeur(
      "essai", .gauge, Phrase("Une\nligne \\", "x"), [Grandeur.Point([("mot", "a\"b\\c\nd")], 1)])
    #expect(
      Exposition.text([grandeur]) == #"""
        # HELP essai Une\nligne \\ / x
        # TYPE essai gauge
        essai{mot="a\"b\\c\nd"} 1

        """#)
  }

  @Test func `une mesure sans valeur ne s’écrit pas`() {
    #expect(Exposition.text([Grandeur("essai", .gauge, Self.sens, [])]).isEmpty)
  }

  @Test(arguments: [
    (0.0, "0"), (12, "12"), (-3, "-3"), (0.25, "0.25"), (1_795_906_800, "1795906800"), (.infinity, "+Inf"),
    (-.infinity, "-Inf"), (.nan, "NaN"),
  ]) func `un nombre s’écrit sans reste`(valeur: Double, texte: String) {
    #expect(Exposition.number(valeur) == texte)
  }

  @Test func `chaque classe d’un histogramme compte aussi les plus courtes`() {
    var histogramme = Histogramme(bornes: [0.1, 1])
    for seconds in [0.1, 0.5, 0.5, 3] { histogramme.add(seconds: seconds) }
    let lines = Exposition.text([.histogram("essai", Self.sens, histogramme)]).split(separator: "\n").dropFirst(2)
    #expect(
      Array(lines) == [
        "essai_bucket{le=\"0.1\"} 1", "essai_bucket{le=\"1\"} 3", "essai_bucket{le=\"+Inf\"} 4", "essai_sum 4.1",
        "essai_count 4",
      ])
  }
}
