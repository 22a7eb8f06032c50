/// A word, a number or a sign of a folded text.
struct Mot: Equatable {
  enum Sorte: UInt8 { case mot, nombre, signe, ligne }
  /// How it was written.
  enum Forme: UInt8 { case minuscule, initiale, capitales, melange, autre }

  let range: Range<Int>
  let sorte: Sorte
  let forme: Forme
  /// FNV-1a of the folded letters.
  let empreinte: UInt32
}

extension Pli {
  /// The words, numbers and signs in order. An elided article ("l'", "qu'") is a word of its own; a compound name
  /// ("marie-ange") is one word, but a pronoun after a verb ("dit-il") is not part of it.
  func decoupe() -> [Mot] {
    var mots: [Mot] = []
    mots.reserveCapacity(count / 5 + 4)
    var i = 0
    while i < count {
      let unit = lettres[i]
      if unit == Lettre.espace {
        i += 1
      } else if Lettre.isLetter(unit) {
        i = appendWord(from: i, to: &mots)
      } else if Lettre.isDigit(unit) {
        let end = numberEnd(i)
        mots.append(mot(i..<end, .nombre))
        i = end
      } else {
        mots.append(mot(i..<(i + 1), unit == Lettre.ligne ? .ligne : .signe))
        i += 1
      }
    }
    return mots
  }

  private func numberEnd(_ start: Int) -> Int {
    var end = start
    while end < count, Lettre.isAlphanumeric(lettres[end]) { end += 1 }
    return end
  }

  private func appendWord(from start: Int, to mots: inout [Mot]) -> Int {
    var end = start
    while end < count {
      if Lettre.isAlphanumeric(lettres[end]) {
        end += 1
      } else if lettres[end] == Lettre.apostrophe, end + 1 < count, Lettre.isLetter(lettres[end + 1]) {
        if !isInName(start..<end) {
          // "l'", "qu'": the article stands alone, the word begins after it.
          mots.append(mot(start..<(end + 1), .mot))
          return end + 1
        }
        end += 1
      } else if lettres[end] == Lettre.tiret, end + 1 < count, Lettre.isLetter(lettres[end + 1]),
        !isClitic(after: end + 1)
      {
        end += 1
      } else {
        break
      }
    }
    mots.append(mot(start..<end, .mot))
    return end
  }

  /// "N'Diaye", "O'Brien": a single capital before another is the beginning of a name; "aujourd'hui" is one word.
  private func isInName(_ prefix: Range<Int>) -> Bool {
    if prefix.count == 1, let first = prefix.first {
      let unit = lettres[first]
      let opensName = unit == UInt16(ascii: "n") || unit == UInt16(ascii: "o")
      return opensName && capitale[first] && prefix.upperBound + 2 < count && capitale[prefix.upperBound + 1]
        && !capitale[prefix.upperBound + 2]
    }
    return prefix.count == 7 && mots(prefix) == "aujourd" || prefix.count == 5 && mots(prefix) == "prudh"
  }

  private static let clitics: Set<String> = [
    "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "moi", "toi", "le", "la", "les", "lui", "leur",
    "en",
    "y", "ce", "t", "ci", "la", "meme", "memes",
  ]

  private func isClitic(after start: Int) -> Bool {
    var end = start
    while end < count, Lettre.isLetter(lettres[end]) { end += 1 }
    // A capital after the hyphen is a name: "Saint-Le", "Marie-La".
    return end - start <= 5 && !capitale[start] && Self.clitics.contains(mots(start..<end))
  }

  private func mot(_ range: Range<Int>, _ sorte: Mot.Sorte) -> Mot {
    Mot(range: range, sorte: sorte, forme: sorte == .mot ? forme(range) : .autre, empreinte: empreinte(range))
  }

  private func forme(_ range: Range<Int>) -> Mot.Forme {
    var letters = 0
    var capitals = 0
    for i in range where Lettre.isLetter(lettres[i]) {
      letters += 1
      if capitale[i] { capitals += 1 }
    }
    if capitals == 0 { return .minuscule }
    if capitals == letters { return letters == 1 ? .initiale : .capitales }
    return capitale[range.lowerBound] ? .initiale : .melange
  }

  func empreinte(_ range: Range<Int>) -> UInt32 {
    var hash = Empreinte()
    for i in range { hash.combine(lettres[i]) }
    return hash.value
  }
}

/// FNV-1a, 32 bits: the same in the program that trains and in the one that reads.
struct Empreinte {
  private(set) var value: UInt32 = 2_166_136_261

  mutating func combine(_ unit: UInt16) {
    value = (value ^ UInt32(unit & 0xFF)) &* 16_777_619
    if unit > 0xFF { value = (value ^ UInt32(unit >> 8)) &* 16_777_619 }
  }

  mutating func combine(_ other: UInt32) {
    value = (value ^ other) &* 16_777_619
    value ^= value >> 15
  }

  /// A row of a table of weights, for what stands under this number of template; the count of rows is a power of two.
  static func row(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32, among rows: Int) -> Int32 {
    var hash = Empreinte()
    hash.combine(template &* 0x9E37_79B9)
    hash.combine(a)
    hash.combine(b &+ 0x85EB)
    hash.combine(c &+ 0xC2B2)
    return Int32(truncatingIfNeeded: (hash.value ^ hash.value >> 13) & UInt32(rows - 1))
  }

  static func of(_ word: String) -> UInt32 {
    var hash = Empreinte()
    for unit in word.utf16 { hash.combine(unit) }
    return hash.value
  }
}
