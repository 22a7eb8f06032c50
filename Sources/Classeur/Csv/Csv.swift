import Temps

extension Feuillet {
  /// The sheet as CSV: RFC 4180 in UTF-8, with the semicolons and decimal commas of French spreadsheets, and a byte
  /// order mark without which Excel loses accents.
  ///
  /// Texts that a spreadsheet would run are defused with an apostrophe in front; numbers and days are left alone.
  ///
  /// - Parameter preambule: false gives the table alone, for programs that expect the header first.
  package func csv(preambule: Bool = true) -> [UInt8] {
    var csv = Csv()
    forEachRow { rangee, row in
      if preambule || rangee != .preambule { csv.append(row) }
    }
    return csv.bytes
  }
}

/// A CSV file as it is being written.
struct Csv {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private(set) var bytes = byteOrderMark

  mutating func append(_ row: [Cellule]) {
    for (column, cellule) in row.enumerated() {
      if column > 0 { bytes.append(UInt8(ascii: ";")) }
      append(cellule)
    }
    bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
  }

  private mutating func append(_ cellule: Cellule) {
    switch cellule {
    case .texte(let text): append(text.cleaned)
    case .nombre(let number): bytes.append(contentsOf: String(number).utf8)
    case .decimal(let number) where number.isFinite: bytes.append(contentsOf: number.withComma.utf8)
    case .jour(let jour): bytes.append(contentsOf: jour.iso.utf8)
    case .decimal, .vide: break
    }
  }

  private mutating func append(_ text: String) {
    let defused = text.readsAsFormula ? "'" + text : text
    guard defused.hasByte(where: Self.isSpecial) else { return bytes.append(contentsOf: defused.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in defused.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Other separators are quoted too: somebody may open the file with a comma or a tab.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",")
  }
}

extension Double {
  /// As French spreadsheets read it: "1.5" would be the first of May there.
  var withComma: String { String(written.map { $0 == "." ? "," : $0 }) }
}
