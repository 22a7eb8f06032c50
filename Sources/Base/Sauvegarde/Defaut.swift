import Html

/// What a copy lacks, found by restoring it or reading it to its end.
package enum Defaut: Sendable, Equatable {
  /// The engine's own check of the file's structure.
  case structure
  /// A row refers to one that is not there.
  case reference(table: String)
  case compte(table: String, attendu: Int, lu: Int)
  case migrations
  /// A record that no version of ours writes, or half of one.
  case enregistrement
  /// A key that the master key does not unwrap.
  case cle
  /// An owner who has a key, and whose key was erased.
  case effacee

  package var phrase: Phrase {
    switch self {
    case .structure: Phrase(fr: "la structure du fichier est abîmée", en: "the file’s structure is damaged")
    case .reference(let table):
      Phrase(
        fr: "une ligne de \(table) en désigne une qui manque", en: "a row of \(table) refers to one that is missing")
    case .compte(let table, let attendu, let lu):
      Phrase(
        fr: "\(table) a \(lu) lignes au destination de \(attendu)", en: "\(table) has \(lu) rows instead of \(attendu)")
    case .migrations:
      Phrase(fr: "ses tables ne sont pas à la version dite", en: "its tables are not at the version told")
    case .enregistrement: Phrase(fr: "un enregistrement est inconnu ou coupé", en: "a record is unknown or cut")
    case .cle: Phrase(fr: "une clé ne s’ouvre pas avec la clé maîtresse", en: "the master key does not open a key")
    case .effacee: Phrase(fr: "une clé effacée y est encore", en: "an erased key is still there")
    }
  }
}
