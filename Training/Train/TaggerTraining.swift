import Discretion
import Foundation

/// Fits the conditional random field by stochastic gradient (AdaGrad), with a little weight decay.
struct TaggerTraining {
  private static let n = Etiquette.count

  private struct Example {
    let rows: [Int32]
    let labels: [UInt8]
    let width: Int
  }

  private var examples: [Example] = []
  private var weights = [Float](repeating: 0, count: Indices.rangees * Etiquette.count)
  private var squares = [Float](repeating: 1e-6, count: Indices.rangees * Etiquette.count)
  private var passages = [Float](repeating: 0, count: Etiquette.count * (Etiquette.count + 1))
  private var passageSquares = [Float](repeating: 1e-6, count: Etiquette.count * (Etiquette.count + 1))

  init(lexique: Lexique, corpus: [Corpus.Line]) {
    for line in corpus {
      let reading = Relecteur.indices(line.text, lexique)
      guard !reading.mots.isEmpty else { continue }
      let labels = Self.labels(line.spans, reading.mots)
      var rows: [Int32] = []
      for i in 0..<reading.mots.count { reading.indices.append(at: i, to: &rows) }
      examples.append(Example(rows: rows, labels: labels, width: rows.count / reading.mots.count))
    }
    for x in 0..<Self.n {
      for y in 0..<Self.n where !(Etiquette(rawValue: y)?.follows(Etiquette(rawValue: x)) ?? false) {
        passages[x * Self.n + y] = -1e4
      }
    }
    for y in 0..<Self.n where !(Etiquette(rawValue: y)?.follows(nil) ?? false) { passages[Self.n * Self.n + y] = -1e4 }
  }

  /// - Parameter mots: ranges in scalars of the text.
  private static func labels(_ spans: [Corpus.Line.Span], _ mots: [Range<Int>]) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: mots.count)
    // A name inside a longer one belongs to it.
    for span in spans.sorted(by: { $0.end - $0.start > $1.end - $1.start }) {
      let first: Etiquette
      switch span.type {
      case "PERSON": first = .personne
      case "ORG": first = .organisation
      case "LOC": first = .lieu
      default: continue
      }
      let inside = mots.indices.filter { mots[$0].lowerBound >= span.start && mots[$0].upperBound <= span.end }
      guard inside.allSatisfy({ labels[$0] == 0 }) else { continue }
      var began = false
      for i in inside {
        labels[i] = UInt8(first.rawValue + (began ? 1 : 0))
        began = true
      }
    }
    return labels
  }

  mutating func train(epochs: Int) {
    var draws = Draws()
    var order = Array(examples.indices)
    for epoch in 1...epochs {
      order.shuffle(using: &draws)
      var loss: Float = 0
      for index in order { loss += step(examples[index], rate: 0.1) }
      print("tagger, epoch \(epoch): \(loss / Float(examples.count)) nats per sentence")
    }
  }

  private mutating func step(_ example: Example, rate: Float) -> Float {
    let n = Self.n
    let count = example.labels.count
    var scores = [Float](repeating: 0, count: count * n)
    for i in 0..<count {
      for k in 0..<example.width {
        let base = Int(example.rows[i * example.width + k]) * n
        for y in 0..<n { scores[i * n + y] += weights[base + y] }
      }
    }
    let treillis = Treillis(scores: scores, passages: passages)
    let (forward, backward, total) = (treillis.forward, treillis.backward, treillis.total)
    var gold: Float = 0
    for i in 0..<count {
      let label = Int(example.labels[i])
      gold += scores[i * n + label]
      gold += i == 0 ? passages[n * n + label] : passages[Int(example.labels[i - 1]) * n + label]
    }
    var gradient = [Float](repeating: 0, count: n)
    for i in 0..<count {
      for y in 0..<n { gradient[y] = exp(forward[i * n + y] + backward[i * n + y] - total) }
      gradient[Int(example.labels[i])] -= 1
      for k in 0..<example.width {
        let base = Int(example.rows[i * example.width + k]) * n
        for y in 0..<n where abs(gradient[y]) > 1e-4 {
          let g = gradient[y] + 2e-5 * weights[base + y]
          squares[base + y] += g * g
          weights[base + y] -= rate * g / squares[base + y].squareRoot()
        }
      }
      if i == 0 {
        for y in 0..<n { move(n * n + y, gradient[y], rate) }
        continue
      }
      for x in 0..<n {
        for y in 0..<n where passages[x * n + y] > -1e3 {
          var g = exp(forward[(i - 1) * n + x] + passages[x * n + y] + scores[i * n + y] + backward[i * n + y] - total)
          if Int(example.labels[i - 1]) == x, Int(example.labels[i]) == y { g -= 1 }
          move(x * n + y, g, rate)
        }
      }
    }
    return total - gold
  }

  private mutating func move(_ place: Int, _ gradient: Float, _ rate: Float) {
    guard passages[place] > -1e3 else { return }
    passageSquares[place] += gradient * gradient
    passages[place] -= rate * gradient / passageSquares[place].squareRoot()
  }

  var sections: [(String, [UInt8])] {
    let (scale, small) = quantized(weights)
    return [("etiquettes.poids", small), ("etiquettes.passa", bytes([scale] + passages))]
  }
}
