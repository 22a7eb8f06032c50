/// How a cell looks: its rank in the list of `part`.
///
/// The `Edited` ones keep a text that looks like a formula a text when somebody edits the cell (`quotePrefix`).
enum XlsxStyle: Int {
  case libre, libreEdited, tableau, tableauEdited, entete, enteteEdited, nombre, decimal, jour

  static func texte(_ text: String, in rangee: Rangee) -> XlsxStyle {
    let edited = text.readsAsFormula
    return switch rangee {
    case .entete: edited ? .enteteEdited : .entete
    case .tableau: edited ? .tableauEdited : .tableau
    // A title or a filter runs over the cells beside it; only line breaks need the room of several lines.
    case .preambule where text.hasByte(where: { $0 == UInt8(ascii: "\n") }): edited ? .tableauEdited : .tableau
    case .preambule: edited ? .libreEdited : .libre
    }
  }

  /// Formats 1 and 14 are Excel's own: whole numbers in full, and a date as its reader's country writes it.
  static var part: Xml {
    var xml = Xml.opened
    xml.raw(
      """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
      <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFE8E8E8"/><bgColor indexed="64"/></patternFill></fill>\
      </fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">\
      <alignment vertical="top" wrapText="1"/></xf>\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">\
      <alignment vertical="top" wrapText="1"/></xf>\
      <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">\
      <alignment vertical="top" wrapText="1"/></xf>\
      <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyFont="1" applyFill="1" \
      applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
      <xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">\
      <alignment vertical="top"/></xf>\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>\
      <xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">\
      <alignment vertical="top"/></xf>\
      </cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """)
    return xml
  }
}
