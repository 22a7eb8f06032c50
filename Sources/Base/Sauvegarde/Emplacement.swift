/// Where the two bases stand: what is copied, and what is made again.
package enum Emplacement: Sendable {
  /// Two SQLite files.
  case fichiers(donnees: String, cles: String)
  /// Two PostgreSQL bases, addressed as libpq reads it.
  case serveur(donnees: String, cles: String)

  package var engine: Engine {
    switch self {
    case .fichiers: .sqlite
    case .serveur: .postgres
    }
  }

  /// The keys as a server writes them, read beside it.
  func readingKeys() throws -> Database {
    switch self {
    case .fichiers(_, let cles): try .sqlite(toRead: cles)
    case .serveur(_, let cles): try .postgres(cles, connections: 2)
    }
  }

  /// The keys, for writing: on SQLite nobody else may hold them.
  func openKeys() throws -> Database {
    switch self {
    case .fichiers(_, let cles): try .sqlite(path: cles, readers: 1)
    case .serveur(_, let cles): try .postgres(cles, connections: 2)
    }
  }
}
