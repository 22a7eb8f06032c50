import Temps

/// One sheet as a `table:table`.
enum OdsFeuillet {
  static func append(_ feuillet: Feuillet, widths: [Int], to xml: inout Xml) {
    xml.raw("<table:table table:name=\"")
    xml.text(feuillet.nom)
    xml.raw("\">")
    for width in widths {
      xml.raw("<table:table-column table:style-name=\"c")
      xml.number(width)
      xml.raw("\"/>")
    }
    // Those of the preamble, and of rows longer than the others; a table has at least one column and one row.
    for _ in widths.count..<max(feuillet.largeur, 1, widths.count) { xml.raw("<table:table-column/>") }
    if feuillet.hauteur == 0 { append([], in: .tableau, to: &xml) }
    feuillet.forEachRow { append($1, in: $0, to: &xml) }
    xml.raw("</table:table>")
  }

  private static func append(_ row: [Cellule], in rangee: Rangee, to xml: inout Xml) {
    // Printed again at the top of each page.
    if rangee == .entete { xml.raw("<table:table-header-rows>") }
    xml.raw(#"<table:table-row table:style-name="Ligne">"#)
    for cellule in row { append(Valeur(cellule), in: rangee, to: &xml) }
    if row.isEmpty { xml.raw("<table:table-cell/>") }
    xml.raw("</table:table-row>")
    if rangee == .entete { xml.raw("</table:table-header-rows>") }
  }

  private static func append(_ valeur: Valeur, in rangee: Rangee, to xml: inout Xml) {
    switch valeur {
    case .vide: return xml.raw("<table:table-cell/>")
    case .texte(let text):
      xml.raw("<table:table-cell table:style-name=\"")
      xml.raw(OdsStyle.texte(text, in: rangee))
      xml.raw(#"" office:value-type="string">"#)
      xml.paragraphs(text)
    case .nombre(let number):
      xml.raw(#"<table:table-cell table:style-name="Tableau" office:value-type="float" office:value=""#)
      xml.number(number)
      xml.raw("\"><text:p>")
      xml.number(number)
      xml.raw("</text:p>")
    case .decimal(let number):
      xml.raw(#"<table:table-cell table:style-name="Tableau" office:value-type="float" office:value=""#)
      xml.number(number)
      xml.raw("\"><text:p>")
      xml.text(number.withComma)
      xml.raw("</text:p>")
    case .jour(let jour):
      xml.raw(#"<table:table-cell table:style-name="Jour" office:value-type="date" office:date-value=""#)
      xml.text(jour.iso)
      xml.raw("\"><text:p>")
      xml.text(jour.iso)
      xml.raw("</text:p>")
    }
    xml.raw("</table:table-cell>")
  }
}
