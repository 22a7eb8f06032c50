import Classeur
import Temps
import Testing

/// What is written, as other programs read it back.
@Suite struct LectureTests {
  static let formats: [Format] = [.ods, .xlsx]

  private static func cahier(_ cellules: [Cellule]) -> Cahier {
    Cahier(feuillets: [Feuillet(nom: "Essai", colonnes: ["Cellule"], lignes: cellules.map { [$0] })])
  }

  private static func lues(_ cellules: [Cellule], _ format: Format) throws -> [[String]] {
    Array(try Lecture(cahier(cellules), format).lignes.dropFirst())
  }

  @Test(arguments: formats) func `chaque texte est relu tel qu’il a été écrit`(format: Format) throws {
    let textes = [
      "Élève au collège de Saint-Étienne", "l’été d'Inès", "« entre guillemets » \"droits\"", "a < b && c > d",
      "👩🏽‍🚀 et 🇫🇷", "deux\nlignes", "une ligne\n\nsautée", "\nau début", "à la fin\n", "  deux espaces",
      "trois   au milieu",
      "à la fin ", " un seul", "_x0041_x0042_ et _x005F_", "007", "0612345678", "1,5",
      "2026-02-29", "vrai", "TRUE", "]]> <!-- & -->", "שלום", "e\u{301}", " \u{301}accent sur une espace",
    ]
    #expect(try Self.lues(textes.map { .texte($0) }, format) == textes.map { ["texte \($0)"] })
  }

  @Test func `une tabulation reste, ou devient une espace là où LibreOffice l’oublierait`() throws {
    #expect(try Self.lues([.texte("a\tb")], .xlsx) == [["texte a\tb"]])
    #expect(try Self.lues([.texte("a\tb\t")], .ods) == [["texte a b "]])
  }

  @Test(arguments: formats) func `un texte qui ressemble à une formule reste un texte`(format: Format) throws {
    let textes = ["=1+1", "+33 1 23", "-2", "@ici", "  =1+1", "＝1+1", "\n=1", "=HYPERLINK(\"http://x.test\")"]
    let lecture = try Lecture(Self.cahier(textes.map { .texte($0) }), format)
    #expect(lecture.lignes.dropFirst() == textes.map { ["texte \($0)"] }[...])
    #expect(textes.indices.allSatisfy { lecture[$0 + 1, 0].reste_texte })
    #expect(!lecture[0, 0].reste_texte)
  }

  @Test(arguments: formats) func `les nombres restent des nombres`(format: Format) throws {
    let cellules: [Cellule] = [
      .nombre(0), .nombre(-7), .nombre(999_999_999_999_999), .decimal(0.1), .decimal(-1.5e-7), .decimal(1e20),
    ]
    let lus = try Self.lues(cellules, format)
    #expect(lus.prefix(3) == [["nombre 0"], ["nombre -7"], ["nombre 999999999999999"]])
    #expect(lus.dropFirst(3).map { Double($0[0].dropFirst("nombre ".count)) } == [0.1, -1.5e-7, 1e20])
  }

  @Test(arguments: formats) func `un nombre trop long pour un tableur garde tous ses chiffres`(format: Format) throws {
    let lus = try Self.lues([.nombre(1_000_000_000_000_000), .nombre(.max), .nombre(.min)], format)
    #expect(lus == [["texte 1000000000000000"], ["texte \(Int.max)"], ["texte \(Int.min)"]])
  }

  @Test(arguments: formats) func `un jour est une date, le 29 février aussi`(format: Format) throws {
    let jours = ["2028-02-29", "2000-02-29", "1900-03-01", "1970-01-01", "9999-12-31"]
    #expect(try Self.lues(jours.map { .jour(Jour($0)!) }, format) == jours.map { ["jour \($0)"] })
  }

  @Test(arguments: formats) func `un jour que les tableurs ignorent reste lisible`(format: Format) throws {
    let jours = ["1900-02-28", "1789-07-14"]
    #expect(try Self.lues(jours.map { .jour(Jour($0)!) }, format) == jours.map { ["texte \($0)"] })
  }

  @Test(arguments: formats) func `un moment est un texte en temps universel`(format: Format) throws {
    let moment = Cellule.instant(Instant(milliseconds: 1_796_317_200_000))
    #expect(try Self.lues([moment], format) == [["texte 2026-12-03T17:00:00Z"]])
  }

  @Test(arguments: formats) func `ce qui est vide ou impossible laisse la case vide`(format: Format) throws {
    let ligne: [Cellule] = [.vide, .texte(""), .texte("\u{0}"), .decimal(.nan), .decimal(.infinity), .texte("fin")]
    let cahier = Cahier(feuillets: [Feuillet(nom: "Essai", colonnes: [], lignes: [ligne])])
    #expect(try Lecture(cahier, format).lignes == [["vide", "vide", "vide", "vide", "vide", "texte fin"]])
  }

  @Test(arguments: formats) func `les signes que XML refuse sont ôtés`(format: Format) throws {
    let texte = "a\u{0}b\u{8}c\u{1B}d\u{FFFE}e\u{FFFF}f\u{FEFF}g\r\nh\ri"
    #expect(try Self.lues([.texte(texte)], format) == [["texte abcdef\u{FEFF}g\nh\ni"]])
  }
}
