import Foundation
import Html

/// Why nothing was saved, or nothing restored. For whoever runs the server: paths and names of programs, nobody's data.
package enum SauvegardeError: Error, Equatable, CustomStringConvertible {
  /// The system's reason: no such folder, no permission…
  case systeme(path: String, reason: String)
  case pleine(path: String)
  case dossierAbsent(path: String)
  /// Not a file of ours.
  case inconnu(path: String)
  /// Written by a newer version.
  case formatRecent(path: String)
  /// From this block on, bytes are not those that were written.
  case abime(path: String, bloc: UInt64)
  /// What is there is whole, but the end is missing.
  case coupe(path: String)
  case autreCle(path: String)
  /// Two files that do not go together, or one given for another.
  case depareilles(donnees: String, cles: String)
  case autreMoteur(fichier: Engine, ici: Engine)
  /// Migrations that this server does not know.
  case versionRecente([String])
  case autreSchema(fichier: String, ici: String)
  case programmeAbsent(String)
  case programme(String, reason: String)
  /// Another backup works in this folder.
  case enCours(path: String)
  /// The copy does not hold what it should.
  case essai(Defaut)
  case occupee(path: String)
  /// The keys that are there are not of the same house.
  case autresCles(path: String)
  /// They may name people erased since.
  case illisibles([String])

  init(_ code: Int32, at path: String) {
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(code)
    self = isFull ? .pleine(path: path) : .systeme(path: path, reason: String(cString: strerror(code)))
  }

  package var description: String { "\(phrase.fr) \(phrase.en)" }
}
