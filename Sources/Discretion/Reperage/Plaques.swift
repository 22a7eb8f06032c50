/// Number plates of vehicles: AB-123-CD since 2009, 1234 AB 56 before.
enum Plaques {
  static func find(in feuillet: Feuillet, _ lexique: Lexique) -> [Marque] {
    let pli = feuillet.pli
    var found: [Marque] = []
    for i in 0..<pli.count where Lettre.isAlphanumeric(pli.lettres[i]) {
      guard i == 0 || !Lettre.isAlphanumeric(pli.lettres[i - 1]) else { continue }
      for forme in formes {
        guard let end = match(forme, from: i, in: pli) else { continue }
        let cue = Contexte(before: i, in: feuillet)
        let isPlate = isWritten(i..<end, in: pli) || cue.isPlate || isNoWord(i..<end, feuillet, lexique)
        guard isPlate, !cue.isSerial else { continue }
        found.append(Marque(i..<end, .plaque))
        break
      }
    }
    return found
  }

  private enum Part { case letters(ClosedRange<Int>), digits(ClosedRange<Int>) }

  private static let formes: [[Part]] = [
    [.letters(2...2), .digits(3...3), .letters(2...2)],
    [.digits(2...4), .letters(2...3), .digits(2...2)],
  ]

  /// Letters that look like digits are never used: I, O, U.
  private static func match(_ forme: [Part], from start: Int, in pli: Pli) -> Int? {
    var i = start
    for (rank, part) in forme.enumerated() {
      if rank > 0, i < pli.count, pli.lettres[i] == Lettre.tiret || pli.lettres[i] == Lettre.espace { i += 1 }
      let begin = i
      switch part {
      case .letters(let counts):
        while i < pli.count, i - begin < counts.upperBound, isPlateLetter(pli.lettres[i]) { i += 1 }
        guard counts.contains(i - begin) else { return nil }
      case .digits(let counts):
        while i < pli.count, i - begin < counts.upperBound, Lettre.isDigit(pli.lettres[i]) { i += 1 }
        guard counts.contains(i - begin) else { return nil }
      }
    }
    return i == pli.count || !Lettre.isAlphanumeric(pli.lettres[i]) ? i : nil
  }

  private static func isPlateLetter(_ unit: UInt16) -> Bool {
    unit >= 0x61 && unit <= 0x7A && !"iou".utf16.contains(unit)
  }

  /// "fb 482 ml" can be nothing else; "le 308 sw" and "de 150 mg" can.
  private static func isNoWord(_ range: Range<Int>, _ feuillet: Feuillet, _ lexique: Lexique) -> Bool {
    let first = feuillet.rang(at: range.lowerBound)
    guard let mot = feuillet.mots[safe: first], mot.sorte == .mot, mot.range.count == 2 else { return false }
    return !lexique[mot.empreinte].isCommon
  }

  /// In capitals, or with its hyphens.
  private static func isWritten(_ range: Range<Int>, in pli: Pli) -> Bool {
    let letters = range.filter { Lettre.isLetter(pli.lettres[$0]) }
    let hyphens = range.filter { pli.lettres[$0] == Lettre.tiret }.count
    return letters.allSatisfy { pli.capitale[$0] } || hyphens == 2
  }
}
