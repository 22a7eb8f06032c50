/// Passwords and codes given in a sentence.
enum Secrets {
  private static let annonces: Set<String> = [
    "mdp", "password", "digicode", "pin", "passcode", "motdepasse", "pwd", "wifi", "cadenas", "code", "codes", "passe",
    "puk",
  ]
  /// "Code" of these is no secret.
  private static let publics: Set<String> = [
    "article", "produit", "produits", "projet", "postal", "ape", "naf", "rome", "couleur", "couleurs", "travail",
    "civil",
    "route", "barre", "barres", "promo", "erreur", "source", "client", "commande", "reference", "penal", "commerce",
    "analytique",
  ]

  static func find(in feuillet: Feuillet) -> [Marque] {
    var found: [Marque] = []
    for rang in feuillet.mots.indices where annonces.contains(feuillet.mot(rang)) {
      let isPassword = feuillet.mot(rang) == "passe" && ["de", "2"].contains(feuillet.mot(rang - 1))
      guard feuillet.mot(rang) != "passe" || isPassword else { continue }
      let isCode = ["code", "codes", "digicode", "pin", "cadenas", "puk"].contains(feuillet.mot(rang))
      if isCode, (rang..<min(rang + 4, feuillet.mots.count)).contains(where: { publics.contains(feuillet.mot($0)) }) {
        continue
      }
      if let place = after(rang, isCode: isCode, in: feuillet) ?? (isCode ? nil : before(rang, in: feuillet)) {
        found.append(Marque(place, .secret, .probable))
      }
    }
    return found
  }

  /// The first chunk within ten words that no sentence would hold: letters and digits together, a sign inside; after
  /// "code", digits alone.
  private static func after(_ rang: Int, isCode: Bool, in feuillet: Feuillet) -> Range<Int>? {
    var next = rang + 1
    while let mot = feuillet.mots[safe: next], next <= rang + 10, mot.sorte != .ligne {
      let chunk = chunk(at: mot.range.lowerBound, in: feuillet.pli)
      let isStrong = strength(chunk, in: feuillet.pli) >= 2
      let isNumber =
        isCode && (4...8).contains(chunk.count)
        && chunk.allSatisfy {
          Lettre.isDigit(feuillet.pli.lettres[$0]) || "#*".utf16.contains(feuillet.pli.lettres[$0])
        }
      if isStrong || isNumber { return chunk }
      next = max(next + 1, feuillet.rang(at: chunk.upperBound))
    }
    return nil
  }

  private static func before(_ rang: Int, in feuillet: Feuillet) -> Range<Int>? {
    for previous in stride(from: rang - 1, to: max(-1, rang - 14), by: -1) {
      let chunk = chunk(at: feuillet.mots[previous].range.lowerBound, in: feuillet.pli)
      if strength(chunk, in: feuillet.pli) >= 3 { return chunk }
    }
    return nil
  }

  private static func chunk(at lettre: Int, in pli: Pli) -> Range<Int> {
    var start = lettre
    while start > 0, !isEdge(pli.lettres[start - 1]) { start -= 1 }
    var end = lettre
    while end < pli.count, !isEdge(pli.lettres[end]) { end += 1 }
    while end > start, ".:?".utf16.contains(pli.lettres[end - 1]) { end -= 1 }
    return start..<max(start, end)
  }

  private static func isEdge(_ unit: UInt16) -> Bool { Lettre.isSpace(unit) || "\",;()".utf16.contains(unit) }

  /// How many kinds of signs stand together: letters, digits, others inside. Hours, sums and dates have no letters.
  private static func strength(_ chunk: Range<Int>, in pli: Pli) -> Int {
    guard (4...64).contains(chunk.count) else { return 0 }
    let letters = chunk.filter { Lettre.isLetter(pli.lettres[$0]) }.count
    let digits = chunk.contains { Lettre.isDigit(pli.lettres[$0]) }
    let signs = chunk.dropFirst().contains { "!*#$%&@_+=?-".utf16.contains(pli.lettres[$0]) }
    guard letters > 0 else { return 0 }
    // "14h30", "3e", "10km": one letter or two after digits are a measure.
    if digits, letters <= 2, Lettre.isDigit(pli.lettres[chunk.lowerBound]), !signs,
      !chunk.contains(where: { pli.capitale[$0] })
    {
      return 0
    }
    return 1 + (digits ? 1 : 0) + (signs && digits ? 1 : 0)
  }
}
