/// Telephone numbers of the French plan, and foreign ones with their prefix.
enum Telephones {
  static func find(_ runs: [Chiffres], in feuillet: Feuillet) -> [Marque] {
    runs.flatMap { find($0, in: feuillet) }
  }

  private static func find(_ run: Chiffres, in feuillet: Feuillet) -> [Marque] {
    let d = run.valeurs
    let first = run.places[0]
    let cue = Contexte(before: first, in: feuillet)
    if let plus = plus(before: first, in: feuillet.pli) { return international(run, from: plus) }
    if d.count >= 12, d[0] == 0, d[1] == 0, let length = length(Array(d.dropFirst(2))) {
      return [Marque(run.lettres(0..<(2 + length)), .telephone)]
    }
    let national = national(run, cue)
    if !national.isEmpty { return national }
    // Without its first zero, when the words say that it is a telephone.
    if d.count == 9, cue.isPhone, d[0] == 6 || d[0] == 7 || run.fins.contains(1) {
      return [Marque(run.lettres(0..<9), .telephone)]
    }
    if d.count == 11, d[0] == 3, d[1] == 3, d[2] >= 1, cue.isPhone || run.fins.contains(2) {
      return [Marque(run.lettres(0..<11), .telephone)]
    }
    return []
  }

  /// Ten digits from a zero, between two groups; several may follow one another.
  private static func national(_ run: Chiffres, _ cue: Contexte) -> [Marque] {
    let d = run.valeurs
    guard !cue.isSerial || cue.isPhone || run.isGrouped && d.count == 10 else { return [] }
    var found: [Marque] = []
    var from = 0
    for start in run.debuts where start >= from && start + 10 <= d.count && d[start] == 0 && d[start + 1] >= 1 {
      guard run.ends(at: start + 10) else { continue }
      found.append(Marque(run.lettres(start..<(start + 10)), .telephone))
      from = start + 10
    }
    return found
  }

  /// The "+" before a number, with an opening bracket or a space between at most.
  private static func plus(before first: Int, in pli: Pli) -> Int? {
    var i = first - 1
    while i >= 0, i >= first - 2, pli.lettres[i] == UInt16(ascii: "(") || pli.lettres[i] == Lettre.espace { i -= 1 }
    return i >= 0 && pli.lettres[i] == UInt16(ascii: "+") ? i : nil
  }

  private static func international(_ run: Chiffres, from plus: Int) -> [Marque] {
    guard let length = length(run.valeurs) else { return [] }
    return [Marque(plus..<run.lettres(0..<length).upperBound, .telephone)]
  }

  /// Digits of a number with its country code; France first, where the trunk zero may stay in brackets.
  private static func length(_ d: [UInt8]) -> Int? {
    if d.count >= 11, d[0] == 3, d[1] == 3 {
      let national = d[2] == 0 ? 12 : 11
      return d.count >= national && (d[2] != 0 || d[3] != 0) ? national : nil
    }
    return d.count >= 8 ? min(d.count, 15) : nil
  }
}
