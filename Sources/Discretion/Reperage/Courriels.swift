/// E-mail addresses, written or said.
enum Courriels {
  static func find(in feuillet: Feuillet) -> [Marque] { written(in: feuillet.pli) + said(in: feuillet) }

  /// Words on each side of the sign: what is found stays in proportion to the text.
  private static let longest = 16

  private static func written(in pli: Pli) -> [Marque] {
    var found: [Marque] = []
    for at in 0..<pli.count where pli.lettres[at] == UInt16(ascii: "@") {
      var start = at
      while start > 0, isLocal(pli.lettres[start - 1]) { start -= 1 }
      var end = at + 1
      while end < pli.count, isDomain(pli.lettres[end]) { end += 1 }
      while end > at + 1, !Lettre.isAlphanumeric(pli.lettres[end - 1]) { end -= 1 }
      while start < at, !Lettre.isAlphanumeric(pli.lettres[start]) { start += 1 }
      let domain = pli.mots((at + 1)..<max(at + 1, end))
      guard start < at, domain.contains("."), let last = domain.split(separator: ".").last, last.utf8.count >= 2 else {
        continue
      }
      found.append(Marque(start..<end, .courriel))
    }
    return found
  }

  private static func isLocal(_ unit: UInt16) -> Bool { Lettre.isAlphanumeric(unit) || "._%+-".utf16.contains(unit) }

  private static func isDomain(_ unit: UInt16) -> Bool { Lettre.isAlphanumeric(unit) || ".-".utf16.contains(unit) }

  private static let arobases: Set<String> = ["arobase", "arobas", "arobaz", "@", "at", "chez"]
  private static let points: Set<String> = ["point", ".", "dot", "pt"]
  private static let traits: Set<String> = ["tiret", "-", "_", "underscore", "souligne", "moins", "barre"]
  private static let fournisseurs: Set<String> = [
    "gmail", "orange", "hotmail", "yahoo", "free", "outlook", "wanadoo", "laposte", "sfr", "icloud", "live", "proton",
    "protonmail", "bbox", "neuf", "msn",
  ]
  private static let domaines: Set<String> = [
    "fr", "com", "net", "org", "eu", "be", "ch", "info", "pro", "io", "bzh", "re", "me", "co", "lu", "ca", "nc", "pf",
  ]

  /// "lucie point hamelin arobase free point fr", "nom (at) domaine.fr", "nom @ domaine . fr".
  private static func said(in feuillet: Feuillet) -> [Marque] {
    var found: [Marque] = []
    for rang in feuillet.mots.indices {
      let word = feuillet.mot(rang)
      guard arobases.contains(word), let end = domain(from: rang + 1, in: feuillet),
        let start = local(before: rang, in: feuillet)
      else { continue }
      // "at" and "chez" are words: only a provider's name after them makes an address.
      let isStrong = word.hasPrefix("arob") || word == "@"
      guard isStrong || isBracketed(rang, in: feuillet) || word == "at" && end - rang > 2 else { continue }
      found.append(
        Marque(feuillet.mots[start].range.lowerBound..<feuillet.mots[end - 1].range.upperBound, .courriel))
    }
    return found
  }

  private static func isBracketed(_ rang: Int, in feuillet: Feuillet) -> Bool {
    ["(", "[", "{"].contains(feuillet.mot(rang - 1)) && [")", "]", "}"].contains(feuillet.mot(rang + 1))
  }

  /// Past the last word of the domain; nil when it is none.
  private static func domain(from start: Int, in feuillet: Feuillet) -> Int? {
    var rang = start
    while [")", "]", "}"].contains(feuillet.mot(rang)) { rang += 1 }
    guard let first = feuillet.mots[safe: rang], first.sorte == .mot || first.sorte == .nombre else { return nil }
    let isProvider = fournisseurs.contains(feuillet.mot(rang))
    var end = rang + 1
    while end < rang + longest {
      // "(dot)", "[point]": the brackets are part of the trick.
      if ["(", "[", "{"].contains(feuillet.mot(end)), points.contains(feuillet.mot(end + 1)),
        [")", "]", "}"].contains(feuillet.mot(end + 2)), domaines.contains(feuillet.mot(end + 3))
      {
        return end + 4
      }
      guard points.contains(feuillet.mot(end)) || traits.contains(feuillet.mot(end)),
        let part = feuillet.mots[safe: end + 1],
        part.sorte == .mot || part.sorte == .nombre
      else { break }
      let ends = points.contains(feuillet.mot(end)) && domaines.contains(feuillet.mot(end + 1))
      end += 2
      if ends { return end }
    }
    return isProvider ? rang + 1 : nil
  }

  /// The first word of what stands before the sign; a word alone, or several joined by "point", "tiret".
  private static func local(before arobase: Int, in feuillet: Feuillet) -> Int? {
    var rang = arobase - 1
    while ["(", "[", "{"].contains(feuillet.mot(rang)) { rang -= 1 }
    guard let last = feuillet.mots[safe: rang], last.sorte == .mot || last.sorte == .nombre else { return nil }
    while rang >= 2, rang > arobase - longest,
      points.contains(feuillet.mot(rang - 1)) || traits.contains(feuillet.mot(rang - 1)),
      let part = feuillet.mots[safe: rang - 2], part.sorte == .mot || part.sorte == .nombre
    {
      rang -= 2
    }
    // Spelled letter by letter.
    while rang > arobase - 2 * longest, feuillet.mot(rang).utf8.count == 1, feuillet.mot(rang - 1).utf8.count == 1,
      feuillet.mots[safe: rang - 1]?.sorte != .signe
    {
      rang -= 1
    }
    return rang
  }
}
