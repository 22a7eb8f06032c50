/// Letters and digits that are not mistaken for one another, read from a paper and typed (Crockford's base 32).
package struct CodeEcrit: Sendable, Equatable {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Without its dashes, in capitals.
  package let brut: String

  static func random(letters count: Int) -> CodeEcrit {
    var generator = SystemRandomNumberGenerator()
    return CodeEcrit(
      brut: String((0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }))
  }

  /// The same letters each time for the same fingerprint: a form sent twice shows one code.
  package init(fingerprint: String, letters count: Int) {
    let octets = stride(from: 0, to: count * 2, by: 2).map { rank -> UInt8 in
      let start = fingerprint.index(fingerprint.startIndex, offsetBy: rank)
      return UInt8(fingerprint[start...].prefix(2), radix: 16) ?? 0
    }
    // 256 is eight times 32: no letter is likelier than another.
    brut = String(octets.map { Self.alphabet[Int($0) % Self.alphabet.count] })
  }

  private init(brut: String) { self.brut = brut }

  /// What somebody typed: case, spaces and dashes are forgiven, and O, I, L that were read for 0 and 1.
  package init?(typed text: String, letters count: Int) {
    let spoken = text.uppercased().filter { $0.isLetter || $0.isNumber }.map { letter -> Character in
      switch letter {
      case "O": "0"
      case "I", "L": "1"
      default: letter
      }
    }
    guard spoken.count == count, spoken.allSatisfy(Self.alphabet.contains) else { return nil }
    brut = String(spoken)
  }

  /// "7QXK-93VD", as it is printed.
  package var imprime: String { brut.groupedByFour("-") }
}

extension String {
  /// For who copies it by hand.
  func groupedByFour(_ separator: String) -> String {
    let letters = Array(self)
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: separator)
  }
}
