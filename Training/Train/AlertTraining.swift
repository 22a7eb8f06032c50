import Discretion
import Foundation

/// Fits the classifier of distress: multinomial logistic regression, AdaGrad, weight decay.
struct AlertTraining {
  private let examples: [(rows: [Int32], label: Int)]
  private let classes = 5
  private var weights: [Float]
  private var constants: [Float]

  init(_ corpus: [Corpus.Labelled]) {
    examples = corpus.map { (Relecteur.grappes($0.text), $0.label) }
    weights = [Float](repeating: 0, count: Relecteur.rangeesDAlerte * classes)
    constants = [Float](repeating: 0, count: classes)
  }

  mutating func train(epochs: Int) {
    var draws = Draws()
    var squares = [Float](repeating: 1e-4, count: weights.count)
    var order = Array(examples.indices)
    for epoch in 1...epochs {
      order.shuffle(using: &draws)
      var loss: Float = 0
      for index in order {
        let (rows, label) = examples[index]
        let norm = 1 / Float(max(1, rows.count)).squareRoot()
        var scores = constants
        for row in rows { for k in 0..<classes { scores[k] += weights[Int(row) * classes + k] * norm } }
        let top = scores.max() ?? 0
        let total = scores.reduce(0) { $0 + exp($1 - top) }
        var gradient = scores.map { exp($0 - top) / total }
        loss -= log(max(gradient[label], 1e-9))
        gradient[label] -= 1
        for k in 0..<classes { constants[k] -= 0.02 * gradient[k] }
        for row in rows {
          for k in 0..<classes {
            let place = Int(row) * classes + k
            let g = gradient[k] * norm + 2e-5 * weights[place]
            squares[place] += g * g
            weights[place] -= 0.3 * g / squares[place].squareRoot()
          }
        }
      }
      if epoch % 10 == 0 { print("alert, epoch \(epoch): \(loss / Float(examples.count)) nats per message") }
    }
  }

  var sections: [(String, [UInt8])] {
    let (scale, small) = quantized(weights)
    return [("alerte.poids", small), ("alerte.reglage", bytes([scale] + constants))]
  }
}
