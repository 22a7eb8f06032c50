import Temps
import Testing

@testable import Classeur

@Suite struct TexteTests {
  @Test func `un texte trop long finit par des points de suspension`() throws {
    let long = String(repeating: "é", count: 40_000)
    let lecture = try Lecture(
      Cahier(feuillets: [Feuillet(nom: "Essai", colonnes: [], lignes: [[.texte(long)]])]), .xlsx)
    #expect(lecture[0, 0].valeur == String(repeating: "é", count: 32_766) + "…")
  }

  @Test func `un texte qui tient n’est pas coupé`() {
    #expect("abc".cut(to: 3) == "abc")
    #expect("abcd".cut(to: 3) == "ab…")
    #expect("ééé".cut(to: 3) == "ééé")
  }

  @Test func `un signe n’est jamais coupé en deux`() {
    #expect("ab👩🏽‍🚀".cut(to: 5) == "ab…")
    #expect("👩🏽‍🚀".cut(to: 2) == "…")
  }

  @Test func `les colonnes portent des lettres`() {
    let letters = [0, 25, 26, 51, 701, 702, 16_383].map { String(decoding: XlsxFeuillet.letters($0), as: UTF8.self) }
    #expect(letters == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"])
  }

  @Test func `une colonne est large comme ce qu’elle porte, sans prendre l’écran`() {
    let feuillet = Feuillet(
      nom: "Essai", colonnes: ["A", "Une entête assez longue", "B", "C"],
      lignes: [
        [
          .nombre(1), .vide, .texte(String(repeating: "x", count: 300)), .texte("dix signes\net deux"),
          .jour(Jour(number: 0)),
        ]
      ])
    #expect(feuillet.largeurs == [8, 25, 60, 12, 12])
  }
}
