import Foundation

/// A linear-chain conditional random field: which words name a person, an organisation, a place.
struct Etiqueteur: Sendable {
  /// Rows of `Etiquette.count` weights in 127ths of `echelle`.
  private let poids: [Int8]
  private let echelle: Float
  /// Transition scores, from previous (row) to next (column); minus infinity where it may not follow.
  private let passages: [Float]

  private static let n = Etiquette.count

  /// - Parameter passages: the scale of the weights, then `n × n` transitions, then `n` for the first word.
  init(poids: [Int8], passages: [Float]) throws {
    guard poids.count == Indices.rangees * Self.n, passages.count == 1 + Self.n * Self.n + Self.n else {
      throw ModeleError.truncated
    }
    self.poids = poids
    self.echelle = passages[0] / 127
    self.passages = Array(passages.dropFirst())
  }

  /// For each word, the probability of each label given the whole text.
  func marginals(_ scores: [Float]) -> [Float] {
    let treillis = Treillis(scores: scores, passages: passages)
    return scores.indices.map { exp(treillis.forward[$0] + treillis.backward[$0] - treillis.total) }
  }

  /// The most probable labels.
  /// - Parameter bias: added to the score of "nothing"; below zero, more is found.
  func decode(_ scores: [Float], bias: Float) -> [Etiquette] {
    let n = Self.n
    let count = scores.count / n
    guard count > 0 else { return [] }
    func score(_ i: Int, _ y: Int) -> Float { scores[i * n + y] + (y == 0 ? bias : 0) }
    var best = [Float](repeating: 0, count: n)
    var next = best
    var back = [UInt8](repeating: 0, count: count * n)
    for y in 0..<n { best[y] = score(0, y) + passages[n * n + y] }
    for i in 1..<max(1, count) {
      for y in 0..<n {
        var top = -Float.infinity
        for x in 0..<n {
          let score = best[x] + passages[x * n + y]
          if score > top {
            top = score
            back[i * n + y] = UInt8(x)
          }
        }
        next[y] = top + score(i, y)
      }
      swap(&best, &next)
    }
    var label = best.indices.max { best[$0] < best[$1] } ?? 0
    var labels = [Etiquette](repeating: .rien, count: count)
    for i in stride(from: count - 1, through: 0, by: -1) {
      labels[i] = Etiquette(rawValue: label) ?? .rien
      label = Int(back[i * n + label])
    }
    return labels
  }

  /// For each word, how much each label weighs before its neighbours are heard.
  func scores(_ indices: Indices) -> [Float] {
    let n = Self.n
    var scores = [Float](repeating: 0, count: indices.count * n)
    var rows: [Int32] = []
    rows.reserveCapacity(40)
    poids.withUnsafeBufferPointer { weights in
      var sums = [Int32](repeating: 0, count: n)
      for i in 0..<indices.count {
        rows.removeAll(keepingCapacity: true)
        indices.append(at: i, to: &rows)
        for y in 0..<n { sums[y] = 0 }
        for row in rows {
          let base = Int(row) * n
          for y in 0..<n { sums[y] &+= Int32(weights[base + y]) }
        }
        for y in 0..<n { scores[i * n + y] = Float(sums[y]) * echelle }
      }
    }
    return scores
  }
}
