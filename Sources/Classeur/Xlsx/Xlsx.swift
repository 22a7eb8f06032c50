/// A workbook as Office Open XML (ECMA-376), in the form Excel writes ("transitional").
struct Xlsx {
  private let feuillets: [Feuillet]

  /// - Parameter feuillets: at least one, each with a name spreadsheets accept.
  init(_ feuillets: [Feuillet]) { self.feuillets = feuillets }

  func bytes() throws(Archive.Failure) -> [UInt8] {
    let archive = try Archive()
    try archive.add("[Content_Types].xml", contentTypes)
    try archive.add("_rels/.rels", Self.packageLinks)
    try archive.add("xl/workbook.xml", workbook)
    try archive.add("xl/_rels/workbook.xml.rels", workbookLinks)
    try archive.add("xl/styles.xml", XlsxStyle.part)
    for (index, feuillet) in feuillets.enumerated() {
      try archive.add("xl/worksheets/sheet\(index + 1).xml", XlsxFeuillet.part(feuillet, isFirst: index == 0))
    }
    return try archive.bytes()
  }

  private var contentTypes: Xml {
    var xml = Xml.opened
    xml.raw(
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
      <Override PartName="/xl/styles.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
      """)
    for number in 1...feuillets.count {
      xml.raw("<Override PartName=\"/xl/worksheets/sheet")
      xml.number(number)
      xml.raw(
        """
        .xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        """)
    }
    xml.raw("</Types>")
    return xml
  }

  private static var packageLinks: Xml {
    var xml = Xml.opened
    xml.raw(
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="xl/workbook.xml"/></Relationships>
      """)
    return xml
  }

  private var workbook: Xml {
    var xml = Xml.opened
    xml.raw(
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <bookViews><workbookView/></bookViews><sheets>
      """)
    for (index, feuillet) in feuillets.enumerated() {
      xml.raw("<sheet name=\"")
      xml.text(feuillet.nom)
      xml.raw("\" sheetId=\"")
      xml.number(index + 1)
      xml.raw("\" r:id=\"rId")
      xml.number(index + 1)
      xml.raw("\"/>")
    }
    xml.raw("</sheets></workbook>")
    return xml
  }

  /// rId1… are the sheets; the styles come after them.
  private var workbookLinks: Xml {
    var xml = Xml.opened
    xml.raw(#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#)
    for number in 1...feuillets.count {
      xml.raw("<Relationship Id=\"rId")
      xml.number(number)
      xml.raw(
        """
        " Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
        Target="worksheets/sheet
        """)
      xml.number(number)
      xml.raw(".xml\"/>")
    }
    xml.raw("<Relationship Id=\"rId")
    xml.number(feuillets.count + 1)
    xml.raw(
      """
      " Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
      </Relationships>
      """)
    return xml
  }
}
