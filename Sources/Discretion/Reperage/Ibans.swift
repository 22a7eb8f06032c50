/// Bank accounts, proved by their key (ISO 13616).
enum Ibans {
  private static let lengths: [String: Int] = [
    "fr": 27, "mc": 27, "be": 16, "ch": 21, "lu": 20, "de": 22, "es": 24, "it": 27, "pt": 25, "gb": 22, "nl": 18,
    "at": 20,
    "ie": 22, "pl": 28, "ro": 24, "dk": 18, "se": 24, "no": 15, "fi": 18, "gr": 27, "cz": 24, "hu": 28, "hr": 21,
    "si": 19,
    "sk": 24, "bg": 22, "lt": 20, "lv": 21, "ee": 20, "cy": 28, "mt": 31, "ad": 24, "sm": 27, "tn": 24, "mu": 30,
    "li": 21,
    "is": 26, "tr": 26, "ge": 22, "ua": 29, "ma": 28, "mr": 27,
  ]

  static func find(in feuillet: Feuillet) -> [Marque] {
    let pli = feuillet.pli
    var found: [Marque] = []
    var i = 0
    while i + 4 < pli.count {
      defer { i += 1 }
      guard i == 0 || !Lettre.isAlphanumeric(pli.lettres[i - 1]), Lettre.isLetter(pli.lettres[i]),
        Lettre.isLetter(pli.lettres[i + 1]), let length = lengths[pli.mots(i..<(i + 2))],
        let (characters, end) = characters(from: i, count: length, in: pli),
        Lettre.isDigit(characters[2]), Lettre.isDigit(characters[3])
      else { continue }
      if isValid(characters) {
        found.append(Marque(i..<end, .iban))
        i = end - 1
      } else if characters.dropFirst(4).filter(Lettre.isDigit).count >= length - 6 {
        // Mistyped, but nothing else looks like it.
        found.append(Marque(i..<end, .iban, .probable))
        i = end - 1
      }
    }
    return found
  }

  private static func characters(from start: Int, count: Int, in pli: Pli) -> ([UInt16], Int)? {
    var out: [UInt16] = []
    var i = start
    while i < pli.count, out.count < count {
      if Lettre.isAlphanumeric(pli.lettres[i]) {
        guard pli.lettres[i] < 0x80 else { return nil }
        out.append(pli.lettres[i])
      } else if !" .-".utf16.contains(pli.lettres[i]) || i > start && " .-".utf16.contains(pli.lettres[i - 1]) {
        return nil
      }
      i += 1
    }
    guard out.count == count, i == pli.count || !Lettre.isAlphanumeric(pli.lettres[i]) else { return nil }
    return (out, i)
  }

  private static func isValid(_ characters: [UInt16]) -> Bool {
    let turned = characters.dropFirst(4) + characters.prefix(4)
    let digits = turned.flatMap { unit -> [UInt8] in
      if Lettre.isDigit(unit) { return [UInt8(unit - 0x30)] }
      let value = UInt8(unit - 0x61 + 10)
      return [value / 10, value % 10]
    }
    return Cle.modulo97(digits) == 1
  }
}
