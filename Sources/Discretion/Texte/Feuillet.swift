/// A text laid out for the finders: its folded letters and its words.
struct Feuillet {
  let pli: Pli
  let mots: [Mot]
  /// The folded letters of each word, made once: every finder asks for them.
  private let textes: [String]

  init(_ texte: String) {
    let pli = Pli(texte)
    let mots = pli.decoupe()
    self.pli = pli
    self.mots = mots
    textes = mots.map { pli.mots($0.range) }
  }

  /// The folded letters of a word; empty beyond the ends.
  func mot(_ rang: Int) -> String { rang >= 0 && rang < textes.count ? textes[rang] : "" }

  /// The word before this one; the dot of "M." is not one.
  func mot(before rang: Int) -> String { mot(mot(rang - 1) == "." ? rang - 2 : rang - 1) }

  /// Words that announce somebody.
  static let titres: Set<String> = [
    "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "docteur", "dr", "me", "maitre", "pr", "professeur",
  ]

  /// The first word that begins at this letter or after it.
  func rang(at lettre: Int) -> Int {
    var (low, high) = (0, mots.count)
    while low < high {
      let middle = (low + high) / 2
      if mots[middle].range.lowerBound < lettre { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Something found, in folded letters.
struct Marque: Equatable {
  var lettres: Range<Int>
  let sorte: Trouvaille.Sorte
  var certitude: Trouvaille.Certitude

  init(_ lettres: Range<Int>, _ sorte: Trouvaille.Sorte, _ certitude: Trouvaille.Certitude = .certaine) {
    self.lettres = lettres
    self.sorte = sorte
    self.certitude = certitude
  }
}
