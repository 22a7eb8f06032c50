import Foundation

/// All the ways to label a text, summed from its beginning and from its end: what reading and training share.
package struct Treillis {
  /// Logarithms: of all ways up to each word and label, and of all ways after it.
  package let forward: [Float]
  package let backward: [Float]
  /// Logarithm of all ways together.
  package let total: Float

  private static let n = Etiquette.count

  /// - Parameters:
  ///   - scores: `n` for each word.
  ///   - passages: `n × n` from previous (row) to next (column), then `n` for the first word.
  package init(scores: [Float], passages: [Float]) {
    let n = Self.n
    let count = scores.count / n
    var forward = scores
    var backward = [Float](repeating: 0, count: scores.count)
    for y in 0..<min(n, scores.count) { forward[y] += passages[n * n + y] }
    for i in 1..<max(1, count) {
      for y in 0..<n {
        forward[i * n + y] += Self.logSumExp { forward[(i - 1) * n + $0] + passages[$0 * n + y] }
      }
    }
    for i in stride(from: count - 2, through: 0, by: -1) {
      for y in 0..<n {
        backward[i * n + y] = Self.logSumExp {
          passages[y * n + $0] + scores[(i + 1) * n + $0] + backward[(i + 1) * n + $0]
        }
      }
    }
    total = count == 0 ? 0 : Self.logSumExp { forward[(count - 1) * n + $0] }
    self.forward = forward
    self.backward = backward
  }

  private static func logSumExp(_ term: (Int) -> Float) -> Float {
    var top = -Float.infinity
    for k in 0..<n { top = max(top, term(k)) }
    guard top > -.infinity else { return top }
    var sum: Float = 0
    for k in 0..<n { sum += exp(term(k) - top) }
    return top + log(sum)
  }
}
