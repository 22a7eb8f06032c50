/// The rows that a filter keeps.
struct Selection {
  private(set) var words: [UInt64]
  /// The words that keep a row, when they are few; nil to look at all of them.
  private var live: [Int32]?
  private(set) var count: Int

  /// Looking at words here and there pays when at most one in so many keeps a row.
  private static let sparseness = 6

  init(_ words: [UInt64]) {
    self.words = words
    count = 0
    live = nil
    survey()
  }

  /// These rows among those of `bits`.
  func and(_ bits: Bits) -> Selection {
    switch bits {
    case .none: return Selection([])
    case .all: return self
    case .words(let theirs):
      var both = self
      both.keep(theirs)
      both.survey()
      return both
    }
  }

  private mutating func keep(_ theirs: [UInt64]) {
    words.withUnsafeMutableBufferPointer { words in
      theirs.withUnsafeBufferPointer { theirs in
        if let live {
          for index in live { words[Int(index)] &= theirs[Int(index)] }
        } else {
          for index in 0..<min(words.count, theirs.count) { words[index] &= theirs[index] }
        }
      }
    }
  }

  private mutating func survey() {
    words.withUnsafeBufferPointer { words in
      guard let start = words.baseAddress else { return }
      count = Popcount.shared(start, start, words.count)
      guard count < words.count else { return }
      let full = words.indices.count { words[$0] != 0 }
      guard full * Self.sparseness <= words.count else { return }
      live = words.indices.filter { words[$0] != 0 }.map { Int32($0) }
    }
  }

  /// How many of these rows have their bit in `bits`.
  func count(_ bits: Bits) -> Int {
    switch bits {
    case .none: 0
    case .all: count
    case .words(let theirs):
      words.withUnsafeBufferPointer { words in
        theirs.withUnsafeBufferPointer { theirs in
          guard count > 0, let mine = words.baseAddress, let theirs = theirs.baseAddress else { return 0 }
          guard let live else { return Popcount.shared(mine, theirs, words.count) }
          return live.reduce(0) { $0 &+ (mine[Int($1)] & theirs[Int($1)]).nonzeroBitCount }
        }
      }
    }
  }
}
