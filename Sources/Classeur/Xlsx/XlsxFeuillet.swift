import Temps

/// One sheet as a worksheet part.
struct XlsxFeuillet: ~Copyable {
  private var xml = Xml.opened
  private let references: [[UInt8]]
  private var row = 0

  static func part(_ feuillet: Feuillet, isFirst: Bool) -> Xml {
    var sheet = XlsxFeuillet(columns: feuillet.largeur)
    sheet.open(feuillet, isFirst: isFirst)
    feuillet.forEachRow { sheet.append($1, in: $0) }
    sheet.xml.raw("</sheetData></worksheet>")
    return sheet.xml
  }

  private init(columns: Int) {
    references = (0..<columns).map(Self.letters)
  }

  private mutating func open(_ feuillet: Feuillet, isFirst: Bool) {
    xml.raw(#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView"#)
    if isFirst { xml.raw(#" tabSelected="1""#) }
    xml.raw(#" workbookViewId="0">"#)
    freeze(feuillet.rowsInSight)
    xml.raw(#"</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#)
    open(columns: feuillet.largeurs)
    xml.raw("<sheetData>")
  }

  private mutating func freeze(_ rows: Int) {
    guard rows > 0 else { return }
    xml.raw("<pane ySplit=\"")
    xml.number(rows)
    xml.raw("\" topLeftCell=\"A")
    xml.number(rows + 1)
    xml.raw(#"" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>"#)
  }

  private mutating func open(columns widths: [Int]) {
    guard !widths.isEmpty else { return }
    xml.raw("<cols>")
    for (column, width) in widths.enumerated() {
      xml.raw("<col min=\"")
      xml.number(column + 1)
      xml.raw("\" max=\"")
      xml.number(column + 1)
      xml.raw("\" width=\"")
      xml.number(width)
      xml.raw(#"" customWidth="1"/>"#)
    }
    xml.raw("</cols>")
  }

  private mutating func append(_ cellules: [Cellule], in rangee: Rangee) {
    row += 1
    xml.raw("<row r=\"")
    xml.number(row)
    xml.raw("\">")
    for (column, cellule) in cellules.enumerated() {
      append(Valeur(cellule, limit: XlsxTexte.limit), at: references[column], in: rangee)
    }
    xml.raw("</row>")
  }

  private mutating func append(_ valeur: Valeur, at column: [UInt8], in rangee: Rangee) {
    switch valeur {
    case .vide: break
    case .texte(let text):
      open(column, .texte(text, in: rangee))
      xml.raw(text.endsOrStartsBlank ? #" t="inlineStr"><is><t xml:space="preserve">"# : #" t="inlineStr"><is><t>"#)
      xml.text(XlsxTexte.escape(text))
      xml.raw("</t></is></c>")
    case .nombre(let number):
      open(column, .nombre)
      xml.raw("><v>")
      xml.number(number)
      xml.raw("</v></c>")
    case .decimal(let number):
      open(column, .decimal)
      xml.raw("><v>")
      xml.number(number)
      xml.raw("</v></c>")
    case .jour(let jour):
      open(column, .jour)
      xml.raw("><v>")
      // Excel counts days from 30 December 1899.
      xml.number(jour.number + 25_569)
      xml.raw("</v></c>")
    }
  }

  private mutating func open(_ column: [UInt8], _ style: XlsxStyle) {
    xml.raw("<c r=\"")
    xml.letters(column)
    xml.number(row)
    xml.raw("\" s=\"")
    xml.number(style.rawValue)
    xml.raw("\"")
  }

  /// A… Z, AA… ZZ, AAA…
  static func letters(_ column: Int) -> [UInt8] {
    let letter = UInt8(ascii: "A") + UInt8(column % 26)
    return column < 26 ? [letter] : letters(column / 26 - 1) + [letter]
  }
}

/// Texts, as Office Open XML keeps them.
enum XlsxTexte {
  /// What a cell holds, in UTF-16 units.
  static let limit = 32_767

  /// `_x0041_` would be read back as "A": its first sign is written as its own number.
  static func escape(_ text: String) -> String {
    guard text.hasByte(where: { $0 == UInt8(ascii: "_") }) else { return text }
    return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }
}
