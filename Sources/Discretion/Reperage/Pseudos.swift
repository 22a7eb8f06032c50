/// Names on networks: after "@", or after the name of a network.
enum Pseudos {
  private static let reseaux: Set<String> = [
    "insta", "instagram", "snap", "snapchat", "tiktok", "twitter", "telegram", "discord", "pseudo", "skype", "twitch",
    "mastodon", "threads", "bluesky", "ig",
  ]
  private static let liaisons: Set<String> = [
    ":", "c", "c'", "est", "=", "-", ">", "sous", "cest", "ces", "sur", "@", "pro", "perso", "mon", "son",
  ]

  /// "@name".
  static func written(in pli: Pli) -> [Marque] {
    var found: [Marque] = []
    for at in 0..<pli.count where pli.lettres[at] == UInt16(ascii: "@") {
      guard at == 0 || !Lettre.isAlphanumeric(pli.lettres[at - 1]) else { continue }
      let end = nameEnd(at + 1, in: pli)
      guard end - at > 2, (at + 1..<end).contains(where: { Lettre.isLetter(pli.lettres[$0]) }) else { continue }
      found.append(Marque(at..<end, .pseudo))
    }
    return found
  }

  /// "mon insta c'est name": before links are looked for, since a name may hold a dot.
  static func announced(in feuillet: Feuillet, _ lexique: Lexique) -> [Marque] {
    var found: [Marque] = []
    for rang in feuillet.mots.indices where reseaux.contains(feuillet.mot(rang)) {
      var next = rang + 1
      var linked = false
      while next < min(feuillet.mots.count, rang + 5), liaisons.contains(feuillet.mot(next)) {
        linked = true
        next += 1
      }
      guard linked, let mot = feuillet.mots[safe: next], mot.sorte != .signe else { continue }
      let start = mot.range.lowerBound
      let end = nameEnd(start, in: feuillet.pli)
      // A plain word of the language is no name: it needs a dot, a digit, an underscore, or to be unknown.
      let isMarked = (start..<end).contains { !Lettre.isLetter(feuillet.pli.lettres[$0]) }
      guard end - start > 2, isMarked || !lexique[mot.empreinte].isCommon else { continue }
      found.append(Marque(start..<end, .pseudo, isMarked ? .certaine : .probable))
    }
    return found
  }

  private static func nameEnd(_ start: Int, in pli: Pli) -> Int {
    var end = start
    while end < pli.count, Lettre.isAlphanumeric(pli.lettres[end]) || "._-".utf16.contains(pli.lettres[end]) {
      end += 1
    }
    while end > start, !Lettre.isAlphanumeric(pli.lettres[end - 1]), pli.lettres[end - 1] != UInt16(ascii: "_") {
      end -= 1
    }
    return end
  }
}
