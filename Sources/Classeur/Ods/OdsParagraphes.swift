extension Xml {
  /// A text as OpenDocument keeps it: one `text:p` for each line, and elements for the spaces that XML readers fold.
  ///
  /// A tab becomes a space: LibreOffice drops `text:tab` from cells, and words would run together.
  mutating func paragraphs(_ cleaned: String) {
    guard cleaned.hasByte(where: { $0 < 0x20 }) else { return paragraph(cleaned) }
    for line in cleaned.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      paragraph(String(Substring(line)).replacing("\t", with: " "))
    }
  }

  private mutating func paragraph(_ line: String) {
    raw("<text:p>")
    if Self.hasFoldedSpaces(line) { runs(of: line) } else { text(line) }
    raw("</text:p>")
  }

  /// Words and spaces by turns, by Unicode scalars: a space that carries an accent is still folded.
  private mutating func runs(of line: String) {
    let scalars = line.unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      let isSpace = scalars[start] == " "
      let end = scalars[start...].firstIndex { ($0 == " ") != isSpace } ?? scalars.endIndex
      if isSpace { spaces(scalars[start..<end].count) } else { text(String(scalars[start..<end])) }
      start = end
    }
  }

  private mutating func spaces(_ count: Int) {
    raw("<text:s text:c=\"")
    number(count)
    raw("\"/>")
  }

  /// A space at either end or beside another.
  private static func hasFoldedSpaces(_ line: String) -> Bool {
    var afterSpace = true
    let isFolded = line.hasByte { byte in
      defer { afterSpace = byte == UInt8(ascii: " ") }
      return byte == UInt8(ascii: " ") && afterSpace
    }
    return isFolded || (afterSpace && !line.isEmpty)
  }
}
