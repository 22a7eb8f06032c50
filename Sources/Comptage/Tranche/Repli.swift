/// What is left of a table once pairs have cancelled each other: lots, and the names they use.
struct Repli {
  let lieux: [String]
  let conseillers: [String]
  let lots: [Lot]

  /// Rows of the same sign and the same order of size stand together: where everybody came alone, counting reports is
  /// counting people, and the many digits of a crowd are asked of few rows.
  private struct Sorte: Hashable {
    let signe: Ligne.Signe
    let ampleur: Int

    static let toutes = [Ligne.Signe.plus, .moins].flatMap { signe in (0..<3).map { Sorte(signe: signe, ampleur: $0) } }

    init(signe: Ligne.Signe, ampleur: Int) {
      self.signe = signe
      self.ampleur = ampleur
    }

    init(signe: Ligne.Signe, people: UInt32) {
      self.init(signe: signe, ampleur: people == 1 ? 0 : people < 32 ? 1 : 2)
    }
  }

  init(_ table: Table) throws {
    var table = table
    table.sortNames()
    let kept = Self.settle(table)
    let rows = kept.values.joined().map { Int($0) }
    let lieux = Usage(rows.lazy.map { table.cells[$0 * table.layout.width + table.layout.lieu] }, table.lieux.liste)
    let conseillers = Usage(
      rows.lazy.map { table.cells[$0 * table.layout.width + table.layout.conseiller] }, table.conseillers.liste)
    guard max(lieux.noms.count, conseillers.noms.count) <= UInt16.max else { throw ComptageError.tooManyNames }
    self.lieux = lieux.noms
    self.conseillers = conseillers.noms
    lots = Sorte.toutes.compactMap { sorte in
      kept[sorte].map { Lot(sorte.signe, $0, of: table, lieux: lieux.codes, conseillers: conseillers.codes) }
    }
  }

  /// The rows that stay, in order: of equal rows, as many as one sign has more than the other.
  private static func settle(_ table: Table) -> [Sorte: [UInt32]] {
    let order = table.order()
    let width = table.layout.width
    var kept: [Sorte: [UInt32]] = [:]
    var from = 0
    while from < order.count {
      let row = Int(order[from])
      var net = 0
      var end = from
      while end < order.count, end == from || table.same(row, Int(order[end])) {
        net += Int(table.signes[Int(order[end])].rawValue)
        end += 1
      }
      if net != 0 {
        let people = table.schema.mesures > 0 ? table.cells[row * width + table.layout.mesures] : 0
        let sorte = Sorte(signe: net > 0 ? .plus : .moins, people: people)
        kept[sorte, default: []].append(contentsOf: repeatElement(UInt32(row), count: abs(net)))
      }
      from = end
    }
    return kept
  }

  /// Names still in use, and the new code of each old one.
  private struct Usage {
    var noms: [String] = []
    var codes: [UInt16]

    init(_ used: some Sequence<UInt32>, _ liste: [String]) {
      var seen = [Bool](repeating: false, count: liste.count)
      for code in used { seen[Int(code)] = true }
      codes = Array(repeating: 0, count: liste.count)
      for code in liste.indices where seen[code] {
        codes[code] = UInt16(truncatingIfNeeded: noms.count)
        noms.append(liste[code])
      }
    }
  }
}

extension Table {
  /// The ranks of rows, sorted by what they say.
  fileprivate func order() -> [UInt32] {
    struct Key {
      let head: UInt64
      let row: UInt32
    }
    return cells.withUnsafeBufferPointer { cells in
      var keys = signes.indices.map { row in
        let start = row * layout.width
        let head =
          UInt64(cells[start + layout.jour]) << 58 | UInt64(cells[start + layout.conseiller]) << 29
          | UInt64(cells[start + layout.lieu])
        return Key(head: head, row: UInt32(row))
      }
      keys.sort { a, b in
        if a.head != b.head { return a.head < b.head }
        for cell in layout.choix..<layout.width {
          let (left, right) = (cells[Int(a.row) * layout.width + cell], cells[Int(b.row) * layout.width + cell])
          if left != right { return left < right }
        }
        return false
      }
      return keys.map(\.row)
    }
  }

  fileprivate func same(_ a: Int, _ b: Int) -> Bool {
    let width = layout.width
    return cells.withUnsafeBufferPointer { cells in
      (0..<width).allSatisfy { cells[a * width + $0] == cells[b * width + $0] }
    }
  }
}
