/// A run of digits as people write them, with spaces, dots, hyphens between: a telephone, a card, a key.
struct Chiffres {
  /// Values, and the letter each one is written at.
  let valeurs: [UInt8]
  let places: [Int]
  /// The signs between digits are where a group ends.
  let fins: Set<Int>

  /// The letters from the first to the last of these digits.
  func lettres(_ range: Range<Int>) -> Range<Int> { places[range.lowerBound]..<(places[range.upperBound - 1] + 1) }

  func nombre(_ range: Range<Int>) -> [UInt8] { Array(valeurs[range]) }

  var isGrouped: Bool { !fins.isEmpty }

  /// Where groups begin.
  var debuts: [Int] { [0] + fins.sorted() }

  func ends(at count: Int) -> Bool { count == valeurs.count || fins.contains(count) }

  /// The maximal runs of a text. An "o" among digits is a zero, an "l" a one.
  static func find(in pli: Pli) -> [Chiffres] {
    var found: [Chiffres] = []
    var i = 0
    while i < pli.count {
      guard digit(at: i, in: pli) != nil, i == 0 || !Lettre.isAlphanumeric(pli.lettres[i - 1]) else {
        i += 1
        continue
      }
      let run = run(from: i, in: pli)
      if run.valeurs.count >= 6 { found.append(run) }
      i = (run.places.last ?? i) + 1
    }
    return found
  }

  private static let between: Set<UInt16> = Set(" .-/_()".utf16)

  private static func run(from start: Int, in pli: Pli) -> Chiffres {
    var values: [UInt8] = []
    var places: [Int] = []
    var ends: Set<Int> = []
    var i = start
    while i < pli.count {
      if let value = digit(at: i, in: pli) {
        values.append(value)
        places.append(i)
        i += 1
        continue
      }
      var next = i
      while next < pli.count, next - i < 4, between.contains(pli.lettres[next]) { next += 1 }
      guard next > i, next < pli.count, next - i <= 3, digit(at: next, in: pli) != nil else { break }
      ends.insert(values.count)
      i = next
    }
    return Chiffres(valeurs: values, places: places, fins: ends)
  }

  private static func digit(at i: Int, in pli: Pli) -> UInt8? {
    let unit = pli.lettres[i]
    if Lettre.isDigit(unit) { return UInt8(unit - 0x30) }
    guard unit == UInt16(ascii: "o") || unit == UInt16(ascii: "l") else { return nil }
    // A zero or a one only among digits: "O6 l2", "1O".
    let before = i > 0 && Lettre.isDigit(pli.lettres[i - 1])
    let after = i + 1 < pli.count && (Lettre.isDigit(pli.lettres[i + 1]))
    let alone = i == 0 || !Lettre.isLetter(pli.lettres[i - 1])
    let ends = i + 1 == pli.count || !Lettre.isLetter(pli.lettres[i + 1])
    guard after && (alone || before) || before && ends else { return nil }
    return unit == UInt16(ascii: "o") ? 0 : 1
  }
}

/// Keys that prove a number.
enum Cle {
  static func luhn(_ digits: some Collection<UInt8>) -> Bool {
    var sum = 0
    for (rank, digit) in digits.reversed().enumerated() {
      let value = rank % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// Remainder modulo 97 of a number written with these digits.
  static func modulo97(_ digits: some Collection<UInt8>) -> Int {
    digits.reduce(0) { ($0 * 10 + Int($1)) % 97 }
  }
}
