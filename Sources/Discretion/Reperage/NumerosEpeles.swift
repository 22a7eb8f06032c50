/// A telephone number said in words, wholly or in part: "zéro six, douze, trente-quatre…".
enum NumerosEpeles {
  static func find(in feuillet: Feuillet) -> [Marque] {
    var found: [Marque] = []
    var rang = 0
    while rang < feuillet.mots.count {
      guard let run = run(from: rang, in: feuillet) else {
        rang += 1
        continue
      }
      if run.spelled, isPhone(run.chunks),
        let first = feuillet.mots[safe: run.rangs.lowerBound], let last = feuillet.mots[safe: run.rangs.upperBound - 1]
      {
        found.append(Marque(first.range.lowerBound..<last.range.upperBound, .telephone))
      }
      rang = run.rangs.upperBound
    }
    return found
  }

  private struct Run {
    var rangs: Range<Int>
    /// What each word is worth: the digits it may stand for.
    var chunks: [String] = []
    var spelled = false
  }

  private static let between: Set<String> = [
    ",", ".", "-", "/", "puis", "et", "ensuite", "apres", "virgule", "espace", "point",
  ]

  private static func run(from start: Int, in feuillet: Feuillet) -> Run? {
    guard value(feuillet.mot(start), at: start, in: feuillet) != nil else { return nil }
    var run = Run(rangs: start..<start)
    var rang = start
    var gap = 0
    while rang < feuillet.mots.count, gap <= 1 {
      let word = feuillet.mot(rang)
      if let chunk = value(word, at: rang, in: feuillet) {
        run.chunks.append(chunk)
        if feuillet.mots[rang].sorte == .mot { run.spelled = true }
        run.rangs = start..<(rang + 1)
        gap = 0
      } else if between.contains(word) {
        gap += 1
        if word == "puis" || word == "ensuite" { run.spelled = true }
      } else {
        break
      }
      rang += 1
    }
    return run
  }

  private static func value(_ word: String, at rang: Int, in feuillet: Feuillet) -> String? {
    if feuillet.mots[safe: rang]?.sorte == .nombre {
      return word.utf8.count <= 4 && word.allSatisfy(\.isNumber) ? word : nil
    }
    if let known = mots[word] { return known }
    // "zéro-sept": said one after the other.
    let parts = word.split(separator: "-")
    let digits = parts.compactMap { mots[String($0)] }
    return parts.count > 1 && parts.count < 8 && digits.count == parts.count ? digits.joined() : nil
  }

  /// Ten digits from a zero; "soixante", "dix" may be 60 then 10, or 70.
  private static func isPhone(_ chunks: [String]) -> Bool {
    guard chunks.count <= 24 else { return false }
    if chunks.joined().count == 10 { return opens(chunks.joined()) }
    let joined = joinTens(chunks)
    return joined.count == 10 && opens(joined)
  }

  private static func opens(_ digits: String) -> Bool { digits.hasPrefix("0") && !digits.hasPrefix("00") }

  /// "trente" "quatre" read as 34, "quatre" "vingt" "dix" as 90.
  private static func joinTens(_ chunks: [String]) -> String {
    var out = ""
    var i = 0
    while i < chunks.count {
      var value = Int(chunks[i]) ?? 0
      let isWord = chunks[i].count <= 2
      if value == 4, i + 1 < chunks.count, chunks[i + 1] == "20" {
        value = 80
        i += 1
      }
      if isWord, value >= 20, value % 10 == 0, value < 100, i + 1 < chunks.count, let unit = Int(chunks[i + 1]),
        chunks[i + 1].count <= 2, unit > 0, unit < (value == 60 || value == 80 ? 20 : 10), !chunks[i + 1].hasPrefix("0")
      {
        value += unit
        i += 1
      }
      out += chunks[i].hasPrefix("0") && value < 10 ? chunks[i] : String(value)
      i += 1
    }
    return out
  }

  /// 0 to 99, as people spell them.
  private static let mots: [String: String] = {
    let small = [
      "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
      "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ]
    var table = Dictionary(uniqueKeysWithValues: small.enumerated().map { ($1, String($0)) })
    for (rank, ten) in ["vingt", "trente", "quarante", "cinquante", "soixante"].enumerated() {
      let value = (rank + 2) * 10
      table[ten] = String(value)
      for unit in 1..<10 {
        table["\(ten)-\(small[unit])"] = String(value + unit)
        if unit == 1 { table["\(ten)-et-un"] = String(value + 1) }
      }
    }
    for unit in 10..<20 {
      table["soixante-\(small[unit])"] = String(60 + unit)
      table["quatre-vingt-\(small[unit])"] = String(80 + unit)
    }
    for unit in 1..<10 { table["quatre-vingt-\(small[unit])"] = String(80 + unit) }
    table["soixante-et-onze"] = "71"
    table["quatre-vingt"] = "80"
    table["quatre-vingts"] = "80"
    table["septante"] = "70"
    table["huitante"] = "80"
    table["nonante"] = "90"
    return table
  }()
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
