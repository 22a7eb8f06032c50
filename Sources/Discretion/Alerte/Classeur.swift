import Foundation

/// A linear classifier over hashed groups of words and of letters.
struct Classeur: Sendable {
  /// Rows of the table of weights; a power of two.
  static let rangees = 1 << 16

  private let poids: [Int8]
  private let echelle: Float
  private let constantes: [Float]

  /// - Parameter reglage: the scale of the weights, then one constant for each class.
  init(poids: [Int8], reglage: [Float]) throws {
    guard let scale = reglage.first, reglage.count > 1, poids.count == Self.rangees * (reglage.count - 1) else {
      throw ModeleError.truncated
    }
    self.poids = poids
    echelle = scale / 127
    constantes = Array(reglage.dropFirst())
  }

  /// The probability of each class.
  func probabilities(_ rows: [Int32]) -> [Float] {
    let classes = constantes.count
    var sums = [Int32](repeating: 0, count: classes)
    for row in rows {
      for k in 0..<classes { sums[k] += Int32(poids[Int(row) * classes + k]) }
    }
    // Long and short texts weigh alike.
    let norm = echelle / Float(max(1, rows.count)).squareRoot()
    let scores = (0..<classes).map { constantes[$0] + Float(sums[$0]) * norm }
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }
}

/// What the classifier looks at: words alone, by two and three, two words apart, families of words, groups of letters.
struct Grappes {
  private(set) var rows: [Int32] = []
  /// The families of words that are there.
  let notions: Set<Notion>

  private static let negations: Set<String> = ["pas", "plus", "jamais", "aucun", "aucune", "sans", "ni", "rien"]

  init(_ feuillet: Feuillet) {
    let (pli, mots) = (feuillet.pli, feuillet.mots)
    let plain = mots.indices.filter { mots[$0].sorte != .ligne }.map {
      mots[$0].sorte == .nombre ? "7" : Hate.plain(feuillet.mot($0))
    }
    let words = plain.map(Empreinte.of)
    let notions = plain.map(Notion.of)
    self.notions = Set(notions.compactMap(\.self))
    var rows: [Int32] = []
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      rows.append(Empreinte.row(template, a, b, c, among: Classeur.rangees))
    }
    for i in words.indices {
      add(1, words[i])
      if i + 1 < words.count { add(2, words[i], words[i + 1]) }
      if i + 2 < words.count {
        add(3, words[i], words[i + 1], words[i + 2])
        add(4, words[i], words[i + 2])
      }
    }
    for (i, notion) in notions.enumerated() {
      guard let notion else { continue }
      add(6, notion.rawValue)
      let near = plain[max(0, i - 3)..<min(plain.count, i + 4)]
      add(7, notion.rawValue, near.contains { Self.negations.contains($0) } ? 1 : 0)
      if i > 0 { add(8, notion.rawValue, words[i - 1]) }
      if i + 1 < words.count { add(9, notion.rawValue, words[i + 1]) }
    }
    let present = self.notions.map(\.rawValue).sorted().prefix(8)
    for first in present { for second in present where second > first { add(10, first, second) } }
    for mot in mots where mot.sorte == .mot && mot.range.count > 3 {
      for start in mot.range.lowerBound...(mot.range.upperBound - 4) {
        add(5, pli.empreinte(start..<(start + 4)), start == mot.range.lowerBound ? 1 : 0)
      }
    }
    self.rows = rows
  }
}
