/// The files a `Cahier` may become.
package enum Format: String, Sendable, CaseIterable {
  case csv, ods, xlsx

  /// For `Content-Type`.
  package var mediaType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .ods: "application/vnd.oasis.opendocument.spreadsheet"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }
}

extension Cahier {
  /// The whole file, in memory; the same workbook always gives the same bytes.
  ///
  /// CSV knows one table only: the first sheet. `Feuillet.csv` writes any of them.
  ///
  /// - Throws: `Debordement` when a sheet is larger than spreadsheets are (never for CSV), `Archive.Failure` when
  ///   memory lacks.
  package func bytes(_ format: Format) throws -> [UInt8] {
    switch format {
    case .csv: feuillets.first?.csv() ?? Csv.byteOrderMark
    case .ods: try Ods(accepted()).bytes()
    case .xlsx: try Xlsx(accepted()).bytes()
    }
  }
}

/// A sheet that spreadsheets would open cut short, without a word.
package enum Debordement: Error, Hashable {
  /// `count` includes what stands above the table.
  case lignes(feuillet: String, count: Int)
  case colonnes(feuillet: String, count: Int)

  package static let maxLignes = 1_048_576
  package static let maxColonnes = 16_384
}

extension Cahier {
  /// The sheets under names that spreadsheets accept, at least one, none too large.
  private func accepted() throws(Debordement) -> [Feuillet] {
    for feuillet in feuillets {
      let (rows, columns) = (feuillet.hauteur, feuillet.largeur)
      if rows > Debordement.maxLignes { throw .lignes(feuillet: feuillet.nom, count: rows) }
      if columns > Debordement.maxColonnes { throw .colonnes(feuillet: feuillet.nom, count: columns) }
    }
    var sheets = feuillets.isEmpty ? [Feuillet(nom: "", colonnes: [], lignes: [])] : feuillets
    for (index, nom) in NomsFeuillets.accepted(sheets.map(\.nom)).enumerated() { sheets[index].nom = nom }
    return sheets
  }
}
