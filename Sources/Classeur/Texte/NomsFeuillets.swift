/// Names of sheets as Excel and LibreOffice accept them.
enum NomsFeuillets {
  /// In UTF-16 units.
  static let limit = 31
  private static let forbidden: Set<Unicode.Scalar> = [":", "\\", "/", "?", "*", "[", "]"]

  /// One name for each, in order: never empty, never twice the same (case apart), no sign that has a meaning in a
  /// reference to a cell.
  static func accepted(_ noms: [String]) -> [String] {
    // Excel keeps this name for itself.
    var taken: Set<String> = ["history"]
    return noms.map { nom in
      let base = tidy(nom)
      var name = base
      var count = 1
      while !taken.insert(name.lowercased()).inserted {
        count += 1
        let suffix = " (\(count))"
        name = trim(base.cut(to: limit - suffix.utf16.count, ellipsis: "")) + suffix
      }
      return name
    }
  }

  private static func tidy(_ nom: String) -> String {
    let allowed = nom.cleaned.unicodeScalars.map { scalar -> Unicode.Scalar in
      if forbidden.contains(scalar) { return "-" }
      return scalar == "\n" || scalar == "\t" ? " " : scalar
    }
    let name = trim(trim(String(String.UnicodeScalarView(allowed))).cut(to: limit, ellipsis: ""))
    return name.isEmpty ? "Feuille" : name
  }

  /// Without the blanks and straight apostrophes at both ends.
  private static func trim(_ name: String) -> String {
    let isEdge = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "'" }
    let start = name.unicodeScalars.drop(while: isEdge)
    guard let last = start.lastIndex(where: { !isEdge($0) }) else { return "" }
    return String(start[...last])
  }
}
