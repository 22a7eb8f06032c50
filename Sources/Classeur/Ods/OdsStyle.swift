/// How a cell looks: its name in `styles.xml`.
///
/// Those that end in `Texte` carry the text format, so that a text that looks like a formula stays a text when somebody
/// edits the cell.
enum OdsStyle {
  static func texte(_ text: String, in rangee: Rangee) -> StaticString {
    let edited = text.readsAsFormula
    return switch rangee {
    case .entete: edited ? "EnteteTexte" : "Entete"
    case .tableau: edited ? "TableauTexte" : "Tableau"
    // A title or a filter runs over the cells beside it.
    case .preambule: edited ? "LibreTexte" : "Default"
    }
  }

  static var part: Xml {
    var xml = Xml.opened
    xml.raw("<office:document-styles ")
    xml.raw(namespaces)
    xml.raw(
      """
      <office:styles><number:text-style style:name="NTexte"><number:text-content/></number:text-style>\
      <number:date-style style:name="NJour" number:automatic-order="true"><number:day number:style="long"/>\
      <number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text>\
      <number:year number:style="long"/></number:date-style>\
      <style:style style:name="Default" style:family="table-cell"/>\
      <style:style style:name="LibreTexte" style:family="table-cell" style:parent-style-name="Default" \
      style:data-style-name="NTexte"/>\
      <style:style style:name="Tableau" style:family="table-cell" style:parent-style-name="Default">\
      <style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>\
      <style:style style:name="TableauTexte" style:family="table-cell" style:parent-style-name="Tableau" \
      style:data-style-name="NTexte"/>\
      <style:style style:name="Jour" style:family="table-cell" style:parent-style-name="Tableau" \
      style:data-style-name="NJour"/>\
      <style:style style:name="Entete" style:family="table-cell" style:parent-style-name="Tableau">\
      <style:table-cell-properties fo:background-color="#e8e8e8"/><style:text-properties fo:font-weight="bold"/>\
      </style:style>\
      <style:style style:name="EnteteTexte" style:family="table-cell" style:parent-style-name="Entete" \
      style:data-style-name="NTexte"/></office:styles></office:document-styles>
      """)
    return xml
  }

  /// Opens the content down to its first sheet; columns of one width share one style, `c` and that width.
  static func open(_ xml: inout Xml, widths: [Int]) {
    xml.raw("<office:document-content ")
    xml.raw(namespaces)
    xml.raw(
      """
      <office:automatic-styles><style:style style:name="Ligne" style:family="table-row">\
      <style:table-row-properties style:use-optimal-row-height="true"/></style:style>
      """)
    for width in widths {
      xml.raw("<style:style style:name=\"c")
      xml.number(width)
      xml.raw(#"" style:family="table-column"><style:table-column-properties style:column-width=""#)
      // A character of the usual size is about two millimetres wide.
      xml.number(width * 2)
      xml.raw(#"mm"/></style:style>"#)
    }
    xml.raw("</office:automatic-styles><office:body><office:spreadsheet>")
  }

  private static let namespaces: StaticString = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
    """
}
