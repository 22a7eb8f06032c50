/// How long things took, counted in classes: cheap to keep, and enough to see a tail.
package struct Histogramme: Sendable, Equatable {
  /// Upper bounds of the classes, in seconds, in order. What is longer stands in one more class.
  package let bornes: [Double]
  /// One count for each class, and the last for what is longer than every bound.
  package private(set) var effectifs: [Int]
  /// Of all durations, in seconds.
  package private(set) var somme = 0.0

  package init(bornes: [Double]) {
    self.bornes = bornes
    effectifs = Array(repeating: 0, count: bornes.count + 1)
  }

  /// Each bound belongs to its class.
  package mutating func add(seconds: Double) {
    effectifs[bornes.firstIndex { seconds <= $0 } ?? bornes.count] += 1
    somme += seconds
  }

  package var effectif: Int { effectifs.reduce(0, +) }
}
