/// Counting the ones that two runs of words share.
///
/// The baseline processor we build for has no instruction that counts bits. Carry-save adders (Harley and Seal) make one
/// count out of sixteen vectors, and reading memory is then what takes the time.
enum Popcount {
  static let wordsPerGroup = 32

  static func shared(_ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>, _ count: Int) -> Int {
    var sum = Adder()
    var at = 0
    while at + wordsPerGroup <= count {
      sum.take(a + at, b + at)
      at += wordsPerGroup
    }
    var total = sum.total
    while at < count {
      total &+= (a[at] & b[at]).nonzeroBitCount
      at += 1
    }
    return total
  }
}

/// Bits added up by columns: those of `twos` weigh two, and so on.
private struct Adder {
  typealias Pair = SIMD2<UInt64>

  private var ones = Pair.zero
  private var twos = Pair.zero
  private var fours = Pair.zero
  private var eights = Pair.zero
  private var sixteens = 0

  @inline(__always)
  mutating func take(_ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>) {
    let low = take8(a, b)
    let high = take8(a + 16, b + 16)
    sixteens &+= Self.count(Self.carry(&eights, low, high))
  }

  /// Sixteen words; what carries over to eights.
  @inline(__always)
  private mutating func take8(_ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>) -> Pair {
    let low = take4(a, b)
    let high = take4(a + 8, b + 8)
    return Self.carry(&fours, low, high)
  }

  @inline(__always)
  private mutating func take4(_ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>) -> Pair {
    let low = Self.carry(&ones, Self.both(a, b, 0), Self.both(a, b, 1))
    let high = Self.carry(&ones, Self.both(a, b, 2), Self.both(a, b, 3))
    return Self.carry(&twos, low, high)
  }

  var total: Int {
    sixteens &* 16 &+ Self.count(eights) &* 8 &+ Self.count(fours) &* 4 &+ Self.count(twos) &* 2 &+ Self.count(ones)
  }

  /// Adds two bits to a column: its sum stays there, its carry goes to the next.
  @inline(__always)
  private static func carry(_ sum: inout Pair, _ b: Pair, _ c: Pair) -> Pair {
    let half = sum ^ b
    let carry = (sum & b) | (half & c)
    sum = half ^ c
    return carry
  }

  @inline(__always)
  private static func both(_ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>, _ pair: Int) -> Pair {
    let (a, b) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    return a.loadUnaligned(fromByteOffset: pair * 16, as: Pair.self)
      & b.loadUnaligned(fromByteOffset: pair * 16, as: Pair.self)
  }

  @inline(__always)
  private static func count(_ pair: Pair) -> Int { pair[0].nonzeroBitCount &+ pair[1].nonzeroBitCount }
}
