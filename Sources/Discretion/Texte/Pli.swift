/// A text as the finders read it: lower-case letters without accents, one place each, tied to the scalars they came from.
///
/// Marks that nobody sees (joiners, direction, combining accents) take no place, so that they hide nothing. Offsets given
/// to callers are always Unicode scalars of the text as written.
struct Pli {
  /// Folded letters: UTF-16 units of the basic plane; what has no letter there is `Pli.symbole`.
  private(set) var lettres: [UInt16] = []
  /// For each folded letter, the scalar it came from.
  private(set) var origine: [Int32] = []
  /// For each folded letter, whether it was written as a capital.
  private(set) var capitale: [Bool] = []
  /// The folded letters that were written with an accent: "né" is not "ne".
  private(set) var accents: Set<Int> = []
  /// Scalars of the text as written.
  private(set) var scalaires = 0
  /// Scalars that belong to the one before: combining accents, joiners.
  private var suites: [Int32: Int32] = [:]

  static let symbole: UInt16 = 0xFFFD

  init(_ texte: String) {
    let units = texte.utf8.count
    lettres.reserveCapacity(units)
    origine.reserveCapacity(units)
    capitale.reserveCapacity(units)
    var place: Int32 = 0
    for scalar in texte.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        append(Lettre.ascii[Int(value)], place, value >= 0x41 && value <= 0x5A)
      } else {
        let folded = Lettre.fold(scalar)
        if folded.isEmpty, let last = origine.last, place > 0 {
          suites[last] = place + 1
          accents.insert(lettres.count - 1)
        }
        if let first = folded.first, Lettre.isLetter(first) { accents.insert(lettres.count) }
        let isUpper = scalar.properties.isUppercase
        for letter in folded { append(letter, place, isUpper) }
      }
      place += 1
    }
    scalaires = Int(place)
  }

  private mutating func append(_ letter: UInt16, _ place: Int32, _ isUpper: Bool) {
    lettres.append(letter)
    origine.append(place)
    capitale.append(isUpper)
  }

  var count: Int { lettres.count }

  /// The scalars, as written, of a range of folded letters; an accent set apart stays with its letter.
  func scalaires(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return 0..<0 }
    let end = suites[origine[last]] ?? (origine[last] + 1)
    return Int(origine[range.lowerBound])..<Int(end)
  }

  /// The folded words of a range, for comparisons.
  func mots(_ range: Range<Int>) -> String {
    String(decoding: lettres[range], as: UTF16.self)
  }
}
