import Classeur
import Foundation
import Troupe

/// A workbook as openpyxl or odfpy read it: see `lire.py`.
struct Lecture: Decodable {
  struct Entree: Decodable, Equatable {
    let nom: String
    let comprime: Bool
    let date: [Int]
    /// Bytes of extra fields.
    let en_plus: Int
  }

  struct Feuille: Decodable {
    let nom: String
    /// The first row that scrolls, counted from 1.
    let gel: String
    let lignes: [[Case]]
  }

  struct Case: Decodable {
    let sorte: String
    let valeur: String
    let gras: Bool
    let reste_texte: Bool
    let a_la_ligne: Bool

    var lue: String { sorte == "vide" ? "vide" : "\(sorte) \(valeur)" }
  }

  let archive: [Entree]
  let feuillets: [Feuille]

  /// What one cell of the first sheet was read as, from 0.
  subscript(row: Int, column: Int) -> Case { feuillets[0].lignes[row][column] }

  /// Each row of the first sheet, without the empty cells at its end.
  var lignes: [[String]] {
    feuillets[0].lignes.map { row in
      let read = row.map(\.lue)
      return Array(read.prefix((read.lastIndex { $0 != "vide" } ?? -1) + 1))
    }
  }

  init(_ cahier: Cahier, _ format: Format) throws {
    let read = try Python.run("lire.py", [format.rawValue], input: Data(try cahier.bytes(format)))
    self = try JSONDecoder().decode(Self.self, from: read)
  }
}
