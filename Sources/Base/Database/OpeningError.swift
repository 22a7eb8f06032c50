import Html

/// Why a database cannot be opened. For whoever runs the server.
package enum OpeningError: Error, Equatable, CustomStringConvertible {
  /// Another process holds it.
  case inUse(path: String)
  /// The system's reason: no such folder, no permission…
  case unreachable(path: String, reason: String)

  /// No room left on the disk.
  case full(path: String)

  /// PostgreSQL's address is not written as it should be; libpq's reason.
  case unreadable(reason: String)

  package var phrase: Phrase {
    switch self {
    case .inUse(let path):
      Phrase(
        fr: "La base \(path) est déjà ouverte par un autre serveur. Arrêtez-le d’abord.",
        en: "The database \(path) is already open in another server. Stop that one first.")
    case .unreachable(let path, let reason):
      Phrase(fr: "\(path) ne s’ouvre pas\u{a0}: \(reason)", en: "\(path) cannot be opened: \(reason)")
    case .full(let path):
      Phrase(
        fr: "Il n’y a plus de place sur le disque de \(path). Faites-en, puis relancez.",
        en: "There is no room left on the disk of \(path). Make some, then start again.")
    case .unreadable(let reason):
      Phrase(
        fr: "L’adresse de PostgreSQL ne se lit pas\u{a0}: \(reason)",
        en: "The address of PostgreSQL cannot be read: \(reason)")
    }
  }

  package var description: String { "\(phrase.fr) \(phrase.en)" }
}
