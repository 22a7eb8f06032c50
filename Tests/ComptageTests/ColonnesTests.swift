import Testing

@testable import Comptage

@Suite struct ColonnesTests {
  @Test func `les uns communs se comptent comme un à un`() {
    var hasard = Hasard(1)
    for count in [0, 1, 31, 32, 33, 63, 64, 100, 257] {
      for mask in [0, UInt64.max, hasard.next()] {
        let a = (0..<count).map { _ in hasard.next() | mask }
        let b = (0..<count).map { _ in hasard.next() | mask }
        let slow = zip(a, b).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
        #expect(Popcount.shared(a, b, count) == slow)
      }
    }
  }

  @Test func `des codes en suites ou non se comptent pareil`() {
    var hasard = Hasard(2)
    for length in [1, 2, 30, 64, 65, 3000] {
      let values = (0..<200).flatMap { Array(repeating: UInt16($0 % 7), count: 1 + $0 % length) }
      let codes = Codes(values)
      for density in [1, 20, 100] {
        let rows = values.indices.filter { _ in hasard.chance(density) }
        var words = [UInt64](repeating: 0, count: Bits.words(for: values.count))
        for row in rows { words[row / 64] |= 1 << UInt64(row % 64) }
        var (counts, expected) = ([Int](repeating: 0, count: 7), [Int](repeating: 0, count: 7))
        Selection(words).tally(codes, into: &counts)
        for row in rows { expected[Int(values[row])] += 1 }
        #expect(counts == expected)
      }
    }
  }
}
