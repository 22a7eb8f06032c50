extension Lot {
  /// Rows of a table, turned into columns. `lieux` and `conseillers` give the code of each code of the table.
  init(_ signe: Ligne.Signe, _ rows: [UInt32], of table: Table, lieux: [UInt16], conseillers: [UInt16]) {
    let tissage = Tissage(table: table, rows: rows)
    let (schema, layout) = (table.schema, table.layout)
    self.signe = signe
    rangs = rows.count
    jours = Codes(tissage.cells(layout.jour).map { UInt16($0) })
    self.conseillers = Codes(tissage.cells(layout.conseiller).map { conseillers[Int($0)] })
    self.lieux = Codes(tissage.cells(layout.lieu).map { lieux[Int($0)] })
    let (high, low) = (tissage.cells(layout.etiquettesHigh), tissage.cells(layout.etiquettesLow))
    etiquettes = tissage.columns(schema.etiquettes, of: zip(high, low).map { UInt64($0) << 32 | UInt64($1) })
    choix = schema.choix.enumerated().map { rang, values in
      tissage.columns(values - 1, of: tissage.cells(layout.choix + rang).map { $0 == 0 ? 0 : 1 << UInt64($0 - 1) })
    }
    mesures = (0..<schema.mesures).map { rang in
      let values = tissage.cells(layout.mesures + rang).map { UInt64($0) }
      return tissage.columns(64 - (values.max() ?? 0).leadingZeroBitCount, of: values)
    }
    poids = Poids(mesures.first ?? [], rows: rows.count)
  }
}

private struct Tissage {
  let table: Table
  let rows: [UInt32]

  /// One cell of each row.
  func cells(_ cell: Int) -> [UInt32] {
    let width = table.layout.width
    return table.cells.withUnsafeBufferPointer { cells in rows.map { cells[Int($0) * width + cell] } }
  }

  /// Turns values, one a row, into columns: the bit `i` of each value goes to the column `i`.
  func columns(_ count: Int, of values: [UInt64]) -> [Bits] {
    let height = Bits.words(for: rows.count)
    var words = [UInt64](repeating: 0, count: count * height)
    words.withUnsafeMutableBufferPointer { words in
      for (row, value) in values.enumerated() {
        var rest = value
        while rest != 0 {
          words[rest.trailingZeroBitCount * height + row >> 6] |= 1 << UInt64(row & 63)
          rest &= rest &- 1
        }
      }
    }
    return (0..<count).map { Bits(words[$0 * height..<($0 + 1) * height], rows: rows.count) }
  }
}
