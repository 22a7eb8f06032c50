/// Rows that a filter keeps, with the people they count.
struct Pesee {
  let selection: Selection
  let total: Effectif
  private let poids: Poids
  /// The same rows once more for each binary digit of their people; empty where adding row by row is faster.
  private let digits: [(weight: Int, rows: Selection)]

  /// Up to so many rows, each is looked at.
  static let few = 1024

  init(_ selection: Selection, _ poids: Poids, people: [Bits]) {
    self.selection = selection
    self.poids = poids
    if case .each(let weights) = poids, weights.count > Self.few {
      digits = people.enumerated().map { (1 << $0.offset, selection.and($0.element)) }.filter { $0.rows.count > 0 }
    } else {
      digits = []
    }
    total =
      switch poids {
      case .constant(let people): Effectif(rapports: selection.count, participants: people * selection.count)
      case .each(let weights): selection.sum(weights)
      }
  }

  /// The reports with their bit in this column, and their people.
  func weigh(_ bits: Bits) -> Effectif {
    switch (bits, poids) {
    case (.none, _): return .zero
    case (.all, _): return total
    case (.words, .constant(let people)):
      let rapports = selection.count(bits)
      return Effectif(rapports: rapports, participants: rapports * people)
    case (.words(let words), .each(let weights)):
      guard weights.count > Self.few else { return selection.sum(weights, among: words) }
      var effectif = Effectif(rapports: selection.count(bits), participants: 0)
      for digit in digits { effectif.participants += digit.weight * digit.rows.count(bits) }
      return effectif
    }
  }

  /// The reports of each code, and their people.
  func weigh(_ codes: Codes, among count: Int) -> [Effectif] {
    switch poids {
    case .constant(let people):
      var rapports = [Int](repeating: 0, count: count)
      selection.tally(codes, into: &rapports)
      return rapports.map { Effectif(rapports: $0, participants: $0 * people) }
    case .each(let weights):
      var effectifs = [Effectif](repeating: .zero, count: count)
      selection.tally(codes, weights: weights, into: &effectifs)
      return effectifs
    }
  }
}

/// How many people each row of a lot counts.
enum Poids: Sendable, Equatable {
  case constant(Int)
  case each([UInt32])

  /// From the columns of its binary digits.
  init(_ digits: [Bits], rows: Int) {
    if let constant = Self.constant(digits) {
      self = .constant(constant)
    } else {
      var weights = [UInt32](repeating: 0, count: rows)
      for (digit, bits) in digits.enumerated() { bits.forEachRow(rows) { weights[$0] += 1 << UInt32(digit) } }
      self = .each(weights)
    }
  }

  private static func constant(_ digits: [Bits]) -> Int? {
    digits.enumerated().reduce(0) { sum, digit in
      switch digit.element {
      case .none: sum
      case .all: sum.map { $0 + 1 << digit.offset }
      case .words: nil
      }
    }
  }

  var octets: Int {
    guard case .each(let weights) = self else { return MemoryLayout<Poids>.size }
    return MemoryLayout<Poids>.size + 32 + weights.count * 4
  }
}

extension Selection {
  /// The sum, over these rows, of a measure given by its binary digits.
  func sum(_ digits: [Bits]) -> Int {
    digits.enumerated().reduce(0) { $0 + count($1.element) << $1.offset }
  }
}
