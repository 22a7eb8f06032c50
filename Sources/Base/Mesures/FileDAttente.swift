/// Who waits for a thread of the database, and how long those before them waited.
package struct FileDAttente: Sendable, Equatable {
  /// Closures that wait now.
  package var nombre = 0
  /// How long the first of them has waited, in seconds.
  package var secondes = 0.0
  /// How long each one waited before its turn came, or before it was sent away.
  package var attentes = Histogramme(bornes: [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5])
}

extension Database {
  /// Of those who write.
  package var fileDEcriture: FileDAttente { writes.file }
}
