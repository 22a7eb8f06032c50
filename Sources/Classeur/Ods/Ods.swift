/// A workbook as OpenDocument (ISO/IEC 26300, version 1.3).
struct Ods {
  private let feuillets: [Feuillet]

  /// - Parameter feuillets: at least one, each with a name spreadsheets accept.
  init(_ feuillets: [Feuillet]) { self.feuillets = feuillets }

  func bytes() throws(Archive.Failure) -> [UInt8] {
    let archive = try Archive()
    // First and as it is, so that whoever looks at the first bytes knows what file this is.
    var mimetype = Octets()
    mimetype.append(Format.ods.mediaType)
    try archive.add("mimetype", mimetype, stored: true)
    try archive.add("META-INF/manifest.xml", Self.manifest)
    try archive.add("meta.xml", Self.meta)
    try archive.add("styles.xml", OdsStyle.part)
    try archive.add("settings.xml", settings)
    try archive.add("content.xml", content)
    return try archive.bytes()
  }

  private static var manifest: Xml {
    var xml = Xml.opened
    xml.raw(
      """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
      <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
      manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>\
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
      <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
      <manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>\
      <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>
      """)
    return xml
  }

  /// No date, no name: the bytes say nothing of who asked for them, or when.
  private static var meta: Xml {
    var xml = Xml.opened
    xml.raw(
      """
      <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3">\
      <office:meta><meta:generator>Vademecum</meta:generator></office:meta></office:document-meta>
      """)
    return xml
  }

  private var content: Xml {
    let widths = feuillets.map(\.largeurs)
    var xml = Xml.opened
    OdsStyle.open(&xml, widths: Set(widths.joined()).sorted())
    for (feuillet, widths) in zip(feuillets, widths) {
      OdsFeuillet.append(feuillet, widths: widths, to: &xml)
    }
    xml.raw("</office:spreadsheet></office:body></office:document-content>")
    return xml
  }

  /// Keeps headers in sight, as LibreOffice notes it; others may ignore it.
  private var settings: Xml {
    var xml = Xml.opened
    xml.raw(
      """
      <office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" \
      office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings">\
      <config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>\
      <config:config-item config:name="ViewId" config:type="string">view1</config:config-item>\
      <config:config-item-map-named config:name="Tables">
      """)
    for feuillet in feuillets where feuillet.rowsInSight > 0 {
      freeze(feuillet.nom, rows: feuillet.rowsInSight, in: &xml)
    }
    xml.raw(
      """
      </config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>\
      </config:config-item-set></office:settings></office:document-settings>
      """)
    return xml
  }

  private func freeze(_ nom: String, rows: Int, in xml: inout Xml) {
    xml.raw("<config:config-item-map-entry config:name=\"")
    xml.text(nom)
    xml.raw(
      """
      "><config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>\
      <config:config-item config:name="VerticalSplitPosition" config:type="int">
      """)
    xml.number(rows)
    xml.raw(
      """
      </config:config-item><config:config-item config:name="ActiveSplitRange" config:type="short">2\
      </config:config-item><config:config-item config:name="PositionBottom" config:type="int">
      """)
    xml.number(rows)
    xml.raw("</config:config-item></config:config-item-map-entry>")
  }
}
