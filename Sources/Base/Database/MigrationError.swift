import Html

/// Why the tables are left as they are. For whoever runs the server.
package enum MigrationError: Error, Equatable, CustomStringConvertible {
  /// Its statements are no longer those that were run.
  case changed(String)
  /// Run by a newer server than this one.
  case unknown([String])
  /// Two migrations bear this name.
  case twice(String)
  /// These are still to be run, and the account that opened the base may not.
  case forbidden([String])

  package var phrase: Phrase {
    switch self {
    case .changed(let name):
      Phrase(
        fr: "La migration «\u{a0}\(name)\u{a0}» a changé depuis qu’elle a été faite. Ajoutez-en une autre.",
        en: "The migration “\(name)” has changed since it was run. Add another one instead.")
    case .unknown(let names):
      Phrase(
        fr: "Cette base vient d’une version plus récente\u{a0}: \(names.joined(separator: ", ")). Mettez à jour.",
        en: "This database comes from a newer version: \(names.joined(separator: ", ")). Upgrade this server.")
    case .twice(let name):
      Phrase(
        fr: "Deux migrations portent le nom «\u{a0}\(name)\u{a0}».", en: "Two migrations bear the name “\(name)”.")
    case .forbidden(let names):
      Phrase(
        fr: """
          Des tables sont à mettre à jour\u{a0}: \(names.joined(separator: ", ")). Ce compte n’en a pas le droit. Lancez \
          d’abord vademecum migrate avec le compte propriétaire de la base.
          """,
        en: """
          Tables are to be brought up to date: \(names.joined(separator: ", ")). This account may not. First run \
          vademecum migrate with the account that owns the database.
          """)
    }
  }

  package var description: String { "\(phrase.fr) \(phrase.en)" }
}
