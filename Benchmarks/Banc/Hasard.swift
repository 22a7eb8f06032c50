/// Numbers that look drawn, and are the same each time.
package struct Hasard: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(_ graine: Int) { state = UInt64(bitPattern: Int64(graine)) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  /// Small numbers more often than large ones.
  package mutating func skewed(_ bound: Int) -> Int { below(bound) * below(bound) / bound }

  /// People shared out between answers; some say nothing.
  package mutating func split(_ people: Int, _ answers: Int) -> [Int] {
    var shares = [Int](repeating: 0, count: answers)
    var left = people
    while left > 0 {
      let share = 1 + below(left)
      if chance(90) { shares[below(answers)] += share }
      left -= share
    }
    return shares
  }
}
