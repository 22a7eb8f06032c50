import Testing

@testable import Classeur

@Suite struct NomsFeuilletsTests {
  @Test(arguments: [
    ("Rencontres", "Rencontres"), ("2026/2027 [a]: b*c?\\", "2026-2027 -a-- b-c--"), ("  'Zoé'  ", "Zoé"),
    ("", "Feuille"), ("''", "Feuille"),
    ("a\nb\tc\u{0}", "a b c"), (":\u{301}", "-\u{301}"), ("History", "History (2)"),
  ]) func `un nom devient ce que les tableurs acceptent`(nom: String, attendu: String) {
    #expect(NomsFeuillets.accepted([nom]) == [attendu])
  }

  @Test func `deux feuillets n’ont jamais le même nom`() {
    let noms = NomsFeuillets.accepted(["Zoé", "ZOÉ", "zoé", "Zoé (2)"])
    #expect(noms == ["Zoé", "ZOÉ (2)", "zoé (3)", "Zoé (2) (2)"])
  }

  @Test func `un long nom est coupé, et reste unique`() {
    let noms = NomsFeuillets.accepted(Array(repeating: String(repeating: "👍", count: 40), count: 11))
    #expect(Set(noms).count == 11)
    #expect(noms.allSatisfy { $0.utf16.count <= 31 })
    #expect(noms[10].hasSuffix("👍 (11)"))
  }
}
