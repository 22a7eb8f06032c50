/// Links: a scheme, "www.", or a domain with a path.
enum Liens {
  private static let domaines: Set<String> = [
    "fr", "com", "net", "org", "eu", "info", "gouv", "app", "dev", "bzh", "paris", "uk", "be", "ch", "lu", "ca",
  ]
  /// Also words or abbreviations: a path must follow.
  private static let courts: Set<String> = [
    "io", "co", "me", "de", "es", "it", "tv", "ly", "gg", "re", "pm", "nc", "pf", "ai",
  ]

  static func find(in feuillet: Feuillet) -> [Marque] {
    let pli = feuillet.pli
    var found: [Marque] = []
    var i = 0
    while i < pli.count {
      guard i == 0 || isBoundary(pli.lettres[i - 1]), !isBoundary(pli.lettres[i]) else {
        i += 1
        continue
      }
      var end = i
      while end < pli.count, !isBoundary(pli.lettres[end]) { end += 1 }
      let last = trimmed(i..<end, in: pli)
      if last > i, isLink(pli.mots(i..<last)) { found.append(Marque(i..<last, .url)) }
      i = end
    }
    return found + said(in: feuillet)
  }

  /// "vannerie tiret ganel point fr", "double v double v…": a site said aloud.
  private static func said(in feuillet: Feuillet) -> [Marque] {
    var found: [Marque] = []
    for rang in feuillet.mots.indices.dropFirst(2) {
      guard feuillet.mot(rang - 1) == "point", ["fr", "com", "org", "net"].contains(feuillet.mot(rang)) else {
        continue
      }
      var first = rang - 2
      while first >= 2, first > rang - 12, ["tiret", "point", "slash"].contains(feuillet.mot(first - 1)) { first -= 2 }
      while first > 0, first > rang - 24, ["double", "v"].contains(feuillet.mot(first - 1)) { first -= 1 }
      guard feuillet.mots[first].sorte == .mot else { continue }
      found.append(
        Marque(feuillet.mots[first].range.lowerBound..<feuillet.mots[rang].range.upperBound, .url, .probable))
    }
    return found
  }

  private static func isBoundary(_ unit: UInt16) -> Bool {
    Lettre.isSpace(unit) || "\"<>()[]{},;|".utf16.contains(unit)
  }

  private static func trimmed(_ range: Range<Int>, in pli: Pli) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, ".!?:'*".utf16.contains(pli.lettres[end - 1]) { end -= 1 }
    return end
  }

  private static func isLink(_ text: String) -> Bool {
    for scheme in ["http://", "https://", "ftp://", "www."] where text.hasPrefix(scheme) {
      return text.utf8.count > scheme.utf8.count + 2
    }
    guard !text.contains("@"), text.utf8.count > 4, text.contains(".") else { return false }
    let parts = text.split(separator: "/", maxSplits: 1)
    guard let host = parts.first else { return false }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, labels.allSatisfy({ isLabel($0) }) else { return false }
    if domaines.contains(String(top)) { return labels[0].utf8.count > 1 }
    return parts.count == 2 && courts.contains(String(top))
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf16.allSatisfy { Lettre.isAlphanumeric($0) || $0 == Lettre.tiret }
      && label.contains { $0.isLetter }
  }
}
