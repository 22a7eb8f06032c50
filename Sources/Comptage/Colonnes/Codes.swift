/// One small number for each row: a place, an adviser, a day.
enum Codes: Sendable, Equatable {
  case plain([UInt16])
  /// Rows in a row that bear the same: where each run ends (the first row after it), and what it bears.
  case runs(ends: [UInt32], codes: [UInt16])

  init(_ values: [UInt16]) {
    var ends: [UInt32] = []
    var codes: [UInt16] = []
    for row in values.indices where row + 1 == values.count || values[row + 1] != values[row] {
      ends.append(UInt32(row + 1))
      codes.append(values[row])
    }
    self = ends.count * 6 < values.count * 2 ? .runs(ends: ends, codes: codes) : .plain(values)
  }

  /// Calls with each row and its code.
  func forEachRow(_ body: (Int, UInt16) -> Void) {
    switch self {
    case .plain(let values): for (row, code) in values.enumerated() { body(row, code) }
    case .runs(let ends, let codes):
      var row = 0
      for (end, code) in zip(ends, codes) {
        while row < end {
          body(row, code)
          row += 1
        }
      }
    }
  }

  /// Whether these are codes below `bound` for exactly so many rows.
  func fits(rows: Int, below bound: Int) -> Bool {
    switch self {
    case .plain(let values): values.count == rows && values.allSatisfy { $0 < bound }
    case .runs(let ends, let codes):
      ends.count == codes.count && Int(ends.last ?? 0) == rows && codes.allSatisfy { $0 < bound }
        && zip([0] + ends, ends).allSatisfy { $0 < $1 }
    }
  }

  var octets: Int {
    switch self {
    case .plain(let values): MemoryLayout<Codes>.size + 32 + values.count * 2
    case .runs(let ends, let codes): MemoryLayout<Codes>.size + 64 + ends.count * 4 + codes.count * 2
    }
  }
}
