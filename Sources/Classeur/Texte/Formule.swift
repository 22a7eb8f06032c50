extension String {
  /// A spreadsheet might run this text instead of showing it: a sign that opens a formula, even after blanks or in the
  /// wide forms that Excel folds, or a tab or line break in front, which some readers drop.
  ///
  /// On a text that is `cleaned`: a carriage return is a line break there.
  var readsAsFormula: Bool {
    guard let first = unicodeScalars.first else { return false }
    if first == "\t" || first == "\n" { return true }
    guard first.isInvisible || Self.openers.contains(first) else { return false }
    guard let sign = unicodeScalars.first(where: { !$0.isInvisible }) else { return false }
    return Self.openers.contains(sign)
  }

  private static let openers: [Unicode.Scalar] = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}

extension Unicode.Scalar {
  /// Blanks of every kind, and marks that take no room (U+200B, U+2060, U+FEFF…).
  fileprivate var isInvisible: Bool {
    // Nearly every text begins with one of these letters: Unicode's tables are not asked.
    if (0x21...0x7E).contains(value) || (0xC0..<0x0600).contains(value) { return false }
    return properties.isWhitespace || properties.generalCategory == .format
  }
}
