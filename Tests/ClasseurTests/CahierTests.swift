import Classeur
import Testing

@Suite struct CahierTests {
  private static let cahier = Cahier(feuillets: [
    Feuillet(nom: "Un", colonnes: ["A", "B"], lignes: [[.texte("é"), .nombre(1)], [.vide, .decimal(0.5)]])
  ])

  @Test(arguments: Format.allCases) func `le même cahier donne toujours les mêmes octets`(format: Format) throws {
    #expect(try Self.cahier.bytes(format) == Self.cahier.bytes(format))
  }

  @Test(arguments: [Format.ods, .xlsx]) func `une ligne de trop est dite, pas coupée`(format: Format) throws {
    let lignes = Array(repeating: [Cellule](), count: Debordement.maxLignes)
    let trop = Cahier(feuillets: [Feuillet(nom: "Long", colonnes: ["A"], lignes: lignes)])
    #expect(throws: Debordement.lignes(feuillet: "Long", count: 1_048_577)) { try trop.bytes(format) }
    #expect(throws: Never.self) { try trop.bytes(.csv) }
  }

  @Test(arguments: [Format.ods, .xlsx]) func `une colonne de trop est dite, pas coupée`(format: Format) throws {
    let ligne = Array(repeating: Cellule.vide, count: Debordement.maxColonnes + 1)
    let trop = Cahier(feuillets: [Feuillet(nom: "Large", colonnes: [], lignes: [ligne])])
    #expect(throws: Debordement.colonnes(feuillet: "Large", count: 16_385)) { try trop.bytes(format) }
  }

  @Test(arguments: [Format.ods, .xlsx]) func `une feuille pleine s’écrit`(format: Format) throws {
    let lignes = Array(repeating: [Cellule](), count: Debordement.maxLignes - 1)
    let plein = Cahier(feuillets: [Feuillet(nom: "Plein", colonnes: ["A"], lignes: lignes)])
    #expect(try !plein.bytes(format).isEmpty)
  }
}
