/// Which part of a sheet a row belongs to.
enum Rangee {
  case preambule, entete, tableau
}

extension Feuillet {
  private var entetes: Int { colonnes.isEmpty ? 0 : 1 }

  /// Rows above the header, the blank one included.
  private var rowsAbove: Int { preambule.isEmpty ? 0 : preambule.count + 1 }

  var hauteur: Int { rowsAbove + entetes + lignes.count }

  var largeur: Int { max(colonnes.count, preambule.lazy.map(\.count).max() ?? 0, lignes.lazy.map(\.count).max() ?? 0) }

  /// How many rows stay in sight when the table scrolls: down to the header. None below twenty, where they would fill
  /// a small screen and leave no room for the table.
  var rowsInSight: Int { entetes == 1 && rowsAbove < 20 ? rowsAbove + 1 : 0 }

  /// Every row in order, blank one included.
  func forEachRow(_ body: (Rangee, [Cellule]) -> Void) {
    for row in preambule { body(.preambule, row) }
    if !preambule.isEmpty { body(.preambule, []) }
    if !colonnes.isEmpty { body(.entete, colonnes.map { .texte($0) }) }
    for row in lignes { body(.tableau, row) }
  }

  /// Width of each column in characters, from its header and its first rows: enough to read, never a whole screen.
  var largeurs: [Int] {
    var widths = colonnes.map(\.longestLine)
    for row in lignes.prefix(500) {
      for (column, cellule) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cellule.width)
      }
    }
    return widths.map { min(max($0 + 2, 8), 60) }
  }
}

extension Cellule {
  fileprivate var width: Int {
    switch self {
    case .texte(let text): text.longestLine
    case .nombre(let number): String(number).utf8.count
    case .decimal(let number): number.written.utf8.count
    case .jour: 10
    case .vide: 0
    }
  }
}

extension String {
  fileprivate var longestLine: Int {
    unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).lazy.map(\.count).max() ?? 0
  }
}
