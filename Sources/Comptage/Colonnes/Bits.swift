/// One bit for each row.
enum Bits: Sendable, Equatable {
  case none
  case all
  case words([UInt64])

  static func words(for rows: Int) -> Int { (rows + 63) / 64 }

  /// The bits of so many rows. Those after the last row are zero.
  init(_ words: ArraySlice<UInt64>, rows: Int) {
    if words.allSatisfy({ $0 == 0 }) {
      self = .none
    } else if words.reduce(0, { $0 + $1.nonzeroBitCount }) == rows {
      self = .all
    } else {
      self = .words(Array(words))
    }
  }

  /// Adds these bits to those of `words`.
  func or(into words: inout [UInt64]) {
    switch self {
    case .none: break
    case .all: for index in words.indices { words[index] = ~0 }
    case .words(let mine):
      words.withUnsafeMutableBufferPointer { words in
        mine.withUnsafeBufferPointer { mine in
          for index in 0..<min(words.count, mine.count) { words[index] |= mine[index] }
        }
      }
    }
  }

  /// Calls with the rank of each row of `0..<rows` whose bit is one.
  func forEachRow(_ rows: Int, _ body: (Int) -> Void) {
    switch self {
    case .none: break
    case .all: for row in 0..<rows { body(row) }
    case .words(let words):
      for (index, word) in words.enumerated() {
        var rest = word
        while rest != 0 {
          body(index * 64 + rest.trailingZeroBitCount)
          rest &= rest &- 1
        }
      }
    }
  }

  var octets: Int {
    guard case .words(let words) = self else { return MemoryLayout<Bits>.size }
    return MemoryLayout<Bits>.size + 32 + words.count * 8
  }
}
