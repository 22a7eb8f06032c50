/// Social security numbers, bank cards, company numbers: proved by their key.
enum Numeros {
  static func find(_ runs: [Chiffres], in feuillet: Feuillet) -> [Marque] {
    corsican(in: feuillet) + runs.flatMap { run in find(run, in: feuillet) }
  }

  private static func find(_ run: Chiffres, in feuillet: Feuillet) -> [Marque] {
    let cue = Contexte(before: run.places[0], in: feuillet)
    let proved = proved(run, cue)
    return proved.isEmpty ? whole(run, cue, feuillet) : proved
  }

  /// Numbers with a valid key, wherever they begin and end with a group: a date may follow a card.
  private static func proved(_ run: Chiffres, _ cue: Contexte) -> [Marque] {
    var found: [Marque] = []
    var from = 0
    for start in run.debuts where start >= from {
      for length in [16, 15, 14] where start + length <= run.valeurs.count && run.ends(at: start + length) {
        guard let sorte = sorte(run.nombre(start..<(start + length)), cue) else { continue }
        found.append(Marque(run.lettres(start..<(start + length)), sorte))
        from = start + length
        break
      }
    }
    return found
  }

  private static func sorte(_ digits: [UInt8], _ cue: Contexte) -> Trouvaille.Sorte? {
    if digits.count == 15, isNir(digits, key: true) { return .securiteSociale }
    if isCard(digits, cue) { return .carteBancaire }
    let isSiret = digits.count == 14 && Cle.luhn(digits) && Cle.luhn(digits.prefix(9))
    return isSiret && digits.contains { $0 != 0 } && (!cue.isSerial || cue.isCompany) ? .siret : nil
  }

  /// Without a key: a run by itself, and words near it.
  private static func whole(_ run: Chiffres, _ cue: Contexte, _ feuillet: Feuillet) -> [Marque] {
    let count = run.valeurs.count
    if count == 15 || count == 13, isNir(run.valeurs, key: false), !cue.isSerial || cue.isSocial {
      return [Marque(run.lettres(0..<count), .securiteSociale, cue.isSocial ? .certaine : .probable)]
    }
    // Mistyped, but said to be a card.
    if count == 15 || count == 16, cue.isBank { return [Marque(run.lettres(0..<count), .carteBancaire, .probable)] }
    if count == 14, cue.isCompany { return [Marque(run.lettres(0..<14), .siret, .probable)] }
    if count == 9, isSiren(run, cue, feuillet) {
      return [Marque(run.lettres(0..<9), .siren, cue.isCompany ? .certaine : .probable)]
    }
    return []
  }

  /// Sex, year, month, department, commune, rank, key.
  private static func isNir(_ d: [UInt8], key: Bool) -> Bool {
    guard [1, 2, 3, 4, 7, 8].contains(d[0]) else { return false }
    let month = Int(d[3]) * 10 + Int(d[4])
    guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else { return false }
    guard key else { return d[0] <= 2 && (1...12).contains(month) && Int(d[5]) * 10 + Int(d[6]) >= 1 }
    return 97 - Cle.modulo97(d.prefix(13)) == Int(d[13]) * 10 + Int(d[14])
  }

  private static func isCard(_ d: [UInt8], _ cue: Contexte) -> Bool {
    let isAmex = d.count == 15 && d[0] == 3 && (d[1] == 4 || d[1] == 7)
    let isOther = d.count == 16 && ((3...6).contains(d[0]) || d[0] == 2)
    guard isAmex || isOther, Cle.luhn(d) else { return false }
    return !cue.isSerial || cue.isBank
  }

  private static func isSiren(_ run: Chiffres, _ cue: Contexte, _ feuillet: Feuillet) -> Bool {
    guard Cle.luhn(run.valeurs), !cue.isSerial || cue.isCompany else { return false }
    let after = Contexte(after: run.places[8] + 1, in: feuillet)
    if cue.isCompany || after.isCompany { return true }
    // In one piece or three by three, without being a sum of money nor a telephone number.
    return (run.fins == [3, 6] || run.fins.isEmpty) && !after.isMoney && run.valeurs[0] != 0 && !cue.isPhone
  }

  /// "2A" and "2B": a social security number from Corsica has a letter among its digits.
  private static func corsican(in feuillet: Feuillet) -> [Marque] {
    let pli = feuillet.pli
    var found: [Marque] = []
    for i in 0..<pli.count where pli.lettres[i] == UInt16(ascii: "a") || pli.lettres[i] == UInt16(ascii: "b") {
      guard i > 0, pli.lettres[i - 1] == UInt16(ascii: "2"),
        let before = digits(from: i - 1, by: -1, count: 6, in: pli),
        let after = digits(from: i + 1, by: 1, count: 8, in: pli) ?? digits(from: i + 1, by: 1, count: 6, in: pli)
      else { continue }
      // For the key, 2A counts as 19 and 2B as 18.
      let department: [UInt8] = pli.lettres[i] == UInt16(ascii: "a") ? [1, 9] : [1, 8]
      let head = Array(before.values.reversed().prefix(5)) + department
      let all = head + after.values
      guard isNir(all, key: all.count == 15) else { continue }
      found.append(Marque(before.last..<(after.last + 1), .securiteSociale))
    }
    return found
  }

  private static func digits(
    from start: Int, by step: Int, count: Int, in pli: Pli
  ) -> (values: [UInt8], last: Int)? {
    var values: [UInt8] = []
    var i = start
    var gap = 0
    while i >= 0, i < pli.count, values.count < count {
      if Lettre.isDigit(pli.lettres[i]) {
        values.append(UInt8(pli.lettres[i] - 0x30))
        gap = 0
        if values.count == count {
          let next = i + step
          let ends = next < 0 || next >= pli.count || !Lettre.isAlphanumeric(pli.lettres[next])
          return ends ? (values, i) : nil
        }
      } else {
        gap += 1
        guard gap <= 3, " .-/".utf16.contains(pli.lettres[i]) else { return nil }
      }
      i += step
    }
    return nil
  }
}
