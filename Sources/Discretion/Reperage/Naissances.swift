/// Dates of birth: a date after the words that announce one.
enum Naissances {
  private static let annonces: Set<String> = ["nee", "nes", "nees", "naissance", "ddn", "naquit"]
  private static let mois: [String: Int] = [
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fev": 2, "fevr": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5,
    "juin": 6, "juillet": 7, "juil": 7, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11,
    "nov": 11, "decembre": 12, "dec": 12,
  ]

  static func find(in feuillet: Feuillet) -> [Marque] {
    var found: [Marque] = []
    for rang in feuillet.mots.indices {
      guard feuillet.mots[rang].sorte == .nombre, let end = date(from: rang, in: feuillet) else { continue }
      let announced = (max(0, rang - 7)..<rang).contains { announces($0, before: rang, in: feuillet) }
      let explained = (end..<min(feuillet.mots.count, end + 5)).contains { feuillet.mot($0) == "naissance" }
      guard announced || explained else { continue }
      found.append(Marque(feuillet.mots[rang].range.lowerBound..<feuillet.mots[end - 1].range.upperBound, .naissance))
    }
    return found
  }

  /// "né" with its accent; "ne" only just before the date ("ne le 12/04/87"), since it also denies.
  private static func announces(_ rang: Int, before date: Int, in feuillet: Feuillet) -> Bool {
    let word = feuillet.mot(rang)
    guard word == "ne" else { return annonces.contains(word) }
    if feuillet.pli.accents.contains(feuillet.mots[rang].range.upperBound - 1) { return true }
    return date - rang <= 2 && ["le", "en"].contains(feuillet.mot(rang + 1))
  }

  /// Past the last word of a date that begins here; nil when it is none.
  private static func date(from rang: Int, in feuillet: Feuillet) -> Int? {
    let first = feuillet.mot(rang)
    if let year = Int(first), year >= 1900, year < 2100 { return iso(from: rang, in: feuillet) }
    if first.utf8.count == 6 || first.utf8.count == 8, isCompact(first) { return rang + 1 }
    guard let day = Int(first.hasSuffix("er") ? String(first.dropLast(2)) : first), (1...31).contains(day) else {
      return nil
    }
    if mois[feuillet.mot(rang + 1)] != nil {
      let year = feuillet.mot(rang + 2) == "." ? rang + 3 : rang + 2
      return isYear(feuillet.mot(year)) ? year + 1 : nil
    }
    guard isSign(feuillet.mot(rang + 1)), let month = Int(feuillet.mot(rang + 2)), (1...12).contains(month),
      isSign(feuillet.mot(rang + 3)), isYear(feuillet.mot(rang + 4))
    else { return nil }
    return rang + 5
  }

  private static func iso(from rang: Int, in feuillet: Feuillet) -> Int? {
    guard isSign(feuillet.mot(rang + 1)), let month = Int(feuillet.mot(rang + 2)), (1...12).contains(month),
      isSign(feuillet.mot(rang + 3)), let day = Int(feuillet.mot(rang + 4)), (1...31).contains(day)
    else { return nil }
    return rang + 5
  }

  private static func isSign(_ word: String) -> Bool { ["/", ".", "-"].contains(word) }

  private static func isYear(_ word: String) -> Bool {
    guard let year = Int(word) else { return false }
    return word.utf8.count == 2 || (1900..<2100).contains(year)
  }

  /// "120487", "12041987".
  private static func isCompact(_ word: String) -> Bool {
    guard word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let day = Int(word.prefix(2)),
      let month = Int(word.dropFirst(2).prefix(2))
    else { return false }
    return (1...31).contains(day) && (1...12).contains(month)
  }
}
