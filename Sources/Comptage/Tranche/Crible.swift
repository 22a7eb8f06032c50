/// The rows of a lot that are still kept, while a filter is said.
struct Crible {
  private(set) var words: [UInt64]

  init(rows: Int) {
    words = Array(repeating: UInt64.max, count: Bits.words(for: rows))
    if rows % 64 > 0 { words[words.count - 1] = UInt64.max >> UInt64(64 - rows % 64) }
  }

  /// Keeps rows with at least one of these bits, or, the other way, with none.
  mutating func keep(anyOf bits: [Bits], not inverse: Bool = false) {
    var any = [UInt64](repeating: 0, count: words.count)
    for column in bits { column.or(into: &any) }
    and(any, flip: inverse ? ~0 : 0)
  }

  /// Keeps rows whose code is allowed.
  mutating func keep(_ codes: Codes, _ allowed: [Bool]) {
    switch codes {
    case .plain(let values):
      values.withUnsafeBufferPointer { values in
        allowed.withUnsafeBufferPointer { allowed in keep(values, allowed) }
      }
    case .runs(let ends, let codes):
      var any = [UInt64](repeating: 0, count: words.count)
      var from = 0
      for (end, code) in zip(ends, codes) {
        if allowed[Int(code)] { Self.fill(&any, from, Int(end)) }
        from = Int(end)
      }
      and(any, flip: 0)
    }
  }

  private mutating func keep(_ values: UnsafeBufferPointer<UInt16>, _ allowed: UnsafeBufferPointer<Bool>) {
    words.withUnsafeMutableBufferPointer { words in
      for index in words.indices where words[index] != 0 {
        let rows = index * 64..<min(index * 64 + 64, values.count)
        var word: UInt64 = 0
        for row in rows { word |= (allowed[Int(values[row])] ? 1 : 0) &<< UInt64(row & 63) }
        words[index] &= word
      }
    }
  }

  private mutating func and(_ other: [UInt64], flip: UInt64) {
    words.withUnsafeMutableBufferPointer { words in
      other.withUnsafeBufferPointer { other in
        for index in 0..<min(words.count, other.count) { words[index] &= other[index] ^ flip }
      }
    }
  }

  private static func fill(_ words: inout [UInt64], _ from: Int, _ end: Int) {
    let (first, last) = (from >> 6, (end - 1) >> 6)
    let head = UInt64.max << UInt64(from & 63)
    let tail = UInt64.max >> UInt64(63 - (end - 1) & 63)
    if first == last {
      words[first] |= head & tail
    } else {
      words[first] |= head
      words[last] |= tail
      for index in first + 1..<last { words[index] = ~0 }
    }
  }
}
