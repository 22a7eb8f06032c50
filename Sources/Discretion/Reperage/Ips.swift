/// Addresses of machines.
enum Ips {
  static func find(in feuillet: Feuillet) -> [Marque] {
    let pli = feuillet.pli
    var found: [Marque] = []
    var i = 0
    while i < pli.count {
      guard i == 0 || !isPart(pli.lettres[i - 1]), isPart(pli.lettres[i]) else {
        i += 1
        continue
      }
      var end = i
      while end < pli.count, isPart(pli.lettres[end]) { end += 1 }
      var last = end
      while last > i, pli.lettres[last - 1] == UInt16(ascii: ".") || pli.lettres[last - 1] == UInt16(ascii: ":") {
        last -= 1
      }
      if isV4(pli.mots(i..<last)), !isVersion(before: i, in: feuillet) || isV6(pli.mots(i..<last)) {
        found.append(Marque(i..<last, .ip))
      } else if isV6(pli.mots(i..<last)) {
        found.append(Marque(i..<last, .ip))
      }
      i = end
    }
    return found
  }

  private static func isPart(_ unit: UInt16) -> Bool {
    Lettre.isDigit(unit) || unit >= 0x61 && unit <= 0x66 || unit == UInt16(ascii: ".") || unit == UInt16(ascii: ":")
  }

  private static func isV4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { $0.count <= 3 && $0.allSatisfy(\.isNumber) && (Int($0) ?? 256) <= 255 }
  }

  private static func isV6(_ text: String) -> Bool {
    guard text.utf8.count >= 4, text.utf8.count <= 45 else { return false }
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    let isShort = text.contains("::")
    return (isShort ? groups.count >= 4 : groups.count == 8) && groups.count <= 9
      && groups.allSatisfy { $0.utf8.count <= 4 && !$0.contains(".") }
  }

  private static func isVersion(before place: Int, in feuillet: Feuillet) -> Bool {
    let word = feuillet.mot(feuillet.rang(at: place) - 1)
    return ["version", "v", "release", "build", "logiciel"].contains(word)
  }
}
