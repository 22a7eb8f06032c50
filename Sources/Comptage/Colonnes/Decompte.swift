/// The inner loops: most of the time of a count goes there.
enum Decompte {
  typealias Words = UnsafeBufferPointer<UInt64>

  /// Above so many ones in a word, looking at its 64 rows is faster than looking for its ones.
  private static let dense = 24

  @inline(__always)
  static func rows(_ word: UInt64, _ index: Int, _ body: (Int) -> Void) {
    var rest = word
    while rest != 0 {
      body(index &* 64 &+ rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  static func plain(_ words: Words, _ values: UnsafeBufferPointer<UInt16>, _ counts: UnsafeMutableBufferPointer<Int>) {
    // Neighbours often bear the same code: four counters take turns, so that none waits for its own last value.
    let width = counts.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: width * 4) { turns in
      turns.initialize(repeating: 0)
      for index in words.indices {
        if words[index].nonzeroBitCount > dense, index &* 64 &+ 64 <= values.count {
          all(words[index], index &* 64, values, turns, width)
        } else {
          rows(words[index], index) { turns[Int(values[$0])] &+= 1 }
        }
      }
      for code in counts.indices {
        for turn in 0..<4 { counts[code] &+= Int(turns[turn &* width &+ code]) }
      }
    }
  }

  @inline(__always)
  private static func all(
    _ word: UInt64, _ start: Int, _ values: UnsafeBufferPointer<UInt16>, _ turns: UnsafeMutableBufferPointer<UInt32>,
    _ width: Int
  ) {
    var rest = word
    for row in stride(from: start, to: start &+ 64, by: 4) {
      turns[Int(values[row])] &+= UInt32(truncatingIfNeeded: rest & 1)
      turns[width &+ Int(values[row &+ 1])] &+= UInt32(truncatingIfNeeded: rest &>> 1 & 1)
      turns[2 &* width &+ Int(values[row &+ 2])] &+= UInt32(truncatingIfNeeded: rest &>> 2 & 1)
      turns[3 &* width &+ Int(values[row &+ 3])] &+= UInt32(truncatingIfNeeded: rest &>> 3 & 1)
      rest &>>= 4
    }
  }

  /// Calls with each code and how many ones both have in its run.
  @inline(__always)
  static func runs(_ a: Words, _ b: Words, _ ends: [UInt32], _ codes: [UInt16], _ body: (Int, Int) -> Void) {
    ends.withUnsafeBufferPointer { ends in
      codes.withUnsafeBufferPointer { codes in
        var from = 0
        for run in ends.indices {
          let end = Int(ends[run])
          body(Int(codes[run]), ones(a, b, from, end))
          from = end
        }
      }
    }
  }

  /// How many ones both have from one row to another, the latter excluded.
  @inline(__always)
  private static func ones(_ a: Words, _ b: Words, _ from: Int, _ end: Int) -> Int {
    let (first, last) = (from &>> 6, (end &- 1) &>> 6)
    let head = UInt64.max &<< UInt64(from & 63)
    let tail = UInt64.max &>> UInt64(63 &- (end &- 1) & 63)
    if first == last { return (a[first] & b[first] & head & tail).nonzeroBitCount }
    let edges = (a[first] & b[first] & head).nonzeroBitCount &+ (a[last] & b[last] & tail).nonzeroBitCount
    guard last &- first > 1, let a = a.baseAddress, let b = b.baseAddress else { return edges }
    return edges &+ Popcount.shared(a + (first &+ 1), b + (first &+ 1), last &- first &- 1)
  }
}
