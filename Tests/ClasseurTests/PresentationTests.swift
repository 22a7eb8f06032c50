import Classeur
import Testing

/// How a sheet is laid out, as other programs see it.
@Suite struct PresentationTests {
  private static let cahier = Cahier(feuillets: [
    Feuillet(
      nom: "Rencontres: 2026/2027",
      preambule: [[.texte("Export des rencontres, qui dépasse sa colonne")], [.texte("Lieu"), .texte("Lyon")]],
      colonnes: ["Prénom", "=Note"],
      lignes: [[.texte("Inès"), .nombre(3)], [.texte("Zoé"), .nombre(0), .texte("de plus")]]),
    Feuillet(nom: "", colonnes: [], lignes: []),
  ])

  @Test(arguments: LectureTests.formats) func `le préambule est au-dessus, à une ligne de la table`(format: Format)
    throws
  {
    #expect(
      try Lecture(Self.cahier, format).lignes == [
        ["texte Export des rencontres, qui dépasse sa colonne"], ["texte Lieu", "texte Lyon"], [],
        ["texte Prénom", "texte =Note"], ["texte Inès", "nombre 3"], ["texte Zoé", "nombre 0", "texte de plus"],
      ])
  }

  @Test(arguments: LectureTests.formats) func `l’entête est grasse et reste à l’écran`(format: Format) throws {
    let lecture = try Lecture(Self.cahier, format)
    #expect(lecture[3, 0].gras && lecture[3, 1].gras && lecture[3, 1].reste_texte)
    #expect(!lecture[0, 0].gras && !lecture[4, 0].gras)
    #expect(lecture.feuillets.map(\.gel) == ["5", "1"])
  }

  @Test(arguments: LectureTests.formats) func `la table va à la ligne, un titre non`(format: Format) throws {
    let lecture = try Lecture(Self.cahier, format)
    #expect(!lecture[0, 0].a_la_ligne)
    #expect(lecture[3, 0].a_la_ligne && lecture[4, 0].a_la_ligne)
  }

  @Test(arguments: LectureTests.formats) func `un long préambule laisse la place à la table`(format: Format) throws {
    let haut = Array(repeating: [Cellule.texte("filtre")], count: 19)
    let court = Feuillet(nom: "a", preambule: Array(haut.dropLast()), colonnes: ["A"], lignes: [])
    let long = Feuillet(nom: "b", preambule: haut, colonnes: ["A"], lignes: [])
    #expect(try Lecture(Cahier(feuillets: [court, long]), format).feuillets.map(\.gel) == ["21", "1"])
  }

  @Test(arguments: LectureTests.formats) func `chaque feuillet a un nom que les tableurs acceptent`(format: Format)
    throws
  {
    #expect(try Lecture(Self.cahier, format).feuillets.map(\.nom) == ["Rencontres- 2026-2027", "Feuille"])
  }

  @Test(arguments: LectureTests.formats) func `un cahier sans feuillet s’ouvre quand même`(format: Format) throws {
    #expect(try Lecture(Cahier(feuillets: []), format).feuillets.map(\.nom) == ["Feuille"])
  }

  @Test(arguments: LectureTests.formats) func `rien dans l’archive ne dit quand elle est faite`(format: Format) throws {
    let entrees = try Lecture(Self.cahier, format).archive
    #expect(entrees.count >= 6)
    #expect(entrees.allSatisfy { $0.date == [1980, 1, 1, 0, 0, 0] && $0.en_plus == 0 })
  }

  @Test func `un fichier ODS dit ce qu’il est dès ses premiers octets`() throws {
    let bytes = try Self.cahier.bytes(.ods)
    #expect(String(decoding: bytes[30..<84], as: UTF8.self) == "mimetype" + Format.ods.mediaType)
    #expect(try Lecture(Self.cahier, .ods).archive[0].comprime == false)
  }
}
